package dev.gradeline.ui.changes;

import dev.gradeline.posture.Change;
import dev.gradeline.report.TableExport;
import dev.gradeline.report.TableExport.Format;
import dev.gradeline.ui.kit.ChangeLinks;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What changed since a moment, narrowed by words and kinds. JavaFX thread. */
public final class ChangesViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(ChangesViewModel.class);

    private final PageContext context;
    private final TaskRunner.Newest newestReading;
    private final TaskRunner.Newest newestList;
    private final ReadOnlyObjectWrapper<ChangePeriod> period = new ReadOnlyObjectWrapper<>(ChangePeriod.LAST_VISIT);
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<ChangeFilter> filter = new ReadOnlyObjectWrapper<>(ChangeFilter.ALL);
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Listing> listing = new ReadOnlyObjectWrapper<>(Listing.NOTHING);
    private List<ChangeRow.Entry> all = List.of();
    private boolean reading;
    private boolean failed;

    public ChangesViewModel(PageContext context) {
        this.context = context;
        this.newestReading = new TaskRunner.Newest(context.tasks());
        this.newestList = new TaskRunner.Newest(context.tasks());
        search.addListener((observable, was, words) -> filter(filter.get().withSearch(words)));
        context.situation().subscribe(situation -> {
            if (period.get().span() == ChangeSpan.LAST_REPORT && situation.lastReport() == null) {
                // the moment shown lies before that report now
                period.set(ChangePeriod.LAST_VISIT);
            }
            load();
        });
    }

    /** Lists the changes since another moment. */
    void choose(ChangeSpan wanted) {
        if (wanted != period.get().span() && wanted != ChangeSpan.DATE) {
            choose(ChangePeriod.of(wanted));
        }
    }

    /** Lets the person choose the days, from that on which what is listed begins. */
    void dates() {
        if (period.get().span() != ChangeSpan.DATE) {
            choose(period.get().from(firstDay()));
        }
    }

    /** Lists the changes from the beginning of a day; null goes back to the last visit. */
    void from(@Nullable LocalDate day) {
        if (day != null) {
            choose(period.get().from(day));
        } else if (period.get().span() == ChangeSpan.DATE) {
            choose(ChangePeriod.LAST_VISIT);
        }
    }

    /** Lists the changes up to the end of a day; null goes on to the moment shown. */
    void until(@Nullable LocalDate day) {
        if (day != null) {
            choose(period.get().until(day, firstDay()));
        } else if (period.get().span() == ChangeSpan.DATE) {
            choose(new ChangePeriod(ChangeSpan.DATE, period.get().first(), null));
        }
    }

    private void choose(ChangePeriod wanted) {
        if (!wanted.equals(period.get())) {
            period.set(wanted);
            load();
        }
    }

    /** Narrows to a group or no longer does; without any chosen, every group shows. */
    void toggle(ChangeGroup group) {
        filter(filter.get().toggle(group));
    }

    /** Narrows to a kind or no longer does; without any chosen, every kind shows. */
    void toggleKind(String kind) {
        filter(filter.get().toggleKind(kind));
    }

    /** Lists one kind alone, since the last visit. */
    public void show(Change.Kind kind) {
        choose(ChangePeriod.LAST_VISIT);
        search.set("");
        filter(ChangeFilter.ALL.toggleKind(kind.id()));
    }

    /** What has another one list what this one lists. */
    public Consumer<ChangesViewModel> asHere() {
        ChangePeriod span = period.get();
        ChangeFilter narrowed = filter.get();
        String words = search.get();
        return other -> {
            other.search.set(words);
            other.filter(narrowed);
            other.choose(span);
        };
    }

    void clearFilters() {
        filter(ChangeFilter.ALL);
        search.set("");
    }

    private void filter(ChangeFilter wanted) {
        filter.set(wanted);
        if (!reading || !all.isEmpty()) {
            narrow();
        }
    }

    /** Reads again from history; what is listed stays until the answer is here. */
    void load() {
        reading = true;
        loading.set(true);
        Words words = context.words();
        Callable<List<Change>> changes = changes();
        newestReading.run(() -> ChangeRow.entries(changes.call(), words), entries -> loaded(entries, false), error -> {
            LOG.error("the changes could not be read", error);
            loaded(List.of(), true);
        });
    }

    private void loaded(List<ChangeRow.Entry> entries, boolean failure) {
        all = entries;
        failed = failure;
        reading = false;
        narrow();
    }

    /** The five thousand changes of two years take a while: what is listed stays until the answer is here. */
    private void narrow() {
        Narrowing work = new Narrowing(
                all, failed, filter.get(), period.get(), context.situation().getValue(), context.words());
        newestList.run(work::listing, this::show, error -> {
            LOG.error("the changes could not be narrowed", error);
            show(work.failure());
        });
    }

    private void show(Listing now) {
        listing.set(now);
        // the list of before a reading shows until that of after it does
        loading.set(reading);
    }

    private Callable<List<Change>> changes() {
        Situation situation = context.situation().getValue();
        if (period.get().span() == ChangeSpan.LAST_VISIT) {
            List<Change> known = situation.since() == null ? List.of() : situation.changes();
            return () -> known;
        }
        Instant from = period.get().start(situation, context.words().zone());
        Instant to = period.get().end(situation, context.words().zone());
        return () -> context.memory().changes(from, to);
    }

    /** What the choice of the last visit is called: with its day, where there was one. */
    private String lastVisit(Situation situation) {
        Words words = context.words();
        Instant since = situation.since();
        if (since == null || situation.beforeAnything()) {
            return words.of("changesPage.span.visit");
        }
        String when = situation.recency(since, new TimeWords(words));
        return situation.sinceVisit() ? words.of("changesPage.span.visitOn", when) : when;
    }

    /** What the choice of the last report is called; empty when there was none. */
    private String lastReport(Situation situation) {
        Instant made = situation.lastReport();
        return made == null
                ? ""
                : context.words()
                        .of("changesPage.span.report", situation.recency(made, new TimeWords(context.words())));
    }

    /** What a group is called, and how many of it the other filters leave. */
    String title(ChangeGroup group) {
        return group.title(listing.get().groupCounts().getOrDefault(group, 0), context.words());
    }

    /** Where a change leads. */
    void open(ChangeRow.Entry entry) {
        ChangeLinks.open(entry.change(), context.navigator());
    }

    /** Saves exactly what is listed, in its order. */
    void export(Format format) {
        List<Change> shown = listing.get().shown();
        String name = "gradeline-changes-" + lastDay() + "." + format.name().toLowerCase(Locale.ROOT);
        context.saver().save(name, out -> TableExport.changes(shown, format, out));
    }

    private LocalDate lastDay() {
        Situation situation = context.situation().getValue();
        Instant end = period.get().end(situation, context.words().zone());
        return LocalDate.ofInstant(end, context.words().zone());
    }

    /** The last day that can be chosen: that of the posture shown. */
    LocalDate latest() {
        return LocalDate.ofInstant(
                context.situation().getValue().posture().asOf(), context.words().zone());
    }

    private LocalDate firstDay() {
        Situation situation = context.situation().getValue();
        Instant start = period.get().start(situation, context.words().zone());
        return LocalDate.ofInstant(start, context.words().zone());
    }

    ReadOnlyObjectProperty<ChangePeriod> period() {
        return period.getReadOnlyProperty();
    }

    StringProperty search() {
        return search;
    }

    ReadOnlyObjectProperty<ChangeFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loading() {
        return loading.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Listing> listing() {
        return listing.getReadOnlyProperty();
    }

    ObservableValue<String> lastVisit() {
        return context.situation().map(this::lastVisit);
    }

    /** Empty when no report was made before the moment shown. */
    ObservableValue<String> lastReport() {
        return context.situation().map(this::lastReport);
    }

    Words words() {
        return context.words();
    }
}
