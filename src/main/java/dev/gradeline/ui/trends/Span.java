package dev.gradeline.ui.trends;

import java.time.Duration;
import java.time.Instant;

/** The time that the chart shows: at least a day. */
record Span(Instant from, Instant to) {
    /** Less would be no trend. */
    static final Duration LEAST = Duration.ofDays(1);

    /** The time between two moments, in whatever order; the day around them where they are closer than that. */
    static Span between(Instant a, Instant b) {
        Instant from = a.isBefore(b) ? a : b;
        Instant to = a.isBefore(b) ? b : a;
        Duration missing = LEAST.minus(Duration.between(from, to));
        return missing.isPositive()
                ? new Span(
                        from.minus(missing.dividedBy(2)),
                        from.minus(missing.dividedBy(2)).plus(LEAST))
                : new Span(from, to);
    }

    Duration length() {
        return Duration.between(from, to);
    }

    /** The same length, later (positive) or earlier by a share of it. */
    Span moved(double share) {
        Duration by = times(length(), share);
        return new Span(from.plus(by), to.plus(by));
    }

    /** Shorter (a factor below 1) or longer, with this moment staying where it is. */
    Span zoomed(double factor, Instant about) {
        return between(
                about.minus(times(Duration.between(from, about), factor)),
                about.plus(times(Duration.between(about, to), factor)));
    }

    /** As much of it as lies within a longer one, moved there rather than cut. */
    Span within(Span whole) {
        if (length().compareTo(whole.length()) >= 0) {
            return whole;
        }
        if (from.isBefore(whole.from())) {
            return new Span(whole.from(), whole.from().plus(length()));
        }
        return to.isAfter(whole.to()) ? new Span(whole.to().minus(length()), whole.to()) : this;
    }

    /**
     * The part of it that lies within a longer one: a time that was written down begins and ends where it was written. What
     * lies beyond altogether, or all but a few hours of a day, gives the day at that end.
     */
    Span clippedTo(Span whole) {
        Instant first = from.isBefore(whole.from()) ? whole.from() : from;
        Instant last = to.isAfter(whole.to()) ? whole.to() : to;
        // the day on which clocks go forward has 23 hours, and is a day
        boolean enough = Duration.between(first, last).compareTo(LEAST.minusHours(1)) >= 0;
        if (enough) {
            return new Span(first, last);
        }
        Instant end = last.isBefore(whole.from()) ? whole.from() : last;
        return new Span(end.minus(LEAST), end).within(whole);
    }

    private static Duration times(Duration duration, double factor) {
        return Duration.ofMillis(Math.round(duration.toMillis() * factor));
    }
}
