package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.Part;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.report.TableExport;
import dev.gradeline.ui.kit.Arriving;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.PartNotice;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.recommendations.RecommendationRows.Shown;
import dev.gradeline.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
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
import javafx.collections.FXCollections;
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
    private final TaskRunner.Newest newest;
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.AYLIEA);
    private final ObjectProperty<@Nullable RecommendationRow> selected = new SimpleObjectProperty<>();
    private final BooleanProperty detailOpen = new SimpleBooleanProperty(true);
    private final ObservableList<RecommendationRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Facets> facets = new ReadOnlyObjectWrapper<>(Facets.NONE);
    private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable PartNotice> notice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper placeholder = new ReadOnlyStringWrapper("");
    /** The rows of the situation at hand; null until they are made. */
    private @Nullable RecommendationRows known;

    private record Work(Arriving arriving, RecommendationRows known, Shown shown) {}

    public RecommendationsViewModel(PageContext context) {
        this.context = context;
        this.words = context.words();
        this.choices = new FilterChoices(context.filter());
        this.newest = new TaskRunner.Newest(context.tasks());
        context.filter().addListener((observable, was, now) -> work());
        order.addListener((observable, was, now) -> work());
        context.situation().addListener((observable, was, now) -> {
            known = null;
            work();
        });
        context.arriving().addListener((observable, was, now) -> {
            known = null;
            work();
        });
        work();
    }

    private void work() {
        Situation situation = context.situation().getValue();
        Arriving arriving = context.arriving().getValue();
        List<Recommendation> source = arriving.underWay()
                ? arriving.recommendations()
                : situation.posture().recommendations();
        RecommendationFilter filter = context.filter().get();
        Order sorted = order.get();
        RecommendationRows before = known;
        newest.run(
                () -> {
                    RecommendationRows all =
                            before != null ? before : new RecommendationRows(source, situation.now(), words);
                    return new Work(arriving, all, all.shown(filter, sorted));
                },
                this::show,
                error -> {
                    LOG.error("the recommendations could not be filtered", error);
                    notice.set(new PartNotice(
                            words.of("recommendations.failed"),
                            words.of("recommendations.failed"),
                            PartNotice.Way.NONE));
                });
    }

    private void show(Work work) {
        known = work.known();
        Shown shown = work.shown();
        RecommendationRow before = selected.get();
        // One that was opened from another's details stays, even where the filter hides it.
        boolean hidden = before != null && !rows.contains(before);
        rows.setAll(shown.rows());
        facets.set(shown.facets());
        boolean whole = !work.arriving().underWay();
        complete.set(whole);
        count.set(shown.total() == 0 ? "" : words.of(countKey(whole), rows.size(), shown.total()));
        selected.set(before == null ? null : stillThere(sameLife(before), hidden));
        notice.set(whole ? partNotice() : arrivingNotice(shown.total()));
        placeholder.set(words.of(placeholderKey(shown.total(), whole)));
    }

    /** Whatever id a retake has given it meanwhile. */
    private static Predicate<Recommendation> sameLife(RecommendationRow row) {
        String lineage = row.recommendation().lineage();
        return r -> r.lineage().equals(lineage);
    }

    private @Nullable RecommendationRow stillThere(Predicate<Recommendation> wanted, boolean evenHidden) {
        RecommendationRow row = inTable(wanted);
        return row == null && evenHidden && known != null ? known.find(wanted) : row;
    }

    private static String countKey(boolean whole) {
        return whole ? "recommendations.count" : "recommendations.count.soFar";
    }

    private @Nullable PartNotice partNotice() {
        return PartNotice.of(Part.RECOMMENDATIONS, context.situation().getValue(), words);
    }

    private PartNotice arrivingNotice(int soFar) {
        String text = words.of("recommendations.arriving", soFar);
        return new PartNotice(text, text, PartNotice.Way.CANCEL);
    }

    private String placeholderKey(int total, boolean whole) {
        if (total > 0) {
            return "recommendations.noneLeft";
        }
        if (!whole) {
            return "recommendations.reading";
        }
        boolean read = context.situation()
                        .getValue()
                        .posture()
                        .freshness(Part.RECOMMENDATIONS)
                        .refreshedAt()
                != null;
        return read ? "recommendations.nothing" : "recommendations.none";
    }

    private @Nullable RecommendationRow inTable(Predicate<Recommendation> wanted) {
        return rows.stream()
                .filter(row -> wanted.test(row.recommendation()))
                .findFirst()
                .orElse(null);
    }

    /** Selects a recommendation, even one that the filter hides; does nothing when there is none of this id. */
    void select(String id) {
        RecommendationRow row = stillThere(r -> r.id().equals(id), true);
        if (row != null) {
            selected.set(row);
        }
    }

    /** Saves exactly the rows shown, in their order. */
    void export(TableExport.Format format) {
        List<Recommendation> shown =
                rows.stream().map(RecommendationRow::recommendation).toList();
        String ending = format == TableExport.Format.CSV ? "csv" : "json";
        LocalDate day =
                LocalDate.ofInstant(context.situation().getValue().posture().asOf(), words.zone());
        context.saver()
                .save(
                        "gradeline-recommendations-" + day + "." + ending,
                        out -> TableExport.recommendations(shown, format, out));
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

    ObjectProperty<@Nullable RecommendationRow> selected() {
        return selected;
    }

    /** Whether the details show once something is selected. */
    BooleanProperty detailOpen() {
        return detailOpen;
    }

    ObservableList<RecommendationRow> rows() {
        return rows;
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
