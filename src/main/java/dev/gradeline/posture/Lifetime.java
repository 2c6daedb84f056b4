package dev.gradeline.posture;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One recommendation as it was seen over time, under whichever ids: what it said last, and each status that it was listed
 * with. Immutable.
 *
 * @param lineage what stays the same when the id does not
 * @param id the id that it had last
 * @param held never empty, oldest first; neighbours either differ in status or have a time between them in which Ayliea did
 *     not list it
 */
public record Lifetime(
        String lineage,
        String id,
        @Nullable String title,
        @Nullable Integer priority,
        @Nullable Framework framework,
        @Nullable String category,
        List<Held> held) {

    public Lifetime {
        held = List.copyOf(held);
        if (held.isEmpty()) {
            throw new IllegalArgumentException("never seen: " + lineage);
        }
    }

    /**
     * A stretch of time with one status.
     *
     * @param from the reading that first saw it so
     * @param to the reading that no longer did; null while it holds
     * @param status null when the server left it out
     */
    public record Held(
            Instant from, @Nullable Instant to, @Nullable Status status) {}
}
