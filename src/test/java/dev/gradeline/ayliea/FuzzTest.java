package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of all three endpoints, spoilt at random: each ends in a result, soon, and nothing is thrown. */
@Timeout(60)
class FuzzTest {
    private static final List<Part> PARTS = List.of(Part.values());
    private static final int CASES = 4_000;
    private static final URI BASE = URI.create("https://assess.example/api/v1");

    private static final Map<Part, String> GOOD =
            Map.of(Part.SCORES, """
            {"scores": [
              {"framework_id": "nist-csf-2", "overall_score": 72.5, "grade": "C", "completed_at": "2026-03-15T14:30:00Z"},
              {"framework_id": "hipaa", "overall_score": 90, "grade": "A", "completed_at": "2026-02-28T23:59:59.999+02:00"},
              {"framework_id": "soc-2-é", "overall_score": null, "new": {"x": [1, {}]}}]}""", Part.RECOMMENDATIONS, """
            {"recommendations": [
              {"id": "0b7e2a94-6a51-4f0e-9d0c-1f6f9c2b7a10", "title": "Require multi-factor login \u2014 everywhere",
               "priority": 1, "status": "open", "framework_id": "cis-v8", "category": "Access Control"},
              {"id": "r2", "title": "Train “people” 😀", "priority": "2", "status": "in_progress"},
              {"id": "r3", "title": null, "priority": 3.0, "status": "new-status", "category": ""}]}""", Part.DISCOVERY, """
            {"scan": {"id": "s", "organization_id": "o", "status": "completed", "domain": "northwind.example",
              "started_at": "2026-03-15T14:00:00Z", "completed_at": "2026-03-15T14:30:00Z",
              "summary": {"platforms_discovered": 2, "shadow_ai_count": 1, "overall_risk_score": 4.17e1}},
             "platforms": [
              {"id": "p1", "platform_name": "Chat", "platform_type": "llm_chat", "url": "https://chat.example",
               "confidence": 0.95, "metadata": {"vendor": "Vendor", "category": null}, "created_at": "2026-03-01T00:00:00Z"},
              {"metadata": [], "confidence": 9.5e-1}, {}]}""");

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ",",
            ":",
            "\\",
            "null",
            "true",
            "-",
            "1e999999999",
            "-1E-2147483649",
            "NaN",
            "0x1",
            "1".repeat(1_200),
            "9".repeat(400) + "." + "9".repeat(400),
            "[".repeat(70),
            "[".repeat(5_000),
            "{\"a\":".repeat(63),
            "{\"metadata\":".repeat(1_000),
            "\"" + "x".repeat(70_000) + "\"",
            "\\ud800",
            "\\u0000",
            "\\udc00\\ud800",
            "\\u202e",
            "\u202e\u2066",
            "\u0000",
            "\u0007",
            "\uFEFF",
            "\uD83D\uDE00",
            "e\u0301\u0301",
            "\u2028",
            "/*",
            "//",
            "<html>",
            "\"id\": ",
            "\"scores\": ",
            "\"platforms\": [], ",
            "\"scan\": 7, ",
            "2026-02-30T25:61:61Z",
            "+999999999-01-01T00:00:00Z",
            "\"id\": {\"a\": [{}]}, ");

    /** Every way to spoil an answer; several are used on one. */
    private static final List<Spoiler> SPOILERS = List.of(
            // cut off, or cut out
            (body, random) -> Arrays.copyOf(body, random.nextInt(body.length + 1)),
            (body, random) -> {
                int from = random.nextInt(body.length + 1);
                int to = Math.min(body.length, from + random.nextInt(40));
                return spliced(body, from, to, new byte[0]);
            },
            // a stretch doubled, in its place or elsewhere
            (body, random) -> {
                int from = random.nextInt(body.length + 1);
                int to = Math.min(body.length, from + random.nextInt(200));
                int at = random.nextBoolean() ? to : random.nextInt(body.length + 1);
                return spliced(body, at, at, Arrays.copyOfRange(body, from, to));
            },
            // bytes swapped, changed, and bits turned
            (body, random) -> changed(body, copy -> {
                int one = random.nextInt(copy.length);
                int other = random.nextInt(copy.length);
                byte kept = copy[one];
                copy[one] = copy[other];
                copy[other] = kept;
                return copy;
            }),
            (body, random) -> changed(body, copy -> {
                copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
                return copy;
            }),
            (body, random) -> changed(body, copy -> {
                copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
                return copy;
            }),
            // something strange put in, between or over
            (body, random) -> {
                int from = random.nextInt(body.length + 1);
                int to = random.nextBoolean() ? from : Math.min(body.length, from + random.nextInt(12));
                return spliced(body, from, to, piece(random));
            },
            // a value replaced where one stands
            (body, random) -> {
                String text = new String(body, StandardCharsets.ISO_8859_1);
                int colon = text.indexOf(':', random.nextInt(text.length() + 1));
                int end = colon < 0 ? -1 : text.indexOf(',', colon);
                return end < 0 ? body : spliced(body, colon + 1, end, piece(random));
            });

    private interface Spoiler {
        byte[] spoil(byte[] body, Random random);
    }

    private static byte[] piece(Random random) {
        return PIECES.get(random.nextInt(PIECES.size()))
                .getBytes(random.nextInt(8) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private static byte[] changed(byte[] body, UnaryOperator<byte[]> change) {
        return body.length == 0 ? body : change.apply(body.clone());
    }

    private static byte[] spliced(byte[] body, int from, int to, byte[] between) {
        byte[] whole = new byte[body.length - (to - from) + between.length];
        System.arraycopy(body, 0, whole, 0, from);
        System.arraycopy(between, 0, whole, from, between.length);
        System.arraycopy(body, to, whole, from + between.length, body.length - to);
        return whole;
    }

    private static byte[] spoilt(Part part, Random random) {
        byte[] body = GOOD.getOrDefault(part, "").getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i >= 0; i--) {
            body = SPOILERS.get(random.nextInt(SPOILERS.size())).spoil(body, random);
        }
        return body;
    }

    /** Answers every request with one body, at once and without a network. */
    private static final class Canned implements Sender {
        private Answer answer = answer(new byte[0], false);

        void next(byte[] body, boolean packed) {
            answer = answer(body, packed);
        }

        private static Answer answer(byte[] body, boolean packed) {
            Map<String, List<String>> headers = packed ? Map.of("Content-Encoding", List.of("gzip")) : Map.of();
            return new Answer(200, HttpHeaders.of(headers, (name, value) -> true), body, 32 << 20);
        }

        @Override
        public Answer get(URI uri, ApiKey key, Call call) {
            return answer;
        }

        @Override
        public void close() {}
    }

    private static ApiResult<?> asked(AyliaClient client, Part part) {
        return switch (part) {
            case SCORES -> client.scores(new Call());
            case RECOMMENDATIONS -> client.recommendations(new Call());
            case DISCOVERY -> client.discovery(new Call());
        };
    }

    private static AyliaClient client(Bench bench, Sender sender) {
        return new AyliaClient(
                BASE,
                () -> Bench.KEY,
                // the limit is not what is tried here
                new RateLimiter(60, Duration.ofMillis(1), bench.clock, bench.clock::nanos, null),
                bench.clock,
                Duration.ofMinutes(2),
                bench.environment(),
                sender);
    }

    /** 24,000 cases in all. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everySpoiltAnswerEndsInAResult(long seed) throws IOException {
        Random random = new Random(seed);
        Canned canned = new Canned();
        int read = 0;
        try (Bench bench = new Bench();
                AyliaClient client = client(bench, canned)) {
            bench.silence();
            for (int number = 0; number < CASES; number++) {
                Part part = PARTS.get(random.nextInt(PARTS.size()));
                byte[] body = spoilt(part, random);
                boolean packed = random.nextInt(10) == 0;
                canned.next(packed && random.nextBoolean() ? RawServer.gzip(body) : body, packed);
                long begun = System.nanoTime();
                ApiResult<?> result = result(client, part, seed, number);
                String which = "seed %d, case %d, %s".formatted(seed, number, part);
                assertThat(result).as(which).isInstanceOfAny(ApiResult.Ok.class, ApiResult.NotUnderstood.class);
                assertThat(Duration.ofNanos(System.nanoTime() - begun))
                        .as(which)
                        .isLessThan(Duration.ofSeconds(5));
                if (result instanceof ApiResult.NotUnderstood<?>(String what)) {
                    assertThat(what)
                            .as(which)
                            .isNotBlank()
                            .hasSizeLessThan(400)
                            .doesNotContain("\n", "\u202e", "\u0000");
                } else {
                    read++;
                }
            }
        }
        assertThat(read).as("some are read all the same, seed %d", seed).isBetween(CASES / 20, CASES * 19 / 20);
    }

    private static ApiResult<?> result(AyliaClient client, Part part, long seed, int number) {
        try {
            return asked(client, part);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("seed %d, case %d, %s".formatted(seed, number, part), e);
        }
    }

    @Test
    void unspoiltTheyAreAllRead() {
        Canned canned = new Canned();
        try (Bench bench = new Bench();
                AyliaClient client = client(bench, canned)) {
            GOOD.forEach((part, body) -> {
                canned.next(body.getBytes(StandardCharsets.UTF_8), false);
                assertThat(asked(client, part)).isInstanceOf(ApiResult.Ok.class);
            });
        }
    }
}
