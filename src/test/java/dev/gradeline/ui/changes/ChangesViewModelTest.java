package dev.gradeline.ui.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Changes;
import dev.gradeline.posture.Postures;
import dev.gradeline.report.TableExport.Format;
import dev.gradeline.ui.kit.ManualTasks;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.kit.TestPages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangesViewModelTest {
    private final TestPages pages = new TestPages(TestPages.northwind());
    private final ChangesViewModel model = new ChangesViewModel(pages.context());

    @Test
    void changesStandUnderTheirDaysNewestFirst() {
        assertThat(days())
                .containsExactly(
                        "15 November 2026: 1 change",
                        "14 November 2026: 6 changes",
                        "13 November 2026: 1 change",
                        "12 November 2026: 1 change",
                        "11 November 2026: 1 change",
                        "9 November 2026: 1 change");
        assertThat(model.listing().get().shown())
                .extracting(change -> LocalDate.ofInstant(change.at(), ZoneOffset.UTC))
                .isSortedAccordingTo(Comparator.reverseOrder())
                .hasSize(11);
        assertThat(model.listing().get().count()).isEqualTo("11 changes");
        assertThat(model.lastVisit().getValue()).isEqualTo("last visit · 8 Nov");
    }

    @Test
    void typingNarrowsOnAWorkerAndTheNewestWordsWin() {
        ManualTasks tasks = new ManualTasks();
        ChangesViewModel waiting = new ChangesViewModel(new TestPages(TestPages.northwind(), tasks).context());
        tasks.endAll();
        assertThat(waiting.listing().get().shown()).hasSize(11);
        waiting.search().set("j");
        waiting.search().set("jasper");
        assertThat(waiting.listing().get().shown())
                .as("nothing is narrowed on the thread that types")
                .hasSize(11);
        assertThat(tasks.waiting()).isEqualTo(2);
        tasks.end(1);
        assertThat(waiting.listing().get().count()).isEqualTo("1 of 11 changes");
        tasks.end(0);
        assertThat(waiting.listing().get().count()).as("late words are dropped").isEqualTo("1 of 11 changes");
    }

    @Test
    void wordsTypedWhileChangesAreReadNarrowWhatIsRead() {
        ManualTasks tasks = new ManualTasks();
        TestPages surroundings = new TestPages(TestPages.northwind(), tasks);
        surroundings.remembered = TestPages.northwindChanges();
        ChangesViewModel waiting = new ChangesViewModel(surroundings.context());
        tasks.endAll();
        waiting.choose(ChangeSpan.DAYS_30);
        int reading = tasks.waiting() - 1;
        waiting.search().set("jasper");
        tasks.end(reading + 1);
        assertThat(waiting.loading().get()).as("still reading").isTrue();
        tasks.endAll();
        assertThat(waiting.loading().get()).isFalse();
        assertThat(waiting.listing().get().count()).isEqualTo("1 of 11 changes");
        assertThat(surroundings.asked).as("read once").hasSize(1);
    }

    @Test
    void aLineOfTheOverviewShowsItsKindSinceTheLastVisit() {
        model.choose(ChangeSpan.DAYS_90);
        model.search().set("nothing like it");
        model.show(Change.Kind.RECOMMENDATION_COMPLETED);
        assertThat(model.period().get().span()).isEqualTo(ChangeSpan.LAST_VISIT);
        assertThat(model.listing().get().shown())
                .isNotEmpty()
                .extracting(Change::kind)
                .containsOnly(Change.Kind.RECOMMENDATION_COMPLETED);
    }

    @Test
    void aFrameworksNameFindsWhatChangedInItsRecommendations() {
        model.search().set("NIST CSF 2.0");
        assertThat(model.listing().get().shown())
                .filteredOn(Change.OfRecommendation.class::isInstance)
                .isNotEmpty()
                .allSatisfy(change -> assertThat(String.valueOf(((Change.OfRecommendation) change)
                                .recommendation()
                                .framework()))
                        .contains("nist-csf-2"));
    }

    @Test
    void theLastVisitNeedsNoSecondReading() {
        assertThat(pages.asked).isEmpty();
    }

    @Test
    void aSpanAsksHistoryForItsMoment() {
        model.choose(ChangeSpan.DAYS_7);
        model.choose(ChangeSpan.DAYS_90);
        model.from(LocalDate.of(2026, 10, 1));
        assertThat(pages.asked)
                .containsExactly(
                        "changes 2026-11-16T06:40:00Z 2026-11-23T06:40:00Z",
                        "changes 2026-08-25T06:40:00Z 2026-11-23T06:40:00Z",
                        "changes 2026-10-01T00:00:00Z 2026-11-23T06:40:00Z");
        assertThat(model.period().get().span()).isEqualTo(ChangeSpan.DATE);
        model.choose(ChangeSpan.LAST_VISIT);
        assertThat(model.period().get().first()).isNull();
        assertThat(pages.asked).hasSize(3);
    }

    @Test
    void anyTwoDaysBoundTheList() {
        model.choose(ChangeSpan.DAYS_30);
        model.until(LocalDate.of(2026, 11, 10));
        model.from(LocalDate.of(2026, 9, 1));
        model.until(LocalDate.of(2026, 8, 1));
        model.until(null);
        assertThat(pages.asked)
                .containsExactly(
                        "changes 2026-10-24T06:40:00Z 2026-11-23T06:40:00Z",
                        "changes 2026-10-24T00:00:00Z 2026-11-10T23:59:59.999Z",
                        "changes 2026-09-01T00:00:00Z 2026-11-10T23:59:59.999Z",
                        "changes 2026-08-01T00:00:00Z 2026-08-01T23:59:59.999Z",
                        "changes 2026-08-01T00:00:00Z 2026-11-23T06:40:00Z");
        model.until(LocalDate.of(2026, 8, 31));
        assertThat(emptiness().text()).startsWith("From 1 August 2026 to 31 August 2026 every grade");
        model.export(Format.CSV);
        assertThat(pages.asked.getLast()).startsWith("save gradeline-changes-2026-08-31.csv");
        model.until(LocalDate.of(2027, 1, 1));
        assertThat(pages.asked.getLast())
                .as("nothing is known beyond the moment shown")
                .endsWith(" 2026-11-23T06:40:00Z");
    }

    @Test
    void aDayIsRankedByImportanceUnderItsGroups() {
        Instant noon = Instant.parse("2026-11-14T12:00:00Z");
        pages.remembered = List.of(
                figure(Change.Kind.RISK_SCORE, noon.plusSeconds(3)),
                new Change.NotAssessed(noon.plusSeconds(2), Postures.ISO, noon),
                new Change.Score(noon, Change.Kind.GRADE_DOWN, Postures.AI, null, null),
                new Change.Score(noon.plusSeconds(1), Change.Kind.SCORE_UP, Postures.NIST, null, null),
                figure(Change.Kind.SHADOW_AI_COUNT, noon.minusSeconds(90_000)));
        model.choose(ChangeSpan.DAYS_30);
        assertThat(model.listing().get().shown())
                .extracting(Change::kind)
                .containsExactly(
                        Change.Kind.GRADE_DOWN,
                        Change.Kind.SCORE_UP,
                        Change.Kind.NOT_ASSESSED,
                        Change.Kind.RISK_SCORE,
                        Change.Kind.SHADOW_AI_COUNT);
        assertThat(model.listing().get().rows().stream()
                        .filter(ChangeRow.Group.class::isInstance)
                        .map(row -> ((ChangeRow.Group) row).title()))
                .as("a day of one group needs no second heading")
                .containsExactly("Grades & scores · 3", "Platforms & figures · 1");
    }

    private static Change figure(Change.Kind kind, Instant at) {
        return new Change.Figure(at, kind, kind.id(), "1", "2");
    }

    @Test
    void kindsNarrowAndTheirCountsFollowTheOtherFilters() {
        assertThat(kinds())
                .containsExactly(
                        "Completed 4",
                        "New platform 2",
                        "Not assessed for long 1",
                        "Platform gone 1",
                        "Risk score 1",
                        "Score up 1",
                        "Shadow AI count 1");
        model.toggle(ChangeGroup.DISCOVERY);
        model.search().set("platform");
        assertThat(kinds()).contains("Completed 0", "New platform 2", "Platform gone 1", "Risk score 0");
        model.toggleKind("platform_gone");
        assertThat(texts()).containsExactly("Platform gone: Jasper");
        assertThat(model.title(ChangeGroup.DISCOVERY)).isEqualTo("Platforms & figures · 1");
        assertThat(kinds()).as("its own choice takes nothing away").contains("New platform 2");
        model.export(Format.CSV);
        assertThat(pages.asked.getLast().lines()).hasSize(3);
        model.clearFilters();
        assertThat(model.listing().get().shown()).hasSize(11);
    }

    private List<String> kinds() {
        return model.listing().get().kinds().stream()
                .map(kind -> kind.name() + " " + kind.count())
                .toList();
    }

    @Test
    void theLastReportIsAStartOnceThereWasOne() {
        assertThat(model.lastReport().getValue()).isEqualTo("last report · 30 Oct");
        model.choose(ChangeSpan.LAST_REPORT);
        assertThat(pages.asked).containsExactly("changes 2026-10-30T09:00:00Z 2026-11-23T06:40:00Z");

        pages.situation.set(TestPages.firstVisit(Postures.northwind()));
        assertThat(model.lastReport().getValue()).isEmpty();
        assertThat(model.period().get().span()).isEqualTo(ChangeSpan.LAST_VISIT);
    }

    @Test
    void takingTheDayAwayGoesBackToTheLastVisit() {
        model.from(LocalDate.of(2026, 10, 1));
        model.from(null);
        assertThat(model.period().get().span()).isEqualTo(ChangeSpan.LAST_VISIT);
        assertThat(model.listing().get().shown()).hasSize(11);
    }

    @Test
    void everyWordMustBeFoundWhateverItsCaseAndAccents() {
        model.search().set("  RÍSK  completed ");
        assertThat(texts()).containsExactly("Completed: Refresh the risk register: the main site");
        assertThat(model.listing().get().count()).isEqualTo("1 of 11 changes");
        model.search().set("hipaa");
        assertThat(model.listing().get().shown()).isEmpty();
    }

    @Test
    void aFrameworkIsFoundByItsIdentifierToo() {
        model.search().set("ai-security");
        assertThat(texts()).contains("AI Security rose from 66 to 72 — still C");
    }

    @Test
    void groupsNarrowAndCountWhatTheWordsLeave() {
        assertThat(model.title(ChangeGroup.SCORES)).isEqualTo("Grades & scores · 2");
        assertThat(model.title(ChangeGroup.RECOMMENDATIONS)).isEqualTo("Recommendations · 4");
        assertThat(model.title(ChangeGroup.DISCOVERY)).isEqualTo("Platforms & figures · 5");

        model.toggle(ChangeGroup.RECOMMENDATIONS);
        assertThat(texts()).hasSize(4).allMatch(text -> text.startsWith("Completed:"));
        model.toggle(ChangeGroup.DISCOVERY);
        assertThat(texts()).hasSize(9);
        model.search().set("platform");
        assertThat(model.title(ChangeGroup.RECOMMENDATIONS)).isEqualTo("Recommendations · 0");
        assertThat(model.title(ChangeGroup.DISCOVERY)).isEqualTo("Platforms & figures · 3");
    }

    @Test
    void anEmptyFilterSaysSoAndClears() {
        model.toggle(ChangeGroup.SCORES);
        model.search().set("no such thing");
        assertThat(emptiness().way()).isEqualTo(Listing.Way.CLEAR_FILTERS);
        assertThat(emptiness().text()).startsWith("11 changes are hidden");
        model.clearFilters();
        assertThat(model.listing().get().emptiness()).isNull();
        assertThat(model.listing().get().shown()).hasSize(11);
        assertThat(model.search().get()).isEmpty();
    }

    @Test
    void theFirstVisitAQuietTimeAndAnEmptyHistoryAreToldApart() {
        pages.situation.set(TestPages.firstVisit(Postures.northwind()));
        assertThat(emptiness().title()).isEqualTo("This is your first visit");
        assertThat(model.lastVisit().getValue()).isEqualTo("last visit");

        pages.situation.set(TestPages.since(Postures.northwind(), Postures.LAST_VISIT, List.of()));
        assertThat(emptiness().text()).contains("Since 8 November 2026");

        pages.situation.set(new Situation(
                Postures.empty(), Postures.NOW, Postures.NOW, null, List.of(), false, TestPages.OLD_AFTER_DAYS));
        assertThat(emptiness().title()).isEqualTo("Nothing was known then");
        assertThat(model.lastVisit().getValue()).isEqualTo("last visit");
        pages.situation.set(TestPages.firstVisit(Postures.empty()));
        assertThat(emptiness().title()).isEqualTo("Nothing here yet");
    }

    @Test
    void theExportIsWhatIsListed() {
        model.search().set("platform");
        model.export(Format.CSV);
        assertThat(pages.asked).hasSize(1);
        List<String> lines = pages.asked.getFirst().lines().toList();
        assertThat(lines.get(0)).isEqualTo("save gradeline-changes-2026-11-23.csv");
        assertThat(lines.get(1)).isEqualTo("at,kind,subject,before,after");
        assertThat(lines.subList(2, lines.size())).hasSize(3);
        assertThat(lines.get(2)).contains("platform_new").contains("Cursor");

        model.clearFilters();
        model.export(Format.JSON);
        assertThat(pages.asked.getLast()).startsWith("save gradeline-changes-2026-11-23.json");
        assertThat(pages.asked.getLast().split("\"kind\"", -1)).hasSize(12);
    }

    @Test
    void aChangeLeadsToWhatChanged() {
        model.listing().get().rows().forEach(row -> {
            if (row instanceof ChangeRow.Entry entry) {
                model.open(entry);
            }
        });
        assertThat(pages.asked).hasSize(11).contains("trends iso-27001", "trends ai-security", "open DISCOVERY");
        assertThat(pages.asked)
                .as("to the very one, and not to what has its title")
                .contains("recommendation "
                        + Postures.northwind().recommendations().stream()
                                .filter(r -> "Refresh the risk register: the main site".equals(r.title()))
                                .findFirst()
                                .orElseThrow()
                                .lineage());
    }

    // ---- slow answers

    /** Holds every task until the test lets it run. */
    private static final class Held implements TaskRunner {
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public <T extends @Nullable Object> void run(
                Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
            waiting.add(() -> TaskRunner.direct().run(work, done, failed));
        }

        /** The newest reading ends, and then what narrows it. */
        void readAndNarrow() {
            waiting.removeLast().run();
            waiting.removeLast().run();
        }

        void runOldest() {
            waiting.removeFirst().run();
        }
    }

    @Test
    void theNewestChoiceWinsHoweverLateTheOlderAnswerComes() {
        Held held = new Held();
        TestPages slow = new TestPages(TestPages.northwind(), held);
        ChangesViewModel waiting = new ChangesViewModel(slow.context());
        slow.remembered = Changes.between(Postures.northwindEarlier(), Postures.northwind(), Duration.ZERO);
        assertThat(waiting.loading().get()).isTrue();
        waiting.choose(ChangeSpan.DAYS_30);
        held.readAndNarrow();
        assertThat(waiting.listing().get().shown()).hasSize(10);
        assertThat(waiting.loading().get()).isFalse();
        held.runOldest();
        assertThat(waiting.listing().get().shown())
                .as("the late answer is dropped")
                .hasSize(10);
    }

    @Test
    void whatIsListedStaysUntilTheAnswerIsHere() {
        Held held = new Held();
        TestPages slow = new TestPages(TestPages.northwind(), held);
        ChangesViewModel waiting = new ChangesViewModel(slow.context());
        held.readAndNarrow();
        waiting.choose(ChangeSpan.DAYS_7);
        assertThat(waiting.loading().get()).isTrue();
        assertThat(waiting.listing().get().shown()).hasSize(11);
        held.readAndNarrow();
        assertThat(waiting.listing().get().shown()).isEmpty();
    }

    @Test
    void aHistoryThatFailsIsSaidAndCanBeTriedAgain() {
        pages.failing = true;
        model.choose(ChangeSpan.DAYS_30);
        assertThat(emptiness().way()).isEqualTo(Listing.Way.TRY_AGAIN);
        assertThat(model.loading().get()).isFalse();
        pages.failing = false;
        pages.remembered = TestPages.northwindChanges();
        model.load();
        assertThat(model.listing().get().shown()).hasSize(11);
    }

    private Listing.Emptiness emptiness() {
        Listing.Emptiness emptiness = model.listing().get().emptiness();
        assertThat(emptiness).isNotNull();
        return emptiness == null ? new Listing.Emptiness("", "", Listing.Way.NONE) : emptiness;
    }

    private List<String> texts() {
        return model.listing().get().rows().stream()
                .filter(ChangeRow.Entry.class::isInstance)
                .map(row -> ((ChangeRow.Entry) row).line().text())
                .toList();
    }

    private List<String> days() {
        return model.listing().get().rows().stream()
                .filter(ChangeRow.Day.class::isInstance)
                .map(row -> ((ChangeRow.Day) row).title() + ": " + ((ChangeRow.Day) row).count())
                .toList();
    }
}
