package dev.gradeline.ayliea;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gradeline.bench.Figure;
import dev.gradeline.bench.Figures;
import dev.gradeline.posture.Recommendation;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A full page of recommendations, read and mapped, beside a bare tree of the same bytes. The two take turns, each in a
 * process of its own, and what counts is the ratio of their medians in each round: other work on the machine then hits
 * both, and a pause hits neither.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class PageBenchmark {
    private static final int ROUNDS = 9;
    private static final AnswerReader READER = new AnswerReader("recommendations", null);
    private static final RowMapping MAPPING = new RowMapping(Instant.parse("2026-03-15T14:30:00Z"));
    private static final JsonMapper TREE = new JsonMapper();

    private final byte[] body = page(100);
    private final Answer answer = new Answer(200, HttpHeaders.of(Map.of(), (name, value) -> true), body, 32 << 20);

    private static byte[] page(int rows) {
        Random random = new Random(5);
        return IntStream.range(0, rows)
                .mapToObj(number -> """
                        {"id":"%s","title":"Require %s for every account that may change the %s of record %d",\
                        "priority":%d,"status":"%s","framework_id":"%s","category":"%s"}""".formatted(
                                new UUID(random.nextLong(), random.nextLong()),
                                random.nextBoolean() ? "multi-factor login" : "a second person’s approval",
                                random.nextBoolean() ? "retention" : "classification",
                                number,
                                1 + random.nextInt(5),
                                random.nextBoolean() ? "open" : "in_progress",
                                random.nextBoolean() ? "nist-csf-2" : "cis-v8",
                                random.nextBoolean() ? "Access Control" : "Data Protection"))
                .collect(Collectors.joining(",", "{\"recommendations\":[", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The baseline. */
    @Benchmark
    public JsonNode bareTree() throws IOException {
        return TREE.readTree(body);
    }

    @Benchmark
    public Object readAndMapped() throws CallEnded {
        Page<Recommendation> page = READER.read(answer, 0, MAPPING::recommendation);
        if (page.rows().size() != 100) {
            throw new IllegalStateException("rows are missing");
        }
        return page;
    }

    public static void main(String[] arguments) throws RunnerException {
        run(Figures.alone());
    }

    /** The ratio of each round. */
    public static void run(Figures figures) throws RunnerException {
        List<Double> ratios = new ArrayList<>();
        int rounds = figures.rounds(ROUNDS);
        for (int round = 0; round < rounds; round++) {
            figures.round("page", round, rounds);
            double tree = median("bareTree", figures.quick());
            double ours = median("readAndMapped", figures.quick());
            ratios.add(ours / tree);
        }
        figures.tell(Figure.READ_PAGE, ratios);
    }

    private static double median(String benchmark, boolean quick) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(PageBenchmark.class.getName() + "." + benchmark)
                .verbosity(VerboseMode.SILENT);
        if (quick) {
            options.warmupIterations(0).measurementIterations(1);
        }
        return new Runner(options.build())
                .runSingle()
                .getPrimaryResult()
                .getStatistics()
                .getPercentile(50);
    }
}
