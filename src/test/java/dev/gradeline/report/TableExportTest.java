package dev.gradeline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.OwnNote;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Standing;
import dev.gradeline.posture.Status;
import dev.gradeline.report.TableExport.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableExportTest {
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(com.fasterxml.jackson.databind.cfg.JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final Instant COMPLETED = Instant.parse("2026-11-15T14:30:00Z");
    private static final Instant SEEN = Instant.parse("2026-11-16T06:00:01.250Z");
    private static final Framework AI = new Framework("ai-security");

    @Test
    void scoresHoldTheContractsFieldsInItsOrder() throws IOException {
        String json = json(out -> TableExport.scores(List.of(standing(true, "66", "72")), Format.JSON, out));

        assertThat(json).isEqualTo("""
                        [
                          {"framework_id": "ai-security", "overall_score": 72, "grade": "C", \
                        "completed_at": "2026-11-15T14:30:00Z", "previous_score": 66, "change": 6}
                        ]
                        """);
    }

    @Test
    void frameworksThatLeftTheAnswerAreNotScores() throws IOException {
        List<Standing> standings = List.of(standing(false, "66", "72"));

        assertThat(tree(out -> TableExport.scores(standings, Format.JSON, out))).isEmpty();
        assertThat(text(out -> TableExport.scores(standings, Format.CSV, out)))
                .isEqualTo("framework_id,overall_score,grade,completed_at,previous_score,change\r\n");
    }

    @Test
    void aFirstAssessmentHasNoPreviousScoreAndNoChange() throws IOException {
        JsonNode row = tree(out -> TableExport.scores(List.of(standing(true, "72")), Format.JSON, out))
                .get(0);

        assertThat(row.get("previous_score").isNull()).isTrue();
        assertThat(row.get("change").isNull()).isTrue();
    }

    @Test
    void everyFieldOfEveryExportComesBackFromJson() throws IOException {
        Assessment assessment = new Assessment(AI, new BigDecimal("72.50"), new Grade("C"), COMPLETED, SEEN, true);
        assertThat(tree(out -> TableExport.history(List.of(assessment), Format.JSON, out)))
                .isEqualTo(EXACT.readTree("""
                        [{"framework_id":"ai-security","overall_score":72.50,"grade":"C",
                          "completed_at":"2026-11-15T14:30:00Z","first_seen":"2026-11-16T06:00:01.250Z"}]"""));
        assertThat(tree(out -> TableExport.recommendations(List.of(recommendation("Encrypt")), Format.JSON, out)))
                .isEqualTo(EXACT.readTree("""
                        [{"id":"r-1","title":"Encrypt","priority":2,"status":"in_progress","framework_id":"ai-security",
                          "category":"Data","rank":7,"first_seen":"2026-11-15T14:30:00Z",
                          "last_changed":"2026-11-16T06:00:01.250Z","own_tags":null,"own_note":null}]"""));
        Recommendation noted = recommendation("Encrypt").with(OwnNote.of("=two\nlines", "waiting, vendor"));
        JsonNode written = tree(out -> TableExport.recommendations(List.of(noted), Format.JSON, out));
        assertThat(written.path(0).path("own_tags").textValue()).isEqualTo("waiting, vendor");
        assertThat(written.path(0).path("own_note").textValue()).isEqualTo("=two\nlines");
        Platform platform = new Platform(
                "p-1",
                "ChatGPT",
                "llm_chat",
                "OpenAI",
                "Chat",
                "https://chat.example/",
                new BigDecimal("0.95"),
                COMPLETED,
                SEEN);
        assertThat(tree(out -> TableExport.platforms(List.of(platform), Format.JSON, out)))
                .isEqualTo(EXACT.readTree("""
                        [{"platform_name":"ChatGPT","platform_type":"llm_chat","vendor":"OpenAI","category":"Chat",
                          "url":"https://chat.example/","confidence":0.95,"created_at":"2026-11-15T14:30:00Z",
                          "id":"p-1","first_seen":"2026-11-16T06:00:01.250Z"}]"""));
        Change change = new Change.Figure(SEEN, Change.Kind.SHADOW_AI_COUNT, "shadow_ai_count", "2", "3");
        assertThat(tree(out -> TableExport.changes(List.of(change), Format.JSON, out)))
                .isEqualTo(EXACT.readTree("""
                        [{"at":"2026-11-16T06:00:01.250Z","kind":"shadow_ai_count","subject":"shadow_ai_count",
                          "before":"2","after":"3"}]"""));
    }

    @Test
    void csvHasTheSameFieldsInTheSameOrderAsJson() throws IOException {
        assertHeader(
                "id,title,priority,status,framework_id,category,rank,first_seen,last_changed,own_tags,own_note",
                out -> TableExport.recommendations(List.of(), Format.CSV, out));
        assertHeader(
                "platform_name,platform_type,vendor,category,url,confidence,created_at,id,first_seen",
                out -> TableExport.platforms(List.of(), Format.CSV, out));
        assertHeader(
                "platform_name,platform_type,vendor,category,url,confidence,created_at,id,first_seen,"
                        + "comparison,confidence_before,compared_with",
                out -> TableExport.comparedPlatforms(List.of(), Format.CSV, out));
        assertHeader(
                "framework_id,overall_score,grade,completed_at,first_seen",
                out -> TableExport.history(List.of(), Format.CSV, out));
        assertHeader("at,kind,subject,before,after", out -> TableExport.changes(List.of(), Format.CSV, out));
    }

    @Test
    void whatTheServerLeftOutIsNullInJsonAndEmptyInCsv() throws IOException {
        Recommendation bare = new Recommendation("r-1", null, null, null, null, null, 1, SEEN, SEEN);
        JsonNode json = tree(out -> TableExport.recommendations(List.of(bare), Format.JSON, out))
                .get(0);
        for (String field : List.of("title", "priority", "status", "framework_id", "category")) {
            assertThat(json.get(field).isNull()).as(field).isTrue();
        }
        assertThat(text(out -> TableExport.recommendations(List.of(bare), Format.CSV, out)))
                .endsWith("\r\nr-1,,,,,,1,2026-11-16T06:00:01.250Z,2026-11-16T06:00:01.250Z,,\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "=HYPERLINK(\"http://x\",\"y\")", "＝1"})
    void aCellThatASpreadsheetWouldRunIsDefusedInCsvAndExactInJson(String title) throws IOException {
        List<Recommendation> rows = List.of(recommendation(title));

        assertThat(csv(out -> TableExport.recommendations(rows, Format.CSV, out))
                        .getFirst()
                        .getField("title"))
                .isEqualTo("'" + title);
        assertThat(tree(out -> TableExport.recommendations(rows, Format.JSON, out))
                        .get(0)
                        .get("title")
                        .textValue())
                .isEqualTo(title);
    }

    @Test
    void ourOwnNegativeNumbersStayNumbers() throws IOException {
        NamedCsvRecord row = csv(out -> TableExport.scores(List.of(standing(true, "75", "72.5")), Format.CSV, out))
                .getFirst();

        assertThat(row.getField("change")).isEqualTo("-2.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"72", "72.0", "72.50", "0", "0.30000000000000000000000000001", "100"})
    void numbersAreWrittenExactlyAsReceived(String score) throws IOException {
        String json = json(out -> TableExport.scores(List.of(standing(true, score)), Format.JSON, out));

        assertThat(json).contains("\"overall_score\": " + score + ",");
    }

    @Test
    void exponentsAreWrittenOutUnlessTheyAreAbsurd() throws IOException {
        assertThat(json(out -> TableExport.scores(List.of(standing(true, "7.2E+1")), Format.JSON, out)))
                .contains("\"overall_score\": 72,");
        String absurd = json(out -> TableExport.scores(List.of(standing(true, "1E+2000000000")), Format.JSON, out));
        assertThat(absurd).contains("1E+2000000000").hasSizeLessThan(300);
    }

    @Test
    void anyTextComesBackExactly() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Recommendation> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            rows.add(recommendation(randomText(random)));
        }

        JsonNode json = tree(out -> TableExport.recommendations(rows, Format.JSON, out));
        for (int i = 0; i < rows.size(); i++) {
            assertThat(json.get(i).get("title").textValue())
                    .as("seed %d, row %d", seed, i)
                    .isEqualTo(rows.get(i).title());
        }
        List<Recommendation> wellFormed = rows.stream()
                .filter(row -> String.valueOf(row.title()).codePoints().noneMatch(TableExportTest::surrogate))
                .toList();
        List<NamedCsvRecord> csv = csv(out -> TableExport.recommendations(wellFormed, Format.CSV, out));
        assertThat(csv).hasSameSizeAs(wellFormed);
        for (int i = 0; i < csv.size(); i++) {
            String title = String.valueOf(wellFormed.get(i).title());
            assertThat(csv.get(i).getField("title"))
                    .as("seed %d, row %d", seed, i)
                    .isIn(title, "'" + title);
        }
    }

    @Test
    void thereIsNoByteOrderMark() throws IOException {
        assertThat(text(out -> TableExport.scores(List.of(), Format.CSV, out))).startsWith("framework_id");
    }

    @Test
    void theStreamIsFlushedAndLeftOpen() throws IOException {
        for (Format format : Format.values()) {
            boolean[] closed = new boolean[1];
            ByteArrayOutputStream out = new ByteArrayOutputStream() {
                @Override
                public void close() {
                    closed[0] = true;
                }
            };
            TableExport.scores(List.of(standing(true, "72")), format, out);
            assertThat(closed[0]).isFalse();
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("ai-security");
        }
    }

    @Test
    void aFullDiskIsAnIoException() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
        for (Format format : Format.values()) {
            assertThatThrownBy(() -> TableExport.scores(List.of(standing(true, "72")), format, full))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no space left");
        }
    }

    private static boolean surrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static String randomText(Random random) {
        String spice = "=+-@\t\r\n\",;'\u0000\u001b\u2028\u202e\uFEFF\ud83d\ude00\ud800é漢 ab";
        StringBuilder text = new StringBuilder("x".repeat(random.nextInt(2)));
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(spice.charAt(random.nextInt(spice.length())));
        }
        return text.toString();
    }

    private static Recommendation recommendation(@Nullable String title) {
        return new Recommendation("r-1", title, 2, Status.IN_PROGRESS, AI, "Data", 7, COMPLETED, SEEN);
    }

    private static Standing standing(boolean reported, String... scores) {
        List<Assessment> assessments = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            Instant at = COMPLETED.minusSeconds(86_400L * (scores.length - 1 - i));
            assessments.add(new Assessment(AI, new BigDecimal(scores[i]), new Grade("C"), at, SEEN, false));
        }
        return new Standing(AI, assessments, reported);
    }

    private interface Export {
        void to(OutputStream out) throws IOException;
    }

    private static String text(Export export) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.to(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String json(Export export) throws IOException {
        return text(export);
    }

    private static JsonNode tree(Export export) throws IOException {
        return EXACT.readTree(text(export));
    }

    private static List<NamedCsvRecord> csv(Export export) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text(export))) {
            return reader.stream().toList();
        }
    }

    private static void assertHeader(String header, Export export) throws IOException {
        assertThat(text(export)).isEqualTo(header + "\r\n");
    }
}
