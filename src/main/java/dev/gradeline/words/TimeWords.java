package dev.gradeline.words;

import java.time.Instant;

/** Times for people, in the words' zone and locale: relative under a week, absolute beyond. */
public final class TimeWords {
    public TimeWords(Words words) {
        throw new UnsupportedOperationException();
    }

    /** “just now”, “2 min ago”, “3 h ago”, “5 days ago”; beyond a week the {@link #date}. */
    public String ago(Instant then, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** “in 13 min”, “in 2 h”. */
    public String in(Instant then, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** “15 Nov” in the year of {@code now}, else “15 Nov 2025”. */
    public String day(Instant then, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** “15 November 2026”. */
    public String date(Instant then) {
        throw new UnsupportedOperationException();
    }

    /** “15 November 2026, 06:40 UTC”: date, time and the zone's name. */
    public String dateTime(Instant then) {
        throw new UnsupportedOperationException();
    }

    /** ISO 8601 in UTC, for a tooltip. */
    public String utc(Instant then) {
        throw new UnsupportedOperationException();
    }
}
