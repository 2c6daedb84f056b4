package dev.gradeline.posture;

import java.util.Set;

/**
 * A recommendation's status. Four are documented; any other is kept and shown as itself.
 *
 * @param id the API's {@code status}, exactly as received
 */
public record Status(String id) {
    public static final Status OPEN = new Status("open");
    public static final Status IN_PROGRESS = new Status("in_progress");
    public static final Status COMPLETED = new Status("completed");
    public static final Status DISMISSED = new Status("dismissed");

    /** The statuses in which work is still to be done. */
    static final Set<Status> STILL_OPEN = Set.of(OPEN, IN_PROGRESS);

    /** Whether work is still to be done: open or in progress. An unknown status is neither done nor still open. */
    public boolean stillOpen() {
        return STILL_OPEN.contains(this);
    }
}
