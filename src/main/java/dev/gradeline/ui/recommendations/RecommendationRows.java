package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.RecommendationIndex;
import dev.gradeline.posture.SearchWords;
import dev.gradeline.posture.Status;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A posture's recommendations with their words, made once and narrowed with every key typed. What they are sorted by is
 * remembered, so that a key typed sorts nothing. Any thread.
 */
final class RecommendationRows {
    private final Words words;
    private final Situation situation;
    private final List<Recommendation> all;
    private final RecommendationRow[] rows;
    private final Map<String, RecommendationRow> ids;
    /** By lineage, those that have another id by now. */
    private final Map<String, RecommendationRow> reissues = new HashMap<>();

    private final RecommendationIndex index;
    private final Codes statuses;
    private final Codes frameworks;
    private final Codes categories;
    private final Codes priorities;
    private volatile Sorted sorted;

    /** All rows in one order. */
    private record Sorted(Order order, List<RecommendationRow> rows) {}

    /**
     * What of the rows is wanted.
     *
     * @param closed the keys of groups of which only the head is shown
     */
    record Wish(RecommendationFilter filter, Order order, Grouping grouping, Set<String> closed) {}

    /**
     * What is shown of the rows.
     *
     * @param rows those that pass the filter, in order, those of closed groups, too
     * @param lines what stands in the table
     * @param sought what is to be marked in them
     * @param total how many there are without a filter
     * @param places where rows and lines stand
     */
    record Shown(
            List<RecommendationRow> rows,
            List<TableLine> lines,
            Facets facets,
            List<String> sought,
            int total,
            Places places) {
        static final Shown NOTHING =
                new Shown(List.of(), List.of(), Facets.NONE, List.of(), 0, new Places(List.of(), List.of(), 0));
    }

    /** @param situation relative times are told from it */
    RecommendationRows(List<Recommendation> all, Situation situation, Words words) {
        this.words = words;
        this.situation = situation;
        this.all = all;
        this.rows = new RecommendationRow[all.size()];
        this.ids = HashMap.newHashMap(rows.length);
        RecommendationRow.Maker maker = new RecommendationRow.Maker(new PostureWords(words), situation.now());
        for (int i = 0; i < rows.length; i++) {
            Recommendation each = all.get(i);
            rows[i] = maker.make(i, each);
            ids.putIfAbsent(each.id(), rows[i]);
            if (!each.id().equals(each.lineage())) {
                reissues.putIfAbsent(each.lineage(), rows[i]);
            }
        }
        this.index = new RecommendationIndex(all, new PostureWords(words)::codes);
        this.statuses = new Codes(all, RecommendationRows::status);
        this.frameworks = new Codes(all, RecommendationRows::framework);
        this.categories = new Codes(all, Recommendation::category);
        this.priorities = new Codes(all, RecommendationRows::priority);
        this.sorted = new Sorted(Order.AYLIEA, List.of(rows));
    }

    Shown shown(Wish wish) {
        byte[] missed = index.missed(wish.filter());
        List<RecommendationRow> kept = new ArrayList<>();
        for (RecommendationRow row : sorted(wish.order())) {
            if (missed[row.place()] == 0) {
                kept.add(row);
            }
        }
        Facets facets = new Facets.Counting(all, missed, wish.filter(), situation, words)
                .facets(statuses, frameworks, categories, priorities);
        Grouping.Arranged arranged = wish.grouping().arrange(kept, wish.closed());
        return new Shown(
                arranged.rows(),
                arranged.lines(),
                facets,
                SearchWords.of(wish.filter().search()).sought(),
                rows.length,
                new Places(arranged.rows(), arranged.lines(), rows.length));
    }

    /** All rows in an order; ties keep the server's. */
    List<RecommendationRow> sorted(Order order) {
        Sorted now = sorted;
        if (now.order().equals(order)) {
            return now.rows();
        }
        RecommendationRow[] copy = rows.clone();
        if (!order.equals(Order.AYLIEA)) {
            Arrays.sort(copy, order.comparator());
        }
        Sorted made = new Sorted(order, Collections.unmodifiableList(Arrays.asList(copy)));
        sorted = made;
        return made.rows();
    }

    /** All recommendations, those of some rows first and in their order, then the others in the server's. */
    List<Recommendation> withFirst(List<RecommendationRow> first) {
        boolean[] taken = new boolean[rows.length];
        List<Recommendation> ordered = new ArrayList<>(rows.length);
        for (RecommendationRow row : first) {
            taken[row.place()] = true;
            ordered.add(row.recommendation());
        }
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                ordered.add(all.get(i));
            }
        }
        return ordered;
    }

    /** The row of a recommendation's id, whether a filter hides it or not; null when there is none. */
    @Nullable RecommendationRow ofId(String id) {
        return ids.get(id);
    }

    /** The row of a lineage, whatever id it has and whether a filter hides it or not; null when there is none. */
    @Nullable RecommendationRow ofLineage(String lineage) {
        RecommendationRow reissued = reissues.get(lineage);
        RecommendationRow first = reissued == null ? ids.get(lineage) : reissued;
        return first != null && first.recommendation().lineage().equals(lineage) ? first : null;
    }

    /** The row of an id, or else of a lineage; null when there is none. */
    @Nullable RecommendationRow ofIdOrLineage(String id) {
        RecommendationRow row = ofId(id);
        return row == null ? ofLineage(id) : row;
    }

    private static @Nullable String framework(Recommendation row) {
        Framework framework = row.framework();
        return framework == null ? null : framework.id();
    }

    private static @Nullable String status(Recommendation row) {
        Status status = row.status();
        return status == null ? null : status.id();
    }

    private static @Nullable String priority(Recommendation row) {
        Integer priority = row.priority();
        return priority == null ? null : priority.toString();
    }
}
