package dev.gradeline.ui.kit;

import dev.gradeline.words.TimeWords;
import java.time.Duration;
import java.time.Instant;

/** Times where there is little room: relative under a week, the day beyond. */
public final class Recency {
    private static final Duration WEEK = Duration.ofDays(7);

    private Recency() {}

    /** “3 days ago”, “15 Nov”, “15 Nov 2025”. */
    public static String of(Instant then, Instant now, TimeWords times) {
        boolean recent = !then.isAfter(now) && then.plus(WEEK).isAfter(now);
        return recent ? times.ago(then, now) : times.day(then, now);
    }

    /** The moment in full: local date and time, and ISO 8601 in UTC on a second line. For tooltips. */
    public static String inFull(Instant then, TimeWords times) {
        return times.dateTime(then) + "\n" + times.utc(then);
    }
}
