package dev.gradeline.posture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a recommendation was first seen and last changed, as a filter asks for it. Null asks nothing.
 *
 * @param firstFrom first seen then or later
 * @param firstBefore first seen earlier than that
 * @param changedFrom last changed then or later
 */
public record SeenWithin(
        @Nullable Instant firstFrom,
        @Nullable Instant firstBefore,
        @Nullable Instant changedFrom) {
    public static final SeenWithin ANY = new SeenWithin(null, null, null);

    /** Asks when it was first seen, and leaves the rest as it is. */
    public SeenWithin withFirst(@Nullable Instant from, @Nullable Instant before) {
        return new SeenWithin(from, before, changedFrom);
    }

    /** Asks since when it changed, and leaves the rest as it is. */
    public SeenWithin withChanged(@Nullable Instant from) {
        return new SeenWithin(firstFrom, firstBefore, from);
    }

    /** Whether all that is asked holds. */
    public boolean holds(Recommendation row) {
        return firstSeen(row) && changed(row);
    }

    boolean firstSeen(Recommendation row) {
        return (firstFrom == null || !row.firstSeen().isBefore(firstFrom))
                && (firstBefore == null || row.firstSeen().isBefore(firstBefore));
    }

    boolean changed(Recommendation row) {
        return changedFrom == null || !row.lastChanged().isBefore(changedFrom);
    }
}
