package dev.gradeline.posture;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The documented grade bands, best first. They draw the chart; they never decide a grade. */
public enum GradeBand {
    A(90, 100),
    B(75, 90),
    C(60, 75),
    D(40, 60),
    F(0, 40);

    private final int from;
    private final int to;

    GradeBand(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /** The place among the bands: 0 for the best. */
    public int place() {
        return List.of(values()).indexOf(this);
    }

    /** The band at a {@link #place}. */
    static GradeBand at(int place) {
        return List.of(values()).get(place);
    }

    /** The lowest score in the band, in points of 100. */
    public int from() {
        return from;
    }

    /** Where the band ends and the next better one begins, in points of 100; 100 itself belongs to A. */
    public int to() {
        return to;
    }

    /** The band that documents put a score into; null for a score that is none, below 0 or above 100. */
    public static @Nullable GradeBand of(BigDecimal score) {
        if (score.compareTo(BigDecimal.valueOf(A.to)) > 0) {
            return null;
        }
        for (GradeBand band : values()) {
            if (score.compareTo(BigDecimal.valueOf(band.from)) >= 0) {
                return band;
            }
        }
        return null;
    }

    /** The next better band; null for A. */
    public @Nullable GradeBand better() {
        return this == A ? null : at(place() - 1);
    }
}
