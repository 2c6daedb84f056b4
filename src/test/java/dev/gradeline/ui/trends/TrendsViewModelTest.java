package dev.gradeline.ui.trends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.DayNote;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Standing;
import dev.gradeline.report.chart.TrendChart;
import dev.gradeline.ui.kit.ManualTasks;
import dev.gradeline.ui.kit.ManyFrameworks;
import dev.gradeline.ui.kit.PaperNotebook;
import dev.gradeline.ui.kit.TestPages;
import dev.gradeline.words.ChangeWords.Tone;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TrendsViewModelTest {
    private static void kept() {}

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
        assertThat(row(Postures.ISO).sinceStart().text()).isEqualTo("+6");
        assertThat(ai.best().text()).isEqualTo("72");
        assertThat(ai.worst().text()).isEqualTo("48");
        assertThat(ai.next().text()).isEqualTo("3 points to B");
        assertThat(ai.assessments().text()).isEqualTo("6");
        assertThat(ai.assessed().text()).isEqualTo("15 Nov");
        assertThat(row(Postures.HIPAA).sinceStart().text())
                .as("nothing held yet when the range began")
                .isEqualTo("–");
        assertThat(row(Postures.HIPAA).sincePrevious().tone()).isEqualTo(Tone.BAD);
    }

    @Test
    void theScoreThatHeldWhenTheRangeBeganCountsButIsNoAssessmentOfIt() {
        model.choose(TrendRange.DAYS_90);
        TrendRow ai = row(Postures.AI);
        assertThat(ai.sinceStart().text()).isEqualTo("+6");
        assertThat(ai.best().text()).isEqualTo("72");
        assertThat(ai.worst().text()).isEqualTo("66");
        assertThat(ai.assessments().text()).isEqualTo("1");

        TrendRow iso = row(Postures.ISO);
        assertThat(iso.assessments().text()).isEqualTo("0");
        assertThat(iso.best().text()).isEqualTo("76");
        assertThat(iso.worst().text()).isEqualTo("76");
        assertThat(iso.sinceStart().text()).as("the same score still holds").isEqualTo("0");
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
        assertThat(model.summary().get())
                .startsWith("Scores over time, 5 frameworks.")
                .contains("HIPAA: 49 (D) on 30 September 2026, from 58 on 3 December 2025, 6 assessments");
    }

    @Test
    void aPointIsTold() {
        Standing hipaa = standing(Postures.HIPAA);
        Readout latest = model.readout(point(hipaa.current()));
        assertThat(latest.spoken())
                .startsWith("HIPAA, grade D, 49/100, 30 September 2026, −3 since the assessment before, first seen ");
        Readout first = model.readout(point(hipaa.assessments().getFirst()));
        assertThat(first.movement().known()).isFalse();
        assertThat(first.spoken()).startsWith("HIPAA, grade D, 58/100, 3 December 2025, first seen ");
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
        assertThat(model.readout(point(restated)).spoken())
                .contains("70.5/100", ", restated, first seen 23 November 2026");
        assertThat(model.rows().get().getFirst().name()).isEqualTo("AI Security (not reported)");
    }

    @Test
    void whyScoresAreOldIsSaidHere() {
        Freshness old = new Freshness(Part.SCORES, Postures.LAST_VISIT, Postures.NOW, Outcome.SERVER_FAULT, "500");
        pages.situation.set(TestPages.firstVisit(Postures.northwindWith(old)));
        assertThat(model.notice().get()).isNotNull();
        assertThat(model.rows().get()).hasSize(5);
    }

    // ---- a range of one's own

    @Test
    void whoComesFromACardSeesItsLatestAssessment() {
        Instant now = Postures.NOW;
        model.choose(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 5, 31));
        model.show(Postures.HIPAA);
        assertThat(model.range().get()).as("chosen within the page").isEqualTo(TrendRange.FREE);
        model.lead(Postures.HIPAA);
        assertThat(model.range().get()).isNotEqualTo(TrendRange.FREE);
        assertThat(model.drawing().get().to()).isEqualTo(now);
    }

    @Test
    void aFreeRangeIsShownUntilItIsLetGo() {
        model.choose(TrendRange.DAYS_90);
        model.choose(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 5, 31));
        assertThat(model.range().get()).isEqualTo(TrendRange.FREE);
        assertThat(model.drawing().get().from()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(model.drawing().get().to()).isEqualTo(Instant.parse("2026-06-01T00:00:00Z"));
        pages.situation.set(TestPages.northwind());
        assertThat(model.range().get()).as("a synchronisation leaves it").isEqualTo(TrendRange.FREE);
        model.reset();
        assertThat(model.range().get()).isEqualTo(TrendRange.DAYS_90);
    }

    @Test
    void theTableTellsHowThingsStoodWhenTheRangeEnded() {
        model.choose(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 5, 31));
        TrendRow ai = row(Postures.AI);
        assertThat(ai.score().text()).isEqualTo("61");
        assertThat(ai.sinceStart().text()).isEqualTo("+13");
        assertThat(ai.next().points())
                .as("of the past nobody asks what is missing")
                .isNull();
    }

    @Test
    void aRangeCannotLeaveWhatThereIs() {
        model.move(5);
        assertThat(model.span().get().to()).isEqualTo(Postures.NOW);
        model.zoom(1_000, null);
        Span whole = model.span().get();
        assertThat(whole.to()).isEqualTo(Postures.NOW);
        model.move(-3);
        assertThat(model.span().get()).isEqualTo(whole);
        model.zoom(0.000_001, null);
        assertThat(model.span().get().length()).isEqualTo(Span.LEAST);
    }

    @Test
    void zoomingKeepsTheMomentWhereItIs() {
        Span span = new Span(Postures.NOW.minus(Duration.ofDays(100)), Postures.NOW);
        Instant about = Postures.NOW.minus(Duration.ofDays(25));
        assertThat(span.zoomed(0.5, about))
                .isEqualTo(new Span(about.minusSeconds(75 * 43_200), about.plusSeconds(25 * 43_200)));
        assertThat(Span.between(Postures.NOW, Postures.NOW).length()).isEqualTo(Span.LEAST);
        assertThat(Span.between(Postures.NOW, Postures.NOW.minus(Duration.ofDays(9)))
                        .length())
                .isEqualTo(Duration.ofDays(9));
    }

    @Test
    void writtenDaysBeginAndEndWhereTheyWereWritten() {
        model.choose(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 23));
        assertThat(model.span().get())
                .as("today has not ended, so it is cut, not moved into October")
                .isEqualTo(new Span(Instant.parse("2026-11-01T00:00:00Z"), Postures.NOW));
        assertThat(model.lastDay()).isEqualTo(LocalDate.of(2026, 11, 23));

        model.choose(LocalDate.of(2026, 6, 10), LocalDate.of(2026, 6, 1));
        assertThat(model.span().get())
                .as("in whatever order")
                .isEqualTo(new Span(Instant.parse("2026-06-01T00:00:00Z"), Instant.parse("2026-06-11T00:00:00Z")));
        assertThat(model.lastDay()).isEqualTo(LocalDate.of(2026, 6, 10));

        model.choose(LocalDate.of(2030, 1, 1), LocalDate.of(2030, 2, 1));
        assertThat(model.span().get()).as("beyond").isEqualTo(new Span(Postures.NOW.minus(Span.LEAST), Postures.NOW));
        model.choose(LocalDate.of(1999, 1, 1), LocalDate.of(1999, 2, 1));
        assertThat(model.span().get().length()).as("before").isEqualTo(Span.LEAST);
    }

    @Test
    void theDayOnWhichClocksGoForwardIsADay() {
        Span whole = new Span(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));
        Span day = new Span(Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z"));
        assertThat(day.clippedTo(whole)).isEqualTo(day);
    }

    // ---- two days

    @Test
    void twoDaysAreComparedAtTheirEnds() {
        model.compare(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 11, 23));
        Comparison now = Objects.requireNonNull(model.comparison().get());
        assertThat(now.atA()).isEqualTo(Instant.parse("2026-01-31T23:59:59.999Z"));
        assertThat(now.atB()).as("today has not ended").isEqualTo(Postures.NOW);
        Comparison.Row ai = now.rows().getFirst();
        assertThat(ai.framework()).isEqualTo("AI Security");
        assertThat(ai.a().score()).isEqualTo("52");
        assertThat(ai.b().score()).isEqualTo("72");
        assertThat(ai.difference().text()).isEqualTo("+20");
        assertThat(model.drawing().get().flags())
                .extracting(TrendChart.Flag::text)
                .containsExactly("31 Jan 2026", "23 Nov 2026");

        model.compareAt(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(Objects.requireNonNull(model.comparison().get()).b()).isEqualTo(LocalDate.of(2026, 11, 1));
        model.stopComparing();
        assertThat(model.drawing().get().flags()).isEmpty();
    }

    @Test
    void aDayThatIsNotYetIsNamedByTheOneThatIsShown() {
        model.compare(LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 20));
        pages.situation.set(TestPages.firstVisit(Postures.northwindEarlier()));
        Comparison then = Objects.requireNonNull(model.comparison().get());
        assertThat(then.a()).isEqualTo(then.b()).isEqualTo(LocalDate.of(2026, 11, 8));
        pages.situation.set(TestPages.northwind());
        assertThat(Objects.requireNonNull(model.comparison().get()).b())
                .as("what was asked for comes back with its day")
                .isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @Test
    void beforeTheFirstAssessmentNothingIsKnown() {
        model.compare(LocalDate.of(2020, 1, 1), LocalDate.of(2026, 11, 23));
        Comparison.Row ai =
                Objects.requireNonNull(model.comparison().get()).rows().getFirst();
        assertThat(ai.a().score()).isEqualTo("–");
        assertThat(ai.a().grade()).isNull();
        assertThat(ai.difference().text()).isEqualTo("–");
    }

    // ---- notes and targets

    @Test
    void aNoteIsKeptRemovedAndBroughtBack() {
        NotesViewModel notes = model.notes();
        assertThat(notes.save(null, LocalDate.of(2026, 6, 15), " MFA\troll-out\u202E ", TrendsViewModelTest::kept))
                .isTrue();
        DayNote note = notes.alongside().get().annotations().notes().getFirst();
        assertThat(note.text()).as("cleaned like all text").isEqualTo("MFA roll-out");
        assertThat(model.drawing().get().flags())
                .extracting(TrendChart.Flag::at)
                .containsExactly(Instant.parse("2026-06-15T00:00:00Z"));
        assertThat(model.summary().get()).contains("Note on 15 June 2026: MFA roll-out.");

        notes.remove(note);
        assertThat(model.drawing().get().flags()).isEmpty();
        assertThat(notes.removed().get()).isEqualTo(note);
        notes.undo();
        assertThat(notes.removed().get()).isNull();
        assertThat(notes.alongside().get().annotations().notes()).containsExactly(note);
    }

    @Test
    void whatIsNoNoteIsRefusedWithTheReason() {
        NotesViewModel notes = model.notes();
        assertThat(notes.save(null, null, "x", TrendsViewModelTest::kept)).isFalse();
        assertThat(notes.trouble().get()).contains("day");
        assertThat(notes.save(null, LocalDate.EPOCH, " \u0000 ", TrendsViewModelTest::kept))
                .isFalse();
        assertThat(notes.save(null, LocalDate.EPOCH, "x".repeat(121), TrendsViewModelTest::kept))
                .isFalse();
        assertThat(notes.trouble().get()).contains("120");
        assertThat(notes.save(null, LocalDate.EPOCH, "x".repeat(120), TrendsViewModelTest::kept))
                .isTrue();
        assertThat(notes.trouble().get()).isEmpty();
    }

    @Test
    void whatCouldNotBeKeptIsTold() {
        ((PaperNotebook) pages.notebook).full = true;
        model.notes().save(null, LocalDate.EPOCH, "x", TrendsViewModelTest::kept);
        assertThat(model.notes().trouble().get()).contains("not kept", "the disk is full");
    }

    @Test
    void notesAreWrittenOneAfterTheOther() {
        ManualTasks tasks = new ManualTasks();
        TestPages slow = new TestPages(TestPages.northwind(), tasks);
        NotesViewModel notes = new TrendsViewModel(slow.context()).notes();
        tasks.endAll();
        notes.save("u", LocalDate.EPOCH, "first", TrendsViewModelTest::kept);
        notes.save("u", LocalDate.EPOCH, "second", TrendsViewModelTest::kept);
        assertThat(tasks.waiting()).as("the second waits for the first").isEqualTo(1);
        tasks.endAll();
        assertThat(slow.notebook.annotations().notes())
                .extracting(DayNote::text)
                .containsExactly("second");
    }

    @Test
    void aHoverTellsTheChartInWordsNotAnew() {
        TrendDrawing before = model.drawing().get();
        String told = model.summary().get();
        model.hover(Postures.HIPAA);
        assertThat(model.summary().get()).isSameAs(told);
        assertThat(model.drawing().get().sameAssessments(before)).isTrue();
    }

    @Test
    void aTargetIsAScoreOrNothing() {
        NotesViewModel notes = model.notes();
        for (String no : List.of("101", "-1", "a", "7 0", "70.123", "NaN", "1e1", "")) {
            assertThat(notes.target(Postures.HIPAA, no, TrendsViewModelTest::kept))
                    .as(no)
                    .isEqualTo(no.isEmpty());
        }
        assertThat(model.drawing().get().targets()).isEmpty();
        assertThat(notes.target(Postures.HIPAA, " 70.5 ", TrendsViewModelTest::kept))
                .isTrue();
        assertThat(model.drawing().get().targets())
                .extracting(TrendChart.Target::text)
                .containsExactly("HIPAA: target 70.5");
        assertThat(model.summary().get()).contains("HIPAA: target 70.5.");
        model.toggle(Postures.HIPAA);
        assertThat(model.drawing().get().targets()).as("of what is shown").isEmpty();
    }

    @Test
    void theTableCountsFromTheStartAsTheComparisonDoes() {
        model.choose(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 11, 23));
        model.compare(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 11, 23));
        assertThat(model.rows().get())
                .extracting(row -> row.sinceStart().text())
                .containsExactlyElementsOf(
                        Objects.requireNonNull(model.comparison().get()).rows().stream()
                                .map(row -> row.difference().text())
                                .toList());
    }

    // ---- what waits

    @Test
    void whatIsOpenTodayDoesNotStandInARowOfThePast() {
        model.choose(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 11, 20));
        assertThat(row(Postures.AI).score().text())
                .as("the latest score all the same")
                .isEqualTo("72");
        assertThat(model.rows().get()).allSatisfy(row -> {
            assertThat(row.next().text()).isEqualTo("–");
            assertThat(row.next().waiting()).isZero();
        });
        model.choose(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 11, 23));
        assertThat(row(Postures.AI).next().waiting()).isPositive();
    }

    @Test
    void theNextGradeComesWithTheRecommendationsThatWait() {
        TrendRow.Next next = row(Postures.AI).next();
        assertThat(next.points()).isEqualByComparingTo("3");
        assertThat(next.waiting())
                .isEqualTo(TrendRows.waiting(Postures.AI)
                        .apply(Postures.northwind().recommendations())
                        .size())
                .isPositive();
        assertThat(next.open()).isNotEmpty().first().asString().startsWith("P1 ");
        assertThat(row(Postures.CIS).next().text()).as("at A").isEqualTo("–");
    }

    @Test
    void theOneUnderTheMouseLetsTheOthersFade() {
        model.hover(Postures.HIPAA);
        assertThat(model.drawing().get().dimmed()).hasSize(4).doesNotContain(Postures.HIPAA);
        model.hover(null);
        assertThat(model.drawing().get().dimmed()).isEmpty();
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
