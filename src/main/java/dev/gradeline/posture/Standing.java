package dev.gradeline.posture;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one framework stands: its assessments so far, oldest first. Never empty. A restated assessment appears once, with
 * its newer score.
 *
 * @param framework the framework
 * @param assessments every assessment seen so far by {@link Assessment#effectiveAt()}, oldest first, up to the one that the
 *     server names as the latest: later ones that it named before were withdrawn
 * @param reported whether the server still reports this framework; false when it has left the answer since
 */
public record Standing(Framework framework, List<Assessment> assessments, boolean reported) {
    public Standing {
        assessments = List.copyOf(assessments);
        if (assessments.isEmpty()) {
            throw new IllegalArgumentException("a standing needs at least one assessment: " + framework.id());
        }
    }

    /** The latest assessment. */
    public Assessment current() {
        return assessments.getLast();
    }

    /** The assessment before the latest; null when there is only one. */
    public @Nullable Assessment previous() {
        return assessments.size() < 2 ? null : assessments.get(assessments.size() - 2);
    }

    /** Points gained (positive) or lost since the previous assessment; null when either score is unknown. */
    public @Nullable BigDecimal change() {
        return changeAt(assessments.size() - 1);
    }

    /**
     * Points gained (positive) or lost with an assessment since the one before it; null for the first and when either score
     * is unknown.
     *
     * @param index the assessment's place, the oldest at 0; outside of the list it is refused
     */
    public @Nullable BigDecimal changeAt(int index) {
        BigDecimal now = assessments.get(index).overallScore();
        BigDecimal before = index == 0 ? null : assessments.get(index - 1).overallScore();
        return now == null || before == null ? null : now.subtract(before);
    }
}
