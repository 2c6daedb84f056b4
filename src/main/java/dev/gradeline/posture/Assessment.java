package dev.gradeline.posture;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One completed assessment of one framework: a point on the trend. Its identity is (framework, completedAt).
 *
 * @param framework the framework assessed
 * @param overallScore points, 0 to 100 as documented, kept exactly as received; null when the server left it out
 * @param grade the server's grade; null when the server left it out
 * @param completedAt when the assessment was completed; null when the server left it out or it could not be read
 * @param firstSeen when Gradeline first saw this row with this score; straight from the API, the moment of the fetch
 * @param restated whether an earlier score of the same assessment was replaced by this one
 * @param imported whether the person brought it from elsewhere; Ayliea never told of it
 */
public record Assessment(
        Framework framework,
        @Nullable BigDecimal overallScore,
        @Nullable Grade grade,
        @Nullable Instant completedAt,
        Instant firstSeen,
        boolean restated,
        boolean imported) {

    /** An assessment that Ayliea told of. */
    public Assessment(
            Framework framework,
            @Nullable BigDecimal overallScore,
            @Nullable Grade grade,
            @Nullable Instant completedAt,
            Instant firstSeen,
            boolean restated) {
        this(framework, overallScore, grade, completedAt, firstSeen, restated, false);
    }

    /**
     * How old it is at a moment; zero for what lies ahead of it.
     *
     * @return null without a completion date: when it was first seen says nothing of its age
     */
    public @Nullable Duration age(Instant at) {
        if (completedAt == null) {
            return null;
        }
        Duration age = Duration.between(completedAt, at);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** Whether it was completed longer ago than this; of what has no date nobody can say so. */
    public boolean olderThan(Duration most, Instant at) {
        Duration age = age(at);
        return age != null && age.compareTo(most) > 0;
    }

    /** When the assessment took effect: its completion, or, where that is unknown, when it was first seen. */
    public Instant effectiveAt() {
        return completedAt != null ? completedAt : firstSeen;
    }
}
