package dev.gradeline.posture;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far an assessment is from the next better grade. No forecast: points, not time.
 *
 * @param next the grade to reach
 * @param points what is missing, exactly; above 0
 */
public record ToNextGrade(GradeBand next, BigDecimal points) {

    /**
     * The distance; null at A, and wherever it would be a guess: without a score, with a grade that is not documented, or
     * where the server's grade is another than the documented band of its score. Then the bands are not those that the
     * server grades by, and nobody here knows where its next one begins.
     */
    public static @Nullable ToNextGrade of(Assessment assessment) {
        BigDecimal score = assessment.overallScore();
        Grade grade = assessment.grade();
        GradeBand band = grade == null ? null : grade.band();
        if (score == null || band == null || band != GradeBand.of(score)) {
            return null;
        }
        GradeBand next = band.better();
        return next == null
                ? null
                : new ToNextGrade(next, BigDecimal.valueOf(next.from()).subtract(score));
    }
}
