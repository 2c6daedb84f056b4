package dev.gradeline.ui.overview;

import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many recommendations of a priority are still open, ready to draw as a bar.
 *
 * @param name “P1”; “P6 and below” where there are more priorities than bars
 * @param count how many
 * @param counted the same in words
 * @param share of the longest bar, 0 to 1
 * @param spoken the bar in words
 * @param filter shows exactly these in the table; null when no filter can
 */
record PriorityCount(
        String name,
        int count,
        String counted,
        double share,
        String spoken,
        @Nullable RecommendationFilter filter) {
    /** So many bars have room for their names; what is less urgent is counted together. */
    private static final int MOST = 6;

    static List<PriorityCount> of(List<Recommendation> rows, Words words) {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        int without = 0;
        for (Recommendation row : rows) {
            Integer priority = row.priority();
            if (row.stillOpen() && priority != null) {
                counts.merge(priority, 1, Integer::sum);
            } else if (row.stillOpen()) {
                without++;
            }
        }
        List<PriorityCount> bars = new ArrayList<>();
        int most = Math.max(
                without, counts.values().stream().mapToInt(n -> n).max().orElse(0));
        int places = without > 0 ? MOST - 1 : MOST;
        PostureWords posture = new PostureWords(words);
        while (!counts.isEmpty()) {
            boolean together = bars.size() == places - 1 && counts.size() > 1;
            Map.Entry<Integer, Integer> first = Objects.requireNonNull(counts.pollFirstEntry());
            int count = first.getValue();
            if (together) {
                count += counts.values().stream().mapToInt(n -> n).sum();
                most = Math.max(most, count);
                counts.clear();
            }
            RecommendationFilter filter =
                    RecommendationFilter.STILL_OPEN.withPriorities(first.getKey(), together ? null : first.getKey());
            String name = together
                    ? words.of("filter.downFrom", posture.priority(first.getKey()))
                    : posture.priority(first.getKey());
            bars.add(bar(name, count, filter, words));
        }
        if (without > 0) {
            bars.add(bar(posture.priority(null), without, null, words));
        }
        int longest = most;
        return bars.stream()
                .map(bar -> new PriorityCount(
                        bar.name(),
                        bar.count(),
                        bar.counted(),
                        (double) bar.count() / longest,
                        bar.spoken(),
                        bar.filter()))
                .toList();
    }

    private static PriorityCount bar(String name, int count, @Nullable RecommendationFilter filter, Words words) {
        return new PriorityCount(
                name,
                count,
                words.of("overview.count", count),
                0,
                words.of("overview.priority.spoken", name, count),
                filter);
    }
}
