package dev.gradeline.ui.trends;

import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.words.ChangeWords.Tone;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One framework in the table below the chart, ready to show.
 *
 * @param sincePrevious points since the assessment before
 * @param sinceStart points since the start of the range
 * @param best the highest in the range, that which held at its start among them
 * @param worst the lowest
 * @param assessments how many fall in the range
 * @param next how far the next grade is
 * @param assessed when it was last assessed, short, with the full time in {@code assessedInFull}
 */
record TrendRow(
        Framework framework,
        String name,
        Letter grade,
        Value score,
        Value sincePrevious,
        Value sinceStart,
        Value best,
        Value worst,
        Value assessments,
        Next next,
        Day assessed) {

    /** A number as it sorts and as it reads. */
    record Value(@Nullable BigDecimal value, String text, Tone tone) implements Comparable<Value> {
        private static final Comparator<@Nullable BigDecimal> ORDER = Comparator.nullsFirst(Comparator.naturalOrder());

        @Override
        public int compareTo(Value other) {
            return ORDER.compare(value, other.value);
        }
    }

    /** A grade; null is unknown and sorts last. */
    record Letter(@Nullable Grade grade) implements Comparable<Letter> {
        @Override
        public int compareTo(Letter other) {
            return key().compareTo(other.key());
        }

        private String key() {
            return grade == null ? "\uffff" : grade.letter();
        }
    }

    /** A day as it sorts and as it reads, and the moment in full. */
    record Day(Instant at, String text, String inFull) implements Comparable<Day> {
        @Override
        public int compareTo(Day other) {
            return at.compareTo(other.at);
        }
    }

    /**
     * The points to the next grade, and the recommendations of the framework that wait.
     *
     * @param points null where there is no next grade, or none that is known
     * @param text “3 points to B”; “–” without points
     * @param open the titles of the first that are open or in progress, the highest priority first
     * @param waiting how many there are
     */
    record Next(@Nullable BigDecimal points, String text, List<String> open, int waiting) implements Comparable<Next> {
        private static final Comparator<@Nullable BigDecimal> ORDER = Comparator.nullsLast(Comparator.naturalOrder());

        Next {
            open = List.copyOf(open);
        }

        @Override
        public int compareTo(Next other) {
            return ORDER.compare(points, other.points);
        }
    }
}
