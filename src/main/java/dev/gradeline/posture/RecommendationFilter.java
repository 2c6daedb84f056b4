package dev.gradeline.posture;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param search words that must all occur in some field, whatever their case or accents; empty for any
 */
public record RecommendationFilter(
        Set<String> statuses,
        Set<String> frameworks,
        Set<String> categories,
        @Nullable Integer minPriority,
        @Nullable Integer maxPriority,
        String search)
        implements Predicate<Recommendation> {
    public static final RecommendationFilter ALL = new RecommendationFilter(Set.of(), Set.of(), Set.of(), null, "");

    /** What {@link Status#stillOpen} says of each, and nothing else narrows. */
    public static final RecommendationFilter STILL_OPEN =
            ALL.withStatuses(Status.STILL_OPEN.stream().map(Status::id).collect(Collectors.toSet()));

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    public RecommendationFilter {
        statuses = Set.copyOf(statuses);
        frameworks = Set.copyOf(frameworks);
        categories = Set.copyOf(categories);
        search = search.strip();
    }

    /** A filter without a smallest priority number. */
    public RecommendationFilter(
            Set<String> statuses,
            Set<String> frameworks,
            Set<String> categories,
            @Nullable Integer maxPriority,
            String search) {
        this(statuses, frameworks, categories, null, maxPriority, search);
    }

    /** Whether everything passes. */
    public boolean isAll() {
        return equals(ALL);
    }

    public RecommendationFilter withStatuses(Set<String> ids) {
        return new RecommendationFilter(ids, frameworks, categories, minPriority, maxPriority, search);
    }

    public RecommendationFilter withFrameworks(Set<String> ids) {
        return new RecommendationFilter(statuses, ids, categories, minPriority, maxPriority, search);
    }

    public RecommendationFilter withCategories(Set<String> names) {
        return new RecommendationFilter(statuses, frameworks, names, minPriority, maxPriority, search);
    }

    /** This priority and what is more urgent; null for any. */
    public RecommendationFilter withMaxPriority(@Nullable Integer priority) {
        return withPriorities(null, priority);
    }

    /** From one priority number to another, both included; null is an open end. */
    public RecommendationFilter withPriorities(@Nullable Integer from, @Nullable Integer to) {
        return new RecommendationFilter(statuses, frameworks, categories, from, to, search);
    }

    public RecommendationFilter withSearch(String words) {
        return new RecommendationFilter(statuses, frameworks, categories, minPriority, maxPriority, words);
    }

    /** The rows that pass, in their order. Prefer this to {@link #test} for many rows: the words are folded once. */
    public List<Recommendation> apply(List<Recommendation> rows) {
        if (isAll()) {
            return rows;
        }
        List<String> words = words();
        return rows.stream().filter(row -> passes(row, words)).toList();
    }

    @Override
    public boolean test(Recommendation row) {
        return passes(row, words());
    }

    private boolean passes(Recommendation row, List<String> words) {
        Status status = row.status();
        Framework framework = row.framework();
        Integer priority = row.priority();
        return (statuses.isEmpty() || status != null && statuses.contains(status.id()))
                && (frameworks.isEmpty() || framework != null && frameworks.contains(framework.id()))
                && (categories.isEmpty() || row.category() != null && categories.contains(row.category()))
                && (minPriority == null || priority != null && priority >= minPriority)
                && (maxPriority == null || priority != null && priority <= maxPriority)
                && (words.isEmpty() || containsAll(row, words));
    }

    private List<String> words() {
        return search.isEmpty() ? List.of() : List.of(fold(search).split("\\s+"));
    }

    private static boolean containsAll(Recommendation row, List<String> words) {
        Status status = row.status();
        Framework framework = row.framework();
        String text = fold(String.join(
                "\n",
                Stream.of(
                                row.title(),
                                row.category(),
                                row.id(),
                                status == null
                                        ? null
                                        : status.id() + " " + status.id().replace('_', ' '),
                                framework == null ? null : framework.id() + " " + framework.name(),
                                row.priority() == null ? null : "P" + row.priority())
                        .filter(java.util.Objects::nonNull)
                        .toList()));
        return words.stream().allMatch(text::contains);
    }

    /** The text without case and accents: two texts that people search alike are then the same. */
    public static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
