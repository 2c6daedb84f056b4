package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Part;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RetryTest {
    private static final String ONE = "{\"scores\": [{\"framework_id\": \"hipaa\"}]}";
    private static final ApiResult<Integer> READ = new ApiResult.Ok<>(1, List.of());

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    private ApiResult<Integer> scores(RawServer server, Duration maxWait) {
        try (AyliaClient client = bench.client(server.base(), maxWait)) {
            ApiResult<List<Assessment>> result = client.scores(new Call());
            return result.map(List::size);
        }
    }

    private ApiResult<Integer> scores(RawServer server) {
        return scores(server, Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aFaultThatPassesIsTriedAgain(int status) throws IOException {
        try (RawServer server = new RawServer(
                RawServer.answer(status, "<html>oops</html>"),
                RawServer.answer(status, "{\"error\": \"oops\"}"),
                RawServer.ok(ONE))) {
            assertThat(scores(server)).isEqualTo(READ);
            assertThat(bench.sleeps).hasSize(2);
            assertThat(bench.limiter.left()).as("each try takes a permit").isEqualTo(57);
        }
    }

    @Test
    void aFaultThatStaysIsToldAfterThreeMoreTries() throws IOException {
        try (RawServer server = new RawServer(RawServer.answer(503, ""))) {
            assertThat(scores(server)).isEqualTo(new ApiResult.ServerFault<>(503));
            assertThat(server.requests()).hasSize(4);
            assertThat(bench.slept()).isLessThanOrEqualTo(Duration.ofMillis(500 + 1_000 + 2_000));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 505, 511, 599})
    void anotherFaultIsNotTriedAgain(int status) throws IOException {
        try (RawServer server = new RawServer(RawServer.answer(status, ""))) {
            assertThat(scores(server)).isEqualTo(new ApiResult.ServerFault<>(status));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After: 17 | 17",
                "retry-after:   17 | 17",
                "Retry-After: Sun, 15 Mar 2026 14:31:00 GMT | 60",
                "X-RateLimit-Reset: 1773585042 | 42",
            })
    void tooManyRequestsWaitsAsLongAsAsked(String header, long seconds) throws IOException {
        try (RawServer server =
                new RawServer(RawServer.answer(429, "{\"error\": \"Too many\"}", header), RawServer.ok(ONE))) {
            assertThat(scores(server)).isEqualTo(READ);
            assertThat(bench.sleeps).containsExactly(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void whoWaitsIsToldUntilWhen() throws IOException {
        List<Instant> told = new ArrayList<>();
        Call call = new Call();
        call.whenWaiting(told::add);
        try (RawServer server = new RawServer(RawServer.answer(429, "", "Retry-After: 45"), RawServer.ok(ONE));
                AyliaClient client = bench.client(server.base())) {
            Instant before = bench.clock.instant();
            client.scores(call);
            assertThat(told).contains(before.plusSeconds(45));
        }
    }

    @Test
    void retryAfterCountsBeforeTheReset() throws IOException {
        try (RawServer server = new RawServer(
                RawServer.answer(429, "", "X-RateLimit-Reset: 1773585042", "Retry-After: 5"), RawServer.ok(ONE))) {
            assertThat(scores(server)).isEqualTo(READ);
            assertThat(bench.sleeps).containsExactly(Duration.ofSeconds(5));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Nothing: 1",
                "Retry-After: soon",
                "Retry-After: -4",
                "Retry-After: 0",
                "Retry-After: Sat, 14 Mar 2026 14:31:00 GMT",
                "X-RateLimit-Reset: 1",
                "X-RateLimit-Reset: 99999999999999999999",
            })
    void withoutAUsefulHintItBacksOff(String header) throws IOException {
        try (RawServer server = new RawServer(RawServer.answer(429, "", header), RawServer.ok(ONE))) {
            assertThat(scores(server)).isEqualTo(READ);
            assertThat(bench.sleeps)
                    .singleElement()
                    .satisfies(slept -> assertThat(slept).isLessThanOrEqualTo(Duration.ofMillis(500)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After: 121 | 2026-03-15T14:32:01Z",
                "Retry-After: Sun, 15 Mar 2026 15:30:00 GMT | 2026-03-15T15:30:00Z",
                "X-RateLimit-Reset: 1773588600 | 2026-03-15T15:30:00Z",
                "Retry-After: 12345678901234567890 | 2057-11-21T16:16:39Z",
            })
    void aWaitBeyondTheMostIsToldAtOnce(String header, Instant until) throws IOException {
        try (RawServer server = new RawServer(RawServer.answer(429, "", header))) {
            assertThat(scores(server)).isEqualTo(new ApiResult.RateLimited<>(until));
            assertThat(server.requests()).hasSize(1);
            assertThat(bench.sleeps).isEmpty();
        }
    }

    @Test
    void theWaitsOfOneRequestCountTogether() throws IOException {
        try (RawServer server = new RawServer(RawServer.answer(429, "", "Retry-After: 50"))) {
            assertThat(scores(server)).isEqualTo(new ApiResult.RateLimited<>(Bench.START.plusSeconds(100 + 50)));
            assertThat(bench.slept()).isEqualTo(Duration.ofSeconds(100));
        }
    }

    @Test
    void aLimitWithoutAHintThatStaysIsToldWithAMinute() throws IOException {
        try (RawServer server = new RawServer(RawServer.answer(429, ""))) {
            ApiResult<Integer> result = scores(server);
            assertThat(server.requests()).hasSize(4);
            assertThat(result)
                    .isEqualTo(new ApiResult.RateLimited<>(bench.clock.instant().plusSeconds(60)));
        }
    }

    @Test
    void anAnswerThatIsBusyMaySayForHowLong() throws IOException {
        try (RawServer server = new RawServer(RawServer.answer(503, "", "Retry-After: 9"), RawServer.ok(ONE))) {
            assertThat(scores(server)).isEqualTo(READ);
            assertThat(bench.sleeps).containsExactly(Duration.ofSeconds(9));
        }
        try (RawServer server = new RawServer(RawServer.answer(503, "", "Retry-After: 900"))) {
            assertThat(scores(server)).isInstanceOf(ApiResult.RateLimited.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aWaitThatTheServerAskedForHoldsForEveryPart() throws IOException {
        try (RawServer server = new RawServer(
                        RawServer.answer(429, "", "Retry-After: 3600"), RawServer.ok(ONE), RawServer.ok(ONE));
                AyliaClient client = bench.client(server.base())) {
            assertThat(client.scores(new Call())).isInstanceOf(ApiResult.RateLimited.class);
            assertThat(client.recommendations(new Call())).isInstanceOf(ApiResult.RateLimited.class);
            assertThat(server.requests())
                    .as("the second part was not asked for")
                    .hasSize(1);

            bench.clock.move(Duration.ofHours(1));
            assertThat(client.scores(new Call())).isInstanceOf(ApiResult.Ok.class);
        }
    }

    @Test
    void aFaultThatLastsIsToldInGoodTimeButALimitIsWaitedFor() throws IOException {
        try (RawServer server = new RawServer(RawServer.answer(503, "", "Retry-After: 31"))) {
            assertThat(scores(server)).isEqualTo(new ApiResult.ServerFault<>(503));
            assertThat(server.requests()).hasSize(2);
        }
        try (RawServer server = new RawServer(
                RawServer.answer(429, "", "Retry-After: 31"),
                RawServer.answer(429, "", "Retry-After: 31"),
                RawServer.ok(ONE))) {
            assertThat(scores(server)).isEqualTo(READ);
        }
    }

    @Test
    void ourOwnLimitIsToldWithoutARequest() throws IOException {
        try (RawServer server = new RawServer(RawServer.ok(ONE))) {
            for (int i = 0; i < 60; i++) {
                assertThat(scores(server)).isEqualTo(READ);
            }
            assertThat(scores(server, Duration.ofSeconds(60)))
                    .isEqualTo(new ApiResult.RateLimited<>(Bench.START.plusSeconds(61)));
            assertThat(server.requests()).hasSize(60);
            assertThat(scores(server, Duration.ofSeconds(61))).isEqualTo(READ);
            assertThat(bench.slept()).isEqualTo(Duration.ofSeconds(61));
        }
    }

    @Test
    void backoffIsAnythingUpToABoundThatDoubles() {
        RetryPolicy policy = new RetryPolicy(new Random(11));
        for (int retry = 0; retry < 40; retry++) {
            long bound = Math.min(8_000, 500L << Math.min(retry, 10));
            long longest = 0;
            long shortest = Long.MAX_VALUE;
            for (int i = 0; i < 400; i++) {
                long millis = policy.backoff(retry).toMillis();
                longest = Math.max(longest, millis);
                shortest = Math.min(shortest, millis);
            }
            assertThat(longest).isBetween(bound * 9 / 10, bound);
            assertThat(shortest).isBetween(0L, bound / 10);
        }
    }

    @Test
    void theProbeAsksThreeTimesAndTellsEachPartApart() throws IOException {
        try (RawServer server = new RawServer(
                        RawServer.ok("{\"scores\": [{\"framework_id\": \"hipaa\"}, {\"framework_id\": \"cis-v8\"}]}"),
                        RawServer.answer(403, "{\"error\": \"Missing scope\"}"),
                        RawServer.ok("{\"scan\": null, \"platforms\": []}"));
                AyliaClient client =
                        new AyliaClient(server.base(), () -> null, bench.limiter, bench.clock, Duration.ofMinutes(2))) {
            assertThat(client.probe(Bench.KEY, new Call()).parts())
                    .isEqualTo(Map.of(
                            Part.SCORES, new ApiResult.Ok<>(2, List.of()),
                            Part.RECOMMENDATIONS, new ApiResult.Refused<>(Part.RECOMMENDATIONS, "Missing scope"),
                            Part.DISCOVERY, new ApiResult.Ok<>(0, List.of())))
                    .satisfies(all -> assertThat(all.keySet()).containsExactly(Part.values()));
            assertThat(server.requests())
                    .extracting(RawServer.Request::path)
                    .containsExactly(
                            "/api/v1/scores",
                            "/api/v1/recommendations?limit=1&offset=0",
                            "/api/v1/discovery?limit=1&offset=0");
            assertThat(server.requests())
                    .allSatisfy(r -> assertThat(r.headers()).containsEntry("X-API-Key", Bench.SECRET));
        }
    }

    @Test
    void scoresTellHowManyCame() throws IOException {
        List<Integer> progress = new ArrayList<>();
        try (RawServer server = new RawServer(
                        RawServer.ok("{\"scores\": [{\"framework_id\": \"hipaa\"}, {\"framework_id\": \"cis-v8\"}]}"));
                AyliaClient client = bench.client(server.base())) {
            assertThat(client.key()).isEqualTo(Bench.KEY);
            assertThat(client.scores(new Call(progress::add))).isInstanceOf(ApiResult.Ok.class);
            assertThat(progress).containsExactly(2);
        }
    }

    @Test
    void theProbeTellsWhoseTheKeyIsWithoutAnotherRequest() throws IOException {
        try (RawServer server = new RawServer(
                        RawServer.ok("{\"scores\": [null]}"),
                        RawServer.ok("{\"recommendations\": []}"),
                        RawServer.ok("{\"scan\": {\"id\": \"s\", \"organization_id\": \"org-1\","
                                + " \"domain\": \"northwind.example\"}, \"platforms\": []}"));
                AyliaClient client = bench.client(server.base())) {
            Probe probe = client.probe(Bench.KEY, new Call());
            assertThat(probe.organizationId()).isEqualTo("org-1");
            assertThat(probe.domain()).isEqualTo("northwind.example");
            assertThat(probe.parts().get(Part.SCORES))
                    .isEqualTo(new ApiResult.Ok<>(
                            1, List.of("rows left out: 1", "scores row 1 left out: it is not an object")));
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void theProbeOfAServerThatIsNotThereAsksForOnePartOnly() throws IOException {
        try (RawServer server = new RawServer(RawServer.reset());
                AyliaClient client = bench.client(server.base())) {
            assertThat(client.probe(Bench.KEY, new Call()).parts().values())
                    .hasSize(3)
                    .allSatisfy(result -> assertThat(result).isInstanceOf(ApiResult.Unreachable.class));
            assertThat(server.requests()).hasSize(4);
        }
    }
}
