package dev.gradeline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sample data tells, at the end and on the way there. */
class StoryTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> OUTSTANDING = Set.of("open", "in_progress");

    /** The first synchronisation after the retake that brings new ids. */
    private static final Instant AFTER_NEW_IDS = Instant.parse("2026-08-04T15:05:00Z");

    private final Story story = Story.northwind();

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T06:40:00Z, ai-security, 72, C, 2026-11-15T09:12:00Z",
        "2026-11-08T06:40:00Z, ai-security, 66, C, 2026-09-10T10:45:00Z",
        "2024-12-24T00:00:00Z, ai-security, 38, F, 2024-12-03T10:20:00Z",
        "2025-12-24T00:00:00Z, ai-security, 48, D, 2025-12-02T11:10:00Z",
        "2026-11-23T06:40:00Z, nist-csf-2, 81, B, 2026-11-02T15:30:00Z",
        "2026-10-23T06:40:00Z, nist-csf-2, 78, B, 2026-08-20T09:00:00Z",
        "2024-11-23T06:40:00Z, nist-csf-2, 61, C, 2024-11-18T14:00:00Z",
        "2026-11-23T06:40:00Z, cis-v8, 92, A, 2026-10-21T09:45:00Z",
        "2025-04-01T00:00:00Z, cis-v8, 86.5, B, 2025-02-18T13:40:00Z",
        "2026-11-23T06:40:00Z, hipaa, 49, D, 2026-09-30T11:05:00Z",
        "2026-09-30T11:04:59Z, hipaa, 52, D, 2026-08-04T14:45:00Z",
        "2024-11-23T06:40:00Z, hipaa, 60, C, 2024-10-29T10:00:00Z",
        "2026-11-23T06:40:00Z, iso-27001, 76, B, 2026-08-11T10:05:00Z",
        "2025-12-24T06:40:00Z, iso-27001, 70, C, 2025-11-25T10:50:00Z",
        "2026-11-23T06:40:00Z, soc-2, 68.5, C, 2026-10-28T13:30:00Z",
    })
    void frameworksMeetTheirFates(Instant at, String framework, double score, String grade, Instant completed) {
        JsonNode row = score(at, framework);
        assertThat(row.get("overall_score").asDouble()).isEqualTo(score);
        assertThat(row.get("grade").asText()).isEqualTo(grade);
        assertThat(Instant.parse(row.get("completed_at").asText())).isEqualTo(completed);
    }

    @Test
    void anAssessmentIsRestatedOnceWithTheSameDate() {
        JsonNode before = score(Instant.parse("2026-05-29T08:29:59Z"), "hipaa");
        JsonNode after = score(Instant.parse("2026-05-29T08:30:00Z"), "hipaa");
        assertThat(after.get("completed_at")).isEqualTo(before.get("completed_at"));
        assertThat(before.get("overall_score").asInt()).isEqualTo(56);
        assertThat(after.get("overall_score").asInt()).isEqualTo(55);
    }

    @Test
    void lateAndOldFrameworksAreInTheStory() {
        assertThat(parsed(story.at(Instant.parse("2026-10-28T13:29:59Z")).scores()))
                .extracting(row -> row.get("framework_id").asText())
                .containsExactly("ai-security", "nist-csf-2", "cis-v8", "hipaa", "iso-27001");
        Instant iso =
                Instant.parse(score(Story.END, "iso-27001").get("completed_at").asText());
        assertThat(Duration.between(iso, Story.END).plusHours(12).toDays()).isEqualTo(104);
    }

    @Test
    void everyGradeFollowsTheDocumentedBands() {
        for (Instant moment : story.moments()) {
            for (JsonNode row : parsed(story.at(moment).scores())) {
                double score = row.get("overall_score").asDouble();
                String grade = score >= 90 ? "A" : score >= 75 ? "B" : score >= 60 ? "C" : score >= 40 ? "D" : "F";
                assertThat(row.get("grade").asText()).as("%s", row).isEqualTo(grade);
            }
        }
    }

    @Test
    void recommendationsAddUpAtTheEnd() {
        List<JsonNode> rows = recommendations(Story.END);
        Map<String, Long> byStatus =
                rows.stream().collect(Collectors.groupingBy(row -> text(row, "status"), Collectors.counting()));
        // exact, so that a draw that depends on the machine or the JDK shows; the story may be retold on purpose
        assertThat(byStatus).isEqualTo(Map.of("open", 218L, "in_progress", 73L, "completed", 854L, "dismissed", 58L));
        assertThat(rows.stream().filter(StoryTest::outstanding).filter(row -> priority(row) == 1))
                .hasSizeBetween(10, 14);
        assertThat(rows).extracting(StoryTest::priority).containsOnly(1, 2, 3, 4, 5);
        assertThat(rows).extracting(row -> text(row, "id")).doesNotHaveDuplicates();
    }

    @Test
    void theNamedOnesLeadTheList() {
        List<JsonNode> outstanding = recommendations(Story.END).stream()
                .filter(StoryTest::outstanding)
                .toList();
        assertThat(outstanding.subList(0, 3))
                .extracting(row -> text(row, "title"), row -> text(row, "status"), row -> text(row, "framework_id"))
                .containsExactly(
                        tuple("Enforce phishing-resistant MFA for every account", "open", "nist-csf-2"),
                        tuple("Stop sending patient records to unapproved AI tools", "in_progress", "ai-security"),
                        tuple("Encrypt backups of the imaging archive", "open", "hipaa"));
        assertThat(outstanding.stream().filter(row -> priority(row) == 2).map(row -> text(row, "title")))
                .contains(
                        "Segment the clinical network from guest Wi-Fi",
                        "Publish an AI acceptable-use policy",
                        "Rotate service-account credentials every 90 days",
                        "Log every prompt that reaches a hosted model");
    }

    @Test
    void oddButLegalContentIsThere() {
        List<JsonNode> rows = recommendations(Story.END);
        assertThat(rows).anyMatch(row -> text(row, "title").length() >= 300);
        assertThat(rows).anyMatch(row -> text(row, "title").contains("Ångström"));
        assertThat(rows).anyMatch(row -> text(row, "title").startsWith("="));
        assertThat(rows).anyMatch(row -> text(row, "title").startsWith("@"));
        assertThat(rows.stream().filter(row -> row.get("category").isNull())).hasSize(2);
    }

    @Test
    void titlesAreWordedOncePerFrameworkButForTheReissuedOnes() {
        List<JsonNode> rows = recommendations(Story.END);
        Map<String, Long> titles = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> text(row, "framework_id") + " " + text(row, "title"), Collectors.counting()));
        long reissued = titles.values().stream().filter(count -> count > 1).count();
        assertThat(reissued).isBetween(10L, 60L);
        assertThat(rows).noneMatch(row -> text(row, "title").contains("{}"));
    }

    @Test
    void recommendationsOpenProgressCompleteAndAreNowAndThenReopened() {
        Map<String, JsonNode> before = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Instant moment : story.moments()) {
            List<JsonNode> rows = recommendations(moment);
            if (moment.equals(AFTER_NEW_IDS)) {
                before.values().removeIf(row -> text(row, "framework_id").equals("hipaa"));
            }
            for (JsonNode row : rows) {
                JsonNode last = before.put(text(row, "id"), row);
                if (last == null) {
                    seen.add("new");
                } else if (!last.get("status").equals(row.get("status"))) {
                    seen.add(text(last, "status") + " to " + text(row, "status"));
                } else if (!last.get("priority").equals(row.get("priority"))) {
                    seen.add("reprioritised");
                }
            }
            assertThat(before).as("nothing goes missing by %s", moment).hasSameSizeAs(rows);
        }
        assertThat(seen)
                .contains(
                        "new",
                        "open to in_progress",
                        "in_progress to completed",
                        "open to dismissed",
                        "completed to open",
                        "reprioritised");
    }

    @Test
    void oneRetakeBringsAllThatThereIsOfItsFrameworkUnderNewIds() {
        Instant retake = Instant.parse("2026-08-04T14:45:00Z");
        Map<String, JsonNode> before = byId(retake.minusSeconds(1));
        Map<String, JsonNode> after = byId(retake);
        assertThat(after.keySet())
                .containsAll(before.values().stream()
                        .filter(row -> !text(row, "framework_id").equals("hipaa"))
                        .map(row -> text(row, "id"))
                        .toList());
        List<String> old = hipaaTexts(before.values());
        List<String> again = new ArrayList<>(hipaaTexts(after.values()));
        assertThat(after.values().stream()
                        .filter(row -> text(row, "framework_id").equals("hipaa")))
                .noneMatch(row -> before.containsKey(text(row, "id")));
        old.forEach(text -> assertThat(again.remove(text)).as(text).isTrue());
        assertThat(again).as("besides, what the retake raised").hasSizeBetween(16, 20);
    }

    private Map<String, JsonNode> byId(Instant at) {
        return recommendations(at).stream().collect(Collectors.toMap(row -> text(row, "id"), row -> row));
    }

    private static List<String> hipaaTexts(Collection<JsonNode> rows) {
        return rows.stream()
                .filter(row -> text(row, "framework_id").equals("hipaa"))
                .map(row -> text(row, "title") + text(row, "category") + text(row, "priority") + text(row, "status"))
                .toList();
    }

    @Test
    void moreGetsDoneWhereTheScoreRises() {
        assertThat(shareCompleted("nist-csf-2")).isGreaterThan(shareCompleted("hipaa") + 0.1);
    }

    @Test
    void scansGrowFromFourPlatformsToFourteen() {
        assertThat(platforms(Instant.parse("2025-01-01T14:30:00Z"))).hasSize(4);
        List<JsonNode> last = parsed(story.at(Story.END).platforms());
        assertThat(last)
                .extracting(
                        row -> text(row, "platform_name"),
                        row -> row.get("confidence").asDouble())
                .startsWith(
                        tuple("ChatGPT", 0.95),
                        tuple("GitHub Copilot", 0.88),
                        tuple("Claude", 0.84),
                        tuple("Perplexity", 0.71),
                        tuple("Cursor", 0.66),
                        tuple("Midjourney", 0.58),
                        tuple("Otter.ai", 0.52),
                        tuple("Hugging Face", 0.47))
                .hasSize(14);
        JsonNode scan = parsed(List.of(story.at(Story.END).scan())).getFirst();
        assertThat(text(scan, "domain")).isEqualTo("northwind.example");
        assertThat(text(scan, "started_at")).isEqualTo("2026-11-14T14:00:00Z");
        assertThat(text(scan, "completed_at")).isEqualTo("2026-11-14T14:30:00Z");
        assertThat(scan.get("summary"))
                .isEqualTo(MAPPER.createObjectNode()
                        .put("platforms_discovered", 14)
                        .put("shadow_ai_count", 3)
                        .put("overall_risk_score", 65));
    }

    @Test
    void eachScanHasNewIds() {
        Set<String> ids = new HashSet<>();
        Set<String> scans = new HashSet<>();
        int rows = 0;
        for (Instant moment : story.moments()) {
            Snapshot snapshot = story.at(moment);
            if (!snapshot.scan().equals("null") && scans.add(snapshot.scan())) {
                List<JsonNode> platforms = parsed(snapshot.platforms());
                rows += platforms.size();
                platforms.forEach(row -> ids.add(text(row, "id")));
            }
        }
        assertThat(scans).hasSize(26);
        assertThat(ids).hasSize(rows);
    }

    @Test
    void somethingDiffersOnEveryFrontSinceTheLastVisit() {
        Snapshot then = story.at(Story.LAST_VISIT);
        Snapshot now = story.at(Story.END);
        Set<String> before = platforms(Story.LAST_VISIT);
        Set<String> after = platforms(Story.END);
        assertThat(after).contains("Perplexity", "Cursor").doesNotContain("Jasper");
        assertThat(before).contains("Jasper").doesNotContain("Perplexity", "Cursor");
        assertThat(before).hasSize(13);
        assertThat(then.scan()).contains("\"shadow_ai_count\":2");
        assertThat(now.scan()).contains("\"shadow_ai_count\":3");
        Map<String, String> statusThen = recommendations(Story.LAST_VISIT).stream()
                .collect(Collectors.toMap(row -> text(row, "id"), row -> text(row, "status")));
        Map<String, Long> moves = recommendations(Story.END).stream()
                .filter(row -> !text(row, "status").equals(statusThen.get(text(row, "id"))))
                .collect(Collectors.groupingBy(
                        row -> statusThen.getOrDefault(text(row, "id"), "nothing") + " to " + text(row, "status"),
                        Collectors.counting()));
        assertThat(moves)
                .containsKeys(
                        "nothing to open", "open to in_progress", "in_progress to completed", "completed to open");
    }

    @Test
    void momentsGrowHistoryAsInRealLife() {
        List<Instant> moments = story.moments();
        assertThat(moments).isSorted().doesNotHaveDuplicates().hasSizeBetween(140, 170);
        assertThat(moments.getFirst()).isEqualTo(story.start()).isEqualTo(Instant.parse("2024-11-23T06:40:00Z"));
        assertThat(moments.getLast()).isEqualTo(story.end()).isEqualTo(Story.END);
        assertThat(moments).contains(Story.LAST_VISIT);
        for (int i = 1; i < moments.size(); i++) {
            Duration gap = Duration.between(moments.get(i - 1), moments.get(i));
            boolean daily = moments.get(i).isAfter(Story.END.minus(Duration.ofDays(55)));
            assertThat(gap).isLessThanOrEqualTo(daily ? Duration.ofDays(1) : Duration.ofDays(14));
        }
    }

    @Test
    void noAssessmentAndNoScanFallsBetweenTwoMoments() {
        Function<Function<Snapshot, Collection<String>>, Set<String>> synchronised = part -> story.moments().stream()
                .flatMap(moment -> part.apply(story.at(moment)).stream())
                .collect(Collectors.toSet());
        // 52 assessments and one of them restated
        assertThat(synchronised.apply(Snapshot::scores)).hasSize(53);
        assertThat(synchronised.apply(snapshot -> List.of(snapshot.scan()))).hasSize(27);
    }

    @Test
    void itIsTheSameStoryEverywhere() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Story elsewhere = new Story(Script.northwind());
            for (Instant moment : List.of(story.start(), Story.LAST_VISIT, Story.END)) {
                assertThat(elsewhere.at(moment)).isEqualTo(story.at(moment));
            }
            assertThat(elsewhere.moments()).isEqualTo(story.moments());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void afterItsEndNothingHappens() {
        assertThat(story.at(Story.END.plus(Duration.ofDays(400)))).isEqualTo(story.at(Story.END));
    }

    private double shareCompleted(String framework) {
        List<JsonNode> rows = recommendations(Story.END).stream()
                .filter(row -> text(row, "framework_id").equals(framework))
                .toList();
        return rows.stream()
                        .filter(row -> text(row, "status").equals("completed"))
                        .count()
                / (double) rows.size();
    }

    private JsonNode score(Instant at, String framework) {
        return parsed(story.at(at).scores()).stream()
                .filter(row -> text(row, "framework_id").equals(framework))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> recommendations(Instant at) {
        return parsed(story.at(at).recommendations());
    }

    private Set<String> platforms(Instant at) {
        return parsed(story.at(at).platforms()).stream()
                .map(row -> text(row, "platform_name"))
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> parsed(List<String> rows) {
        return rows.stream()
                .map(row -> {
                    try {
                        return MAPPER.readTree(row);
                    } catch (JsonProcessingException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static boolean outstanding(JsonNode row) {
        return OUTSTANDING.contains(text(row, "status"));
    }

    private static int priority(JsonNode row) {
        return row.get("priority").asInt();
    }

    private static String text(JsonNode row, String field) {
        return row.get(field).asText();
    }
}
