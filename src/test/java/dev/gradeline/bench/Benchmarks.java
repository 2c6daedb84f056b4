package dev.gradeline.bench;

import dev.gradeline.ayliea.PageBenchmark;
import dev.gradeline.history.HistoryBenchmark;
import dev.gradeline.report.ReportBenchmark;
import dev.gradeline.ui.recommendations.RecommendationsBenchmark;
import dev.gradeline.ui.trends.TrendsBenchmark;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javafx.application.Platform;

/**
 * Every benchmark, one after the other, then the paper that tells of them: {@code ./mvnw -Pbench verify}. With {@code
 * -Dbench.quick=true} next to nothing is measured, and the paper goes to {@code target}.
 */
final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Figures figures = Figures.alone();
        BenchmarkPaper.Surroundings surroundings = surroundings();
        StartBenchmark.run(figures);
        HistoryBenchmark.run(figures);
        PageBenchmark.run(figures);
        ReportBenchmark.run(figures);
        TrendsBenchmark.run(figures);
        RecommendationsBenchmark.run(figures);
        // the toolkit would keep the process alive
        Platform.exit();
        Path folder = Path.of(figures.quick() ? "target/benchmarks" : "docs");
        new BenchmarkPaper(figures, surroundings).write(folder);
        System.out.println("written: " + folder.resolve("benchmarks.md"));
    }

    private static BenchmarkPaper.Surroundings surroundings() throws IOException, InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        String machine = runtime.availableProcessors() + " processors, " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", " + System.getProperty("java.vendor.version") + " ("
                + Runtime.version() + ")";
        return new BenchmarkPaper.Surroundings(
                machine,
                LocalDate.now(ZoneOffset.UTC).toString(),
                commit(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String commit() throws IOException, InterruptedException {
        String commit = git("rev-parse", "--short", "HEAD");
        if (commit.isEmpty()) {
            return "unknown";
        }
        return git("status", "--porcelain", "--untracked-files=no").isEmpty() ? commit : commit + " with changes";
    }

    /** What git says; nothing where there is none. */
    private static String git(String... words) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? said : "";
        } catch (IOException notThere) {
            return "";
        }
    }
}
