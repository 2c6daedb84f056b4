package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.Status;
import dev.gradeline.words.PostureWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What can be chosen in each filter, and how many rows each choice would show beside the other filters. */
record Facets(List<Choice> statuses, List<Choice> frameworks, List<Choice> categories, List<Choice> priorities) {
    static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of());

    private static final List<String> STATUS_ORDER =
            List.of(Status.OPEN.id(), Status.IN_PROGRESS.id(), Status.COMPLETED.id(), Status.DISMISSED.id());

    /**
     * @param id the filter's value
     * @param count rows that it would show; for a priority, those up to it
     */
    record Choice(String id, String name, long count, boolean chosen) {}

    static Facets of(List<Recommendation> all, RecommendationFilter filter, PostureWords words) {
        return new Facets(
                statuses(all, filter, words),
                named(
                        all,
                        filter.withFrameworks(Set.of()),
                        r -> id(r.framework()),
                        filter.frameworks(),
                        id -> words.clean(new Framework(id).name())),
                named(
                        all,
                        filter.withCategories(Set.of()),
                        Recommendation::category,
                        filter.categories(),
                        words::clean),
                priorities(all, filter, words));
    }

    private static List<Choice> statuses(List<Recommendation> all, RecommendationFilter filter, PostureWords words) {
        List<Choice> choices = new ArrayList<>(named(
                all,
                filter.withStatuses(Set.of()),
                r -> status(r.status()),
                filter.statuses(),
                id -> words.status(new Status(id))));
        choices.sort(Comparator.comparingInt(
                choice -> Math.floorMod(STATUS_ORDER.indexOf(choice.id()), STATUS_ORDER.size() + 1)));
        return List.copyOf(choices);
    }

    private static List<Choice> named(
            List<Recommendation> all,
            RecommendationFilter others,
            Function<Recommendation, @Nullable String> field,
            Set<String> chosen,
            UnaryOperator<String> name) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Recommendation r : all) {
            String id = field.apply(r);
            if (id != null) {
                counts.putIfAbsent(id, 0L);
            }
        }
        for (Recommendation r : others.apply(all)) {
            String id = field.apply(r);
            if (id != null) {
                counts.merge(id, 1L, Long::sum);
            }
        }
        chosen.forEach(id -> counts.putIfAbsent(id, 0L));
        return counts.entrySet().stream()
                .map(e -> new Choice(e.getKey(), name.apply(e.getKey()), e.getValue(), chosen.contains(e.getKey())))
                .sorted(Comparator.comparing(Choice::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static List<Choice> priorities(List<Recommendation> all, RecommendationFilter filter, PostureWords words) {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (Recommendation r : all) {
            Integer priority = r.priority();
            if (priority != null) {
                counts.putIfAbsent(priority, 0L);
            }
        }
        for (Recommendation r : filter.withMaxPriority(null).apply(all)) {
            Integer priority = r.priority();
            if (priority != null) {
                counts.merge(priority, 1L, Long::sum);
            }
        }
        List<Choice> choices = new ArrayList<>();
        long upTo = 0;
        for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
            upTo += entry.getValue();
            choices.add(new Choice(
                    entry.getKey().toString(),
                    words.priority(entry.getKey()),
                    upTo,
                    entry.getKey().equals(filter.maxPriority())));
        }
        return List.copyOf(choices);
    }

    private static @Nullable String id(@Nullable Framework framework) {
        return framework == null ? null : framework.id();
    }

    private static @Nullable String status(@Nullable Status status) {
        return status == null ? null : status.id();
    }
}
