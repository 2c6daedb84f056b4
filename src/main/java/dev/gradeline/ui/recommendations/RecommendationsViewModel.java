package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.report.TableExport;
import dev.gradeline.ui.kit.Arriving;
import dev.gradeline.ui.kit.Choice;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.PartNotice;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.SwapList;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.recommendations.RecommendationRows.Shown;
import dev.gradeline.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recommendation table: what is shown, in which order, and what is chosen. Filtering and sorting run on a worker over a
 * copy; the newest result is swapped in. JavaFX thread.
 */
public final class RecommendationsViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(RecommendationsViewModel.class);

    private final PageContext context;
    private final Words words;
    private final FilterChoices choices;
    private final SavedViews views;
    private final ObjectProperty<@Nullable SavedView> openView = new SimpleObjectProperty<>();
    private final TaskRunner.Newest newest;
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.AYLIEA);
    private final TableSelection selection = new TableSelection();
    private final BooleanProperty detailOpen = new SimpleBooleanProperty(true);
    private final ObjectProperty<Grouping> grouping = new SimpleObjectProperty<>(Grouping.NONE);
    private final ObjectProperty<Set<String>> closed = new SimpleObjectProperty<>(Set.of());
    private final SwapList<TableLine> lines = new SwapList<>();
    private final ReadOnlyObjectWrapper<List<RecommendationRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> sought = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Facets> facets = new ReadOnlyObjectWrapper<>(Facets.NONE);
    private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable PartNotice> notice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper placeholder = new ReadOnlyStringWrapper("");
    /** The rows of the situation at hand, made by the first who needs them. */
    private RowMaking making;
    /** Whether the rows that were asked for last are still to come. */
    private boolean working;
    /** Whether the first of them is to be selected. */
    private boolean entering;

    private record Work(Arriving arriving, RecommendationRows all, Shown shown) {}

    public RecommendationsViewModel(PageContext context) {
        this.context = context;
        this.words = context.words();
        this.choices = new FilterChoices(context.filter(), context.situation(), words.zone());
        this.newest = new TaskRunner.Newest(context.tasks());
        this.views = new SavedViews(context);
        this.making = making();
        if (context.filter().get().isAll()) {
            // whoever comes with a filter of another page's wants that
            openView.set(views.find(views.first().get()));
        }
        context.filter().addListener((observable, was, now) -> {
            if (!choices.isFollowing()) {
                // the newest wish counts: a view that waits for its table must not take a filter's place
                dropView();
            }
            work();
        });
        order.addListener((observable, was, now) -> work());
        grouping.addListener((observable, was, now) -> {
            // what was closed in one grouping means nothing in another
            closed.set(Set.of());
            work();
        });
        closed.addListener((observable, was, now) -> work());
        context.situation().addListener((observable, was, now) -> remake());
        context.arriving().addListener((observable, was, now) -> remake());
        work();
    }

    private RowMaking making() {
        return new RowMaking(context.arriving().getValue(), context.situation().getValue(), words);
    }

    private void remake() {
        making = making();
        work();
    }

    private void work() {
        RecommendationRows.Wish wish =
                new RecommendationRows.Wish(context.filter().get(), order.get(), grouping.get(), closed.get());
        RowMaking now = making;
        working = true;
        newest.run(
                () -> {
                    RecommendationRows all = now.rows();
                    return new Work(now.arriving(), all, all.shown(wish));
                },
                this::show,
                error -> {
                    working = false;
                    entering = false;
                    LOG.error("the recommendations could not be filtered", error);
                    notice.set(new PartNotice(
                            words.of("recommendations.failed"),
                            words.of("recommendations.failed"),
                            PartNotice.Way.NONE));
                });
    }

    private void show(Work work) {
        working = false;
        Shown shown = work.shown();
        boolean whole = !work.arriving().underWay();
        sought.set(shown.sought());
        selection.swap(() -> lines.swap(shown.lines()));
        rows.set(shown.rows());
        facets.set(shown.facets());
        complete.set(whole);
        count.set(TableWords.count(shown.rows().size(), shown.total(), whole, words));
        if (!selection.follow(work.all(), shown.places(), whole)) {
            context.navigator().say(words.of("recommendations.notListed"));
        }
        if (entering) {
            entering = false;
            selection.first(lines);
        }
        Situation situation = context.situation().getValue();
        notice.set(TableWords.notice(situation, shown.total(), whole, words));
        placeholder.set(TableWords.empty(context.filter().get(), situation, shown.total(), whole, words));
    }

    /** Selects a recommendation, even one that the filter hides; does nothing when there is none of this id. */
    void select(String id) {
        selection.select(id);
    }

    /**
     * Selects a recommendation as soon as it is among the rows, and has it brought into view; says so where it is not among
     * all of them.
     *
     * @param id its id, or its lineage
     */
    public void open(String id) {
        selection.want(id);
        detailOpen.set(true);
        closed.set(Set.of());
        work();
    }

    /**
     * Selects the first row, of those that were asked for last.
     *
     * @return whether there is one, or may be one
     */
    boolean enter() {
        if (working) {
            entering = true;
        } else {
            selection.first(lines);
        }
        return working || !lines.isEmpty();
    }

    /** Saves exactly the rows shown, in their order. */
    void export(TableExport.Format format) {
        List<Recommendation> shown =
                rows.get().stream().map(RecommendationRow::recommendation).toList();
        String ending = format == TableExport.Format.CSV ? "csv" : "json";
        LocalDate day =
                LocalDate.ofInstant(context.situation().getValue().posture().asOf(), words.zone());
        context.saver()
                .save(
                        "gradeline-recommendations-" + day + "." + ending,
                        out -> TableExport.recommendations(shown, format, out));
    }

    /** Saves the snapshot as PDF, with exactly the rows shown, in their order. */
    void exportPdf() {
        RecommendationRows all = selection.all();
        if (all != null) {
            context.navigator().exportPdf(all.withFirst(rows.get()));
        }
    }

    /** The named views. */
    SavedViews views() {
        return views;
    }

    /**
     * A view to choose.
     *
     * @param key tells it from all others; names may be the same
     */
    public record NamedView(String key, String name) {}

    /** The views that mean anything now, those that Gradeline brings first. */
    public List<NamedView> offeredViews() {
        return Stream.concat(views.builtIn().stream(), views.own().get().stream())
                .filter(view -> view.isOffered(context.situation().getValue()))
                .map(view -> new NamedView(views.key(view), view.name()))
                .toList();
    }

    /** Shows the view of a key, as soon as there is a table. */
    public void showView(String key) {
        openView.set(views.find(key));
    }

    /** Whoever wants another filter wants no view that waits for its table. */
    public void dropView() {
        openView.set(null);
    }

    /** What has another one sort and group as this one does; the filter is the window's. */
    public Consumer<RecommendationsViewModel> asHere() {
        Order sorted = order.get();
        Grouping grouped = grouping.get();
        return other -> {
            other.dropView();
            other.order.set(sorted);
            other.grouping.set(grouped);
        };
    }

    /** A view that waits to be opened, see {@link #takeView}. */
    ReadOnlyObjectProperty<@Nullable SavedView> openView() {
        return openView;
    }

    /**
     * The view that is to be opened; null for none. It is given once, and only where it means what its name says: one that
     * asks for what changed since the last report waits until history is read, and is let go where that has no report.
     */
    @Nullable SavedView takeView() {
        SavedView view = openView.get();
        Situation situation = context.situation().getValue();
        boolean offered = view != null && view.isOffered(situation);
        if (offered || !situation.posture().isEmpty()) {
            openView.set(null);
        }
        return offered ? view : null;
    }

    /** Narrows and groups as a view does; its columns are the table's. */
    void show(SavedView view) {
        grouping.set(view.grouping());
        context.filter().set(view.on(context.situation().getValue(), words.zone()));
    }

    FilterChoices choices() {
        return choices;
    }

    /** The filter that the rows follow. */
    ReadOnlyObjectProperty<RecommendationFilter> filter() {
        return context.filter();
    }

    ObjectProperty<Order> order() {
        return order;
    }

    /** What is selected in the table, and where that stands. */
    TableSelection selection() {
        return selection;
    }

    ObjectProperty<@Nullable RecommendationRow> selected() {
        return selection.selected();
    }

    /** Whether the details show once something is selected. */
    BooleanProperty detailOpen() {
        return detailOpen;
    }

    /** The rows that pass the filter, in their order, those of closed groups, too. */
    List<RecommendationRow> rows() {
        return rows.get();
    }

    /** The same, to be followed. */
    ReadOnlyObjectProperty<List<RecommendationRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** What stands in the table: the rows, and the heads of their groups where they are grouped. */
    ObservableList<TableLine> lines() {
        return lines;
    }

    /** What is to be marked in the cells, folded. */
    ReadOnlyObjectProperty<List<String>> sought() {
        return sought.getReadOnlyProperty();
    }

    /** What the rows stand together by. */
    ObjectProperty<Grouping> grouping() {
        return grouping;
    }

    /** Opens a group that is closed, and closes one that is open. */
    void toggle(GroupLine line) {
        closed.set(Choice.toggled(closed.get(), line.key()));
    }

    /** Closes all groups, or opens them. */
    void closeAll(boolean close) {
        closed.set(
                close
                        ? lines.stream()
                                .filter(GroupLine.class::isInstance)
                                .map(line -> ((GroupLine) line).key())
                                .collect(Collectors.toUnmodifiableSet())
                        : Set.of());
    }

    /** The rows of a group, whether it is open or not. */
    List<RecommendationRow> rowsOf(GroupLine head) {
        return grouping.get().members(rows.get(), head);
    }

    ReadOnlyObjectProperty<Facets> facets() {
        return facets.getReadOnlyProperty();
    }

    /** “49 of 115”, or “49 of 300 so far”; empty when there are none at all. */
    ReadOnlyStringProperty count() {
        return count.getReadOnlyProperty();
    }

    /** Whether the rows are of a whole answer, and not the first of one that is still being read. */
    ReadOnlyBooleanProperty complete() {
        return complete.getReadOnlyProperty();
    }

    /** Why the rows are not fresh or not whole; null when they are. */
    ReadOnlyObjectProperty<@Nullable PartNotice> notice() {
        return notice.getReadOnlyProperty();
    }

    /** What stands in an empty table. */
    ReadOnlyStringProperty placeholder() {
        return placeholder.getReadOnlyProperty();
    }
}
