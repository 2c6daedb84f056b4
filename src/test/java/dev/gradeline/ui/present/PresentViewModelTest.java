package dev.gradeline.ui.present;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Standing;
import dev.gradeline.posture.Unread;
import dev.gradeline.report.chart.ChartShape;
import dev.gradeline.ui.kit.ManualTasks;
import dev.gradeline.ui.kit.ManyFrameworks;
import dev.gradeline.ui.kit.PaperNotebook;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TestPages;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PresentViewModelTest {
    private final TestPages pages = new TestPages(TestPages.northwind());

    private PresentViewModel model() {
        pages.remembered = TestPages.northwindChanges();
        return new PresentViewModel(pages.context(), "Northwind Health");
    }

    private static List<Slide> all(PresentViewModel model) {
        model.last();
        Slide last = model.slide().get();
        model.first();
        List<Slide> slides = new ArrayList<>(List.of(model.slide().get()));
        while (!slides.getLast().equals(last)) {
            model.next();
            slides.add(model.slide().get());
        }
        return slides;
    }

    @Test
    void theMomentIsToldInThePersonsOwnZone() {
        TestPages elsewhere = new TestPages(TestPages.northwind(), ZoneId.of("Asia/Kolkata"));
        PresentViewModel model = new PresentViewModel(elsewhere.context(), "Northwind Health");
        assertThat(model.whose()).isEqualTo("Northwind Health · as of 23 November 2026, 12:10 IST");
    }

    @Test
    void gradesComeFirstThenEachFrameworkThenWhatChangedWhatIsUrgentAndDiscovery() {
        assertThat(all(model()))
                .extracting(Slide::title)
                .containsExactly(
                        "Where we stand",
                        "HIPAA",
                        "iso-27001",
                        "AI Security",
                        "NIST CSF 2.0",
                        "CIS Controls v8",
                        "What changed since the last report",
                        "Highest priority, open or in progress",
                        "AI discovery",
                        "AI platforms found");
    }

    @Test
    void aFrameworksSlideSaysWhatMovedAndWhatIsKnownOfIt() {
        Slide.Trend hipaa = (Slide.Trend) all(model()).get(1);
        assertThat(hipaa.sentence()).isEqualTo("HIPAA fell from 52 to 49 — still D");
        assertThat(hipaa.facts())
                .containsExactly("11 points to grade C.", "8 recommendations open or in progress, 1 with P1.");
        Slide.Trend iso = (Slide.Trend) all(model()).get(2);
        assertThat(iso.facts()).contains("Last assessed 103 days ago.", "14 points to grade A.");
        Slide.Trend cis = (Slide.Trend) all(model()).get(5);
        assertThat(cis.facts()).noneMatch(fact -> fact.contains("to grade"));
    }

    @Test
    void theMostUrgentStandFirst() {
        Slide.Grades grades = (Slide.Grades) all(model()).getFirst();
        assertThat(grades.cards())
                .extracting(Slide.Card::name)
                .as("what fell, then what is old, then what moved last")
                .containsExactly("HIPAA", "iso-27001", "AI Security", "NIST CSF 2.0", "CIS Controls v8");
        Slide.Urgent urgent = (Slide.Urgent) all(model()).get(7);
        assertThat(urgent.todos())
                .isNotEmpty()
                .allSatisfy(todo -> assertThat(todo.priority()).isEqualTo("P1"));
    }

    @Test
    void notesThatCannotBeReadAreMissedOnTheSlidesThatWouldShowThem() {
        PaperNotebook notebook = (PaperNotebook) pages.notebook;
        notebook.torn = true;
        PresentViewModel model = model();
        assertThat(((Slide.Trend) all(model).get(1)).facts())
                .last()
                .asString()
                .startsWith("Notes, targets and gaps could not be read");
        assertThat(all(model).get(1).spoken()).contains("could not be read");
        notebook.torn = false;
        pages.situation.set(withoutReport());
        assertThat(((Slide.Trend) all(model).get(1)).facts()).noneMatch(fact -> fact.contains("could not be read"));
    }

    @Test
    void whatChangedIsComparedWithTheLastReportAndWithoutOneWithTheLastVisit() {
        Slide.News news = (Slide.News) all(model()).get(6);
        assertThat(pages.asked).contains("changes 2026-10-30T09:00:00Z " + Postures.NOW);
        assertThat(news.aside()).isEqualTo("· 30 Oct");
        assertThat(news.items()).extracting(Slide.Item::text).contains("4 recommendations completed");

        pages.situation.set(withoutReport());
        Slide.News visit = (Slide.News) all(model()).get(6);
        assertThat(visit.title() + " " + visit.aside()).isEqualTo("What changed since your last visit · 8 Nov");
    }

    private static Situation withoutReport() {
        Situation full = TestPages.northwind();
        return new Situation(full.posture(), full.now(), full.since(), null, full.changes(), full.oldAfterDays());
    }

    @Test
    void afterALookOrAReportOfTodayTheLastMonthIsTold() {
        Situation full = TestPages.northwind();
        pages.situation.set(new Situation(
                full.posture(),
                full.now(),
                full.now().minusSeconds(600),
                full.now().minusSeconds(60),
                List.of(),
                full.oldAfterDays()));
        Slide news = all(model()).get(6);
        assertThat(pages.asked).contains("changes " + Postures.NOW.minus(Duration.ofDays(30)) + " " + Postures.NOW);
        assertThat(news.title() + " " + news.aside()).isEqualTo("What changed in the last 30 days · 24 Oct");
    }

    @Test
    void theEarlierOfVisitAndReportCounts() {
        Situation full = TestPages.northwind();
        pages.situation.set(new Situation(
                full.posture(),
                full.now(),
                full.since(),
                full.now().minusSeconds(60),
                full.changes(),
                full.oldAfterDays()));
        assertThat(all(model()).get(6).title()).isEqualTo("What changed since your last visit");
    }

    @Test
    void slidesAreCountedOnceAllAreKnown() {
        ManualTasks tasks = new ManualTasks();
        TestPages slow = new TestPages(TestPages.northwind(), tasks);
        slow.remembered = TestPages.northwindChanges();
        PresentViewModel model = new PresentViewModel(slow.context(), "Northwind Health");
        assertThat(model.place().get()).isEqualTo("1");
        tasks.endAll();
        assertThat(model.place().get()).startsWith("1 / ");
    }

    @Test
    void risesOnTwoSlidesCompare() {
        assertThat(all(model()).stream()
                        .filter(Slide.Trend.class::isInstance)
                        .map(slide -> ((Slide.Trend) slide).line().lowest()))
                .hasSizeGreaterThan(2)
                .containsOnly(30);
    }

    @Test
    void everyPlatformIsListedUnderAHeading() {
        List<Slide> slides = all(model());
        Slide.Discovery discovery = (Slide.Discovery) slides.stream()
                .filter(Slide.Discovery.class::isInstance)
                .findFirst()
                .orElseThrow();
        List<String> listed = slides.stream()
                .filter(Slide.Platforms.class::isInstance)
                .flatMap(slide -> ((Slide.Platforms) slide).names().stream())
                .toList();
        int found = Objects.requireNonNull(TestPages.northwind().posture().scan())
                .platforms()
                .size();
        assertThat(discovery.heading()).contains("of " + found + " platforms found");
        assertThat(listed.isEmpty() ? discovery.platforms() : listed).hasSize(found);
    }

    @Test
    void aHistoryThatCannotBeReadLeavesWhatIsKnown() {
        pages.failing = true;
        assertThat(all(model()).get(6).title()).isEqualTo("What changed since your last visit");
    }

    @Test
    void theMostUrgentAreThoseOfTheHighestPriorityAlone() {
        Slide.Urgent urgent = (Slide.Urgent) all(model()).get(7);
        assertThat(urgent.aside()).isEqualTo("3 of 3 with P1");
        assertThat(urgent.todos())
                .extracting(todo -> todo.priority() + " " + todo.title() + " " + todo.framework())
                .startsWith("P1 Enforce phishing-resistant MFA for administrators NIST CSF 2.0")
                .hasSize(3);
    }

    @Test
    void twentyFrameworksAreDealtToEvenPages() {
        pages.situation.set(TestPages.firstVisit(ManyFrameworks.of(20)));
        List<Slide> slides = all(model());
        assertThat(slides.subList(0, 4))
                .allSatisfy(slide -> assertThat(((Slide.Grades) slide).cards()).hasSize(5));
        assertThat(slides.getFirst().aside()).isEqualTo("scores of 100 · part 1 of 4");
        assertThat(slides).hasSize(4 + 20 + 3);
    }

    @Test
    void keysStopAtTheEndsAndTellThePlace() {
        PresentViewModel model = model();
        model.previous();
        assertThat(model.place().get()).isEqualTo("1 / 10");
        model.last();
        model.next();
        assertThat(model.place().get()).isEqualTo("10 / 10");
        model.previous();
        assertThat(model.place().get()).isEqualTo("9 / 10");
        model.first();
        assertThat(model.place().get()).isEqualTo("1 / 10");
    }

    @Test
    void anotherMomentShowsItsSlidesInTheSamePlace() {
        PresentViewModel model = model();
        model.next();
        model.next();
        model.next();
        assertThat(((Slide.Trend) model.slide().get()).card().score()).isEqualTo("72");
        Situation then = TestPages.firstVisit(Postures.northwindEarlier());
        pages.situation.set(then);
        assertThat(model.place().get()).startsWith("4 / ");
        assertThat(model.whose()).contains("Northwind Health", "8 November 2026");
        model.close();
        pages.situation.set(TestPages.northwind());
        assertThat(model.whose())
                .as("the moment is asked for, the slides stand")
                .contains("23 November");
        assertThat(model.place().get()).isEqualTo("4 / 9");
    }

    @Test
    void aPartOfAPointMissingIsNotNone() {
        show(new Assessment(Postures.AI, new BigDecimal("74.9999"), new Grade("C"), Postures.NOW, Postures.NOW, false));
        assertThat(((Slide.Trend) all(model()).get(1)).facts()).contains("0.01 points to grade B.");
    }

    @Test
    void whatHasNoDateIsNotSaidToBeOld() {
        Instant seen = Postures.NOW.minus(Duration.ofDays(400));
        show(new Assessment(Postures.AI, new BigDecimal("72"), new Grade("C"), null, seen, false));
        assertThat(((Slide.Trend) all(model()).get(1)).facts()).noneMatch(fact -> fact.contains("Last assessed"));
    }

    @Test
    void aCardSaysWhatItSaysOnTheOverview() {
        Instant at = Postures.NOW.minus(Duration.ofDays(100));
        show(new Assessment(Postures.AI, null, new Grade("C"), at, at, false, true));
        Slide.Card card = ((Slide.Grades) all(model()).getFirst()).cards().getFirst();
        assertThat(card.marks()).containsExactly("imported", "old");
        assertThat(card.spoken())
                .contains("AI Security, grade C", "brought from a file")
                .doesNotContain("score", "–");
    }

    @Test
    void aFrameworksChartShowsWhenNobodyLookedAndItsTarget() {
        PaperNotebook notebook = (PaperNotebook) pages.notebook;
        notebook.setTarget(Postures.HIPAA, new BigDecimal("70"));
        PresentViewModel model = model();
        int solid = dashes(model);
        notebook.unread = List.of(new Unread(Postures.NOW.minus(Duration.ofDays(20)), Instant.MAX));
        pages.situation.set(TestPages.northwind());
        pages.situation.set(withoutReport());
        assertThat(dashes(model)).isGreaterThan(solid);
        Slide.Trend hipaa = (Slide.Trend) all(model).get(1);
        assertThat(hipaa.line().shapes(800, 300, pages.words, (text, size, bold) -> text.length() * size / 2).stream()
                        .filter(ChartShape.Label.class::isInstance)
                        .map(shape -> ((ChartShape.Label) shape).text()))
                .anyMatch(text -> text.contains("target 70"));
    }

    private int dashes(PresentViewModel model) {
        Slide.Trend hipaa = (Slide.Trend) all(model).get(1);
        return (int) hipaa.line().shapes(800, 300, pages.words, (text, size, bold) -> text.length() * size / 2).stream()
                .filter(shape -> shape instanceof ChartShape.Polyline line && line.dashed())
                .count();
    }

    private void show(Assessment assessment) {
        pages.situation.set(TestPages.firstVisit(ManyFrameworks.with(
                Postures.northwind(), List.of(new Standing(assessment.framework(), List.of(assessment), true)))));
    }

    @Test
    void whatIsMissingOrOldIsSaid() {
        pages.situation.set(TestPages.firstVisit(Postures.empty()));
        assertThat(all(model())).singleElement().extracting(Slide::title).isEqualTo("Nothing here yet");

        pages.situation.set(TestPages.firstVisit(Postures.onePoint()));
        List<Slide> one = all(model());
        assertThat(one.getLast())
                .isInstanceOfSatisfying(
                        Slide.Sentence.class, slide -> assertThat(slide.text()).isEqualTo("No completed scan yet."));
        assertThat(((Slide.Trend) one.get(1)).sentence()).isEqualTo("AI Security first assessed: 72, C");

        Freshness offline =
                new Freshness(Part.SCORES, Postures.LAST_VISIT, Postures.LAST_SYNC, Outcome.UNREACHABLE, "");
        pages.situation.set(TestPages.firstVisit(Postures.northwindWith(offline)));
        assertThat(((Slide.Grades) all(model()).getFirst()).note()).contains("could not be reached");
    }
}
