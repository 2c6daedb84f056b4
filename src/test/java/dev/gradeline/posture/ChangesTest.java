package dev.gradeline.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gradeline.posture.Change.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {
    private static final Instant THEN = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Framework HIPAA = new Framework("hipaa");
    private static final AtomicInteger SERIAL = new AtomicInteger();

    // ---- builders

    private static Posture scores(Instant asOf, Standing... standings) {
        return new Posture(asOf, asOf, null, Map.of(), List.of(standings), List.of(), List.of(), false, List.of());
    }

    private static Posture recommendations(Instant asOf, Recommendation... rows) {
        return new Posture(asOf, asOf, null, Map.of(), List.of(), List.of(rows), List.of(), false, List.of());
    }

    private static Posture scan(Instant asOf, @Nullable Scan scan) {
        return new Posture(
                asOf,
                asOf,
                null,
                Map.of(),
                List.of(),
                List.of(),
                scan == null ? List.of() : List.of(scan),
                scan != null,
                List.of());
    }

    private static Standing standing(Assessment... points) {
        return new Standing(HIPAA, List.of(points), true);
    }

    private static Standing gone(Assessment... points) {
        return new Standing(HIPAA, List.of(points), false);
    }

    /** @param value score and grade, “72 C”; a dash for none */
    private static Assessment point(String value, @Nullable String day, Instant seen) {
        String[] parts = value.split(" ", -1);
        return new Assessment(
                HIPAA,
                parts[0].equals("-") ? null : new BigDecimal(parts[0]),
                parts[1].equals("-") ? null : new Grade(parts[1]),
                day == null ? null : Instant.parse(day + "T10:00:00Z"),
                seen,
                false);
    }

    private static Recommendation row(
            String id, @Nullable String title, @Nullable Integer priority, @Nullable String status) {
        return new Recommendation(
                id,
                title,
                priority,
                status == null ? null : new Status(status),
                HIPAA,
                "Access Control",
                1,
                NOW.minusSeconds(120),
                NOW.minusSeconds(60));
    }

    @Test
    void eachAssessmentInBetweenIsToldOnItsOwnDayAndAsOneInSum() {
        Assessment start = point("55 D", "2026-07-01", THEN);
        Assessment fell = point("52 D", "2026-11-04", NOW);
        Assessment again = point("38 F", "2026-11-20", NOW);
        List<Change> changes = Changes.between(
                scores(THEN, standing(start)), scores(NOW, standing(start, fell, again)), Duration.ZERO);

        assertThat(changes)
                .extracting(Change::at, Change::kind, Change::before, Change::after)
                .containsExactlyInAnyOrder(
                        tuple(fell.effectiveAt(), Kind.SCORE_DOWN, "55 D", "52 D"),
                        tuple(again.effectiveAt(), Kind.GRADE_DOWN, "52 D", "38 F"));
        assertThat(Changes.net(changes))
                .extracting(Change::at, Change::kind, Change::before, Change::after)
                .containsExactly(tuple(again.effectiveAt(), Kind.GRADE_DOWN, "55 D", "38 F"));
    }

    /** The same under another id. */
    private static Recommendation under(String id, Recommendation r) {
        return new Recommendation(
                id,
                r.lineage(),
                r.title(),
                r.priority(),
                r.status(),
                r.framework(),
                r.category(),
                r.rank(),
                r.firstSeen(),
                r.lastChanged());
    }

    private static Scan scanOf(@Nullable Integer shadow, @Nullable String risk, String... platforms) {
        return new Scan(
                "id of " + Arrays.toString(platforms) + shadow,
                null,
                null,
                null,
                null,
                NOW.minusSeconds(30),
                platforms.length,
                shadow,
                risk == null ? null : new BigDecimal(risk),
                Arrays.stream(platforms).map(ChangesTest::platform).toList(),
                NOW);
    }

    private static Platform platform(String name) {
        return new Platform(
                "id " + SERIAL.incrementAndGet(), name, null, "Vendor", null, null, new BigDecimal("0.5"), null, NOW);
    }

    private static List<String> changes(Posture earlier, Posture later) {
        return Changes.between(earlier, later, Duration.ZERO).stream()
                .map(c -> c.kind() + " " + c.subject() + ": " + c.before() + " -> " + c.after())
                .toList();
    }

    // ---- scores

    @ParameterizedTest
    @CsvSource({
        "72 C, 80 B, GRADE_UP",
        "72 C, 50 D, GRADE_DOWN",
        "72 C, 90 A+, GRADE_CHANGED",
        "72 C, 74 C, SCORE_UP",
        "72 C, 70 C, SCORE_DOWN",
        "72 C, 72 C, REASSESSED",
        "72 C, 72.0 C, REASSESSED",
        "72 C, - C, REASSESSED",
        "- -, 80 B, REASSESSED",
        "72 C, 60 -, SCORE_DOWN",
        // the server's grade is the truth, whatever the score does
        "72 C, 60 B, GRADE_UP"
    })
    void aNewAssessmentMovesGradeOrScore(String was, String now, Kind kind) {
        List<Change> changes = Changes.between(
                scores(THEN, standing(point(was, "2026-10-01", THEN))),
                scores(NOW, standing(point(was, "2026-10-01", THEN), point(now, "2026-11-15", NOW))),
                Duration.ZERO);

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(kind);
            assertThat(change.at()).isEqualTo("2026-11-15T10:00:00Z");
        });
    }

    @Test
    void theSameAssessmentWithAnotherScoreIsRestatedWhenItWasSeen() {
        List<Change> changes = Changes.between(
                scores(THEN, standing(point("72 C", "2026-10-01", THEN))),
                scores(NOW, standing(point("80 B", "2026-10-01", NOW.minusSeconds(5)))),
                Duration.ZERO);

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.RESTATED);
            assertThat(change.at()).isEqualTo(NOW.minusSeconds(5));
            assertThat(change.before()).isEqualTo("72 C");
            assertThat(change.after()).isEqualTo("80 B");
        });
    }

    @Test
    void withoutDatesAnotherScoreIsAMoveAndNoRestatement() {
        assertThat(changes(
                        scores(THEN, standing(point("72 C", null, THEN))),
                        scores(NOW, standing(point("72 C", null, THEN), point("80 B", null, NOW)))))
                .containsExactly("GRADE_UP hipaa: 72 C -> 80 B");
    }

    /** The assessment that stands again is old, but that it stands again is news. */
    @Test
    void aWithdrawnAssessmentIsNewsOfTheEnd() {
        Assessment old = point("60 C", "2026-09-01", THEN);
        List<Change> changes = Changes.between(
                scores(THEN, standing(old, point("80 B", "2026-10-01", THEN))),
                scores(NOW, standing(old)),
                Duration.ZERO);

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.GRADE_DOWN);
            assertThat(change.at()).isEqualTo(NOW);
        });
    }

    private static Assessment brought(String value, String day) {
        Assessment told = point(value, day, NOW);
        return new Assessment(
                HIPAA, told.overallScore(), told.grade(), told.completedAt(), told.firstSeen(), false, true);
    }

    @Test
    void whatWasOnlyBroughtFromElsewhereIsNoNews() {
        Assessment longAgo = brought("60 C", "2020-01-01");
        Assessment older = brought("50 D", "2019-01-01");
        Assessment told = point("72 C", "2026-10-01", THEN);
        assertThat(changes(scores(THEN), scores(NOW, standing(older, longAgo)))).isEmpty();
        assertThat(changes(scores(THEN, standing(older)), scores(NOW, standing(older, longAgo))))
                .isEmpty();
        assertThat(changes(scores(THEN, standing(told)), scores(NOW, standing(older, longAgo, told))))
                .isEmpty();
        assertThat(changes(scores(THEN, standing(longAgo)), scores(NOW, gone(longAgo))))
                .containsExactly("FRAMEWORK_GONE hipaa: 60 C -> null");
    }

    @Test
    void whatAylieaItselfSaysOfAnAssessmentThatWasBroughtRestatesNothing() {
        Assessment brought = brought("60 C", "2026-10-01");
        assertThat(changes(scores(THEN, standing(brought)), scores(NOW, standing(point("61 C", "2026-10-01", NOW)))))
                .isEmpty();
        assertThat(changes(
                        scores(THEN, standing(brought)),
                        scores(NOW, standing(brought, point("80 B", "2026-11-20", NOW)))))
                .containsExactly("GRADE_UP hipaa: 60 C -> 80 B");
    }

    @Test
    void frameworksComeAndGo() {
        Assessment point = point("72 C", "2026-10-01", THEN);

        assertThat(changes(scores(THEN), scores(NOW, standing(point))))
                .containsExactly("NEWLY_ASSESSED hipaa: null -> 72 C");
        assertThat(changes(scores(THEN, standing(point)), scores(NOW, gone(point))))
                .containsExactly("FRAMEWORK_GONE hipaa: 72 C -> null");
        assertThat(changes(scores(THEN, gone(point)), scores(NOW, gone(point)))).isEmpty();
    }

    @Test
    void whatCameToBeOldInBetweenIsNamedOnceAndWhileReported() {
        Instant last = Instant.parse("2026-10-01T10:00:00Z");
        Assessment point = point("72 C", "2026-10-01", last);
        Posture then = scores(THEN, standing(point));
        Posture now = scores(NOW, standing(point));
        Duration exactly = Duration.between(last, NOW);

        assertThat(Changes.between(then, now, exactly)).isEmpty();
        assertThat(Changes.between(then, now, exactly.minusNanos(1)))
                .singleElement()
                .isInstanceOfSatisfying(Change.NotAssessed.class, change -> {
                    assertThat(change.at()).isEqualTo(NOW.minusNanos(1));
                    assertThat(change.days()).isEqualTo(52);
                });
        Duration before = Duration.between(last, THEN);
        assertThat(Changes.between(then, now, before)).hasSize(1);
        assertThat(Changes.between(then, now, before.minusNanos(1)))
                .as("it was old already")
                .isEmpty();
        Posture left = scores(NOW, gone(point));
        assertThat(Changes.between(scores(THEN, gone(point)), left, exactly.minusNanos(1)))
                .isEmpty();
        Posture undated = scores(NOW, standing(point("72 C", null, THEN)));
        assertThat(Changes.between(undated, undated, Duration.ofDays(1))).isEmpty();
    }

    @Test
    void anAssessmentAtTheEndOfTimeIsNotOld() {
        Assessment odd = new Assessment(HIPAA, null, null, Instant.MAX, THEN, false);
        Posture now = scores(NOW, standing(odd));

        assertThat(Changes.between(now, now, Duration.ofDays(1))).isEmpty();
    }

    // ---- recommendations

    @ParameterizedTest
    @CsvSource({
        "open, in_progress, RECOMMENDATION_PROGRESSED",
        "in_progress, open, RECOMMENDATION_PROGRESSED",
        "open, completed, RECOMMENDATION_COMPLETED",
        "dismissed, completed, RECOMMENDATION_COMPLETED",
        "open, dismissed, RECOMMENDATION_DISMISSED",
        "completed, open, RECOMMENDATION_REOPENED",
        "dismissed, in_progress, RECOMMENDATION_REOPENED",
        "completed, on hold, RECOMMENDATION_PROGRESSED",
        "on hold, open, RECOMMENDATION_PROGRESSED"
    })
    void aStatusMoves(String was, String now, Kind kind) {
        List<Change> changes = Changes.between(
                recommendations(THEN, row("r", "Title", 1, was)),
                recommendations(NOW, row("r", "Title", 1, now)),
                Duration.ZERO);

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(kind);
            assertThat(change.before()).isEqualTo(was);
            assertThat(change.after()).isEqualTo(now);
            assertThat(change.at()).isEqualTo(NOW.minusSeconds(60));
        });
    }

    @Test
    void everyChangedFieldIsOneChange() {
        assertThat(changes(
                        recommendations(THEN, row("r", "Old", 2, "open")),
                        recommendations(NOW, row("r", "New", null, null))))
                .containsExactly(
                        "RECOMMENDATION_PROGRESSED New: open -> null",
                        "RECOMMENDATION_REPRIORITISED New: 2 -> null",
                        "RECOMMENDATION_EDITED New: Old -> New");
    }

    @Test
    void aMoveInRankIsNoChange() {
        Recommendation row = row("r", "Title", 1, "open");
        Recommendation elsewhere = new Recommendation(
                row.id(),
                row.title(),
                row.priority(),
                row.status(),
                row.framework(),
                row.category(),
                77,
                row.firstSeen(),
                row.lastChanged());

        assertThat(changes(recommendations(THEN, row), recommendations(NOW, elsewhere)))
                .isEmpty();
    }

    @Test
    void whatCameUnderANewIdIsFollowedByItsLineage() {
        assertThat(changes(
                        recommendations(THEN, row("old-1", "One", 1, "open"), row("old-2", "Two", 1, "open")),
                        recommendations(
                                NOW,
                                under("new-2", row("old-2", "Two", 1, "completed")),
                                under("new-1", row("old-1", "One", 1, "open")))))
                .containsExactly("RECOMMENDATION_COMPLETED Two: open -> completed");
    }

    /** Whether two are one is for history to say, which saw what was in between. */
    @Test
    void alikeAloneIsNotTheSame() {
        assertThat(changes(
                        recommendations(THEN, row("old", "Same", 1, "open")),
                        recommendations(NOW, row("new", "Same", 1, "open"))))
                .containsExactly("RECOMMENDATION_OPENED Same: null -> open", "RECOMMENDATION_GONE Same: open -> null");
    }

    @Test
    void anIdThatStandsForAnotherLifeIsNotFollowed() {
        assertThat(changes(
                        recommendations(THEN, row("r", "One", 1, "open")),
                        recommendations(
                                NOW,
                                under("new", row("r", "One", 1, "open")),
                                under("r", row("r#2", "Two", 1, "open")))))
                .containsExactly("RECOMMENDATION_OPENED Two: null -> open");
    }

    // ---- discovery

    @Test
    void aScanThatRenumbersItsPlatformsChangesNothing() {
        assertThat(changes(scan(THEN, scanOf(1, "60", "A", "B")), scan(NOW, scanOf(1, "60.0", "B", "A"))))
                .isEmpty();
    }

    @Test
    void platformsAndFiguresMove() {
        assertThat(changes(scan(THEN, scanOf(2, "61", "A", "B")), scan(NOW, scanOf(3, "65", "B", "C"))))
                .containsExactly(
                        "PLATFORM_NEW C: null -> 0.5",
                        "PLATFORM_GONE A: 0.5 -> null",
                        "SHADOW_AI_COUNT shadow_ai_count: 2 -> 3",
                        "RISK_SCORE risk_score: 61 -> 65");
        assertThat(changes(scan(THEN, scanOf(2, null)), scan(NOW, scanOf(null, "65"))))
                .containsExactly("SHADOW_AI_COUNT shadow_ai_count: 2 -> null", "RISK_SCORE risk_score: null -> 65");
    }

    @Test
    void whatWasKnownBeforeThePeriodReturnedAndIsNotNew() {
        Recommendation old = row("r", "Old", 1, "open");
        Recommendation back = new Recommendation(
                "r", "Old", 1, old.status(), HIPAA, null, 1, THEN.minusSeconds(9), NOW.minusSeconds(60));
        assertThat(Changes.between(recommendations(THEN), recommendations(NOW, back), Duration.ZERO))
                .extracting(Change::kind, Change::at)
                .containsExactly(tuple(Kind.RECOMMENDATION_RETURNED, NOW.minusSeconds(60)));

        Scan now = scanOf(1, "60", "A");
        Platform copilot = new Platform(null, "Copilot", null, null, null, null, null, null, THEN);
        Scan with = new Scan("s", null, null, null, null, NOW, 2, 1, now.overallRiskScore(), List.of(copilot), NOW);
        assertThat(changes(scan(THEN, now), scan(NOW, with)))
                .containsExactly("PLATFORM_RETURNED Copilot: null -> null", "PLATFORM_GONE A: 0.5 -> null");
    }

    @Test
    void aPlatformListedTwiceIsOne() {
        assertThat(changes(scan(THEN, scanOf(1, "60")), scan(NOW, scanOf(1, "60", "A", "A"))))
                .containsExactly("PLATFORM_NEW A: null -> 0.5");
    }

    @Test
    void aScanThatComesOrGoesIsOneChange() {
        assertThat(changes(scan(THEN, null), scan(NOW, scanOf(1, "60", "A"))))
                .containsExactly("SCAN_NEW scan_new: null -> 1");
        assertThat(changes(scan(THEN, scanOf(1, "60", "A", "B")), scan(NOW, null)))
                .containsExactly("SCAN_GONE scan_gone: 2 -> null");
        assertThat(changes(scan(THEN, null), scan(NOW, null))).isEmpty();
    }

    // ---- laws

    @Test
    void gradesComeFirstAndWithinAKindTheNewest() {
        List<Change> changes = Changes.between(Postures.northwindEarlier(), Postures.northwind(), Duration.ofDays(100));

        assertThat(changes).extracting(Change::kind).isSorted();
        assertThat(changes)
                .filteredOn(c -> c.kind() == Kind.RECOMMENDATION_COMPLETED)
                .extracting(Change::at)
                .isSortedAccordingTo(Collections.reverseOrder())
                .hasSize(4);
    }

    /** Whatever happens to the rows: a row is told of once, opened less gone is the difference, and the same is no change. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void recommendationsAddUp(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            List<Recommendation> before = rows(random, "b");
            List<Recommendation> after = new ArrayList<>(before);
            after.removeIf(r -> random.nextInt(3) == 0);
            after.addAll(rows(random, "a" + i));
            Collections.shuffle(after, random);
            Posture earlier = recommendations(THEN, before.toArray(Recommendation[]::new));
            Posture later = recommendations(NOW, after.toArray(Recommendation[]::new));

            List<Change> changes = Changes.between(earlier, later, Duration.ZERO);
            long opened = changes.stream()
                    .filter(c -> c.kind() == Kind.RECOMMENDATION_OPENED)
                    .count();
            long gone = changes.stream()
                    .filter(c -> c.kind() == Kind.RECOMMENDATION_GONE)
                    .count();

            assertThat(opened - gone).isEqualTo(after.size() - before.size());
            assertThat(Changes.between(later, later, Duration.ZERO)).isEmpty();
            assertThat(Changes.between(earlier, later, Duration.ZERO)).isEqualTo(changes);
        }
    }

    private static List<Recommendation> rows(Random random, String prefix) {
        List<Recommendation> rows = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            rows.add(row(
                    prefix + i,
                    random.nextInt(6) == 0 ? null : "Title " + random.nextInt(3),
                    1,
                    random.nextBoolean() ? "open" : "completed"));
        }
        return rows;
    }
}
