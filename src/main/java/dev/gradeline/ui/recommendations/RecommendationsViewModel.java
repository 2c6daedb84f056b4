package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.report.TableExport;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.OutcomeWords;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.Words;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recommendation table: what is filtered, in which order, and what is chosen. Filtering and sorting run on a worker
 * over a copy; the newest result is swapped in. JavaFX thread.
 */
public final class RecommendationsViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(RecommendationsViewModel.class);

    private final PageContext context;
    private final Words words;
    private final PostureWords postureWords;
    private final TaskRunner.Newest newest;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.AYLIEA);
    private final ObjectProperty<@Nullable RecommendationRow> selected = new SimpleObjectProperty<>();
    private final ObservableList<RecommendationRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Facets> facets = new ReadOnlyObjectWrapper<>(Facets.NONE);
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper placeholder = new ReadOnlyStringWrapper("");

    private record Shown(List<RecommendationRow> rows, Facets facets, int total) {}

    public RecommendationsViewModel(PageContext context) {
        this.context = context;
        this.words = context.words();
        this.postureWords = new PostureWords(words);
        this.newest = new TaskRunner.Newest(context.tasks());
        search.set(context.filter().get().search());
        search.addListener((observable, was, now) -> {
            RecommendationFilter filter = context.filter().get();
            context.filter().set(filter.withSearch(now == null ? "" : now));
        });
        context.filter().addListener((observable, was, now) -> {
            // The filter keeps its words stripped; what is being typed keeps its spaces.
            if (!search.get().strip().equals(now.search())) {
                search.set(now.search());
            }
            work();
        });
        order.addListener((observable, was, now) -> work());
        context.situation().addListener((observable, was, now) -> work());
        work();
    }

    private void work() {
        Situation situation = context.situation().getValue();
        RecommendationFilter filter = context.filter().get();
        Order sorted = order.get();
        newest.run(() -> shown(situation, filter, sorted), this::show, error -> {
            LOG.error("the recommendations could not be filtered", error);
            notice.set(words.of("recommendations.failed"));
        });
    }

    private Shown shown(Situation situation, RecommendationFilter filter, Order sorted) {
        List<Recommendation> all = situation.posture().recommendations();
        List<RecommendationRow> kept = filter.apply(all).stream()
                .map(r -> RecommendationRow.of(r, postureWords, situation.now()))
                .sorted(sorted.comparator())
                .toList();
        return new Shown(kept, Facets.of(all, filter, postureWords), all.size());
    }

    private void show(Shown shown) {
        RecommendationRow before = selected.get();
        rows.setAll(shown.rows());
        facets.set(shown.facets());
        count.set(words.of("recommendations.count", shown.rows().size(), shown.total()));
        selected.set(before == null ? null : find(before.recommendation().id()));
        Freshness freshness = posture().freshness(Part.RECOMMENDATIONS);
        Outcome outcome = freshness.outcome();
        notice.set(outcome == null || outcome == Outcome.OK ? "" : noticeOf(freshness, outcome));
        placeholder.set(words.of(shown.total() > 0 ? "recommendations.noneLeft" : "recommendations.none"));
    }

    private String noticeOf(Freshness freshness, Outcome outcome) {
        boolean allRefused =
                posture().freshness().values().stream().allMatch(each -> each.outcome() == Outcome.REFUSED);
        return new OutcomeWords(words)
                .notice(Part.RECOMMENDATIONS, outcome, freshness.detail(), allRefused)
                .text();
    }

    private @Nullable RecommendationRow find(String id) {
        return rows.stream()
                .filter(row -> row.recommendation().id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private Posture posture() {
        return context.situation().getValue().posture();
    }

    /** Selects the row of this recommendation, where it is shown. */
    void select(String id) {
        RecommendationRow row = find(id);
        if (row != null) {
            selected.set(row);
        }
    }

    void toggleStatus(String id) {
        RecommendationFilter filter = filter();
        context.filter().set(filter.withStatuses(toggled(filter.statuses(), id)));
    }

    void toggleFramework(String id) {
        RecommendationFilter filter = filter();
        context.filter().set(filter.withFrameworks(toggled(filter.frameworks(), id)));
    }

    void toggleCategory(String name) {
        RecommendationFilter filter = filter();
        context.filter().set(filter.withCategories(toggled(filter.categories(), name)));
    }

    /** Shows priorities up to this one; the same one again shows all. */
    void togglePriority(String priority) {
        Integer wanted = Integer.valueOf(priority);
        RecommendationFilter filter = filter();
        context.filter().set(filter.withMaxPriority(Objects.equals(wanted, filter.maxPriority()) ? null : wanted));
    }

    void clearFilters() {
        search.set("");
        context.filter().set(RecommendationFilter.ALL);
    }

    private static Set<String> toggled(Set<String> chosen, String id) {
        Set<String> next = new HashSet<>(chosen);
        if (!next.remove(id)) {
            next.add(id);
        }
        return next;
    }

    /** Saves exactly the rows shown, in their order. */
    void export(TableExport.Format format) {
        List<Recommendation> shown =
                rows.stream().map(RecommendationRow::recommendation).toList();
        String ending = format == TableExport.Format.CSV ? "csv" : "json";
        LocalDate day = LocalDate.ofInstant(posture().asOf(), words.zone());
        context.saver()
                .save(
                        "gradeline-recommendations-" + day + "." + ending,
                        out -> TableExport.recommendations(shown, format, out));
    }

    /** The row as a line of text, for the clipboard. */
    static String text(RecommendationRow row) {
        return String.join(
                "\t",
                row.priority(),
                row.title(),
                row.status(),
                row.framework(),
                row.category(),
                row.recommendation().id());
    }

    /** “Status: open, in progress”, or the bare name while nothing is chosen. */
    String chip(String nameKey, List<Facets.Choice> choices) {
        List<String> chosen = choices.stream()
                .filter(Facets.Choice::chosen)
                .map(Facets.Choice::name)
                .toList();
        String name = words.of(nameKey);
        if (chosen.isEmpty()) {
            return name;
        }
        BiFunction<String, Object, String> named = (key, value) -> words.of(key, name, value);
        return chosen.size() <= 2
                ? named.apply("recommendations.chip", String.join(", ", chosen))
                : named.apply("recommendations.chip.many", chosen.size());
    }

    RecommendationFilter filter() {
        return context.filter().get();
    }

    StringProperty search() {
        return search;
    }

    ObjectProperty<Order> order() {
        return order;
    }

    ObjectProperty<@Nullable RecommendationRow> selected() {
        return selected;
    }

    ObservableList<RecommendationRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<Facets> facets() {
        return facets.getReadOnlyProperty();
    }

    /** “49 of 115”. */
    ReadOnlyStringProperty count() {
        return count.getReadOnlyProperty();
    }

    /** Why the rows are not fresh; empty when they are. */
    ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /** What stands in an empty table. */
    ReadOnlyStringProperty placeholder() {
        return placeholder.getReadOnlyProperty();
    }
}
