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
        Assessment previous = previous();
        BigDecimal now = current().overallScore();
        if (previous == null || now == null) {
            return null;
        }
        BigDecimal before = previous.overallScore();
        return before == null ? null : now.subtract(before);
    }
}
