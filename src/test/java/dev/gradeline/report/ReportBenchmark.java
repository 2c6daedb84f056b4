package dev.gradeline.report;

import dev.gradeline.bench.Curve;
import dev.gradeline.bench.Figure;
import dev.gradeline.bench.Figures;
import dev.gradeline.bench.Folders;
import dev.gradeline.bench.Processes;
import dev.gradeline.history.History;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.words.PostureWords;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What a PDF of 5,000 rows costs: the whole command as a process, beside a bare PDFBox program that writes the same strings
 * untagged, with PDFBox as it comes and without its search for ligatures, taking turns. All on the same JDK, with the collector
 * and heap that the packaged program has, and none with a cache. Time from start to end; memory as the most that the process
 * held, as Linux counts it.
 */
public final class ReportBenchmark {
    private static final int ROUNDS = 9;
    /** Of what takes long; no ratio is made of it. */
    private static final int LONG_ROUNDS = 5;

    private static final int WARM_UP = 1;
    private static final int ROWS = 5_000;

    private ReportBenchmark() {}

    /** @param peak in kB; 0 where the system does not tell */
    private record Cost(double seconds, double peak) {}

    public static void main(String[] arguments) throws Exception {
        run(Figures.alone());
    }

    public static void run(Figures figures) throws Exception {
        Folders.forAWhile(directory -> {
            Posture posture = Postures.northwindWithRecommendations(figures.rows(ROWS));
            store(directory, posture);
            Path lines = Files.write(directory.resolve("lines.txt"), lines(posture));
            List<Double> plainTime = new ArrayList<>();
            List<Double> plainMemory = new ArrayList<>();
            List<Double> time = new ArrayList<>();
            List<Double> memory = new ArrayList<>();
            List<Double> seconds = new ArrayList<>();
            int rounds = figures.rounds(ROUNDS);
            for (int round = -figures.warmUp(WARM_UP); round < rounds; round++) {
                figures.round("PDF", round, rounds);
                Cost bare = run(
                        BarePdf.class.getName(),
                        lines.toString(),
                        directory.resolve("bare.pdf").toString());
                Cost plain = run(
                        BarePdf.class.getName(),
                        lines.toString(),
                        directory.resolve("bare.pdf").toString(),
                        BarePdf.AS_IT_COMES);
                Cost ours = run(
                        "dev.gradeline.Launcher",
                        "report",
                        "--data-dir",
                        directory.toString(),
                        "-o",
                        directory.resolve("ours.pdf").toString());
                if (round >= 0) {
                    plainTime.add(ours.seconds() / plain.seconds());
                    plainMemory.add(ours.peak() / plain.peak());
                    time.add(ours.seconds() / bare.seconds());
                    memory.add(ours.peak() / bare.peak());
                    seconds.add(ours.seconds());
                }
            }
            figures.tell(Figure.PDF_TIME, plainTime);
            figures.tell(Figure.PDF_TIME_STRICT, time);
            if (Double.isFinite(memory.getFirst())) {
                figures.tell(Figure.PDF_MEMORY, plainMemory);
                figures.tell(Figure.PDF_MEMORY_STRICT, memory);
            } else {
                figures.leaveOut("the memory of a PDF, for this system does not tell it.");
            }
            figures.tell(Figure.PDF_SECONDS, seconds);
            for (int size : figures.sizes()) {
                growing(figures, directory.resolve("data-" + size), size);
            }
        });
    }

    private static void growing(Figures figures, Path directory, int size) throws Exception {
        store(directory, Postures.northwindWithRecommendations(size));
        Path pdf = directory.resolve("ours.pdf");
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < figures.rounds(size >= 100_000 ? LONG_ROUNDS : ROUNDS); round++) {
            Cost cost =
                    run("dev.gradeline.Launcher", "report", "--data-dir", directory.toString(), "-o", pdf.toString());
            times.add(1_000 * cost.seconds());
        }
        figures.tell(Curve.PDF, size, times, times);
    }

    private static void store(Path directory, Posture posture) {
        Path file = new DataDirectory(directory).historyFile("default");
        try (History history = History.open(file, InstantSource.system());
                History.Run run = history.begin()) {
            run.storeRecommendations(posture.recommendations());
        }
    }

    private static List<String> lines(Posture posture) {
        PostureWords words = new PostureWords(Pdf.WORDS);
        List<String> lines = new ArrayList<>();
        for (Recommendation row : posture.recommendations()) {
            lines.add(String.join(
                    "\t",
                    words.priority(row.priority()),
                    words.title(row.title()),
                    words.status(row.status()),
                    words.framework(row.framework()),
                    words.clean(row.category())));
        }
        return lines;
    }

    private static Cost run(String main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(Processes.packagedMemory());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        double peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, peak(process.pid()));
            Thread.sleep(5);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(main + " ended with " + process.exitValue());
        }
        return new Cost(seconds, peak);
    }

    /** The most memory that the process held so far, in kB; 0 where the system does not tell, or it has ended. */
    private static double peak(long pid) {
        try {
            return Processes.kilobytes(pid, "VmHWM");
        } catch (IOException ended) {
            return 0;
        }
    }
}
