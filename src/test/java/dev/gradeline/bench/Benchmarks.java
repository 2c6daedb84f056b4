package dev.gradeline.bench;

import dev.gradeline.ayliea.PageBenchmark;
import dev.gradeline.history.HistoryBenchmark;
import dev.gradeline.report.ReportBenchmark;
import dev.gradeline.ui.recommendations.RecommendationsBenchmark;
import dev.gradeline.ui.trends.TrendsBenchmark;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Every benchmark, one after the other, then the paper that tells of them: {@code ./mvnw -Pbench verify}. With {@code
 * -Dbench.quick=true} next to nothing is measured, and the paper goes to {@code target}.
 *
 * <p>A part that fails costs its own figures only: the paper names it, and the command fails at its end. What has been
 * measured so far is always in {@code target/benchmarks}, for a run that is broken off.
 */
final class Benchmarks {
    private static final PrintStream OUT = System.out;
    private static final Path SO_FAR = Path.of("target/benchmarks");
    /** Far more than any part takes on a quiet machine. */
    private static final Duration LIMIT = Duration.ofMinutes(8);

    /** Measures, and tells what it finds. */
    @FunctionalInterface
    interface Work {
        void run(Figures figures) throws Exception;
    }

    /** @param name what the paper calls it */
    record Part(String name, Work work) {}

    private static final List<Part> PARTS = List.of(
            new Part("start-up and memory", StartBenchmark::run),
            new Part("storing and reading history", HistoryBenchmark::run),
            new Part("reading a page of an answer", PageBenchmark::run),
            new Part("PDF", ReportBenchmark::run),
            new Part("Trends", TrendsBenchmark::run),
            new Part("filtering and sorting", RecommendationsBenchmark::run));

    private final Figures figures;
    private final Surroundings surroundings;
    private final List<PartRun> runs = new ArrayList<>();

    private Benchmarks(Figures figures, Surroundings surroundings) {
        this.figures = figures;
        this.surroundings = surroundings;
    }

    public static void main(String[] arguments) throws Exception {
        Figures figures = Figures.alone();
        Benchmarks benchmarks = new Benchmarks(figures, Surroundings.here());
        for (Part part : PARTS) {
            OUT.printf("---- part %d of %d: %s%n", benchmarks.runs.size() + 1, PARTS.size(), part.name());
            benchmarks.runs.add(run(part, figures, LIMIT));
            benchmarks.write(SO_FAR);
        }
        if (!figures.quick()) {
            benchmarks.write(Path.of("docs"));
        }
        List<PartRun> failed =
                benchmarks.runs.stream().filter(run -> run.failure() != null).toList();
        failed.forEach(run -> OUT.println("FAILED: " + run.name() + ": " + run.failure()));
        // the toolkit, or a part that did not end, would keep the process alive
        System.exit(failed.isEmpty() ? 0 : 1);
    }

    /** Runs a part on a thread of its own, and gives up on it after a while; what it does not catch is told, not thrown. */
    static PartRun run(Part part, Figures figures, Duration limit) throws InterruptedException {
        Others others = Others.watch();
        long begun = System.nanoTime();
        String failure = failure(part, figures, limit);
        double seconds = (System.nanoTime() - begun) / 1e9;
        OUT.printf(Locale.ROOT, "---- %s took %.0f s%n", part.name(), seconds);
        return new PartRun(part.name(), seconds, others.share(), failure);
    }

    private static @Nullable String failure(Part part, Figures figures, Duration limit) throws InterruptedException {
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            part.work().run(figures);
            return true;
        });
        Thread thread = new Thread(task, part.name());
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return null;
        } catch (ExecutionException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            why.printStackTrace(OUT);
            return told(why);
        } catch (TimeoutException e) {
            for (StackTraceElement line : thread.getStackTrace()) {
                OUT.println("    at " + line);
            }
            task.cancel(true);
            return "had not ended after " + limit.toMinutes() + " minutes";
        }
    }

    private static String told(Throwable why) {
        String message = why.getMessage();
        return why.getClass().getSimpleName()
                + (message == null ? "" : ": " + message.lines().findFirst().orElse(""));
    }

    private void write(Path folder) throws IOException {
        new BenchmarkPaper(figures, surroundings, runs).write(folder);
        OUT.println("written: " + folder.resolve("benchmarks.md"));
    }
}
