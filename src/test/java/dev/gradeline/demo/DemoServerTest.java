package dev.gradeline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the API, as the vendor documents it, held over real HTTP. */
class DemoServerTest {
    private static final String OTHER_KEY = "ayliea_pk_" + "0badc0de".repeat(8);
    private static final List<String> RATE_HEADERS =
            List.of("Retry-After", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset");

    private Caller api;

    @BeforeEach
    void start() throws IOException {
        api = new Caller(Story.END);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void listensOnLoopbackAlone() throws IOException {
        URI address = api.server().baseUrl();
        assertThat(address.getScheme()).isEqualTo("http");
        assertThat(address.getHost()).isEqualTo("127.0.0.1");
        assertThat(address.getPath()).isEqualTo("/api/v1");
        try (Caller second = new Caller(Story.END)) {
            assertThat(second.server().baseUrl()).isNotEqualTo(address);
        }
    }

    @Test
    void theDemoKeyHasTheDocumentedForm() {
        assertThat(DemoServer.KEY).matches("ayliea_pk_a1b2c3d4[0-9a-f]{56}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/scores", "/recommendations", "/discovery"})
    void answersJsonInUtf8(String path) throws IOException {
        HttpResponse<byte[]> response = api.get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(Caller.parse(response).isObject()).isTrue();
        assertThat(RATE_HEADERS)
                .noneMatch(header -> response.headers().firstValue(header).isPresent());
    }

    @Test
    void turnsAwayWhoeverHasNoGoodKey() throws IOException {
        for (String path : List.of("/scores", "/recommendations", "/discovery")) {
            refused(api.get(path, null), 401, "Invalid API key");
            refused(api.get(path, OTHER_KEY), 401, "Invalid API key");
            refused(api.get(path, ""), 401, "Invalid API key");
            refused(api.get(path, DemoServer.KEY.substring(0, 73)), 401, "Invalid API key");
        }
        api.server().revoke(DemoServer.KEY);
        refused(api.get("/scores"), 401, "Invalid API key");
    }

    @ParameterizedTest
    @CsvSource({
        "scores:read, /scores",
        "recommendations:read, /recommendations",
        "discovery:read, /discovery",
    })
    void aKeyReadsWhatItsScopesName(String scope, String path) throws IOException {
        api.server().allow(OTHER_KEY, Set.of(scope));
        for (String each : List.of("/scores", "/recommendations", "/discovery")) {
            HttpResponse<byte[]> response = api.get(each, OTHER_KEY);
            if (each.equals(path)) {
                assertThat(response.statusCode()).isEqualTo(200);
            } else {
                refused(response, 403, "API key lacks the required scope: " + each.substring(1) + ":read");
            }
        }
    }

    @Test
    void anOrganisationBelowEnterpriseIsRefusedEverywhere() throws IOException {
        api.server().setEnterprise(false);
        for (String path : List.of("/scores", "/recommendations", "/discovery")) {
            refused(api.get(path), 403, "API access requires the Enterprise tier");
            refused(api.get(path, OTHER_KEY), 401, "Invalid API key");
        }
        api.server().setEnterprise(true);
        assertThat(api.get("/scores").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "", "/assessments", "/scores/", "/scores/ai-security", "/Scores", "/../v2/scores"})
    void knowsNoOtherPath(String path) throws IOException {
        refused(api.get(path), 404, "Not found");
    }

    @Test
    void isReadOnly() throws IOException {
        HttpRequest post = api.request("/scores", DemoServer.KEY)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        refused(api.send(post), 405, "Method not allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "ten", "", "1.5", "99999999999999999999", "%31%30%31", "+5", "٣"})
    void refusesALimitOutOfRange(String limit) throws IOException {
        String query = "?limit=" + limit.replace("٣", "%D9%A3");
        refused(api.get("/recommendations" + query), 400, "limit must be an integer between 1 and 100");
        refused(api.get("/discovery" + query), 400, "limit must be an integer between 1 and 100");
        assertThat(api.get("/scores" + query).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "ten", "", "0x10"})
    void refusesAnOffsetOutOfRange(String offset) throws IOException {
        refused(api.get("/recommendations?offset=" + offset), 400, "offset must be an integer of 0 or more");
        refused(api.get("/discovery?limit=5&offset=" + offset), 400, "offset must be an integer of 0 or more");
    }

    @Test
    void givesAHundredRowsUnlessAskedOtherwise() throws IOException {
        assertThat(api.json("/recommendations").get("recommendations")).hasSize(100);
        assertThat(api.json("/recommendations?limit=1").get("recommendations")).hasSize(1);
        assertThat(api.json("/recommendations?offset=3&other=x").get("recommendations"))
                .hasSize(100);
        assertThat(api.json("/recommendations?offset=999999999999").get("recommendations"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 99, 37})
    void pagesGiveEachRowOnceAndInOrder(int limit) throws IOException {
        List<JsonNode> whole = new ArrayList<>();
        for (String row : Story.northwind().at(Story.END).recommendations()) {
            whole.add(new ObjectMapper().readTree(row));
        }
        List<JsonNode> rows = api.all("/recommendations", "recommendations", limit);
        assertThat(rows).isEqualTo(whole);
        assertThat(rows).extracting(row -> row.get("id").asText()).doesNotHaveDuplicates();
    }

    @Test
    void sortsRecommendationsByPriorityAndThenNewestFirst() throws IOException {
        List<JsonNode> now = api.all("/recommendations", "recommendations", 100);
        assertThat(now).extracting(row -> row.get("priority").asInt()).isSorted();
        api.clock().moveTo(Story.LAST_VISIT);
        Set<String> known = Set.copyOf(api.all("/recommendations", "recommendations", 100).stream()
                .map(row -> row.get("id").asText())
                .toList());
        int fresh = 0;
        for (int i = 1; i < now.size(); i++) {
            boolean isNew = !known.contains(now.get(i).get("id").asText());
            boolean beforeIsNew = !known.contains(now.get(i - 1).get("id").asText());
            boolean samePriority =
                    now.get(i).get("priority").equals(now.get(i - 1).get("priority"));
            assertThat(isNew && !beforeIsNew && samePriority).as("row %d", i).isFalse();
            fresh += isNew ? 1 : 0;
        }
        assertThat(fresh).isPositive();
    }

    @Test
    void recommendationsHaveTheDocumentedFieldsAndNoMore() throws IOException {
        for (JsonNode row : api.json("/recommendations").get("recommendations")) {
            assertThat(row.fieldNames())
                    .toIterable()
                    .containsExactly("id", "title", "priority", "status", "framework_id", "category");
            assertThat(row.get("id").asText()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
            assertThat(row.get("priority").isInt()).isTrue();
            assertThat(row.get("status").asText()).isIn("open", "in_progress", "completed", "dismissed");
        }
    }

    @Test
    void scoresHaveTheDocumentedFieldsAndNoMore() throws IOException {
        JsonNode answer = api.json("/scores?limit=1");
        assertThat(answer.fieldNames()).toIterable().containsExactly("scores");
        assertThat(answer.get("scores")).hasSize(6);
        for (JsonNode row : answer.get("scores")) {
            assertThat(row.fieldNames())
                    .toIterable()
                    .containsExactly("framework_id", "overall_score", "grade", "completed_at");
            assertThat(row.get("overall_score").isNumber()).isTrue();
            assertThat(row.get("completed_at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        }
    }

    @Test
    void discoveryPagesThePlatformsAndGivesTheScanWholeEachTime() throws IOException {
        JsonNode whole = api.json("/discovery");
        assertThat(whole.fieldNames()).toIterable().containsExactly("scan", "platforms");
        JsonNode scan = whole.get("scan");
        assertThat(scan.fieldNames())
                .toIterable()
                .containsExactly("id", "organization_id", "status", "domain", "started_at", "completed_at", "summary");
        assertThat(scan.get("summary").fieldNames())
                .toIterable()
                .containsExactly("platforms_discovered", "shadow_ai_count", "overall_risk_score");
        List<JsonNode> platforms = new ArrayList<>();
        whole.get("platforms").forEach(platforms::add);
        assertThat(platforms)
                .extracting(row -> -row.get("confidence").asDouble())
                .isSorted();
        assertThat(platforms).allSatisfy(row -> {
            assertThat(row.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "id", "platform_name", "platform_type", "url", "confidence", "metadata", "created_at");
            assertThat(row.get("metadata").fieldNames()).toIterable().containsExactly("vendor", "category");
        });

        assertThat(api.all("/discovery", "platforms", 5)).isEqualTo(platforms);
        JsonNode beyond = api.json("/discovery?offset=14");
        assertThat(beyond.get("platforms")).isEmpty();
        assertThat(beyond.get("scan")).isEqualTo(scan);
    }

    @Test
    void withoutAScanTheScanIsNullAndThePlatformsAreEmpty() throws IOException {
        api.clock().moveTo(Instant.parse("2024-12-31T23:59:59Z"));
        assertThat(Caller.text(api.get("/discovery"))).isEqualTo("{\"scan\":null,\"platforms\":[]}");
        api.clock().moveTo(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(Caller.text(api.get("/scores"))).isEqualTo("{\"scores\":[]}");
        assertThat(Caller.text(api.get("/recommendations"))).isEqualTo("{\"recommendations\":[]}");
    }

    @Test
    void refusesThe61stRequestOfAMinuteAndSaysWhenToComeBack() throws IOException {
        for (int i = 0; i < 60; i++) {
            assertThat(api.get("/scores").statusCode()).isEqualTo(200);
        }
        api.clock().advance(Duration.ofMillis(14_500));
        HttpResponse<byte[]> response = api.get("/discovery");
        refused(response, 429, "Rate limit exceeded. Try again in 46 seconds.");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("46");
        assertThat(response.headers().firstValue("X-RateLimit-Limit")).hasValue("60");
        assertThat(response.headers().firstValue("X-RateLimit-Remaining")).hasValue("0");
        long reset = Story.END.plusSeconds(60).getEpochSecond();
        assertThat(response.headers().firstValue("X-RateLimit-Reset")).hasValue(Long.toString(reset));

        api.clock().advance(Duration.ofSeconds(45));
        assertThat(api.get("/scores").statusCode()).isEqualTo(429);
        api.clock().advance(Duration.ofSeconds(1));
        assertThat(api.get("/scores").statusCode()).isEqualTo(200);
    }

    @Test
    void theWindowSlides() throws IOException {
        assertThat(passing(30)).isEqualTo(30);
        api.clock().advance(Duration.ofSeconds(40));
        assertThat(passing(40)).isEqualTo(30);
        api.clock().advance(Duration.ofSeconds(20));
        assertThat(passing(40)).isEqualTo(30);
        assertThat(api.get("/scores").headers().firstValue("Retry-After")).hasValue("40");
        api.clock().advance(Duration.ofDays(-300));
        assertThat(passing(70)).isEqualTo(60);
    }

    @Test
    void theRateIsCountedForEachKeyAndForEveryRequestThatItSends() throws IOException {
        api.server().allow(OTHER_KEY, Set.of("scores:read"));
        assertThat(passing(60)).isEqualTo(60);
        assertThat(api.get("/scores").statusCode()).isEqualTo(429);
        for (int i = 0; i < 59; i++) {
            assertThat(api.get("/discovery", OTHER_KEY).statusCode()).isEqualTo(403);
        }
        assertThat(api.get("/scores", OTHER_KEY).statusCode()).isEqualTo(200);
        assertThat(api.get("/scores", OTHER_KEY).statusCode()).isEqualTo(429);
    }

    @Test
    void noMoreThanSixtyOfManyAtOncePass() throws Exception {
        List<CompletableFuture<HttpResponse<byte[]>>> calls = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            calls.add(api.later("/recommendations?limit=1"));
        }
        int passed = 0;
        for (CompletableFuture<HttpResponse<byte[]>> call : calls) {
            passed += call.get(20, TimeUnit.SECONDS).statusCode() == 200 ? 1 : 0;
        }
        assertThat(passed).isEqualTo(60);
        assertThat(api.server().requests()).isEqualTo(90);
    }

    @ParameterizedTest
    @CsvSource({
        "500, Internal server error",
        "503, Service unavailable",
        "401, Invalid API key",
        "403, API access requires the Enterprise tier",
        "404, Not found",
    })
    void aFaultAnswersWithItsStatus(int status, String sentence) throws IOException {
        api.server().setFault(Fault.status(status));
        refused(api.get("/scores"), status, sentence);
        refused(api.get("/discovery"), status, sentence);
        api.server().setFault(null);
        assertThat(api.get("/scores").statusCode()).isEqualTo(200);
    }

    @Test
    void aFaultCanStrikeOneEndpointAlone() throws IOException {
        api.server().setFault(Fault.status(429).at("/discovery"));
        assertThat(api.get("/scores").statusCode()).isEqualTo(200);
        assertThat(api.get("/recommendations").statusCode()).isEqualTo(200);
        HttpResponse<byte[]> struck = api.get("/discovery");
        assertThat(struck.statusCode()).isEqualTo(429);
        assertThat(struck.headers().firstValue("Retry-After")).hasValue("60");
    }

    @Test
    void aFaultCanPutAPageInPlaceOfTheAnswer() throws IOException {
        api.server().setFault(Fault.page());
        HttpResponse<byte[]> response = api.get("/scores");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(Caller.text(response)).startsWith("<!DOCTYPE html>");
    }

    @Test
    void aFaultCanCutTheAnswer() throws IOException {
        api.server().setFault(Fault.cut().at("/recommendations"));
        assertThatThrownBy(() -> api.get("/recommendations")).isInstanceOf(IOException.class);
        api.server().setFault(null);
        assertThat(api.json("/recommendations").get("recommendations")).hasSize(100);
    }

    @Test
    void aFaultCanHoldTheAnswerBackUntilItIsLifted() throws Exception {
        api.server().setFault(Fault.stall());
        CompletableFuture<HttpResponse<byte[]>> call = api.later("/scores");
        assertThatThrownBy(() -> call.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(api.server().requests()).isZero();
        api.server().setFault(null);
        assertThat(call.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void closesWhileAnAnswerIsHeldBack() {
        api.server().setFault(Fault.stall());
        CompletableFuture<HttpResponse<byte[]>> call = api.later("/scores");
        assertThatThrownBy(() -> call.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        api.server().close();
        assertThatThrownBy(() -> call.get(20, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    }

    @Test
    void answersNobodyOnceClosed() {
        api.server().close();
        api.server().close();
        assertThatThrownBy(() -> api.get("/scores")).isInstanceOf(IOException.class);
    }

    @Test
    void countsWhatItAnswered() throws IOException {
        assertThat(api.server().requests()).isZero();
        api.get("/scores");
        api.get("/nowhere");
        api.get("/scores", null);
        assertThat(api.server().requests()).isEqualTo(3);
    }

    @Test
    void theAnswerFollowsTheClock() throws IOException {
        api.clock().moveTo(Instant.parse("2026-11-15T09:11:59Z"));
        assertThat(Caller.text(api.get("/scores")))
                .contains("\"overall_score\":66,")
                .doesNotContain(":72,");
        api.clock().advance(Duration.ofSeconds(1));
        assertThat(Caller.text(api.get("/scores")))
                .contains("\"overall_score\":72,")
                .doesNotContain(":66,");
    }

    @Test
    void twoServersGiveTheSameBytes() throws IOException {
        try (Caller again = new Caller(new Story(Script.northwind()), Story.END)) {
            for (String instant : List.of("2024-11-23T06:40:00Z", "2025-10-14T13:05:00Z", "2026-11-23T06:40:00Z")) {
                api.clock().moveTo(Instant.parse(instant));
                again.clock().moveTo(Instant.parse(instant));
                for (String path :
                        List.of("/scores", "/recommendations", "/recommendations?offset=100", "/discovery")) {
                    assertThat(again.get(path).body()).isEqualTo(api.get(path).body());
                }
            }
        }
    }

    @Test
    void sendsWhatIsNotAsciiUnharmed() throws IOException {
        byte[] expected = "Translate the privacy notice into Français, Español, Tiếng Việt and 中文"
                .getBytes(StandardCharsets.UTF_8);
        boolean found = false;
        for (int offset = 0; offset < 1300; offset += 100) {
            found |= contains(api.get("/recommendations?offset=" + offset).body(), expected);
        }
        assertThat(found).isTrue();
    }

    private static boolean contains(byte[] body, byte[] part) {
        String latin = new String(body, StandardCharsets.ISO_8859_1);
        return latin.contains(new String(part, StandardCharsets.ISO_8859_1));
    }

    private int passing(int requests) throws IOException {
        int passed = 0;
        for (int i = 0; i < requests; i++) {
            passed += api.get("/scores").statusCode() == 200 ? 1 : 0;
        }
        return passed;
    }

    private static void refused(HttpResponse<byte[]> response, int status, String sentence) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(Caller.text(response)).isEqualTo("{\"error\":\"" + sentence + "\"}");
    }
}
