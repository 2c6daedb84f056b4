package dev.gradeline.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.Change.Kind;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Status;
import dev.gradeline.words.ChangeWords.Line;
import dev.gradeline.words.ChangeWords.Tone;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeWordsTest {
    private static final Instant NOV_8 = Instant.parse("2026-11-08T09:00:00Z");
    private static final Instant NOV_14 = Instant.parse("2026-11-14T09:00:00Z");
    private static final Instant NOV_15 = Instant.parse("2026-11-15T09:00:00Z");
    private static final Instant OCT_30 = Instant.parse("2026-10-30T09:00:00Z");

    private final ChangeWords changes = new ChangeWords(new Words(Locale.UK, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            SCORE_UP   | ai-security | 66   | C | 72   | C | AI Security rose from 66 to 72 — still C     | ▲ | GOOD
            SCORE_DOWN | hipaa       | 52   | D | 49   | D | HIPAA fell from 52 to 49 — still D           | ▼ | BAD
            GRADE_UP   | nist-csf-2  | 74   | C | 76   | B | NIST CSF 2.0 rose from 74 to 76 — now B, was C | ▲ | GOOD
            GRADE_DOWN | cis-v8      | 90.5 | A | 89.25| B | CIS Controls v8 fell from 90.5 to 89.25 — now B, was A | ▼ | BAD
            GRADE_UP   | hipaa       | 76   | C | 74   | B | HIPAA fell from 76 to 74 — now B, was C      | ▲ | GOOD
            GRADE_DOWN | hipaa       | 75   | B | 75.0 | C | HIPAA stayed at 75 — now C, was B            | ▼ | BAD
            GRADE_CHANGED | hipaa    | 75   | B | 76   | B+| HIPAA rose from 75 to 76 — now B+, was B     | ■ | NEUTRAL
            GRADE_UP   | hipaa       | -    | C | 76   | B | HIPAA: now B, was C                          | ▲ | GOOD
            SCORE_UP   | hipaa       | 60   | - | 61   | C | HIPAA rose from 60 to 61 — now C             | ▲ | GOOD
            SCORE_UP   | hipaa       | 60   | C | 61   | - | HIPAA rose from 60 to 61 — grade unknown, was C | ▲ | GOOD
            SCORE_UP   | iso-x       | 60   | - | 61   | - | iso-x rose from 60 to 61                     | ▲ | GOOD
            RESTATED   | hipaa       | 55   | D | 52   | D | HIPAA restated from 55 to 52 (assessment of 30 Oct) | ± | NEUTRAL
            RESTATED   | hipaa       | 61   | C | 59   | D | HIPAA restated from 61, C to 59, D (assessment of 30 Oct) | ± | NEUTRAL
            REASSESSED | hipaa       | 55   | D | 55   | D | HIPAA assessed again: 55, D, unchanged       | ■ | NEUTRAL
            REASSESSED | hipaa       | -    | D | 55   | D | HIPAA assessed again: 55, D                  | ■ | NEUTRAL
            """)
    void aScoreThatMovedIsOneSentence(
            Kind kind,
            String framework,
            @Nullable BigDecimal was,
            @Nullable String gradeWas,
            @Nullable BigDecimal now,
            @Nullable String gradeNow,
            String text,
            String symbol,
            Tone tone) {
        Change change = score(kind, NOV_15, framework, assessment(was, gradeWas), assessment(now, gradeNow));
        assertThat(changes.line(change)).isEqualTo(new Line(kind, symbol, tone, text, NOV_15, List.of(change)));
    }

    @Test
    void aFrameworkThatIsNewOrGone() {
        Assessment soc = assessment(new BigDecimal("63"), "C");
        assertThat(text(score(Kind.NEWLY_ASSESSED, NOV_15, "soc-2", null, soc)))
                .isEqualTo("soc-2 first assessed: 63, C");
        assertThat(text(score(Kind.NEWLY_ASSESSED, NOV_15, "soc-2", null, assessment(null, null))))
                .isEqualTo("soc-2 first assessed: no score");
        assertThat(text(score(Kind.FRAMEWORK_GONE, NOV_15, "soc-2", soc, null)))
                .isEqualTo("soc-2 is no longer reported; it last stood at 63, C");
    }

    @Test
    void aRestatementOfAnotherYearNamesTheYear() {
        Assessment then = new Assessment(
                new Framework("hipaa"), BigDecimal.TEN, null, Instant.parse("2025-10-30T09:00:00Z"), NOV_8, false);
        Assessment now = new Assessment(
                new Framework("hipaa"), BigDecimal.ONE, null, Instant.parse("2025-10-30T09:00:00Z"), NOV_15, true);
        assertThat(text(score(Kind.RESTATED, NOV_15, "hipaa", then, now)))
                .isEqualTo("HIPAA restated from 10 to 1 (assessment of 30 Oct 2025)");
    }

    @Test
    void theDigestReadsAsOnTheOverview() {
        List<Change> all = Stream.of(
                        List.of(
                                new Change.NotAssessed(
                                        NOV_15, new Framework("iso-27001"), NOV_15.minusSeconds(86_400 * 104L + 5)),
                                figure(Kind.RISK_SCORE, "61", "65"),
                                figure(Kind.SHADOW_AI_COUNT, "2", "3"),
                                platform(Kind.PLATFORM_NEW, "Perplexity"),
                                platform(Kind.PLATFORM_NEW, "Cursor")),
                        recommendations(Kind.RECOMMENDATION_COMPLETED, 4),
                        List.of(
                                score(Kind.SCORE_DOWN, OCT_30, "hipaa", assessment(52, "D"), assessment(49, "D")),
                                score(Kind.NEWLY_ASSESSED, NOV_14, "soc-2", null, assessment(63, "C")),
                                score(Kind.RESTATED, NOV_14, "cis-v8", assessment(92, "A"), assessment(91, "A")),
                                score(Kind.SCORE_UP, NOV_15, "ai-security", assessment(66, "C"), assessment(72, "C")),
                                score(Kind.GRADE_UP, OCT_30, "nist-csf-2", assessment(74, "C"), assessment(76, "B"))))
                .flatMap(List::stream)
                .toList();

        assertThat(changes.digest(all))
                .extracting(line -> line.symbol() + " " + line.text())
                .containsExactly(
                        "▲ NIST CSF 2.0 rose from 74 to 76 — now B, was C",
                        "▲ AI Security rose from 66 to 72 — still C",
                        "▼ HIPAA fell from 52 to 49 — still D",
                        "± CIS Controls v8 restated from 92 to 91 (assessment of 30 Oct)",
                        "+ soc-2 first assessed: 63, C",
                        "✓ 4 recommendations completed",
                        "+ 2 new platforms: Perplexity, Cursor",
                        "! Shadow AI count 2 → 3",
                        "→ Risk score 61 → 65",
                        "◷ iso-27001 has not been assessed for 104 days");
        assertThat(changes.digest(all)).flatExtracting(Line::changes).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void aCountedLineIsDatedByItsNewestChange() {
        List<Change> three = List.of(
                recommendation(Kind.RECOMMENDATION_COMPLETED, OCT_30, "a", null, null),
                recommendation(Kind.RECOMMENDATION_COMPLETED, NOV_15, "b", null, null),
                recommendation(Kind.RECOMMENDATION_COMPLETED, NOV_8, "c", null, null));
        assertThat(changes.digest(three))
                .singleElement()
                .satisfies(line -> assertThat(line.at()).isEqualTo(NOV_15))
                .satisfies(line -> assertThat(line.changes()).isEqualTo(three));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RECOMMENDATION_OPENED        | 1    | 1 new recommendation
            RECOMMENDATION_OPENED        | 1234 | 1,234 new recommendations
            RECOMMENDATION_RETURNED      | 1    | 1 recommendation back again
            RECOMMENDATION_RETURNED      | 2    | 2 recommendations back again
            RECOMMENDATION_REOPENED      | 2    | 2 recommendations reopened
            RECOMMENDATION_PROGRESSED    | 1    | 1 recommendation changed status
            RECOMMENDATION_COMPLETED     | 1    | 1 recommendation completed
            RECOMMENDATION_DISMISSED     | 3    | 3 recommendations dismissed
            RECOMMENDATION_REPRIORITISED | 2    | 2 recommendations changed priority
            RECOMMENDATION_EDITED        | 1    | 1 recommendation reworded
            RECOMMENDATION_GONE          | 5    | 5 recommendations no longer listed
            """)
    void recommendationsAreCounted(Kind kind, int count, String text) {
        assertThat(changes.digest(recommendations(kind, count)))
                .extracting(Line::text)
                .containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PLATFORM_NEW  | Cursor    | 1 new platform: Cursor
            PLATFORM_RETURNED | Copilot | 1 platform back again: Copilot
            PLATFORM_RETURNED | A,B   | 2 platforms back again: A, B
            PLATFORM_GONE | Jasper    | 1 platform gone: Jasper
            PLATFORM_GONE | A,B       | 2 platforms gone: A, B
            PLATFORM_NEW  | A,B,C     | 3 new platforms: A, B, C
            PLATFORM_NEW  | A,B,C,D,E,F,G | 7 new platforms: A, B, C and 4 more
            """)
    void platformsAreNamedThreeAtMost(Kind kind, String names, String text) {
        List<Change> all =
                Arrays.stream(names.split(",")).map(n -> platform(kind, n)).toList();
        assertThat(changes.digest(all)).extracting(Line::text).containsExactly(text);
    }

    @Test
    void aRecommendationByItselfIsNamed() {
        assertThat(text(recommendation(Kind.RECOMMENDATION_COMPLETED, NOV_8, "Encrypt backups", "open", "completed")))
                .isEqualTo("Completed: Encrypt backups");
        assertThat(text(recommendation(
                        Kind.RECOMMENDATION_PROGRESSED, NOV_8, "Encrypt backups", "open", "in_progress")))
                .isEqualTo("open → in progress: Encrypt backups");
        assertThat(text(recommendation(Kind.RECOMMENDATION_PROGRESSED, NOV_8, "Encrypt backups", null, "blocked")))
                .isEqualTo("unknown → blocked: Encrypt backups");
        assertThat(text(recommendation(Kind.RECOMMENDATION_REPRIORITISED, NOV_8, "Encrypt backups", "2", "1")))
                .isEqualTo("Priority P2 → P1: Encrypt backups");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            SHADOW_AI_COUNT | 2 | 3 | ! | BAD     | Shadow AI count 2 → 3
            SHADOW_AI_COUNT | 3 | 2 | ▼ | GOOD    | Shadow AI count 3 → 2
            SHADOW_AI_COUNT | - | 2 | ! | NEUTRAL | Shadow AI count – → 2
            RISK_SCORE      | 61| 65| → | NEUTRAL | Risk score 61 → 65
            RISK_SCORE      | 65| 61.50| → | NEUTRAL | Risk score 65 → 61.5
            """)
    void onlyTheShadowAiCountIsJudged(
            Kind kind, @Nullable String was, @Nullable String now, String symbol, Tone tone, String text) {
        assertThat(changes.line(figure(kind, was, now)))
                .extracting(Line::symbol, Line::tone, Line::text)
                .containsExactly(symbol, tone, text);
    }

    @Test
    void aPriorityMovesUpTowardsOne() {
        Change raised = recommendation(Kind.RECOMMENDATION_REPRIORITISED, NOV_8, "A", "2", "1");
        Change lowered = recommendation(Kind.RECOMMENDATION_REPRIORITISED, NOV_8, "B", "1", "3");
        Change unknown = recommendation(Kind.RECOMMENDATION_REPRIORITISED, NOV_8, "C", null, "3");
        assertThat(changes.line(raised).direction()).isEqualTo(1);
        assertThat(changes.line(lowered).direction()).isEqualTo(-1);
        assertThat(changes.line(unknown).direction()).isZero();
        assertThat(changes.digest(List.of(lowered, lowered)).getFirst().direction())
                .isEqualTo(-1);
        assertThat(changes.digest(List.of(lowered, raised)).getFirst().direction())
                .isZero();
        assertThat(changes.line(lowered).tone()).isEqualTo(ChangeWords.Tone.NEUTRAL);
    }

    @Test
    void hostileTextStaysOnOneLineAndInOrder() {
        String hostile = "{0}\nevil\u202Etxt '{1}'";
        assertThat(text(recommendation(Kind.RECOMMENDATION_OPENED, NOV_8, hostile, null, "open")))
                .isEqualTo("New: {0} eviltxt '{1}'");
        assertThat(changes.digest(List.of(platform(Kind.PLATFORM_NEW, "x".repeat(5000)))))
                .singleElement()
                .satisfies(line -> assertThat(line.text()).hasSizeLessThan(100).endsWith("…"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindHasASymbolOfOneCharacterAndASentence(Kind kind) {
        Change change = switch (kind) {
            case NOT_ASSESSED -> new Change.NotAssessed(NOV_15, new Framework("hipaa"), OCT_30);
            case SHADOW_AI_COUNT, RISK_SCORE -> figure(kind, "1", "2");
            case PLATFORM_NEW, PLATFORM_RETURNED, PLATFORM_GONE -> platform(kind, "Cursor");
            default ->
                kind.name().startsWith("RECOMMENDATION")
                        ? recommendation(kind, NOV_8, "t", "open", "open")
                        : score(kind, NOV_15, "hipaa", assessment(1, "F"), assessment(2, "F"));
        };
        assertThat(changes.line(change).symbol()).hasSize(1);
        assertThat(changes.line(change).text()).isNotBlank().doesNotContain("{", "null");
        assertThat(changes.digest(List.of(change))).hasSize(1);
        Set<Kind> judged = EnumSet.of(
                Kind.GRADE_UP,
                Kind.SCORE_UP,
                Kind.GRADE_DOWN,
                Kind.SCORE_DOWN,
                Kind.RECOMMENDATION_COMPLETED,
                Kind.SHADOW_AI_COUNT);
        assertThat(changes.line(change).tone() != Tone.NEUTRAL).isEqualTo(judged.contains(kind));
    }

    private String text(Change change) {
        return changes.line(change).text();
    }

    private static Change score(
            Kind kind, Instant at, String framework, @Nullable Assessment earlier, @Nullable Assessment later) {
        return new Change.Score(at, kind, new Framework(framework), earlier, later);
    }

    private static Assessment assessment(int score, String grade) {
        return assessment(BigDecimal.valueOf(score), grade);
    }

    private static Assessment assessment(@Nullable BigDecimal score, @Nullable String grade) {
        return new Assessment(
                new Framework("any"), score, grade == null ? null : new Grade(grade), OCT_30, OCT_30, false);
    }

    private static Change figure(Kind kind, @Nullable String was, @Nullable String now) {
        return new Change.Figure(NOV_14, kind, kind.id(), was, now);
    }

    private static Change platform(Kind kind, String name) {
        Platform platform = new Platform(null, name, null, null, null, null, null, null, NOV_14);
        return new Change.OfPlatform(NOV_14, kind, platform, null, null);
    }

    private static List<Change> recommendations(Kind kind, int count) {
        return Collections.unmodifiableList(IntStream.range(0, count)
                .mapToObj(i -> recommendation(kind, NOV_8.plusSeconds(i % 60), "title " + i, null, null))
                .toList());
    }

    private static Change recommendation(
            Kind kind, Instant at, String title, @Nullable String before, @Nullable String after) {
        Recommendation r =
                new Recommendation("id", title, 1, Status.OPEN, new Framework("hipaa"), "Access Control", 1, at, at);
        return new Change.OfRecommendation(at, kind, r, before, after);
    }
}
