package dev.gradeline.posture;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one recommendation up to a moment.
 *
 * @param state how it stands at that moment
 * @param open for how long it was listed as open or in progress, all its times together. Whole only as far as it was seen,
 *     see {@code openedUnseen}
 * @param openedUnseen whether it was open already when Gradeline began to look: then {@code open} is the least that it can be
 * @param since when the time began in which it is open now; null when it is not
 * @param closed when it was last completed or dismissed; null while it is open, and when that was never seen
 */
public record Course(
        Lifetime life,
        State state,
        Duration open,
        boolean openedUnseen,
        @Nullable Instant since,
        @Nullable Instant closed) {

    /** How a recommendation stands. */
    public enum State {
        /** Open or in progress. */
        OPEN,
        COMPLETED,
        DISMISSED,
        /** No longer listed. */
        GONE,
        /** Of a status that Gradeline does not know. */
        OTHER;

        static State of(@Nullable Status status) {
            if (status == null) {
                return OTHER;
            }
            return status.stillOpen()
                    ? OPEN
                    : status.equals(Status.COMPLETED) ? COMPLETED : status.equals(Status.DISMISSED) ? DISMISSED : OTHER;
        }

        /** Whether the work is over, one way or the other. */
        public boolean closed() {
            return this == COMPLETED || this == DISMISSED;
        }
    }

    /** Whether its closing was seen, after it had been seen open: only then is it known how long it took. */
    public boolean wasClosed() {
        return state.closed() && closed != null && !open.isZero();
    }
}
