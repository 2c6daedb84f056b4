package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong on the way, done to the client by a real server. */
@Timeout(30)
class ClientFaultsTest {
    private static final String ONE = "{\"scores\": [{\"framework_id\": \"hipaa\", \"overall_score\": 72}]}";

    private final Bench bench = new Bench();

    @AfterEach
    void theKeyIsNowhere() {
        bench.close();
    }

    private ApiResult<List<Assessment>> scores(URI base) {
        return scores(bench.client(base));
    }

    private ApiResult<List<Assessment>> scoresAfter(RawServer.Script... scripts) throws IOException {
        try (RawServer server = new RawServer(scripts)) {
            return scores(server.base());
        }
    }

    private ApiResult<List<Assessment>> impatientScoresAfter(RawServer.Script... scripts) throws IOException {
        try (RawServer server = new RawServer(scripts)) {
            return scores(bench.impatientClient(server.base()));
        }
    }

    private static ApiResult<List<Assessment>> scores(AyliaClient client) {
        try (client) {
            ApiResult<List<Assessment>> result = client.scores(new Call());
            assertThat(result.toString()).doesNotContain(Bench.SECRET.substring(18, 30));
            return result;
        }
    }

    private static void assertRead(ApiResult<List<Assessment>> result) {
        assertThat(result.map(List::size)).isEqualTo(new ApiResult.Ok<>(1, List.of()));
    }

    private static String notUnderstood(ApiResult<?> result) {
        assertThat(result).isInstanceOf(ApiResult.NotUnderstood.class);
        return ((ApiResult.NotUnderstood<?>) result).what();
    }

    private static String unreachable(ApiResult<?> result) {
        assertThat(result).isInstanceOf(ApiResult.Unreachable.class);
        return ((ApiResult.Unreachable<?>) result).why();
    }

    @Test
    void theRequestCarriesTheKeyInItsHeaderAndNowhereElse() throws IOException {
        try (RawServer server = new RawServer(RawServer.ok(ONE))) {
            assertRead(scores(server.base()));
            RawServer.Request request = server.requests().getFirst();
            assertThat(request.line()).isEqualTo("GET /api/v1/scores HTTP/1.1");
            assertThat(request.headers())
                    .containsEntry("X-API-Key", Bench.SECRET)
                    .containsEntry("Accept", "application/json")
                    .containsEntry("Accept-Encoding", "gzip")
                    .containsEntry("User-Agent", Bench.AGENT);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aResetIsTriedAgain() throws IOException {
        assertRead(scoresAfter(RawServer.reset(), RawServer.silence(), RawServer.ok(ONE)));
        assertThat(bench.sleeps).hasSize(2);
    }

    @Test
    void resetsWithoutEndAreUnreachableAfterFourTries() throws IOException {
        try (RawServer server = new RawServer(RawServer.reset())) {
            assertThat(unreachable(scores(server.base()))).isEqualTo("the connection was cut off before an answer");
            assertThat(server.requests()).hasSize(4);
            assertThat(bench.limiter.left()).isEqualTo(56);
        }
    }

    @Test
    void aConnectionClosedWithoutAWordTakesOnePermitForEachRequestThatTheServerSaw() throws IOException {
        try (RawServer server = new RawServer(RawServer.silence())) {
            assertThat(unreachable(scores(server.base()))).isEqualTo("the connection was cut off before an answer");
            assertThat(server.requests()).hasSize(4);
            assertThat(bench.limiter.left()).isEqualTo(56);
        }
    }

    @Test
    void anAnswerThatStallsIsGivenUp() throws IOException {
        long begun = System.nanoTime();
        assertThat(unreachable(impatientScoresAfter(RawServer.stall()))).startsWith("timed out: no answer");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aBodyThatStallsIsGivenUpAndTriedAgain() throws IOException {
        assertRead(impatientScoresAfter(RawServer.stallInBody(), RawServer.ok(ONE)));
    }

    @Test
    void aBodyThatDripsIsGivenUpAtTheDeadlineForTheWhole() throws IOException {
        long begun = System.nanoTime();
        assertRead(impatientScoresAfter(RawServer.drip(), RawServer.ok(ONE)));
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(1_500), Duration.ofSeconds(10));
        assertThat(bench.log()).contains("timed out: no end of the answer");
    }

    @Test
    void anEndlessBodyIsCutAtItsCap() throws IOException {
        assertThat(notUnderstood(scoresAfter(RawServer.flood()))).isEqualTo("an answer larger than 32 MiB");
    }

    @Test
    void halfABodyIsTriedAgain() throws IOException {
        assertRead(scoresAfter(RawServer.half(ONE.substring(0, 20), ONE.length()), RawServer.ok(ONE)));
    }

    @Test
    void halfABodyThatStaysHalfIsNotUnderstood() throws IOException {
        assertThat(notUnderstood(scoresAfter(RawServer.half(ONE.substring(0, 20), ONE.length()))))
                .isEqualTo("an answer that broke off in the middle");
    }

    @Test
    void halfABodyThatClaimsToBeWholeIsNotUnderstoodAtOnce() throws IOException {
        try (RawServer server = new RawServer(RawServer.ok(ONE.substring(0, 30)))) {
            assertThat(notUnderstood(scores(server.base()))).contains("not whole JSON", "“{\"scores\":");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aRedirectIsNotFollowedAndTheOtherHostSeesNothing() throws IOException {
        try (RawServer other = new RawServer(RawServer.ok(ONE));
                RawServer server =
                        new RawServer(RawServer.answer(302, "", "Location: " + other.base() + "/scores?from=here"))) {
            assertThat(notUnderstood(scores(server.base())))
                    .startsWith("HTTP 302, a redirect to http://127.0.0.1:")
                    .endsWith("not followed");
            assertThat(other.requests()).isEmpty();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aPortalsPageIsNotUnderstoodWithAShortSafePieceOfIt() throws IOException {
        String page = "<html>\u202e\u0007<h1>Welcome to the\n\n hotel</h1>" + Bench.SECRET + "x".repeat(9_000);
        assertThat(notUnderstood(scoresAfter(RawServer.ok(page))))
                .startsWith("a web page instead of data: “<html> <h1>Welcome to the hotel</h1>ayliea_pk_a1b2c3d4…")
                .hasSizeLessThan(200)
                .doesNotContain("\u202e", "\u0007", "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "7",
                "\"scores\"",
                "{}",
                "{\"scores\": null}",
                "{\"scores\": {}}",
                "{\"scores\": [}",
                "{\"error\": \"no\"}",
                "{\"scores\": []} {}",
                "{\"scores\": []} and more",
                "{\"scores\": [], \"scores\": []}",
                "{\"scores\": [NaN]}",
                "{\"scores\": [{\"a\": tru",
                "\u0000\u0001\u0002"
            })
    void anotherShapeIsNotUnderstood(String body) throws IOException {
        try (RawServer server = new RawServer(RawServer.ok(body))) {
            notUnderstood(scores(server.base()));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void nestingAndLengthsAreBounded() throws IOException {
        notUnderstood(scoresAfter(RawServer.ok("{\"x\": " + "[".repeat(100_000))));
        notUnderstood(scoresAfter(RawServer.ok("{\"scores\": [{\"a\": \"" + "x".repeat(2_000_000) + "\"}]}")));
        notUnderstood(scoresAfter(RawServer.ok("{\"scores\": [{\"a\": " + "1".repeat(100_000) + "}]}")));
    }

    @Test
    void gzipIsUnpacked() throws IOException {
        byte[] packed = RawServer.gzip(ONE.getBytes(StandardCharsets.UTF_8));
        assertRead(scoresAfter(RawServer.answer(200, packed, "Content-Encoding: gzip")));
        assertRead(scoresAfter(RawServer.answer(200, packed, "Content-Encoding: X-GZIP")));
    }

    @Test
    void gzipThatIsNoneOrHalfOrABombIsNotUnderstood() throws IOException {
        String header = "Content-Encoding: gzip";
        byte[] packed = RawServer.gzip(ONE.getBytes(StandardCharsets.UTF_8));
        assertThat(notUnderstood(scoresAfter(RawServer.answer(200, ONE, header))))
                .contains("cannot be unpacked");
        assertThat(notUnderstood(
                        scoresAfter(RawServer.answer(200, java.util.Arrays.copyOf(packed, packed.length / 2), header))))
                .contains("breaks off");
        assertThat(notUnderstood(scoresAfter(RawServer.answer(200, RawServer.gzip(new byte[40 << 20]), header))))
                .contains("larger than 32 MiB when unpacked");
        assertThat(notUnderstood(scoresAfter(RawServer.answer(200, ONE, "Content-Encoding: br"))))
                .contains("not asked for: br");
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws IOException {
        assertRead(scoresAfter(RawServer.ok("\uFEFF" + ONE)));
    }

    @Test
    void bytesThatAreNotUtf8SpoilTheirLettersOnly() throws IOException {
        byte[] body = "{\"scores\": [{\"framework_id\": \"caf\u00e9\"}, {\"framework_id\": \"hipaa\"}]}"
                .getBytes(StandardCharsets.ISO_8859_1);
        ApiResult<List<Assessment>> result = scoresAfter(RawServer.answer(200, body));
        assertThat(result).isInstanceOf(ApiResult.Ok.class);
        var ok = (ApiResult.Ok<List<Assessment>>) result;
        assertThat(ok.value()).extracting(a -> a.framework().id()).containsExactly("caf\uFFFD", "hipaa");
        assertThat(ok.oddities()).singleElement().asString().contains("not UTF-8");
    }

    @Test
    void bytesThatAreNothingAtAllAreNotUnderstood() throws IOException {
        byte[] body = new byte[5_000];
        new java.util.Random(3).nextBytes(body);
        notUnderstood(scoresAfter(RawServer.answer(200, body)));
    }

    @Test
    void whatIsNotHttpIsNotUnderstood() throws IOException {
        assertThat(notUnderstood(scoresAfter(RawServer.bytes("SSH-2.0-OpenSSH_9.6\r\n\r\n"))))
                .isEqualTo("an answer that is not HTTP");
    }

    @Test
    void aPortWhereNobodyListensIsRefused() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(unreachable(scores(URI.create("http://127.0.0.1:" + port))))
                .isEqualTo("connection refused by 127.0.0.1");
    }

    @Test
    void aHostThatDoesNotExistIsNamed() {
        assertThat(unreachable(scores(URI.create("https://assess.invalid")))).isEqualTo("no such host: assess.invalid");
    }

    @Test
    void aServerWithoutTlsWhereTlsIsAskedForIsUnreachable() throws IOException {
        try (RawServer server = new RawServer(RawServer.ok(ONE))) {
            URI base = URI.create("https://127.0.0.1:" + server.base().getPort());
            assertThat(unreachable(scores(base))).startsWith("no secure connection to 127.0.0.1");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 206, 301, 304, 307, 400, 404, 405, 409, 418, 451})
    void anyOtherStatusIsNotUnderstoodAndNotTriedAgain(int status) throws IOException {
        try (RawServer server = new RawServer(RawServer.answer(status, ""))) {
            assertThat(notUnderstood(scores(server.base()))).contains("HTTP " + status);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aProxyOnTheWayThatAsksWhoWeAreIsToldAndNotTriedAgain() throws IOException {
        try (RawServer server = new RawServer(RawServer.answer(407, ""))) {
            assertThat(unreachable(scores(server.base()))).isEqualTo("the proxy asks for a name and a password");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void whatTheServerSaysOnABadRequestIsTold() throws IOException {
        assertThat(notUnderstood(scoresAfter(RawServer.answer(400, "{\"error\": \"limit must be 1 to 100\"}"))))
                .isEqualTo("HTTP 400: “{\"error\": \"limit must be 1 to 100\"}”");
    }

    @Test
    void anUnknownKeyIsToldApartFromNone() throws IOException {
        try (RawServer server = new RawServer(RawServer.answer(401, "{\"error\": \"Invalid API key\"}"))) {
            assertThat(scores(server.base())).isEqualTo(new ApiResult.NoKey<>(true));
            assertThat(server.requests()).hasSize(1);
            try (AyliaClient client =
                    new AyliaClient(server.base(), () -> null, bench.limiter, bench.clock, Duration.ofSeconds(1))) {
                assertThat(client.scores(new Call())).isEqualTo(new ApiResult.NoKey<>(false));
                assertThat(client.recommendations(new Call())).isEqualTo(new ApiResult.NoKey<>(false));
                assertThat(client.discovery(new Call())).isEqualTo(new ApiResult.NoKey<>(false));
            }
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aRefusalCarriesTheServersSentenceCleaned() throws IOException {
        String sentence = "Key " + Bench.SECRET + " lacks\\u202e scores:read\\n\\u0000now";
        assertThat(scoresAfter(RawServer.answer(403, "{\"code\": [1], \"error\": \"" + sentence + "\"}")))
                .isEqualTo(new ApiResult.Refused<>(Part.SCORES, "Key ayliea_pk_a1b2c3d4… lacks scores:read now"));
        assertThat(scoresAfter(RawServer.answer(403, "{\"error\": \"" + "long ".repeat(1_000) + "\"}")))
                .isInstanceOfSatisfying(
                        ApiResult.Refused.class,
                        refused -> assertThat(refused.message()).hasSize(200).endsWith("…"));
        assertThat(scoresAfter(RawServer.answer(403, ""))).isEqualTo(new ApiResult.Refused<>(Part.SCORES, ""));
    }

    @Test
    void aProxysForbiddenPageIsNoWordAboutTheKey() throws IOException {
        assertThat(notUnderstood(scoresAfter(RawServer.answer(403, "<html>Blocked by policy</html>"))))
                .startsWith("HTTP 403: “<html>Blocked");
    }

    @Test
    void closingTheClientEndsWhatIsUnderWayAndEveryLaterCall() throws Exception {
        try (RawServer server = new RawServer(RawServer.stallInBody())) {
            AyliaClient client = bench.wakefulClient(server.base());
            var result = CompletableFuture.supplyAsync(() -> client.scores(new Call()));
            server.midway().await();
            client.close();
            assertThat(result.get(10, TimeUnit.SECONDS)).isEqualTo(new ApiResult.Cancelled<>());
            assertThat(client.scores(new Call())).isEqualTo(new ApiResult.Cancelled<>());
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aCancelledCallAsksNothing() throws IOException {
        try (RawServer server = new RawServer(RawServer.ok(ONE));
                AyliaClient client = bench.client(server.base())) {
            Call call = new Call();
            call.cancel();
            assertThat(client.scores(call)).isEqualTo(new ApiResult.Cancelled<>());
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void anInterruptEndsACallAsCancellingDoes() throws Exception {
        try (RawServer server = new RawServer(RawServer.stall());
                AyliaClient client = bench.wakefulClient(server.base())) {
            var result = new CompletableFuture<ApiResult<?>>();
            Thread caller = Thread.startVirtualThread(() -> {
                ApiResult<?> ended = client.scores(new Call());
                result.complete(Thread.currentThread().isInterrupted() ? ended : new ApiResult.Ok<>("lost", List.of()));
            });
            server.midway().await();
            caller.interrupt();
            assertThat(result.get(10, TimeUnit.SECONDS)).isEqualTo(new ApiResult.Cancelled<>());
        }
    }
}
