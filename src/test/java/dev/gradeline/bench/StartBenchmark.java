package dev.gradeline.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Start-up as a person waits for it: whole processes, from the launch of the packaged program to the first frame that shows
 * the dashboard over stored data, as somebody sees it who looks at the screen. Beside it, taking turns, a program that shows
 * one empty window, on the JDK and the JavaFX that the package is made of, and without a cache of its own. Memory is what each
 * holds three seconds later.
 */
public final class StartBenchmark {
    private static final int ROUNDS = 25;
    private static final int WARM_UP = 2;
    private static final long SETTLED = 3_000;

    private static final Path PROGRAM =
            Path.of(System.getProperty("gradeline.program", "target/dist/gradeline/bin/gradeline"));

    private final Path home;

    private StartBenchmark(Path home) {
        this.home = home;
    }

    private record Cost(double seconds, double cpu, double megabytes) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        run(Figures.alone());
    }

    /** Measures nothing, and says so, where there is no virtual screen or no packaged program. */
    static void run(Figures figures) throws IOException, InterruptedException {
        if (!VirtualScreen.isThere() || !Files.isExecutable(PROGRAM)) {
            System.out.println("start-up is not measured: there is no Xvfb here, or no " + PROGRAM);
            return;
        }
        Path home = Files.createTempDirectory("gradeline-benchmark-");
        try {
            new StartBenchmark(home).measure(figures);
        } finally {
            delete(home);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void measure(Figures figures) throws IOException, InterruptedException {
        TwoYears.into(home.resolve("data").resolve("gradeline"));
        List<String> ours = List.of(PROGRAM.toString());
        List<String> empty = empty();
        Portrait ourPortrait = portrait(ours, false);
        Portrait emptyPortrait = portrait(empty, true);
        List<Double> time = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        List<Double> memory = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        List<Double> emptySeconds = new ArrayList<>();
        for (int round = -figures.warmUp(WARM_UP); round < figures.rounds(ROUNDS); round++) {
            Cost mine = start(ours, ourPortrait);
            Cost theirs = start(empty, emptyPortrait);
            if (round >= 0) {
                time.add(mine.seconds() / theirs.seconds());
                cpu.add(mine.cpu() / theirs.cpu());
                memory.add(mine.megabytes() / theirs.megabytes());
                seconds.add(mine.seconds());
                emptySeconds.add(theirs.seconds());
            }
        }
        figures.tell(Figure.START_TIME, time);
        figures.tell(Figure.START_CPU, cpu);
        figures.tell(Figure.START_MEMORY, memory);
        figures.tell(Figure.START_SECONDS, seconds);
        figures.tell(Figure.START_EMPTY_SECONDS, emptySeconds);
    }

    private Portrait portrait(List<String> command, boolean empty) throws IOException, InterruptedException {
        try (Started program = Started.launch(home, command)) {
            return program.portrait(empty);
        }
    }

    private Cost start(List<String> command, Portrait portrait) throws IOException, InterruptedException {
        try (Started program = Started.launch(home, command)) {
            double seconds = program.secondsUntil(portrait);
            double cpu = program.cpu();
            Thread.sleep(SETTLED);
            return new Cost(seconds, cpu, program.memory());
        }
    }

    /** On this process's JDK, with JavaFX as modules, as its makers recommend. */
    private static List<String> empty() {
        List<String> jars = Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
        String modules = jars.stream()
                .filter(jar -> Path.of(jar).getFileName().toString().matches("javafx-.*-(linux|win|mac).*\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
        String classes = jars.stream()
                .filter(jar -> Files.exists(Path.of(jar, "dev/gradeline/bench/EmptyWindow.class")))
                .findFirst()
                .orElseThrow();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                modules,
                "--add-modules",
                "javafx.controls",
                "--enable-native-access=javafx.graphics",
                "-cp",
                classes,
                EmptyWindow.class.getName());
    }
}
