package dev.gradeline.posture;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one filter over recommendations: the table, its counts, its exports and the PDF section all use it. An empty set or
 * null means “any”.
 *
 * @param statuses status ids
 * @param frameworks framework ids
 * @param categories categories, exactly as received
 * @param minPriority the smallest priority number still shown; null for any
 * @param maxPriority the largest priority number still shown (1 shows only the highest); null for any
 * @param seen when it was first seen and last changed
 * @param search see {@link SearchWords}: each must hold in some field, whatever its case or accents; empty for any
 */
public record RecommendationFilter(
        Set<String> statuses,
        Set<String> frameworks,
        Set<String> categories,
        @Nullable Integer minPriority,
        @Nullable Integer maxPriority,
        SeenWithin seen,
        String search)
        implements Predicate<Recommendation> {
    /** Lets everything through: narrow it by the {@code with} methods. */
    public static final RecommendationFilter ALL =
            new RecommendationFilter(Set.of(), Set.of(), Set.of(), null, null, SeenWithin.ANY, "");

    /** What {@link Status#stillOpen} says of each, and nothing else narrows. */
    public static final RecommendationFilter STILL_OPEN =
            ALL.withStatuses(Status.STILL_OPEN.stream().map(Status::id).collect(Collectors.toSet()));

    public RecommendationFilter {
        statuses = Set.copyOf(statuses);
        frameworks = Set.copyOf(frameworks);
        categories = Set.copyOf(categories);
        search = search.strip();
    }

    /** Whether everything passes. */
    public boolean isAll() {
        return equals(ALL);
    }

    public RecommendationFilter withStatuses(Set<String> ids) {
        return new RecommendationFilter(ids, frameworks, categories, minPriority, maxPriority, seen, search);
    }

    public RecommendationFilter withFrameworks(Set<String> ids) {
        return new RecommendationFilter(statuses, ids, categories, minPriority, maxPriority, seen, search);
    }

    public RecommendationFilter withCategories(Set<String> names) {
        return new RecommendationFilter(statuses, frameworks, names, minPriority, maxPriority, seen, search);
    }

    /** This priority and what is more urgent; null for any. */
    public RecommendationFilter withMaxPriority(@Nullable Integer priority) {
        return withPriorities(null, priority);
    }

    /** From one priority number to another, both included; null is an open end. */
    public RecommendationFilter withPriorities(@Nullable Integer from, @Nullable Integer to) {
        return new RecommendationFilter(statuses, frameworks, categories, from, to, seen, search);
    }

    public RecommendationFilter withSeen(SeenWithin within) {
        return new RecommendationFilter(statuses, frameworks, categories, minPriority, maxPriority, within, search);
    }

    public RecommendationFilter withSearch(String words) {
        return new RecommendationFilter(statuses, frameworks, categories, minPriority, maxPriority, seen, words);
    }

    /** The rows that pass, in their order. Prefer this to {@link #test} for many rows: what is sought is folded once. */
    public List<Recommendation> apply(List<Recommendation> rows) {
        return apply(rows, row -> List.of());
    }

    /**
     * The same where rows are shown in words.
     *
     * @param shown the words that stand for a row's codes, found as well as the codes are
     */
    public List<Recommendation> apply(List<Recommendation> rows, Function<Recommendation, List<String>> shown) {
        if (isAll()) {
            return rows;
        }
        SearchWords words = SearchWords.of(search);
        return rows.stream().filter(row -> passes(row, words, shown)).toList();
    }

    @Override
    public boolean test(Recommendation row) {
        return passes(row, SearchWords.of(search), same -> List.of());
    }

    private boolean passes(Recommendation row, SearchWords words, Function<Recommendation, List<String>> shown) {
        return missed(row) == 0
                && (words.isEmpty()
                        || words.match(
                                RecommendationIndex.folded(row, shown),
                                row.own().tags()));
    }

    /** Which conditions other than the words a row does not meet, as bits of {@link Condition}; 0 for none. */
    int missed(Recommendation row) {
        Status status = row.status();
        Framework framework = row.framework();
        Integer priority = row.priority();
        boolean statusMet = statuses.isEmpty() || status != null && statuses.contains(status.id());
        boolean frameworkMet = frameworks.isEmpty() || framework != null && frameworks.contains(framework.id());
        boolean categoryMet = categories.isEmpty() || row.category() != null && categories.contains(row.category());
        boolean priorityMet = (minPriority == null || priority != null && priority >= minPriority)
                && (maxPriority == null || priority != null && priority <= maxPriority);
        return (statusMet ? 0 : Condition.STATUS.bit())
                | (frameworkMet ? 0 : Condition.FRAMEWORK.bit())
                | (categoryMet ? 0 : Condition.CATEGORY.bit())
                | (priorityMet ? 0 : Condition.PRIORITY.bit())
                | (seen.firstSeen(row) ? 0 : Condition.AGE.bit())
                | (seen.changed(row) ? 0 : Condition.CHANGED.bit());
    }

    /** One of the conditions of a filter. */
    public enum Condition {
        STATUS(1),
        FRAMEWORK(2),
        CATEGORY(4),
        PRIORITY(8),
        AGE(16),
        CHANGED(32),
        WORDS(64);

        private final int bit;

        Condition(int bit) {
            this.bit = bit;
        }

        /** Its place in a set of them. */
        public int bit() {
            return bit;
        }
    }

    /** The text without case and accents, see {@link SearchFold#fold}. */
    public static String fold(String text) {
        return SearchFold.fold(text);
    }
}
