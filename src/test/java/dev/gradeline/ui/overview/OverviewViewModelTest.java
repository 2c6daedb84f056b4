package dev.gradeline.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.OpenCount;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.Scan;
import dev.gradeline.posture.Standing;
import dev.gradeline.posture.Status;
import dev.gradeline.ui.kit.ManyFrameworks;
import dev.gradeline.ui.kit.PartNotice;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.StandingWords;
import dev.gradeline.ui.kit.TestPages;
import dev.gradeline.words.ChangeWords.Tone;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverviewViewModelTest {
    private final TestPages pages = new TestPages(TestPages.northwind());
    private final OverviewViewModel model = new OverviewViewModel(pages.context());

    // ---- frameworks

    @Test
    void whatFellComesFirstThenWhatIsOldThenTheLowestScore() {
        assertThat(cards())
                .extracting(FrameworkCard::framework)
                .containsExactly(Postures.HIPAA, Postures.ISO, Postures.AI, Postures.NIST, Postures.CIS);
    }

    @Test
    void theDeepestFallComesFirstAndWhatIsGoneLast() {
        show(List.of(
                standing("gone-and-fell", true, false, score("90", 40), score("10", 5)),
                standing("fell-by-1", true, true, score("21", 40), score("20", 5)),
                standing("fell-by-9", true, true, score("99", 40), score("90", 5)),
                standing("rose", true, true, score("1", 40), score("2", 5))));
        assertThat(cards())
                .extracting(card -> card.framework().id())
                .containsExactly("fell-by-9", "fell-by-1", "rose", "gone-and-fell");
        assertThat(cards().getLast().marks())
                .extracting(StandingWords.Mark::word)
                .containsExactly("not reported");
    }

    @Test
    void aCardSaysWhereTheFrameworkStands() {
        FrameworkCard card = card(Postures.AI);
        assertThat(card.name()).isEqualTo("AI Security");
        assertThat(card.grade()).isEqualTo(new Grade("C"));
        assertThat(card.score() + card.outOf()).isEqualTo("72/100");
        assertThat(card.movement().text()).isEqualTo("+6");
        assertThat(card.movement().tone()).isEqualTo(Tone.GOOD);
        assertThat(card.assessed()).isEqualTo("15 Nov");
        assertThat(card.assessedInFull()).contains("15 November 2026").contains("2026-11-15T10:20:00Z");
        assertThat(card.marks()).isEmpty();
        assertThat(card.spoken()).contains("AI Security", "grade C", "72 of 100", "+6", "15 November 2026");
    }

    @Test
    void aFallIsBadAndStandingStillIsNeither() {
        assertThat(card(Postures.HIPAA).movement().tone()).isEqualTo(Tone.BAD);
        assertThat(card(Postures.ISO).movement().tone()).isEqualTo(Tone.NEUTRAL);
        assertThat(card(Postures.ISO).movement().text()).isEqualTo("0");
    }

    @Test
    void oldIsMarkedByTheDaysThatThePersonChose() {
        assertThat(card(Postures.ISO).marks())
                .extracting(StandingWords.Mark::word)
                .containsExactly("old");
        assertThat(card(Postures.ISO).spoken()).contains("103 days ago");
        assertThat(card(Postures.HIPAA).marks()).isEmpty();

        pages.situation.set(situation(Postures.northwind(), 40));
        assertThat(card(Postures.HIPAA).marks())
                .extracting(StandingWords.Mark::word)
                .containsExactly("old");

        pages.situation.set(situation(Postures.northwind(), 0));
        assertThat(cards()).allSatisfy(card -> assertThat(card.marks()).isEmpty());
    }

    @Test
    void whatHasNoDateIsNotOldByTheDayOnWhichItWasSeen() {
        Assessment undated = new Assessment(
                Postures.AI, new BigDecimal("70"), null, null, Postures.NOW.minus(Duration.ofDays(400)), false);
        show(List.of(new Standing(Postures.AI, List.of(undated), true)));
        assertThat(card(Postures.AI).marks()).isEmpty();
    }

    @Test
    void aRestatedScoreIsMarked() {
        Assessment restated = new Assessment(
                Postures.AI,
                new BigDecimal("70"),
                new Grade("C"),
                Postures.NOW.minus(Duration.ofDays(5)),
                Postures.NOW,
                true);
        show(List.of(new Standing(Postures.AI, List.of(restated), true)));
        assertThat(card(Postures.AI).marks())
                .extracting(StandingWords.Mark::word)
                .containsExactly("restated");
    }

    @Test
    void whatTheServerLeftOutIsNotInvented() {
        Assessment bare = new Assessment(Postures.AI, null, null, null, Postures.NOW, false);
        show(List.of(new Standing(Postures.AI, List.of(bare), true)));
        FrameworkCard card = card(Postures.AI);
        assertThat(card.score() + card.outOf() + card.assessed()).isEqualTo("–");
        assertThat(card.grade()).isNull();
        assertThat(card.movement().known()).isFalse();
        assertThat(card.trend().shapes(100, 30)).isEmpty();
    }

    @Test
    void oneAssessmentStandsWhereItBelongsInTheYear() {
        pages.situation.set(TestPages.firstVisit(Postures.onePoint()));
        FrameworkCard card = card(Postures.AI);
        assertThat(card.unmoved()).isEqualTo("first assessment");
        assertThat(card.trend().from()).isEqualTo(Postures.NOW.minus(Duration.ofDays(365)));
        assertThat(card.trend().shapes(100, 30)).hasSize(2);
    }

    @Test
    void aCardLeadsToItsTrend() {
        model.openTrends(Postures.HIPAA);
        assertThat(pages.asked).containsExactly("trends hipaa");
    }

    // ---- what changed

    @Test
    void theDigestTellsWhatChangedSinceTheLastVisit() {
        ChangeDigest digest = model.changes().get();
        assertThat(digest.title() + " " + digest.since()).isEqualTo("What changed since your last visit · 8 Nov");
        assertThat(digest.lines())
                .extracting(line -> line.text() + " | " + line.day())
                .containsExactly(
                        "AI Security rose from 66 to 72 — still C | 15 Nov",
                        "4 recommendations completed | since 8 Nov",
                        "2 new platforms: Cursor, Perplexity | 14 Nov",
                        "1 platform gone: Jasper | 14 Nov",
                        "Shadow AI count 2 → 3 | 14 Nov",
                        "Risk score 61 → 65 | 14 Nov",
                        "iso-27001 has not been assessed for 90 days | 9 Nov");
        assertThat(digest.all()).isEqualTo("All 11");
        assertThat(digest.message()).isEmpty();
    }

    @Test
    void aLongDigestIsCutAndCounted() {
        List<Change> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add(new Change.NotAssessed(Postures.NOW, new Framework("f-" + i), Postures.LAST_VISIT));
        }
        pages.situation.set(TestPages.since(Postures.northwind(), Postures.LAST_VISIT, many));
        assertThat(model.changes().get().lines()).hasSize(12);
        assertThat(model.changes().get().all()).isEqualTo("All 30");
    }

    @Test
    void aFirstVisitAndAQuietTimeAreToldApart() {
        pages.situation.set(TestPages.firstVisit(Postures.northwind()));
        assertThat(model.changes().get().message()).contains("first visit");
        assertThat(model.changes().get().title()).isEqualTo("Latest assessments");
        assertThat(model.changes().get().lines())
                .extracting(line -> line.text() + " | " + line.day())
                .startsWith(
                        "AI Security rose from 66 to 72 — still C | 15 Nov",
                        "NIST CSF 2.0 rose from 78 to 81 — still B | 2 Nov")
                .hasSize(5);
        assertThat(model.changes().get().since()).isEmpty();

        pages.situation.set(TestPages.since(Postures.northwind(), Postures.LAST_VISIT, List.of()));
        assertThat(model.changes().get().message()).isEqualTo("Nothing has changed since 8 Nov.");
    }

    @Test
    void aLineLeadsToWhatChanged() {
        model.changes().get().lines().forEach(line -> model.open(line.line()));
        assertThat(pages.asked)
                .containsExactly(
                        "trends ai-security",
                        "changes of RECOMMENDATION_COMPLETED",
                        "open DISCOVERY",
                        "open DISCOVERY",
                        "open DISCOVERY",
                        "open DISCOVERY",
                        "trends iso-27001");
    }

    // ---- recommendations

    @Test
    void everyRecommendationIsCountedOnce() {
        assertThat(shares())
                .extracting(RecommendationSummary.Share::text)
                .containsExactly("37 open", "12 in progress", "61 completed", "5 dismissed");
    }

    @Test
    void eachCountIsWhatItsLinkShows() {
        showRows(List.of(
                row(1, 1, Status.OPEN),
                row(2, 1, new Status("waiting")),
                row(3, 1, new Status("parked")),
                row(4, 1, null)));
        List<Recommendation> rows = pages.situation.get().posture().recommendations();
        assertThat(shares())
                .extracting(RecommendationSummary.Share::text)
                .containsExactly("1 open", "2 other", "1 unknown");
        assertThat(shares())
                .filteredOn(share -> share.filter() != null)
                .hasSize(2)
                .allSatisfy(share -> {
                    RecommendationFilter filter = share.filter();
                    assertThat(filter == null ? List.of() : filter.apply(rows)).hasSize(share.count());
                });
    }

    @Test
    void openOnesAreCountedByPriorityAndEachCountIsWhatItsLinkShows() {
        List<Recommendation> many = new ArrayList<>();
        for (int priority = 1; priority <= 8; priority++) {
            for (int i = 0; i < priority; i++) {
                many.add(row(many.size(), priority, i == 0 ? Status.IN_PROGRESS : Status.OPEN));
            }
            many.add(row(many.size(), priority, Status.COMPLETED));
        }
        many.add(row(many.size(), null, Status.OPEN));
        showRows(many);
        List<PriorityCount> bars = model.recommendations().get().priorities();
        assertThat(bars)
                .extracting(bar -> bar.name() + " " + bar.counted())
                .containsExactly("P1 1", "P2 2", "P3 3", "P4 4", "P5 and below 26", "– 1");
        assertThat(bars).extracting(PriorityCount::share).contains(1.0).allMatch(share -> share > 0 && share <= 1);
        assertThat(bars.subList(0, 5)).allSatisfy(bar -> {
            RecommendationFilter filter = bar.filter();
            assertThat(filter == null ? List.of() : filter.apply(many)).hasSize(bar.count());
        });
        assertThat(bars.getLast().filter()).isNull();
    }

    @Test
    void theMostUrgentOpenOnesComeFirst() {
        showRows(List.of(
                row(1, null, Status.OPEN),
                row(2, 3, Status.OPEN),
                row(3, 1, Status.COMPLETED),
                row(4, 2, Status.IN_PROGRESS),
                row(5, 2, Status.OPEN)));
        assertThat(model.recommendations().get().top())
                .extracting(RecommendationSummary.Top::title)
                .containsExactly("Row 4", "Row 5", "Row 2", "Row 1");
        assertThat(model.recommendations().get().top().getFirst().filter())
                .isEqualTo(RecommendationFilter.ALL
                        .withStatuses(Set.of("open", "in_progress"))
                        .withMaxPriority(2));
        assertThat(model.recommendations().get().top().getLast().filter().maxPriority())
                .isNull();
    }

    @Test
    void theLineOfOpenOnesEntersWithTheCountThatHeld() {
        OpenTrend trend = model.openTrend().get();
        assertThat(trend.from()).isEqualTo(Postures.NOW.minus(Duration.ofDays(90)));
        assertThat(trend.counts()).hasSize(14);
        assertThat(trend.summary()).contains("from 52 to 37").contains("at least 37, at most 55");

        showCounts(List.of(count(200, 9), count(100, 8), count(10, 7)));
        assertThat(model.openTrend().get().counts()).extracting(OpenCount::open).containsExactly(8, 7);
    }

    @Test
    void aLineThatHasJustBegunIsANumber() {
        showCounts(List.of(new OpenCount(Postures.LAST_SYNC, 37)));
        assertThat(model.openTrend().get().counts()).isEmpty();
        assertThat(model.openTrend().get().message()).startsWith("37 open now.");
    }

    // ---- discovery

    @Test
    void onlyARiseOfShadowAiHasAColour() {
        assertThat(model.discovery().get().figures())
                .extracting(f -> f.number() + " " + f.name() + " "
                        + f.movement().text() + " " + f.movement().tone())
                .containsExactly("14 platforms +1 NEUTRAL", "3 shadow AI +1 BAD", "65 risk score +4 NEUTRAL");

        Posture full = Postures.northwind();
        List<Scan> turned = List.of(full.scans().get(1), full.scans().get(0));
        pages.situation.set(TestPages.firstVisit(withScans(full, turned)));
        assertThat(model.discovery().get().figures())
                .extracting(f -> f.number() + " " + f.movement().text() + " "
                        + f.movement().tone())
                .containsExactly("13 −1 NEUTRAL", "2 −1 NEUTRAL", "61 −4 NEUTRAL");
    }

    @Test
    void theMostConfidentPlatformsComeFirst() {
        assertThat(model.discovery().get().platforms().subList(0, 3))
                .extracting(p -> p.name() + " " + p.percent())
                .containsExactly("ChatGPT 95%", "GitHub Copilot 88%", "Claude 84%");
        assertThat(model.discovery().get().domain()).isEqualTo("northwind.example");
        assertThat(model.discovery().get().scanned()).isEqualTo("scanned 14 Nov");
    }

    // ---- states

    @Test
    void noScanAndARefusedScanAreToldApart() {
        pages.situation.set(TestPages.firstVisit(Postures.onePoint()));
        assertThat(model.discovery().get().message()).isEqualTo("No completed scan yet.");
        assertThat(model.discovery().get().notice()).isNull();

        pages.situation.set(TestPages.firstVisit(neverRead(Part.DISCOVERY, Outcome.REFUSED)));
        DiscoverySummary refused = model.discovery().get();
        assertThat(refused.message()).isEmpty();
        assertThat(refused.notice()).isNotNull().satisfies(notice -> {
            assertThat(notice.text()).contains("discovery:read").endsWith("Not read so far.");
            assertThat(notice.way()).isEqualTo(PartNotice.Way.KEY);
        });
    }

    @Test
    void anOldPartIsShownWithItsReason() {
        Instant read = Postures.NOW.minus(Duration.ofHours(3));
        Freshness old = new Freshness(Part.RECOMMENDATIONS, read, Postures.LAST_SYNC, Outcome.UNREACHABLE, "");
        pages.situation.set(
                TestPages.since(Postures.northwindWith(old), Postures.LAST_VISIT, TestPages.northwindChanges()));
        assertThat(model.recommendations().get().notice()).isNotNull().satisfies(notice -> {
            assertThat(notice.text()).contains("could not be reached").endsWith("Last read 3 h ago.");
            assertThat(notice.way()).isEqualTo(PartNotice.Way.AGAIN);
        });
        assertThat(shares()).hasSize(4);
        assertThat(model.scores().get().notice()).isNull();
    }

    @Test
    void nothingStoredIsNotTheSameAsNoScores() {
        pages.situation.set(TestPages.firstVisit(Postures.empty()));
        assertThat(model.emptiness().get().empty()).isTrue();
        assertThat(model.scores().get().message()).isEmpty();

        show(List.of());
        assertThat(model.emptiness().get().empty()).isFalse();
        assertThat(model.scores().get().message()).startsWith("No completed assessment yet.");
    }

    @Test
    void whoseTheKeyIsIsSaidOnceWithTheWayOut() {
        List<Freshness> all = Stream.of(Part.values())
                .map(part -> new Freshness(part, Postures.LAST_SYNC, Postures.NOW, Outcome.OTHER_ORGANISATION, ""))
                .toList();
        Posture posture = Postures.northwindWith(all.getFirst());
        for (Freshness each : all) {
            posture = posture.with(each.part(), Postures.northwindWith(each));
        }
        pages.situation.set(TestPages.firstVisit(posture));
        assertThat(model.scores().get().notice())
                .isNotNull()
                .extracting(PartNotice::way)
                .isEqualTo(PartNotice.Way.CONNECT);
        assertThat(model.recommendations().get().notice()).isNull();
        assertThat(model.discovery().get().notice()).isNull();
    }

    @Test
    void beforeTheFirstSynchronisationNothingWasKnown() {
        pages.situation.set(new Situation(
                Postures.empty(), Postures.NOW, Postures.NOW, null, List.of(), false, TestPages.OLD_AFTER_DAYS));
        assertThat(model.emptiness().get().title()).isEqualTo("Nothing was known then");
        pages.situation.set(TestPages.firstVisit(Postures.empty()));
        assertThat(model.emptiness().get().title()).isEqualTo("Nothing here yet");
    }

    @Test
    void aFirstTryThatFailedSaysWhyOnTheEmptyPage() {
        Freshness failed = new Freshness(Part.SCORES, null, Postures.NOW, Outcome.UNREACHABLE, "");
        Posture posture = new Posture(
                Postures.NOW,
                null,
                null,
                Map.of(Part.SCORES, failed),
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of());
        pages.situation.set(TestPages.firstVisit(posture));
        assertThat(model.emptiness().get().notices()).hasSize(1);
        assertThat(model.scores().get().notice()).as("said once").isNull();
    }

    @Test
    void aPartThatStayedTheSameIsNotDrawnAgain() {
        List<String> redrawn = new ArrayList<>();
        model.recommendations().addListener((o, was, now) -> redrawn.add("recommendations"));
        model.discovery().addListener((o, was, now) -> redrawn.add("discovery"));
        Posture full = Postures.northwind();
        pages.situation.set(new Situation(
                full,
                Postures.NOW.plusSeconds(900),
                Postures.LAST_VISIT,
                null,
                TestPages.northwindChanges(),
                TestPages.OLD_AFTER_DAYS));
        assertThat(redrawn).isEmpty();
        showRows(List.of(row(1, 1, Status.OPEN)));
        assertThat(redrawn).containsExactly("recommendations");
    }

    // ---- helpers

    private List<FrameworkCard> cards() {
        return model.scores().get().cards();
    }

    private FrameworkCard card(Framework framework) {
        return cards().stream()
                .filter(card -> card.framework().equals(framework))
                .findFirst()
                .orElseThrow();
    }

    private List<RecommendationSummary.Share> shares() {
        return model.recommendations().get().shares();
    }

    private void show(List<Standing> standings) {
        pages.situation.set(TestPages.firstVisit(ManyFrameworks.with(Postures.northwind(), standings)));
    }

    private static Situation situation(Posture posture, int oldAfterDays) {
        return new Situation(posture, Postures.NOW, null, null, List.of(), oldAfterDays);
    }

    private record Score(String points, int daysAgo) {}

    private static Score score(String points, int daysAgo) {
        return new Score(points, daysAgo);
    }

    private static Standing standing(String id, boolean graded, boolean reported, Score... scores) {
        Framework framework = new Framework(id);
        List<Assessment> assessments = new ArrayList<>();
        for (Score score : scores) {
            Instant at = Postures.NOW.minus(Duration.ofDays(score.daysAgo()));
            assessments.add(new Assessment(
                    framework, new BigDecimal(score.points()), graded ? new Grade("C") : null, at, at, false));
        }
        return new Standing(framework, assessments, reported);
    }

    private static Recommendation row(int rank, @Nullable Integer priority, @Nullable Status status) {
        return new Recommendation(
                "id-" + rank,
                "Row " + rank,
                priority,
                status,
                Postures.AI,
                "Any",
                rank,
                Postures.LAST_VISIT,
                Postures.LAST_VISIT);
    }

    private void showRows(List<Recommendation> rows) {
        Posture full = Postures.northwind();
        pages.situation.set(TestPages.firstVisit(new Posture(
                full.asOf(),
                full.lastSync(),
                full.organizationId(),
                full.freshness(),
                full.standings(),
                rows,
                full.scans(),
                full.scanReported(),
                full.openCounts())));
    }

    private static OpenCount count(int daysAgo, int open) {
        return new OpenCount(Postures.NOW.minus(Duration.ofDays(daysAgo)), open);
    }

    private void showCounts(List<OpenCount> counts) {
        Posture full = Postures.northwind();
        pages.situation.set(TestPages.firstVisit(new Posture(
                full.asOf(),
                full.lastSync(),
                full.organizationId(),
                full.freshness(),
                full.standings(),
                full.recommendations(),
                full.scans(),
                full.scanReported(),
                counts)));
    }

    private static Posture withScans(Posture full, List<Scan> scans) {
        return new Posture(
                full.asOf(),
                full.lastSync(),
                full.organizationId(),
                full.freshness(),
                full.standings(),
                full.recommendations(),
                scans,
                true,
                full.openCounts());
    }

    private static Posture neverRead(Part part, Outcome outcome) {
        Posture one = Postures.onePoint();
        return new Posture(
                one.asOf(),
                one.lastSync(),
                null,
                Map.of(
                        Part.SCORES,
                        one.freshness(Part.SCORES),
                        part,
                        new Freshness(part, null, Postures.LAST_SYNC, outcome, "403")),
                one.standings(),
                List.of(),
                List.of(),
                false,
                List.of());
    }
}
