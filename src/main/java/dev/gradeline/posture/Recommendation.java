package dev.gradeline.posture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One remediation recommendation. Text is kept exactly as received; clean it before showing it.
 *
 * @param id the API's identifier; a retaken assessment may bring the same advice under a new one
 * @param lineage what stays the same when it does: unique within one posture, straight from the API the id
 * @param title what to do; null when the server left it out
 * @param priority 1 is the highest, without a documented end; null when the server left it out
 * @param status null when the server left it out
 * @param framework null when the server left it out
 * @param category free text; null when the server left it out
 * @param rank the position in the server's answer, from 1: the only trace of its age that the API gives
 * @param firstSeen when Gradeline first saw it, under whichever id; straight from the API, the moment of the fetch
 * @param lastChanged when a field other than the rank, the id included, was last seen to change; at first, {@code firstSeen}
 * @param own what the person keeps with it; not the server's, and of no moment
 */
public record Recommendation(
        String id,
        String lineage,
        @Nullable String title,
        @Nullable Integer priority,
        @Nullable Status status,
        @Nullable Framework framework,
        @Nullable String category,
        int rank,
        Instant firstSeen,
        Instant lastChanged,
        OwnNote own) {

    /** Without a note of one's own. */
    public Recommendation(
            String id,
            String lineage,
            @Nullable String title,
            @Nullable Integer priority,
            @Nullable Status status,
            @Nullable Framework framework,
            @Nullable String category,
            int rank,
            Instant firstSeen,
            Instant lastChanged) {
        this(id, lineage, title, priority, status, framework, category, rank, firstSeen, lastChanged, OwnNote.NONE);
    }

    /** As the API tells it, which knows of no lineage. */
    public Recommendation(
            String id,
            @Nullable String title,
            @Nullable Integer priority,
            @Nullable Status status,
            @Nullable Framework framework,
            @Nullable String category,
            int rank,
            Instant firstSeen,
            Instant lastChanged) {
        this(id, id, title, priority, status, framework, category, rank, firstSeen, lastChanged);
    }

    /** With another note of one's own. */
    public Recommendation with(OwnNote note) {
        return new Recommendation(
                id, lineage, title, priority, status, framework, category, rank, firstSeen, lastChanged, note);
    }

    /** Whether work is still to be done on it. */
    public boolean stillOpen() {
        return status != null && status.stillOpen();
    }
}
