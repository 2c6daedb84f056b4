package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.Status;
import dev.gradeline.ui.kit.Choice;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What can be chosen in each filter, and how many rows each choice would show beside the other filters. */
record Facets(List<Choice> statuses, List<Choice> frameworks, List<Choice> categories, List<Choice> priorities) {
    static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of());

    /** The id of the choice that stands for a range of priorities. */
    static final String RANGE = "range";

    /** In the order of the work; a status that is not documented comes after. */
    static final List<String> STATUS_ORDER =
            List.of(Status.OPEN.id(), Status.IN_PROGRESS.id(), Status.COMPLETED.id(), Status.DISMISSED.id());

    static Facets of(List<Recommendation> all, RecommendationFilter filter, Words text) {
        PostureWords words = new PostureWords(text);
        // The words are the costly part and the same for all four.
        List<Recommendation> found =
                RecommendationFilter.ALL.withSearch(filter.search()).apply(all);
        RecommendationFilter rest = filter.withSearch("");
        return new Facets(
                statuses(all, rest.withStatuses(Set.of()).apply(found), filter.statuses(), words),
                Choice.of(
                        all,
                        rest.withFrameworks(Set.of()).apply(found),
                        r -> id(r.framework()),
                        filter.frameworks(),
                        id -> words.framework(new Framework(id))),
                Choice.of(
                        all,
                        rest.withCategories(Set.of()).apply(found),
                        Recommendation::category,
                        filter.categories(),
                        words::clean),
                priorities(all, rest.withMaxPriority(null).apply(found), filter, text));
    }

    private static List<Choice> statuses(
            List<Recommendation> all, List<Recommendation> others, Set<String> chosen, PostureWords words) {
        return Choice.of(all, others, r -> id(r.status()), chosen, id -> words.status(new Status(id))).stream()
                .sorted(Comparator.comparingInt(choice -> statusRank(choice.id())))
                .toList();
    }

    /** The place of a status in the order of the work. */
    static int statusRank(String id) {
        int place = STATUS_ORDER.indexOf(id);
        return place < 0 ? STATUS_ORDER.size() : place;
    }

    /**
     * Each priority counts the rows up to it, because that is what it would show. A range that another page asked for
     * stands before them, to be dropped.
     */
    private static List<Choice> priorities(
            List<Recommendation> all, List<Recommendation> others, RecommendationFilter filter, Words text) {
        PostureWords words = new PostureWords(text);
        Integer from = filter.minPriority();
        Integer chosen = from == null ? filter.maxPriority() : null;
        TreeMap<Integer, Long> counts = new TreeMap<>();
        if (chosen != null) {
            counts.put(chosen, 0L);
        }
        for (Recommendation r : all) {
            Integer priority = r.priority();
            if (priority != null) {
                counts.putIfAbsent(priority, 0L);
            }
        }
        for (Recommendation r : others) {
            Integer priority = r.priority();
            if (priority != null) {
                counts.merge(priority, 1L, Long::sum);
            }
        }
        List<Choice> choices = new ArrayList<>();
        long upTo = 0;
        boolean highest = true;
        for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
            upTo += entry.getValue();
            Integer priority = entry.getKey();
            choices.add(new Choice(
                    priority.toString(),
                    highest ? words.priority(priority) : text.of("filter.upTo", words.priority(priority)),
                    upTo,
                    priority.equals(chosen)));
            highest = false;
        }
        if (from != null) {
            RecommendationFilter range = RecommendationFilter.ALL.withPriorities(from, filter.maxPriority());
            words.priorities(from, filter.maxPriority())
                    .ifPresent(name -> choices.addFirst(
                            new Choice(RANGE, name, range.apply(others).size(), true)));
        }
        return List.copyOf(choices);
    }

    private static @Nullable String id(@Nullable Framework framework) {
        return framework == null ? null : framework.id();
    }

    private static @Nullable String id(@Nullable Status status) {
        return status == null ? null : status.id();
    }
}
