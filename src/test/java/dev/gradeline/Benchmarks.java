package dev.gradeline;

import dev.gradeline.ayliea.PageBenchmark;
import dev.gradeline.history.HistoryBenchmark;

/** Every benchmark, one after the other: {@code ./mvnw -q test-compile exec:exec@benchmarks}. */
final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        HistoryBenchmark.main(arguments);
        PageBenchmark.main(arguments);
    }
}
