package dev.gradeline.ui.trends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Standing;
import dev.gradeline.report.chart.TrendChart;
import dev.gradeline.ui.kit.ManyFrameworks;
import dev.gradeline.ui.kit.TestPages;
import dev.gradeline.words.ChangeWords.Tone;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendsViewModelTest {
    private final TestPages pages = new TestPages(TestPages.northwind());
    private final TrendsViewModel model = new TrendsViewModel(pages.context());

    @Test
    void aLineKeepsItsColourAndMarkerWhateverElseIsShown() {
        assertThat(drawnLines()).containsExactly("ai-security 0", "cis-v8 1", "hipaa 2", "iso-27001 3", "nist-csf-2 4");
        model.toggle(Postures.AI);
        model.toggle(Postures.HIPAA);
        assertThat(drawnLines()).containsExactly("cis-v8 1", "iso-27001 3", "nist-csf-2 4");
        assertThat(model.rows().get())
                .extracting(row -> row.framework().id())
                .containsExactly("cis-v8", "iso-27001", "nist-csf-2");
        model.toggle(Postures.AI);
        assertThat(drawnLines()).containsExactly("ai-security 0", "cis-v8 1", "iso-27001 3", "nist-csf-2 4");
    }

    @Test
    void aNewFrameworkDoesNotMoveTheOthersUnlessItSortsBeforeThem() {
        pages.situation.set(TestPages.firstVisit(ManyFrameworks.of(6)));
        assertThat(drawnLines())
                .containsExactly(
                        "ai-security 0", "cis-v8 1", "framework-15 2", "hipaa 3", "iso-27001 4", "nist-csf-2 5");
    }

    @Test
    void aYearIsShownUnlessTheHistoryIsShorter() {
        assertThat(model.range().get()).isEqualTo(TrendRange.YEAR);
        assertThat(model.drawing().get().from()).isEqualTo(Instant.parse("2025-11-23T06:40:00Z"));
        assertThat(model.drawing().get().to()).isEqualTo(Postures.NOW);

        pages.situation.set(TestPages.firstVisit(Postures.onePoint()));
        assertThat(model.range().get()).isEqualTo(TrendRange.DAYS_30);
    }

    @Test
    void aChosenRangeStays() {
        model.choose(TrendRange.DAYS_90);
        pages.situation.set(TestPages.firstVisit(Postures.onePoint()));
        assertThat(model.range().get()).isEqualTo(TrendRange.DAYS_90);
        assertThat(model.drawing().get().from()).isEqualTo(Postures.NOW.minus(Duration.ofDays(90)));
    }

    @Test
    void allBeginsALittleBeforeTheFirstAssessment() {
        model.choose(TrendRange.ALL);
        Instant first = Instant.parse("2025-11-20T10:20:00Z");
        assertThat(model.drawing().get().from()).isBetween(first.minus(Duration.ofDays(20)), first.minusSeconds(1));
    }

    @Test
    void allOfNothingOrOfOneMomentIsStillARange() {
        Instant now = Postures.NOW;
        assertThat(TrendRange.ALL.from(now, null, ZoneOffset.UTC)).isBefore(now.minus(Duration.ofHours(23)));
        assertThat(TrendRange.ALL.from(now, now, ZoneOffset.UTC)).isBefore(now.minus(Duration.ofHours(23)));
    }

    @Test
    void theTableSaysWhatTheRangeHolds() {
        TrendRow ai = row(Postures.AI);
        assertThat(ai.name()).isEqualTo("AI Security");
        assertThat(ai.grade().grade()).isEqualTo(new Grade("C"));
        assertThat(ai.score().text()).isEqualTo("72");
        assertThat(ai.sincePrevious().text()).isEqualTo("+6");
        assertThat(ai.sincePrevious().tone()).isEqualTo(Tone.GOOD);
        assertThat(ai.sinceStart().text()).isEqualTo("+24");
        assertThat(ai.span().text()).isEqualTo("48–72");
        assertThat(ai.assessments().text()).isEqualTo("6");
        assertThat(ai.assessed().text()).isEqualTo("15 Nov");
        assertThat(row(Postures.HIPAA).sinceStart().tone()).isEqualTo(Tone.BAD);
    }

    @Test
    void theScoreThatHeldWhenTheRangeBeganCountsButIsNoAssessmentOfIt() {
        model.choose(TrendRange.DAYS_90);
        TrendRow ai = row(Postures.AI);
        assertThat(ai.sinceStart().text()).isEqualTo("+6");
        assertThat(ai.span().text()).isEqualTo("66–72");
        assertThat(ai.assessments().text()).isEqualTo("1");

        TrendRow iso = row(Postures.ISO);
        assertThat(iso.assessments().text()).isEqualTo("0");
        assertThat(iso.span().text()).isEqualTo("76");
        assertThat(iso.sinceStart().text()).isEqualTo("–");
    }

    @Test
    void oneInFrontDimsTheOthers() {
        model.toggle(Postures.HIPAA);
        model.show(Postures.HIPAA);
        assertThat(model.inFront().get()).isEqualTo(Postures.HIPAA);
        assertThat(drawnLines()).as("a hidden one comes back").contains("hipaa 2");
        assertThat(model.drawing().get().dimmed())
                .containsExactlyInAnyOrder(Postures.AI, Postures.CIS, Postures.ISO, Postures.NIST);

        model.toggle(Postures.HIPAA);
        assertThat(model.inFront().get()).isNull();
        assertThat(model.drawing().get().dimmed()).isEmpty();

        assertThat(model.canShowAll()).isTrue();
        model.showAll();
        assertThat(model.canShowAll()).isFalse();
        assertThat(drawnLines()).hasSize(5);
    }

    @Test
    void aFrameworkThatLeavesTheHistoryIsNoLongerInFront() {
        model.show(Postures.HIPAA);
        pages.situation.set(TestPages.firstVisit(Postures.onePoint()));
        assertThat(model.inFront().get()).isNull();
        assertThat(model.drawing().get().dimmed()).isEmpty();
    }

    @Test
    void theSummarySaysEachLine() {
        assertThat(model.drawing().get().summary())
                .startsWith("Scores over time, 5 frameworks.")
                .contains("HIPAA: 49 now, −9 in this range, between 49–60");
    }

    @Test
    void aPointIsTold() {
        Standing hipaa = standing(Postures.HIPAA);
        Readout latest = model.readout(point(hipaa.current()));
        assertThat(latest.spoken())
                .isEqualTo("HIPAA, grade D, 49/100, 30 September 2026, −3 since the assessment before");
        Readout first = model.readout(point(hipaa.assessments().getFirst()));
        assertThat(first.movement().known()).isFalse();
        assertThat(first.spoken()).isEqualTo("HIPAA, grade D, 58/100, 3 December 2025");
    }

    @Test
    void aRestatedPointSaysSo() {
        Assessment restated = new Assessment(
                Postures.AI,
                new BigDecimal("70.5"),
                new Grade("C"),
                Postures.NOW.minus(Duration.ofDays(3)),
                Postures.NOW,
                true);
        pages.situation.set(TestPages.firstVisit(ManyFrameworks.with(
                Postures.northwind(), List.of(new Standing(Postures.AI, List.of(restated), false)))));
        assertThat(model.readout(point(restated)).spoken()).endsWith("restated").contains("70.5/100");
        assertThat(model.rows().get().getFirst().name()).isEqualTo("AI Security (not reported)");
    }

    @Test
    void whyScoresAreOldIsSaidHere() {
        Freshness old = new Freshness(Part.SCORES, Postures.LAST_VISIT, Postures.NOW, Outcome.SERVER_FAULT, "500");
        pages.situation.set(TestPages.firstVisit(Postures.northwindWith(old)));
        assertThat(model.notice().get()).isNotNull();
        assertThat(model.rows().get()).hasSize(5);
    }

    // ---- the keyboard's way over the points

    @Test
    void arrowsWalkAlongALineAndAcrossLines() {
        TrendChart.Point a1 = at(10, 50, Postures.AI);
        TrendChart.Point a2 = at(20, 40, Postures.AI);
        TrendChart.Point b1 = at(12, 80, Postures.HIPAA);
        TrendChart.Point b2 = at(22, 90, Postures.HIPAA);
        PointWalk walk = new PointWalk(List.of(a1, a2, b1, b2));
        assertThat(walk.start(null)).isEqualTo(b2);
        assertThat(walk.start(Postures.AI)).isEqualTo(a2);
        assertThat(walk.along(a2, -1)).isEqualTo(a1);
        assertThat(walk.along(a1, -1)).isEqualTo(a1);
        assertThat(walk.along(a1, 1)).isEqualTo(a2);
        assertThat(walk.across(a2, 1)).isEqualTo(b1);
        assertThat(walk.across(b2, -1)).isEqualTo(a1);
        assertThat(walk.across(b2, 1)).isEqualTo(b2);
        assertThat(walk.near(13, 79)).isEqualTo(b1);
        assertThat(walk.near(60, 60)).isNull();
        assertThat(new PointWalk(List.of()).start(null)).isNull();
    }

    private List<String> drawnLines() {
        List<String> lines = new ArrayList<>();
        model.drawing()
                .get()
                .lines()
                .forEach(line -> lines.add(line.standing().framework().id() + " " + line.index()));
        return lines;
    }

    private TrendRow row(Framework framework) {
        return model.rows().get().stream()
                .filter(row -> row.framework().equals(framework))
                .findFirst()
                .orElseThrow();
    }

    private static Standing standing(Framework framework) {
        return Postures.northwind().standings().stream()
                .filter(s -> s.framework().equals(framework))
                .findFirst()
                .orElseThrow();
    }

    private static TrendChart.Point point(Assessment assessment) {
        return new TrendChart.Point(0, 0, assessment.framework(), assessment);
    }

    private static TrendChart.Point at(double x, double y, Framework framework) {
        Instant when = Postures.NOW.plusSeconds((long) x);
        return new TrendChart.Point(
                x, y, framework, new Assessment(framework, BigDecimal.ONE, null, when, when, false));
    }
}
