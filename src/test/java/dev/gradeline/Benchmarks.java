package dev.gradeline;

import dev.gradeline.ayliea.PageBenchmark;
import dev.gradeline.history.HistoryBenchmark;
import dev.gradeline.report.ReportBenchmark;
import dev.gradeline.ui.recommendations.RecommendationsBenchmark;
import dev.gradeline.ui.trends.TrendsBenchmark;
import javafx.application.Platform;

/** Every benchmark, one after the other: {@code ./mvnw -q test-compile exec:exec@benchmarks}. */
final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        HistoryBenchmark.main(arguments);
        PageBenchmark.main(arguments);
        ReportBenchmark.main(arguments);
        TrendsBenchmark.main(arguments);
        RecommendationsBenchmark.main(arguments);
        // the toolkit would keep the process alive
        Platform.exit();
    }
}
