package dev.gradeline.report.chart;

import java.time.Duration;
import java.time.Instant;

/**
 * Moments along the horizontal axis. A span shorter than a day, or one that runs backwards, is drawn as the day around
 * its end, so that the one point in it stands in the middle.
 *
 * @param from the moment at {@code left}
 * @param to the moment at {@code right}
 */
record TimeScale(Instant from, Instant to, double left, double right) {
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    static TimeScale of(Instant from, Instant to, double left, double right) {
        Instant end = clamp(to);
        Instant start = clamp(from);
        return !end.isBefore(start.plus(HALF_A_DAY).plus(HALF_A_DAY))
                ? new TimeScale(start, end, left, right)
                : new TimeScale(end.minus(HALF_A_DAY), end.plus(HALF_A_DAY), left, right);
    }

    /** The place of a moment; one outside the span lies at the nearer edge. */
    double x(Instant at) {
        if (!at.isAfter(from)) {
            return left;
        }
        if (!at.isBefore(to)) {
            return right;
        }
        return left + (right - left) * seconds(Duration.between(from, at)) / seconds(Duration.between(from, to));
    }

    /** The moment at a place; one outside the edges counts as the nearer edge. */
    Instant at(double x) {
        double share = right > left ? Math.clamp((x - left) / (right - left), 0, 1) : 0;
        return from.plusMillis(Math.round(share * Duration.between(from, to).toMillis()));
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }

    /** Calendars and clocks agree for years of four digits. */
    private static Instant clamp(Instant at) {
        return at.isBefore(EARLIEST) ? EARLIEST : at.isAfter(LATEST) ? LATEST : at;
    }
}
