package dev.gradeline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that was started onto a screen, and is watched from outside. */
final class Started implements AutoCloseable {
    /** How often the screen is looked at. */
    private static final Duration GLANCE = Duration.ofMillis(2);

    private static final Duration STILL = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final VirtualScreen screen;
    private final Process process;
    private final long begun;

    private Started(VirtualScreen screen, Process process, long begun) {
        this.screen = screen;
        this.process = process;
        this.begun = begun;
    }

    /**
     * Starts it with an environment of its own: a home, a screen that nothing was on, and nothing that this machine's user has.
     *
     * @param home where it finds and leaves what belongs to its person
     */
    static Started launch(Path home, List<String> command) throws IOException, InterruptedException {
        VirtualScreen screen = VirtualScreen.open();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output.txt").toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("HOME", home.toString());
        environment.put("XDG_DATA_HOME", home.resolve("data").toString());
        environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("LANG", "C.UTF-8");
        environment.put("DISPLAY", screen.display());
        long begun = System.nanoTime();
        return new Started(screen, builder.start(), begun);
    }

    /**
     * Waits until it shows something and nothing changes any more; gives what it looks like.
     *
     * @param empty whether one colour is all that is expected
     */
    Portrait portrait(boolean empty) throws InterruptedException {
        int[] last = screen.look();
        long still = System.nanoTime();
        while (System.nanoTime() - still < STILL.toNanos() || isBlank(last) || new Portrait(last).isEmpty() != empty) {
            pause();
            int[] now = screen.look();
            if (!Arrays.equals(now, last)) {
                last = now;
                still = System.nanoTime();
            }
        }
        return new Portrait(last);
    }

    private static boolean isBlank(int[] seen) {
        return Arrays.stream(seen).allMatch(colour -> colour == 0);
    }

    /** Seconds from the launch to the first frame that shows this. */
    double secondsUntil(Portrait portrait) throws InterruptedException {
        while (!portrait.isShownIn(screen.look())) {
            pause();
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private void pause() throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the program ended with " + process.exitValue());
        }
        if (System.nanoTime() - begun > PATIENCE.toNanos()) {
            throw new IllegalStateException("the program does not show what it showed before");
        }
        TimeUnit.NANOSECONDS.sleep(GLANCE.toNanos());
    }

    /** What it holds of the memory, in MB; what it shares with others counts whole. */
    double memory() throws IOException {
        return Processes.kilobytes(process.pid(), "VmRSS") / 1_000;
    }

    /** Seconds of processor time that it has had. */
    double cpu() throws IOException {
        String[] fields = Processes.stat(String.valueOf(process.pid()));
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    }

    VirtualScreen screen() {
        return screen;
    }

    /** Ends it as a session that closes does, and its screen: a screen goes on showing what was on it last. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        screen.close();
    }
}
