package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Scan;
import dev.gradeline.posture.Status;
import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API's rows become, without a network. */
class RowsTest {
    private static final Instant SEEN = Bench.START;
    private static final RowMapping MAPPING = new RowMapping(SEEN);

    private static Answer answer(byte[] body) {
        return new Answer(200, HttpHeaders.of(Map.of(), (name, value) -> true), body, 32 << 20);
    }

    private static Page<Assessment> scores(String rows) throws CallEnded {
        return new AnswerReader("scores", null)
                .read(
                        answer(("{\"scores\": [" + rows + "]}").getBytes(StandardCharsets.UTF_8)),
                        0,
                        MAPPING::assessment);
    }

    private static Assessment score(String fields) throws CallEnded {
        Page<Assessment> page = scores("{\"framework_id\": \"hipaa\", " + fields + "}");
        assertThat(page.oddities().texts()).isEmpty();
        return page.rows().getFirst();
    }

    private static String oddity(String fields) throws CallEnded {
        Page<Assessment> page = scores("{\"framework_id\": \"hipaa\", " + fields + "}");
        assertThat(page.rows()).containsExactly(new Assessment(new Framework("hipaa"), null, null, null, SEEN, false));
        assertThat(page.oddities().texts()).hasSize(1);
        return page.oddities().texts().getFirst();
    }

    @Test
    void aKeyInARowIsCutAndTheRestStaysAsItIs() throws CallEnded {
        Assessment read = score("\"grade\": \"A \u202e" + Bench.SECRET + "!\"");
        assertThat(read.grade()).isEqualTo(new Grade("A \u202e" + Bench.KEY.visible() + "!"));
    }

    @Test
    void anAssessmentIsReadAsItStands() throws CallEnded {
        assertThat(scores("""
                {"framework_id": "soc-2-\u00e9", "overall_score": 72.50, "grade": "A+", "new": {"x": [1, {}]},
                 "completed_at": "2026-03-15T14:30:00Z"}""").rows())
                .containsExactly(new Assessment(
                        new Framework("soc-2-\u00e9"),
                        new BigDecimal("72.50"),
                        new Grade("A+"),
                        Instant.parse("2026-03-15T14:30:00Z"),
                        SEEN,
                        false));
    }

    @Test
    void aRowMayHaveFarMoreFieldsThanWeKnow() throws CallEnded {
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            more.append("\"field_").append(i).append("\": ").append(i).append(", ");
        }
        assertThat(score(more + "\"grade\": \"B\"").grade()).isEqualTo(new Grade("B"));
        assertThat(score("\"grade\": \"B\", " + more + "\"x\": null").grade()).isEqualTo(new Grade("B"));
    }

    @Test
    void whatIsMissingOrNullIsUnknownAndNotOdd() throws CallEnded {
        Assessment bare = new Assessment(new Framework("hipaa"), null, null, null, SEEN, false);
        assertThat(score("\"x\": 1")).isEqualTo(bare);
        assertThat(score("\"overall_score\": null, \"grade\": null, \"completed_at\": null"))
                .isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "72,72",
                "72.0,72.0",
                "\"72\",72",
                "\" 72.5 \",72.5",
                "-3,-3",
                "1e2,1E+2",
                "0.000000000000000000001,1E-21",
                "12345678901234567890.123456789,12345678901234567890.123456789"
            })
    void numbersAreExact(String json, BigDecimal expected) throws CallEnded {
        BigDecimal read = score("\"overall_score\": " + json).overallScore();
        assertThat(read).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1E-999999999",
                "1e99999999999999999999",
                "\"1e999999999\"",
                "1e101",
                "\"seventy\"",
                "\"\"",
                "\"0x10\"",
                "\"NaN\"",
                "true",
                "{\"a\": 1}",
                "[72]"
            })
    void aNumberThatIsNoneOrAbsurdIsUnknownAndOdd(String json) throws CallEnded {
        assertThat(oddity("\"overall_score\": " + json)).startsWith("scores row 1: overall_score cannot be read: ");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-15T14:30:00Z, 2026-03-15T14:30:00Z",
        "2026-03-15t14:30:00z, 2026-03-15T14:30:00Z",
        "2026-03-15T14:30:00.123456Z, 2026-03-15T14:30:00.123456Z",
        "2026-03-15T14:30:00+02:00, 2026-03-15T12:30:00Z",
        "2026-03-15T14:30:00.5-0530, 2026-03-15T20:00:00.500Z",
        "2026-03-15T14:30:00+02, 2026-03-15T12:30:00Z",
        "2026-03-15T14:30:00, 2026-03-15T14:30:00Z",
        "2026-03-15T14:30:00.25, 2026-03-15T14:30:00.250Z",
        "2026-03-15 14:30:00, 2026-03-15T14:30:00Z",
        "2026-03-15 14:30:00+00:00, 2026-03-15T14:30:00Z",
        "2026-03-15T14:30Z, 2026-03-15T14:30:00Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
    })
    void aMomentIsReadHoweverItIsWritten(String text, Instant expected) throws CallEnded {
        assertThat(score("\"completed_at\": \"" + text + "\"").completedAt()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"yesterday\"",
                "\"2026-03-15\"",
                "\"2026-02-30T00:00:00Z\"",
                "\"2026-03-15T25:00:00Z\"",
                "\"+999999999-01-01T00:00:00Z\"",
                "\"-0001-01-01T00:00:00Z\"",
                "\"0000-12-31T23:59:59Z\"",
                "\"0001-01-01T00:00:00+01:00\"",
                "\"9999-12-31T23:59:59-01:00\"",
                "\"2026-03-15T14:30:00Z and then\"",
                "\"2026-03-15T14:30:00 Europe/Berlin\"",
                "1773585000",
                "{}"
            })
    void aMomentThatIsNoneIsUnknownAndOdd(String json) throws CallEnded {
        assertThat(oddity("\"completed_at\": " + json)).startsWith("scores row 1: completed_at cannot be read: ");
    }

    @Test
    void aBadRowIsNamedAndCostsNoOther() throws CallEnded {
        Page<Assessment> page = scores("""
                {"framework_id": "a"}, null, 5, "row", ["row"], {"overall_score": 1}, {"framework_id": " "},
                {"framework_id": ["b"]}, {"framework_id": "c"}""");
        assertThat(page.rows()).extracting(row -> row.framework().id()).containsExactly("a", "c");
        assertThat(page.received()).isEqualTo(9);
        assertThat(page.oddities().texts())
                .containsExactly(
                        "rows left out: 7",
                        "scores row 2 left out: it is not an object",
                        "scores row 3 left out: it is not an object",
                        "scores row 4 left out: it is not an object",
                        "scores row 5 left out: it is not an object",
                        "scores row 6 left out: no framework_id",
                        "scores row 7 left out: no framework_id",
                        "scores row 8 left out: no framework_id",
                        "scores row 8: framework_id cannot be read: a list");
    }

    @Test
    void aRecommendationIsReadAsItStandsAndItsTextStaysExact() throws CallEnded {
        String body = """
                {"recommendations": [
                  {"id": 17, "title": " \\u202eTitle\\u0000\\n ", "priority": 3.0, "status": "on_hold",
                   "framework_id": "hipaa", "category": ""},
                  {"id": "r2", "priority": "2", "status": null, "framework_id": ""},
                  {"id": "r3", "priority": 2.5, "title": false},
                  {"id": "r4", "priority": 3000000000}
                ]}""";
        Page<Recommendation> page = new AnswerReader("recommendations", null)
                .read(answer(body.getBytes(StandardCharsets.UTF_8)), 0, MAPPING::recommendation);
        assertThat(page.rows())
                .containsExactly(
                        new Recommendation(
                                "17",
                                " \u202eTitle\u0000\n ",
                                3,
                                new Status("on_hold"),
                                new Framework("hipaa"),
                                "",
                                0,
                                SEEN,
                                SEEN),
                        new Recommendation("r2", null, 2, null, null, null, 0, SEEN, SEEN),
                        new Recommendation("r3", null, null, null, null, null, 0, SEEN, SEEN),
                        new Recommendation("r4", null, null, null, null, null, 0, SEEN, SEEN));
        assertThat(page.oddities().texts())
                .containsExactlyInAnyOrder(
                        "recommendations row 3: priority cannot be read: 2.5",
                        "recommendations row 3: title cannot be read: false",
                        "recommendations row 4: priority cannot be read: 3000000000");
    }

    @Test
    void aScanAndItsPlatformsAreReadAsTheyStand() throws CallEnded {
        String body = """
                {"platforms": [
                  {"id": "p1", "platform_name": "ChatGPT", "platform_type": "llm_chat", "url": "https://chat.example",
                   "confidence": 0.950, "metadata": {"vendor": "OpenAI", "category": "Chat", "more": {}},
                   "created_at": "2026-03-01T00:00:00Z"},
                  {"metadata": "none"}],
                 "scan": {"id": "s1", "organization_id": "org", "status": "completed", "domain": "northwind.example",
                  "started_at": "2026-03-01T00:00:00Z", "completed_at": "2026-03-01T01:00:00Z",
                  "summary": {"platforms_discovered": 2, "shadow_ai_count": "1", "overall_risk_score": 41.7}}}""";
        Page<Platform> page = new AnswerReader("platforms", "scan")
                .read(answer(body.getBytes(StandardCharsets.UTF_8)), 0, MAPPING::platform);
        assertThat(page.rows())
                .containsExactly(
                        new Platform(
                                "p1",
                                "ChatGPT",
                                "llm_chat",
                                "OpenAI",
                                "Chat",
                                "https://chat.example",
                                new BigDecimal("0.950"),
                                Instant.parse("2026-03-01T00:00:00Z"),
                                SEEN),
                        new Platform(null, null, null, null, null, null, null, null, SEEN));
        assertThat(MAPPING.scan(Objects.requireNonNull(page.beside()), page.rows()))
                .isEqualTo(new Scan(
                        "s1",
                        "org",
                        "completed",
                        "northwind.example",
                        Instant.parse("2026-03-01T00:00:00Z"),
                        Instant.parse("2026-03-01T01:00:00Z"),
                        2,
                        1,
                        new BigDecimal("41.7"),
                        page.rows(),
                        SEEN));
        assertThat(page.oddities().texts()).containsExactly("platforms row 2: metadata cannot be read: “none”");
    }

    @Test
    void anOddityShowsNoKeyAndNoTricks() throws CallEnded {
        assertThat(oddity("\"overall_score\": \"" + Bench.SECRET + "\\u202e\\n" + "x".repeat(500) + "\""))
                .startsWith("scores row 1: overall_score cannot be read: “ayliea_pk_a1b2c3d4… xxx")
                .hasSizeLessThan(120);
    }

    @Test
    void aResultKeepsItsCaseWhenMapped() {
        List<ApiResult<String>> ends = List.of(
                new ApiResult.NoKey<>(true),
                new ApiResult.Refused<>(dev.gradeline.posture.Part.SCORES, "no"),
                new ApiResult.RateLimited<>(SEEN),
                new ApiResult.Unreachable<>("why"),
                new ApiResult.NotUnderstood<>("what"),
                new ApiResult.ServerFault<>(500),
                new ApiResult.Cancelled<>());
        for (ApiResult<String> end : ends) {
            assertThat((Object) end.map(String::length)).isEqualTo(end);
        }
        assertThat(new ApiResult.Ok<>("four", List.of("odd")).map(String::length))
                .isEqualTo(new ApiResult.Ok<>(4, List.of("odd")));
    }
}
