package dev.gradeline.ui.trends;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** How far back the trends reach. */
public enum TrendRange {
    DAYS_30,
    DAYS_90,
    YEAR,
    ALL,
    /** Neither: the person drew it. */
    FREE;

    /** A first point on the very edge would be half a marker. */
    private static final int MARGIN = 40;

    /**
     * Where the range begins; a free one within that of {@link #ALL}.
     *
     * @param until where it ends
     * @param first the earliest assessment; null when there is none
     */
    Instant from(Instant until, @Nullable Instant first, ZoneId zone) {
        return switch (this) {
            case DAYS_30 -> until.minus(Duration.ofDays(30));
            case DAYS_90 -> until.minus(Duration.ofDays(90));
            case YEAR -> until.atZone(zone).minusYears(1).toInstant();
            case ALL, FREE -> {
                Instant start = first == null || first.isAfter(until) ? until : first;
                Duration span = Duration.between(start, until);
                Duration least = span.compareTo(Span.LEAST) < 0 ? Span.LEAST : span;
                yield until.minus(least).minus(least.dividedBy(MARGIN));
            }
        };
    }

    /** The shortest range that shows every assessment; a year for what is longer. */
    static TrendRange fitting(Instant until, @Nullable Instant first) {
        if (first == null || first.isBefore(until.minus(Duration.ofDays(90)))) {
            return YEAR;
        }
        return first.isBefore(until.minus(Duration.ofDays(30))) ? DAYS_90 : DAYS_30;
    }
}
