package dev.gradeline.posture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fresh one part is, and why it is not fresher.
 *
 * @param part the part spoken of
 * @param refreshedAt when the part was last read in full; null when it never was
 * @param triedAt when it was last tried; null when it never was
 * @param outcome how that last attempt ended; null when there was none
 * @param detail a short technical word on the outcome (a status, a host error; what was odd in an answer that was read), never a key; empty when there is none
 */
public record Freshness(
        Part part,
        @Nullable Instant refreshedAt,
        @Nullable Instant triedAt,
        @Nullable Outcome outcome,
        String detail) {

    /** A part that was never asked for. */
    public static Freshness never(Part part) {
        return new Freshness(part, null, null, null, "");
    }

    /** Whether the last attempt read the part in full. */
    public boolean upToDate() {
        return outcome == Outcome.OK;
    }
}
