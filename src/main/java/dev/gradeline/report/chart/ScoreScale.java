package dev.gradeline.report.chart;

import dev.gradeline.posture.GradeBand;
import java.math.BigDecimal;
import java.util.List;

/**
 * Scores along the vertical axis, 100 always at the top.
 *
 * @param lowest the score at {@code bottom}, a multiple of ten
 */
record ScoreScale(int lowest, double top, double bottom) {
    private static final int HIGHEST = 100;
    private static final int HEADROOM = 10;
    /** At least bands A, B and C: a change of one point should not look like a fall. */
    private static final int LEAST_SHOWN = 60;

    /** A scale that also shows a strip of the band below the lowest of these scores, to tell how far it is. */
    static ScoreScale of(List<BigDecimal> scores, double top, double bottom) {
        double lowest = scores.stream().mapToDouble(ScoreScale::clamped).min().orElse(0);
        int floor = lowest < GradeBand.F.to()
                ? (int) Math.floor(lowest / HEADROOM) * HEADROOM - HEADROOM
                : band(lowest).from() - HEADROOM;
        return new ScoreScale(Math.clamp(floor, 0, LEAST_SHOWN), top, bottom);
    }

    private static GradeBand band(double score) {
        for (GradeBand band : GradeBand.values()) {
            if (score >= band.from()) {
                return band;
            }
        }
        return GradeBand.F;
    }

    /** A score as drawn: one outside 0 to 100 lies on the edge. */
    private static double clamped(BigDecimal score) {
        return Math.clamp(score.doubleValue(), 0, HIGHEST);
    }

    double y(BigDecimal score) {
        return y(clamped(score));
    }

    double y(double score) {
        return bottom - (Math.max(score, lowest) - lowest) / (HIGHEST - lowest) * (bottom - top);
    }
}
