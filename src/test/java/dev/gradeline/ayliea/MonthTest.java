package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Recommendation;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A month in the life of one key, in virtual time, against a server that counts strictly. */
@Timeout(120)
class MonthTest {
    private static final URI BASE = URI.create("https://assess.example/api/v1");
    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final int RUNS = 30 * 24 * 4;

    @TempDir
    Path folder;

    private final VirtualTime time = new VirtualTime();

    /** A client as each process has one: with a limiter of its own, over the file that they share. */
    private AyliaClient process(StrictServer server, RandomGenerator random) {
        Environment environment = new Environment(
                Limits.STANDARD,
                (length, call) -> {
                    call.throwIfCancelled();
                    time.sleep(length);
                },
                time::nanos,
                random,
                new Trust(Map.of()),
                new Proxies(Map.of(), ProxySelector.of(null)),
                "test");
        RateLimiter limiter =
                new RateLimiter(StrictServer.LIMIT, StrictServer.WINDOW.plusSeconds(1), time, time::nanos, folder);
        return new AyliaClient(
                BASE, () -> Bench.KEY, limiter, time, Duration.ofMinutes(2), environment, server.sender());
    }

    /** @return whether all was read; what was not has to be our own limit */
    private static boolean synchronise(AyliaClient client, Call call, String which) {
        boolean all = true;
        for (ApiResult<?> result : List.of(client.discovery(call), client.scores(call), client.recommendations(call))) {
            assertThat(result).as(which).isInstanceOfAny(ApiResult.Ok.class, ApiResult.RateLimited.class);
            all &= result instanceof ApiResult.Ok<?>;
        }
        return all;
    }

    /**
     * The window synchronises every 15 minutes; somebody runs the command line at random, often just then, and sometimes
     * several times in a row. Once a day there is so much that one run alone fills more than a window.
     */
    @ParameterizedTest
    @ValueSource(longs = 1)
    void aMonthOfSchedulesIsNeverToldThatItAskedTooOften(long seed) throws Exception {
        Random random = new Random(seed);
        StrictServer server = new StrictServer(time, random, Duration.ofMillis(300));
        int[] late = new int[1];
        time.actor(() -> {
            try (AyliaClient window = process(server, random)) {
                for (int run = 0; run < RUNS; run++) {
                    server.rows = run % 96 == 40 ? 9_000 : random.nextInt(150);
                    if (!synchronise(window, Call.inBackground(), "seed %d, run %d".formatted(seed, run))) {
                        late[0]++;
                    }
                    time.sleep(EVERY.multipliedBy(run + 1).minusNanos(time.nanos()));
                }
            }
        });
        time.actor(() -> {
            try (AyliaClient commandLine = process(server, random)) {
                for (int run = 0; run < RUNS; run++) {
                    for (int times = random.nextInt(60) == 0 ? 22 : 1; times > 0; times--) {
                        synchronise(commandLine, new Call(), "seed %d, command %d".formatted(seed, run));
                    }
                    Duration next = EVERY.multipliedBy(run + 1).minusNanos(time.nanos());
                    time.sleep(next.plusMillis(random.nextInt(3) == 0 ? random.nextInt(600_000) : random.nextInt(500)));
                }
            }
        });
        time.run();
        assertThat(server.refused()).as("seed %d", seed).isZero();
        assertThat(server.fullest()).as("the limit was reached, seed %d", seed).isEqualTo(StrictServer.LIMIT);
        assertThat(server.arrivals()).hasSizeGreaterThan(2 * RUNS * 3);
        assertThat(late[0])
                .as("how often the schedule left the word to the command line and came back later, seed %d", seed)
                .isLessThan(RUNS / 50);
    }

    /** What the sharing is for: two who each count for themselves are refused. */
    @Test
    void theServerIsStrictEnoughToNotice() throws Exception {
        StrictServer server = new StrictServer(time, new Random(3), Duration.ofMillis(300));
        server.rows = 5_000;
        for (int i = 0; i < 2; i++) {
            Path alone = java.nio.file.Files.createDirectory(folder.resolve("alone" + i));
            time.actor(() -> {
                RateLimiter limiter = new RateLimiter(60, Duration.ofSeconds(61), time, time::nanos, alone);
                for (int request = 0; request < 51; request++) {
                    Patience patience =
                            new Patience(Duration.ofMinutes(2), (length, call) -> time.sleep(length), new Call());
                    try (RateLimiter.Permit _ = limiter.acquire(Bench.KEY, patience)) {
                        server.sender().get(URI.create(BASE + "/scores"), Bench.KEY, new Call());
                    }
                }
            });
        }
        time.run();
        assertThat(server.refused()).isPositive();
    }

    /** The least is what a client would need that sees into the server: it sends the moment that a request is allowed. */
    @ParameterizedTest
    @CsvSource({"10000, 0, 101", "10000, 200, 101", "9999, 200, 100", "20000, 400, 201"})
    void tenThousandRowsComeInTheFewestRequestsAndHardlyMoreThanTheLeastTime(int rows, int way, int fewest)
            throws Exception {
        StrictServer server = new StrictServer(time, new Random(4), Duration.ofMillis(way));
        server.rows = rows;
        long[] took = new long[1];
        time.actor(() -> {
            try (AyliaClient client = process(server, new Random(5))) {
                ApiResult<List<Recommendation>> result = client.recommendations(new Call());
                assertThat(result.map(List::size)).isEqualTo(new ApiResult.Ok<>(rows, List.of()));
                took[0] = time.nanos();
            }
        });
        time.run();
        assertThat(server.arrivals()).hasSize(fewest);
        assertThat(server.refused()).isZero();
        int windows = (fewest - 1) / StrictServer.LIMIT;
        assertThat(Duration.ofNanos(took[0]))
                .isLessThanOrEqualTo(StrictServer.WINDOW
                        .multipliedBy(windows)
                        .multipliedBy(105)
                        .dividedBy(100)
                        .plus(Duration.ofMillis(way).multipliedBy(2L * (fewest - windows * StrictServer.LIMIT))));
    }
}
