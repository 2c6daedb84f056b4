package dev.gradeline.ui.changes;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.report.TableExport;
import dev.gradeline.report.TableExport.Format;
import dev.gradeline.ui.kit.ChangeLinks;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.Recency;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
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
    private final TaskRunner.Newest newest;
    private final ReadOnlyObjectWrapper<ChangeSpan> span = new ReadOnlyObjectWrapper<>(ChangeSpan.LAST_VISIT);
    private final ReadOnlyObjectWrapper<@Nullable LocalDate> date = new ReadOnlyObjectWrapper<>();
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Set<ChangeGroup>> groups = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Listing> listing = new ReadOnlyObjectWrapper<>(Listing.NOTHING);
    private List<ChangeRow.Entry> all = List.of();
    private boolean failed;

    public ChangesViewModel(PageContext context) {
        this.context = context;
        this.newest = new TaskRunner.Newest(context.tasks());
        search.subscribe(this::narrow);
        context.situation().subscribe(situation -> {
            if (span.get() == ChangeSpan.LAST_REPORT && situation.lastReport() == null) {
                // the moment shown lies before that report now
                span.set(ChangeSpan.LAST_VISIT);
            }
            load();
        });
    }

    /** Lists the changes since another moment. */
    void choose(ChangeSpan wanted) {
        if (wanted != span.get() && wanted != ChangeSpan.DATE) {
            date.set(null);
            span.set(wanted);
            load();
        }
    }

    /** Lists the changes since the beginning of a day; null goes back to the last visit. */
    void choose(@Nullable LocalDate day) {
        if (day == null) {
            choose(span.get() == ChangeSpan.DATE ? ChangeSpan.LAST_VISIT : span.get());
        } else if (!day.equals(date.get())) {
            date.set(day);
            span.set(ChangeSpan.DATE);
            load();
        }
    }

    /** Narrows to a group or no longer does; without any chosen, every group shows. */
    void toggle(ChangeGroup group) {
        Set<ChangeGroup> chosen = EnumSet.noneOf(ChangeGroup.class);
        chosen.addAll(groups.get());
        if (!chosen.remove(group)) {
            chosen.add(group);
        }
        groups.set(Set.copyOf(chosen));
        narrow();
    }

    void clearFilters() {
        groups.set(Set.of());
        search.set("");
        narrow();
    }

    /** Reads again from history; what is listed stays until the answer is here. */
    void load() {
        loading.set(true);
        Words words = context.words();
        Callable<List<Change>> changes = changes();
        newest.run(() -> ChangeRow.entries(changes.call(), words), entries -> loaded(entries, false), error -> {
            LOG.error("the changes could not be read", error);
            loaded(List.of(), true);
        });
    }

    private void loaded(List<ChangeRow.Entry> entries, boolean failure) {
        all = entries;
        failed = failure;
        loading.set(false);
        narrow();
    }

    private void narrow() {
        String wanted = search.get().strip();
        List<String> folded = wanted.isEmpty()
                ? List.of()
                : List.of(RecommendationFilter.fold(wanted).split("\\s+"));
        List<ChangeRow.Entry> matching =
                all.stream().filter(entry -> entry.matches(folded)).toList();
        List<ChangeRow.Entry> shown = matching.stream()
                .filter(entry -> groups.get().isEmpty() || groups.get().contains(entry.group()))
                .toList();
        listing.set(new Listing(
                ChangeRow.underDays(shown, context.words()),
                shown.stream().map(ChangeRow.Entry::change).toList(),
                count(shown.size()),
                groupCounts(matching),
                shown.isEmpty() ? emptiness() : null));
    }

    private String count(int shown) {
        return shown == all.size()
                ? context.words().of("changesPage.count", shown)
                : context.words().of("changesPage.countOf", shown, all.size());
    }

    private Map<ChangeGroup, Integer> groupCounts(List<ChangeRow.Entry> matching) {
        Map<ChangeGroup, Integer> counts = new EnumMap<>(ChangeGroup.class);
        for (ChangeGroup group : ChangeGroup.values()) {
            counts.put(group, (int)
                    matching.stream().filter(entry -> entry.group() == group).count());
        }
        return counts;
    }

    private Listing.Emptiness emptiness() {
        Words words = context.words();
        Situation situation = context.situation().getValue();
        if (failed) {
            return new Listing.Emptiness(
                    words.of("changesPage.failed.title"), words.of("changesPage.failed.text"), Listing.Way.TRY_AGAIN);
        }
        if (!all.isEmpty()) {
            return new Listing.Emptiness(
                    words.of("changesPage.filtered.title"),
                    words.of("changesPage.filtered.text", all.size()),
                    Listing.Way.CLEAR_FILTERS);
        }
        if (situation.posture().isEmpty()) {
            return new Listing.Emptiness(
                    words.of("changesPage.empty.title"), words.of("changesPage.empty.text"), Listing.Way.NONE);
        }
        if (span.get() == ChangeSpan.LAST_VISIT && situation.since() == null) {
            return new Listing.Emptiness(
                    words.of("changesPage.firstVisit.title"),
                    words.of("changesPage.firstVisit.text"),
                    Listing.Way.NONE);
        }
        String since = new TimeWords(words).date(from());
        return new Listing.Emptiness(
                words.of("changesPage.nothing.title"), words.of("changesPage.nothing.text", since), Listing.Way.NONE);
    }

    private Callable<List<Change>> changes() {
        Situation situation = context.situation().getValue();
        if (span.get() == ChangeSpan.LAST_VISIT) {
            List<Change> known = situation.since() == null ? List.of() : situation.changes();
            return () -> known;
        }
        Instant from = from();
        Instant to = situation.posture().asOf();
        return () -> context.memory().changes(from, to);
    }

    private Instant from() {
        Situation situation = context.situation().getValue();
        Instant to = situation.posture().asOf();
        Instant since = situation.since();
        LocalDate day = date.get();
        return switch (span.get()) {
            case LAST_VISIT -> since == null ? to : since;
            case LAST_REPORT -> situation.lastReport() == null ? to : situation.lastReport();
            case DAYS_7, DAYS_30, DAYS_90 -> to.minus(Duration.ofDays(span.get().days()));
            case DATE ->
                day == null ? to : day.atStartOfDay(context.words().zone()).toInstant();
        };
    }

    /** What the choice of the last visit is called: with its day, where there was one. */
    private String lastVisit(Situation situation) {
        Words words = context.words();
        Instant since = situation.since();
        return since == null
                ? words.of("changesPage.span.visit")
                : words.of("changesPage.span.visitOn", Recency.of(since, situation.now(), new TimeWords(words)));
    }

    /** What the choice of the last report is called; empty when there was none. */
    private String lastReport(Situation situation) {
        Instant made = situation.lastReport();
        return made == null
                ? ""
                : context.words()
                        .of(
                                "changesPage.span.report",
                                Recency.of(made, situation.now(), new TimeWords(context.words())));
    }

    /** What a group is called, and how many of it match the words. */
    String title(ChangeGroup group) {
        Words words = context.words();
        int count = listing.get().groupCounts().getOrDefault(group, 0);
        return switch (group) {
            case SCORES -> words.of("changesPage.group.scores", count);
            case RECOMMENDATIONS -> words.of("changesPage.group.recommendations", count);
            case DISCOVERY -> words.of("changesPage.group.discovery", count);
        };
    }

    /** Where a change leads. */
    void open(ChangeRow.Entry entry) {
        ChangeLinks.open(entry.change(), context.navigator());
    }

    /** Saves exactly what is listed, in its order. */
    void export(Format format) {
        List<Change> shown = listing.get().shown();
        String name = "gradeline-changes-" + latest() + "." + format.name().toLowerCase(Locale.ROOT);
        context.saver().save(name, out -> TableExport.changes(shown, format, out));
    }

    /** The last day that can be chosen: that of the posture shown. */
    LocalDate latest() {
        return LocalDate.ofInstant(
                context.situation().getValue().posture().asOf(), context.words().zone());
    }

    ReadOnlyObjectProperty<ChangeSpan> span() {
        return span.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable LocalDate> date() {
        return date.getReadOnlyProperty();
    }

    StringProperty search() {
        return search;
    }

    ReadOnlyObjectProperty<Set<ChangeGroup>> groups() {
        return groups.getReadOnlyProperty();
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
