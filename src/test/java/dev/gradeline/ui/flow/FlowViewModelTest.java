package dev.gradeline.ui.flow;

import static dev.gradeline.ui.flow.FlowPages.life;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Lifetimes;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Unread;
import dev.gradeline.report.TableExport.Format;
import dev.gradeline.ui.flow.Figure.Count;
import dev.gradeline.ui.flow.FlowPages.Around;
import dev.gradeline.ui.kit.ManualTasks;
import dev.gradeline.ui.kit.PartNotice;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.kit.TestPages;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowViewModelTest {
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @TempDir
    private Path folder;

    private Around around() {
        return FlowPages.around(
                folder,
                life("old", 1, "hipaa", "open begin"),
                life("done", 1, "hipaa", "open 2026-09-01 completed 2026-10-11"),
                life("gone", 2, "cis-v8", "open 2026-10-02 dismissed 2026-10-12"),
                life("new", 2, "cis-v8", "open 2026-10-20"),
                life("born done", 2, "cis-v8", "completed 2026-10-20"));
    }

    private static List<String> ids(FlowViewModel model) {
        return model.rows().stream().map(row -> row.course().life().id()).toList();
    }

    @Test
    void beginsWithWhatIsOpenLongest() {
        FlowViewModel model = new FlowViewModel(around().context);
        FlowView view = model.view().get();
        assertThat(view.heading()).isEqualTo("Still open, oldest first · 2");
        assertThat(ids(model)).containsExactly("old", "new");
        assertThat(model.rows().getFirst().day()).isEqualTo("before 5 Oct 2025");
        assertThat(model.rows().getFirst().days()).startsWith("at least ");
        assertThat(view.summary()).isEqualTo("12 months: 3 opened · 1 completed · 1 dismissed · 2 open or in progress");
        assertThat(view.notes())
                .containsExactly(
                        "History begins on 5 October 2025. The 1 recommendation that was open then counts as open,"
                                + " not as opened: nobody knows since when.",
                        "1 recommendation was already completed or dismissed when first seen, and counts as neither.");
    }

    @Test
    void everyFigureHasAsManyRowsAsItSays() {
        FlowViewModel model = new FlowViewModel(around().context);
        model.range().set(FlowRange.ALL);
        for (FlowView.MonthRow month : model.view().get().table()) {
            for (Count count : Count.values()) {
                model.figure().set(new Figure.InMonth(month.month().month(), count));
                assertThat(month.counts().get(count))
                        .as(month.name() + " " + count)
                        .isEqualTo(String.valueOf(model.rows().size()));
            }
        }
        for (FlowBy by : FlowBy.values()) {
            model.by().set(by);
            for (FlowView.MedianRow row : model.view().get().medians()) {
                model.figure().set(row.closedFigure());
                assertThat(row.closedCount())
                        .isEqualTo(String.valueOf(model.rows().size()));
                model.figure().set(row.openFigure());
                assertThat(row.openCount())
                        .isEqualTo(String.valueOf(model.rows().size()));
            }
        }
    }

    @Test
    void tellsMediansByPriorityAndByFramework() {
        FlowViewModel model = new FlowViewModel(around().context);
        assertThat(model.view().get().medians().stream().map(row -> row.name() + ": " + row.closed()))
                .containsExactly("All: 25 days", "P1: 40 days", "P2: 10 days");
        model.by().set(FlowBy.FRAMEWORK);
        assertThat(model.view().get().medians().stream().map(row -> row.name() + ": " + row.closed()))
                .containsExactly("All: 25 days", "CIS Controls v8: 10 days", "HIPAA: 40 days");
        assertThat(model.view().get().medians().getLast().open()).startsWith("at least ");
    }

    @Test
    void twoTotalsThatDifferAreExplained() {
        FlowViewModel plain = new FlowViewModel(around().context);
        plain.figure().set(plain.view().get().medians().getFirst().closedFigure());
        assertThat(plain.view().get().meaning()).as("they agree").isEmpty();

        FlowViewModel model = new FlowViewModel(FlowPages.around(
                        folder,
                        life(
                                "twice",
                                1,
                                "hipaa",
                                "open 2026-09-01 completed 2026-09-11 open 2026-09-20 dismissed 2026-10-12"),
                        life("open again", 1, "hipaa", "open 2026-09-01 completed 2026-09-11 open 2026-09-20"))
                .context);
        assertThat(model.view().get().summary()).contains("2 completed · 1 dismissed");
        FlowView.MedianRow all = model.view().get().medians().getFirst();
        model.figure().set(all.closedFigure());
        assertThat(model.view().get().heading()).endsWith(" · 1");
        assertThat(model.view().get().meaning())
                .startsWith("In these months, recommendations were completed or dismissed 3 times; 1 is still");
        model.figure().set(all.openFigure());
        assertThat(model.view().get().meaning()).isEmpty();
        model.figure().set(new Figure.InMonth(OCTOBER, Count.LEFT));
        assertThat(model.view().get().meaning()).contains("neither completed nor dismissed");
    }

    @Test
    void aMonthThatIsNoLongerShownExplainsNothing() {
        FlowViewModel model = new FlowViewModel(around().context);
        model.range().set(FlowRange.ALL);
        model.figure().set(new Figure.InMonth(YearMonth.of(2025, 10), Count.OPEN));
        assertThat(model.view().get().heading()).isEqualTo("Open at the end of October 2025 · 1");
        model.range().set(FlowRange.YEAR);
        assertThat(model.view().get().heading()).startsWith("Still open");
    }

    @Test
    void aTimeInWhichNobodyLookedIsToldAndHasNoZeroes() {
        Around around = around();
        Unread gap = new Unread(Instant.parse("2026-05-20T12:00:00Z"), Instant.parse("2026-08-03T12:00:00Z"));
        around.lives = asOf -> FlowPages.seen(asOf, List.of(gap), List.of(life("r", 1, "hipaa", "open 2026-08-03")));
        FlowViewModel model = new FlowViewModel(around.context);
        FlowView.MonthRow june = model.view().get().table().stream()
                .filter(row -> row.month().month().equals(YearMonth.of(2026, 6)))
                .findFirst()
                .orElseThrow();
        assertThat(june.counts().get(Count.OPENED)).isEqualTo("–");
        assertThat(june.note()).isEqualTo("not read");
        assertThat(model.view().get().notes())
                .containsExactly(
                        "No recommendations were read from 20 May 2026 to 3 August 2026. What changed then counts"
                                + " where it was next seen.");
    }

    @Test
    void exportsTheRowsShownAndLeadsToTheRecommendation() {
        Around around = around();
        FlowViewModel model = new FlowViewModel(around.context);
        model.figure().set(new Figure.InMonth(OCTOBER, Count.COMPLETED));
        assertThat(model.view().get().heading()).isEqualTo("Completed in October 2026 · 1");
        model.export(Format.CSV);
        assertThat(around.pages.pages.asked.getLast().lines().toList())
                .containsExactly(
                        "save gradeline-flow-2026-11-23.csv",
                        "id,title,priority,framework_id,category,state,event,at,days_open,days_open_is_least",
                        "done,Title of done,1,hipaa,,completed,completed,2026-10-11T12:00:00Z,40.00,false");
        model.open(model.rows().getFirst());
        assertThat(around.pages.pages.asked.getLast()).isEqualTo("recommendation done");
    }

    @Test
    void followsTheMomentThatTheWindowStandsAt() {
        Around around = around();
        FlowViewModel model = new FlowViewModel(around.context);
        around.lives = asOf -> Lifetimes.none(asOf);
        around.pages.pages.situation.set(TestPages.firstVisit(Postures.onePoint()));
        assertThat(model.view().get().months()).isEmpty();
        assertThat(model.view().get().empty()).startsWith("Flow shows here once");
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void aHistoryThatDoesNotAnswerIsToldAndAnOlderAnswerIsDropped() {
        Around around = around();
        around.lives = asOf -> {
            throw new IllegalStateException("the file is gone");
        };
        FlowViewModel model = new FlowViewModel(around.context);
        assertThat(model.view().get().empty()).contains("could not be read").endsWith("the file is gone");

        ManualTasks tasks = new ManualTasks();
        Around slow = new Around(folder, tasks, asOf -> FlowPages.seen(asOf, List.of(), List.of()));
        FlowViewModel waiting = new FlowViewModel(slow.context);
        assertThat(waiting.view().get().empty()).isEqualTo("Reading history…");
        slow.lives = asOf -> FlowPages.seen(asOf, List.of(), List.of(life("late", 1, "hipaa", "open 2026-10-20")));
        slow.pages.pages.situation.set(TestPages.firstVisit(Postures.onePoint()));
        tasks.end(1);
        tasks.end(1);
        assertThat(ids(waiting)).containsExactly("late");
        slow.lives = Lifetimes::none;
        tasks.endAll();
        assertThat(ids(waiting)).as("the older answer came later").containsExactly("late");
    }

    @Test
    void aHistoryThatFailsLaterLeavesNoNumbersUnderAnotherDate() {
        Around around = around();
        FlowViewModel model = new FlowViewModel(around.context);
        around.lives = asOf -> {
            throw new IllegalStateException("the file is gone");
        };
        around.pages.pages.situation.set(TestPages.firstVisit(Postures.northwindEarlier()));
        PartNotice notice = Objects.requireNonNull(model.view().get().notice());
        assertThat(notice.text()).contains("from before");
        assertThat(notice.details()).endsWith("the file is gone");
        assertThat(model.rows()).as("it is still now").isNotEmpty();
        model.range().set(FlowRange.ALL);
        assertThat(model.view().get().notice()).as("other months of the same").isEqualTo(notice);

        Situation present = around.pages.pages.situation.get();
        around.pages.pages.situation.set(FlowPages.past(present));
        assertThat(model.view().get().months()).isEmpty();
        assertThat(model.view().get().empty()).contains("could not be read").endsWith("the file is gone");
        assertThat(model.rows()).isEmpty();
        model.range().set(FlowRange.YEAR);
        assertThat(model.view().get().months()).isEmpty();

        around.lives = asOf -> FlowPages.seen(asOf, List.of(), List.of(life("a", 1, "hipaa", "open 2026-10-20")));
        around.pages.pages.situation.set(present);
        assertThat(model.view().get().notice()).isNull();
        assertThat(ids(model)).containsExactly("a");
    }

    @Test
    void aHundredThousandLivesAreWorkedOut() {
        Around around = new Around(folder, TaskRunner.direct(), asOf -> FlowPages.busy(asOf, 100_000));
        FlowViewModel model = new FlowViewModel(around.context);
        assertThat(model.rows()).isNotEmpty();
        assertThat(model.view().get().medians()).hasSize(5);
    }
}
