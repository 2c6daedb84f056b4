package dev.gradeline.posture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The median of how long recommendations were open.
 *
 * @param open null when there are none
 * @param least whether it may be more: some were open already when Gradeline began to look, and how long before then would
 *     move the median. Where it would not, the median is exact all the same
 * @param count of how many
 */
public record Median(@Nullable Duration open, boolean least, int count) {
    /** Of these. */
    public static Median of(List<Course> courses) {
        if (courses.isEmpty()) {
            return new Median(null, false, 0);
        }
        List<Course> sorted = new ArrayList<>(courses);
        sorted.sort(Comparator.comparing(Course::open).thenComparing(Course::openedUnseen));
        int upper = sorted.size() / 2;
        int lower = (sorted.size() - 1) / 2;
        Duration middle = sorted.get(lower)
                .open()
                .plus(sorted.get(upper).open().minus(sorted.get(lower).open()).dividedBy(2));
        // those above the middle may be as long as they like
        boolean least = sorted.subList(0, upper + 1).stream().anyMatch(Course::openedUnseen);
        return new Median(middle, least, sorted.size());
    }
}
