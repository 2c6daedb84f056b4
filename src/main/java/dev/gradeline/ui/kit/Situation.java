package dev.gradeline.ui.kit;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Posture;
import dev.gradeline.words.TimeWords;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page shows: a posture, and what changed in it since the person last looked. Immutable.
 *
 * @param now the moment at which it was made; relative times are told from it
 * @param since the last visit, or, where that is not {@code sinceVisit}, some moment before the one shown; null on the first
 * @param changes what differs since then, in {@link dev.gradeline.posture.Changes}' order
 * @param lastReport when the last report of this organisation was made, before the moment shown; null when there was none
 * @param sinceVisit whether {@code since} is a visit: a look at the past may lie before the last one
 * @param oldAfterDays frameworks not assessed for longer are marked; 0 for never
 * @param past whether the window shows a moment that is over
 */
public record Situation(
        Posture posture,
        Instant now,
        @Nullable Instant since,
        @Nullable Instant lastReport,
        List<Change> changes,
        boolean sinceVisit,
        int oldAfterDays,
        boolean past) {
    /** A situation of the present, or of a moment taken for it. */
    public Situation(
            Posture posture,
            Instant now,
            @Nullable Instant since,
            @Nullable Instant lastReport,
            List<Change> changes,
            boolean sinceVisit,
            int oldAfterDays) {
        this(posture, now, since, lastReport, changes, sinceVisit, oldAfterDays, false);
    }

    /** A situation in which changes are told since the last visit. */
    public Situation(
            Posture posture,
            Instant now,
            @Nullable Instant since,
            @Nullable Instant lastReport,
            List<Change> changes,
            int oldAfterDays) {
        this(posture, now, since, lastReport, changes, true, oldAfterDays);
    }

    public Situation {
        changes = List.copyOf(changes);
    }

    /** Whether it shows a moment of the past at which nothing was known yet. */
    public boolean beforeAnything() {
        return posture.isEmpty() && since != null && !sinceVisit;
    }

    /**
     * A time where there is little room, see {@link Recency}. A look at the past tells dates alone: “4 days ago” would be read
     * from today.
     */
    public String recency(Instant then, TimeWords times) {
        return past ? times.day(then, now) : Recency.of(then, now, times);
    }

    /** Nothing known yet. */
    public static Situation empty(Instant now) {
        return new Situation(Posture.empty(now), now, null, null, List.of(), 0);
    }
}
