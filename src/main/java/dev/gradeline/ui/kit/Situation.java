package dev.gradeline.ui.kit;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Posture;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page shows: a posture, and what changed in it since the person last looked. Immutable.
 *
 * @param now the moment at which it was made; relative times are told from it
 * @param since the last visit; null on the first
 * @param changes what differs since then, in {@link dev.gradeline.posture.Changes}' order
 * @param lastReport when the last report of this organisation was made, before the moment shown; null when there was none
 * @param oldAfterDays frameworks not assessed for longer are marked; 0 for never
 */
public record Situation(
        Posture posture,
        Instant now,
        @Nullable Instant since,
        @Nullable Instant lastReport,
        List<Change> changes,
        int oldAfterDays) {
    public Situation {
        changes = List.copyOf(changes);
    }

    /** Nothing known yet. */
    public static Situation empty(Instant now) {
        return new Situation(Posture.empty(now), now, null, null, List.of(), 0);
    }
}
