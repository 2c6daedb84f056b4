import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes the cache that the packaged program starts with (JEP 483, 514): the program runs once, as a person would have it, and
 * what it loaded is kept linked and ready beside its jars. The launcher takes it from there.
 *
 * <p>The window is what is trained, over sample data that is stored: on the display that is named, or on a virtual one (Xvfb),
 * or, where there is neither, without a display, which leaves out the system's windows. A machine on which nothing of this
 * works gets a program without a cache, and is told so: it starts, only slower. In CI (CI=true) that is a failure, as is a
 * training without the window: what is released there is trained as it should be.
 *
 * <p>Run by the profile {@code dist}: {@code java installer/Train.java IMAGE STAMP WORK}. A cache fits the very jars that it
 * was made with, by their size and date; so all files get the date that they are going to have in a package first.
 */
final class Train {
    private static final String CACHE = "gradeline.aot";
    /** How long the window stands at least, in seconds: its schedules, and what it puts off, are to be seen too. */
    private static final long STANDS = Long.getLong("train.seconds", 12);
    /** And at most, on a machine that has much else to do. */
    private static final long STANDS_AT_MOST = 120;
    /** It is done when it has used no more of a processor than this within some seconds. */
    private static final Duration IDLE = Duration.ofMillis(150);

    private static final int IDLE_SECONDS = 4;

    private final boolean windows = System.getProperty("os.name").startsWith("Windows");
    private final boolean mac = System.getProperty("os.name").startsWith("Mac");
    private final Path image;
    private final Path app;
    private final Path program;
    private final Path work;

    private Train(Path image, Path work) {
        this.image = image;
        this.app = mac ? image.resolve("Contents/app") : windows ? image.resolve("app") : image.resolve("lib/app");
        this.program = mac
                ? image.resolve("Contents/MacOS/gradeline")
                : windows ? image.resolve("gradeline.exe") : image.resolve("bin/gradeline");
        this.work = work;
    }

    public static void main(String[] arguments) throws Exception {
        Path image = Path.of(arguments[0]).toAbsolutePath();
        date(image, Instant.parse(arguments[1]));
        Train training = new Train(image, Path.of(arguments[2]).toAbsolutePath());
        try {
            training.train(Instant.parse(arguments[1]));
        } finally {
            training.withoutSecondJava();
        }
    }

    private static void date(Path image, Instant stamp) throws IOException {
        try (Stream<Path> files = Files.walk(image)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(stamp));
            }
        }
    }

    private void train(Instant stamp) throws IOException, InterruptedException {
        Files.createDirectories(work);
        Path data = work.resolve("data");
        Path made = work.resolve(CACHE);
        Files.deleteIfExists(made);
        if (run(List.of(program.toString(), "--demo", "--data-dir", data.toString(), "status"), "", 300) != 0) {
            tell("the program does not run here");
            return;
        }
        List<String> window = List.of(program.toString(), "--demo", "--data-dir", data.toString());
        String record = "-XX:AOTCacheOutput=" + made;
        boolean display =
                windows || mac || !System.getenv().getOrDefault("DISPLAY", "").isEmpty();
        if (display) {
            stand(window, record);
        } else if (isThere("xvfb-run")) {
            List<String> virtual = new ArrayList<>(List.of("xvfb-run", "-a", "-s", "-screen 0 1280x800x24"));
            virtual.addAll(window);
            stand(virtual, record);
        }
        if (!Files.exists(made)) {
            tellOfNoWindow(display);
            List<String> pictures = new ArrayList<>(window);
            pictures.addAll(
                    List.of("screenshots", "-o", work.resolve("pictures").toString()));
            run(pictures, record, 300);
        }
        if (!Files.exists(made)) {
            tell("nothing came of the training");
            return;
        }
        Path cache = app.resolve(CACHE);
        Files.move(made, cache, StandardCopyOption.REPLACE_EXISTING);
        withoutOtherArchives();
        tellLaunchers();
        date(app, stamp);
        System.out.printf(Locale.ROOT, "%s: %d MB%n", CACHE, Files.size(cache) / 1_000_000);
    }

    /** The program has its own name for Java on Linux (Script.java); under the other it is called only while the cache is made. */
    private void withoutSecondJava() throws IOException {
        Path commands = image.resolve("lib/runtime/bin");
        if (Files.exists(commands.resolve("gradeline"))) {
            Files.delete(commands.resolve("java"));
        }
    }

    /**
     * Windows has two launchers, one of them for the command line; both start the same program. The script of Linux takes the
     * cache where it is there.
     */
    private void tellLaunchers() throws IOException {
        String option = "java-options=-XX:AOTCache=$APPDIR" + (windows ? "\\" : "/") + CACHE + "\n";
        try (Stream<Path> files = Files.list(app)) {
            for (Path options :
                    files.filter(each -> each.toString().endsWith(".cfg")).toList()) {
                Files.writeString(options, Files.readString(options) + option);
            }
        }
    }

    /** A process uses one archive of classes: the runtime's own would lie there for nobody. */
    private void withoutOtherArchives() throws IOException {
        try (Stream<Path> files = Files.walk(image)) {
            for (Path file : files.filter(each -> each.endsWith("classes.jsa")).toList()) {
                // the runtime made it read-only, which Windows does not delete
                if (windows && !file.toFile().setWritable(true)) {
                    throw new IOException(file + " stays read-only");
                }
                Files.delete(file);
            }
        }
    }

    private void tell(String why) {
        notInCi("The program starts without a cache of its own, and so more slowly: " + why + ".");
    }

    private void tellOfNoWindow(boolean display) {
        notInCi("No window could be trained with ("
                + (display || isThere("xvfb-run") ? "it left no cache" : "no display, and no xvfb-run")
                + "): trained without one.");
    }

    private void notInCi(String what) {
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(what + " In CI that is a failure; see " + work.resolve("output.txt"));
        }
        System.out.println(what);
    }

    /** Runs a command up to a limit, then ends it as a session that closes does. Gives its exit code; -1 for the limit. */
    private int run(List<String> command, String option, long seconds) throws IOException, InterruptedException {
        Process process = start(command, option);
        return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : end(process);
    }

    private Process start(List<String> command, String option) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        work.resolve("output.txt").toFile()));
        Map<String, String> environment = builder.environment();
        if (!option.isEmpty()) {
            environment.put("JAVA_TOOL_OPTIONS", option);
        }
        return builder.start();
    }

    /** Lets the window stand until it has nothing more to do, then ends it. */
    private void stand(List<String> command, String option) throws IOException, InterruptedException {
        Process process = start(command, option);
        Deque<Duration> used = new ArrayDeque<>();
        for (int second = 0; second < STANDS_AT_MOST; second++) {
            if (process.waitFor(1, TimeUnit.SECONDS)) {
                return;
            }
            used.addLast(used(process));
            if (used.size() > IDLE_SECONDS
                    && second >= STANDS
                    // it has begun
                    && used.getLast().compareTo(Duration.ofSeconds(1)) > 0
                    && used.getLast().minus(used.removeFirst()).compareTo(IDLE) < 0) {
                break;
            }
        }
        end(process);
    }

    /** The processor time of a program, also when another program started it. */
    private Duration used(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .filter(this::isProgram)
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private int end(Process process) throws IOException, InterruptedException {
        // what was started by another program is ended first: it writes the cache at its end, and takes its time for
        // that
        List<ProcessHandle> started = process.descendants().toList();
        List<ProcessHandle> programs = started.stream().filter(this::isProgram).toList();
        for (ProcessHandle each : programs.isEmpty() ? List.of(process.toHandle()) : programs) {
            end(each);
        }
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            started.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return -1;
    }

    /**
     * Asks a program to end. Elsewhere a signal does; on Windows Java can only end it by force, after which nothing is written,
     * so its window is asked to close instead.
     */
    private void end(ProcessHandle running) throws IOException, InterruptedException {
        if (windows) {
            new ProcessBuilder("taskkill", "/PID", Long.toString(running.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            work.resolve("output.txt").toFile()))
                    .start()
                    .waitFor();
        } else {
            running.destroy();
        }
    }

    private boolean isProgram(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.startsWith(image.toString()))
                .isPresent();
    }

    private static boolean isThere(String tool) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, tool)));
    }
}
