package dev.gradeline.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Start-up as a person waits for it: whole processes, from the launch of the packaged program to the first frame that shows
 * the dashboard over stored data, as somebody sees it who looks at the screen. Beside it, taking turns, a program that shows
 * one empty window, on the JDK and the JavaFX that the package is made of, and without a cache of its own: once with the
 * collector and heap that Java takes, once with ours. JavaFX's native libraries lie beside its jars, as in its makers' own
 * package and in ours; from its jars alone JavaFX unpacks them, and compares them at each start. Memory is what each holds three
 * seconds later.
 */
public final class StartBenchmark {
    private static final int ROUNDS = 15;
    /** Of what is looked at by the way. */
    private static final int FEWER_ROUNDS = 9;

    private static final int WARM_UP = 2;
    private static final long SETTLED = 3_000;

    private static final Path PROGRAM =
            Path.of(System.getProperty("gradeline.program", "target/dist/gradeline/bin/gradeline"));

    private final Path home;

    private StartBenchmark(Path home) {
        this.home = home;
    }

    private record Cost(double seconds, double cpu, double megabytes) {}

    public static void main(String[] arguments) throws Exception {
        run(Figures.alone());
    }

    /** Measures nothing, and says so, where there is no virtual screen or no packaged program. */
    static void run(Figures figures) throws Exception {
        if (!VirtualScreen.isThere() || !Files.isExecutable(PROGRAM)) {
            figures.leaveOut("start-up, for there is no virtual screen (Xvfb) here, or no packaged program.");
            return;
        }
        Folders.forAWhile(home -> new StartBenchmark(home).measure(figures));
    }

    private void measure(Figures figures) throws IOException, InterruptedException {
        TwoYears.into(home.resolve("data").resolve("gradeline"));
        List<String> ours = List.of(PROGRAM.toString());
        List<String> empty = empty(withLibraries(home.resolve("javafx")), List.of());
        List<String> likeOurs = empty(home.resolve("javafx").toString(), Processes.packagedMemory());
        Portrait ourPortrait = portrait(ours, false);
        Portrait emptyPortrait = portrait(empty, true);
        List<Double> seconds = new ArrayList<>();
        List<Double> emptySeconds = new ArrayList<>();
        Beside plain = new Beside();
        Beside strict = new Beside();
        int rounds = figures.rounds(ROUNDS);
        for (int round = -figures.warmUp(WARM_UP); round < rounds; round++) {
            figures.round("start", round, rounds);
            Cost mine = start(ours, ourPortrait);
            Cost theirs = start(empty, emptyPortrait);
            Cost theirsLikeOurs = start(likeOurs, emptyPortrait);
            if (round >= 0) {
                plain.add(mine, theirs);
                strict.add(mine, theirsLikeOurs);
                seconds.add(mine.seconds());
                emptySeconds.add(theirs.seconds());
            }
        }
        plain.tell(figures, Figure.START_TIME, Figure.START_CPU, Figure.START_MEMORY);
        strict.tell(figures, Figure.START_TIME_STRICT, Figure.START_CPU_STRICT, Figure.START_MEMORY_STRICT);
        figures.tell(Figure.START_SECONDS, seconds);
        figures.tell(Figure.START_EMPTY_SECONDS, emptySeconds);
        unpacked(figures, empty, emptyPortrait);
    }

    /** The ratios of some rounds. */
    private static final class Beside {
        private final List<Double> time = new ArrayList<>();
        private final List<Double> cpu = new ArrayList<>();
        private final List<Double> memory = new ArrayList<>();

        void add(Cost mine, Cost theirs) {
            time.add(mine.seconds() / theirs.seconds());
            cpu.add(mine.cpu() / theirs.cpu());
            memory.add(mine.megabytes() / theirs.megabytes());
        }

        void tell(Figures figures, Figure itsTime, Figure itsCpu, Figure itsMemory) {
            figures.tell(itsTime, time);
            figures.tell(itsCpu, cpu);
            figures.tell(itsMemory, memory);
        }
    }

    /** What it costs the empty window that its libraries are not beside the jars. */
    private void unpacked(Figures figures, List<String> beside, Portrait portrait)
            throws IOException, InterruptedException {
        List<String> jarsAlone = empty(String.join(File.pathSeparator, jars()), List.of());
        List<Double> ratios = new ArrayList<>();
        // the first start unpacks
        for (int round = -1; round < figures.rounds(FEWER_ROUNDS); round++) {
            double alone = seconds(jarsAlone, portrait);
            double with = seconds(beside, portrait);
            if (round >= 0) {
                ratios.add(alone / with);
            }
        }
        figures.tell(Figure.START_UNPACKED, ratios);
    }

    private double seconds(List<String> command, Portrait portrait) throws IOException, InterruptedException {
        try (Started program = Started.launch(home, command)) {
            return program.secondsUntil(portrait);
        }
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

    /** JavaFX's jars for this system. */
    private static List<String> jars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> Path.of(jar).getFileName().toString().matches("javafx-.*-(linux|win|mac).*\\.jar"))
                .toList();
    }

    /** Lays the jars and their native libraries side by side; gives the folder. */
    private static String withLibraries(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String jar : jars()) {
            Files.copy(Path.of(jar), folder.resolve(Path.of(jar).getFileName()));
            try (ZipFile zip = new ZipFile(jar)) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    if (entry.getName().matches("[^/]+\\.(so|dll|dylib)")) {
                        try (InputStream library = zip.getInputStream(entry)) {
                            Files.copy(library, folder.resolve(entry.getName()));
                        }
                    }
                }
            }
        }
        return folder.toString();
    }

    /** On this process's JDK, with JavaFX as modules, as its makers recommend. */
    private static List<String> empty(String modules, List<String> options) {
        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> Files.exists(Path.of(jar, "dev/gradeline/bench/EmptyWindow.class")))
                .findFirst()
                .orElseThrow();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "--module-path",
                modules,
                "--add-modules",
                "javafx.controls",
                "--enable-native-access=javafx.graphics",
                "-cp",
                classes,
                EmptyWindow.class.getName()));
        return command;
    }
}
