package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A posture's recommendations with their words, made once and narrowed with every key typed. Immutable; any thread. */
final class RecommendationRows {
    private final Words words;
    private final List<Recommendation> all;
    /** By identity: a filter hands on the very objects that it was given. */
    private final IdentityHashMap<Recommendation, RecommendationRow> rows = new IdentityHashMap<>();

    /**
     * @param rows those that pass the filter, in order
     * @param total how many there are without a filter
     */
    record Shown(List<RecommendationRow> rows, Facets facets, int total) {}

    /** @param now relative times are told from it */
    RecommendationRows(List<Recommendation> all, Instant now, Words words) {
        this.words = words;
        this.all = all;
        PostureWords postureWords = new PostureWords(words);
        for (Recommendation r : all) {
            rows.put(r, RecommendationRow.of(r, postureWords, now));
        }
    }

    Shown shown(RecommendationFilter filter, Order order) {
        List<RecommendationRow> kept = filter.apply(all).stream()
                .map(r -> Objects.requireNonNull(rows.get(r)))
                .sorted(order.comparator())
                .toList();
        return new Shown(kept, Facets.of(all, filter, words), all.size());
    }

    /** The row of a recommendation, whether a filter hides it or not; null when there is none. */
    @Nullable RecommendationRow find(Predicate<Recommendation> wanted) {
        return all.stream().filter(wanted).findFirst().map(rows::get).orElse(null);
    }
}
