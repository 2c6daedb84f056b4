package dev.gradeline.posture;

import java.time.Instant;

/**
 * One turn in a recommendation's life.
 *
 * @param at the reading that saw it first
 * @param open by how much the count of open ones moves: 1, 0 or −1
 */
public record Step(Instant at, Kind kind, Course course, int open) {

    /** What happened. */
    public enum Kind {
        /** Open already when Gradeline began to look: nobody knows since when. */
        KNOWN,
        /** First seen, open. */
        OPENED,
        /** Open again after it had been completed or dismissed. */
        REOPENED,
        COMPLETED,
        DISMISSED,
        /** No longer listed, or of a status that Gradeline does not know; it was open. */
        LEFT,
        /** Open as before, after it had left. */
        BACK;

        /** Whether it counts as opened in its month. */
        public boolean opens() {
            return this == OPENED || this == REOPENED;
        }
    }
}
