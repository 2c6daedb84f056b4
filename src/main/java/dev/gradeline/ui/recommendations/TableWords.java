package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.Part;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.ui.kit.PartNotice;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What stands around the table in words: how many rows it has, why it is not whole, and why it is empty. Any thread. */
final class TableWords {
    private TableWords() {}

    /** “49 of 115”, or “49 of 300 so far”; empty when there are none at all. */
    static String count(int shown, int total, boolean whole, Words words) {
        String key = whole ? "recommendations.count" : "recommendations.count.soFar";
        return total == 0 ? "" : words.of(key, shown, total);
    }

    /** Why the rows are not fresh or not whole; null when they are. */
    static @Nullable PartNotice notice(Situation situation, int total, boolean whole, Words words) {
        if (whole) {
            return PartNotice.of(Part.RECOMMENDATIONS, situation, words);
        }
        String text = words.of("recommendations.arriving", total);
        return new PartNotice(text, text, PartNotice.Way.CANCEL);
    }

    /**
     * Why there is nothing, and what would show something.
     *
     * @param total how many there are without a filter
     * @param whole whether that is the whole answer
     */
    static String empty(RecommendationFilter filter, Situation situation, int total, boolean whole, Words words) {
        if (total > 0) {
            return filtered(filter, situation.posture().asOf(), words);
        }
        if (!whole) {
            return words.of("recommendations.reading");
        }
        boolean read = situation.posture().freshness(Part.RECOMMENDATIONS).refreshedAt() != null;
        return words.of(read ? "recommendations.nothing" : "recommendations.none");
    }

    /** A filter of a later day, taken along to an earlier one, leaves nothing whatever else it asks. */
    private static String filtered(RecommendationFilter filter, Instant shown, Words words) {
        TimeWords times = new TimeWords(words);
        Instant changed = filter.seen().changedFrom();
        Instant first = filter.seen().firstFrom();
        if (changed != null && changed.isAfter(shown)) {
            return words.of("recommendations.later.changed", times.date(shown), times.date(changed));
        }
        if (first != null && first.isAfter(shown)) {
            return words.of("recommendations.later.first", times.date(shown), times.date(first));
        }
        return words.of("recommendations.noneLeft");
    }
}
