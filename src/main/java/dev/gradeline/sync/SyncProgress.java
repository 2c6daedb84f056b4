package dev.gradeline.sync;

import dev.gradeline.posture.Part;

/** Hears how a synchronisation goes, on the thread that runs it. */
public interface SyncProgress {
    /** One that listens to nothing. */
    SyncProgress NONE = (part, rows) -> {};

    /** This part is being read, and so many of its rows have arrived. */
    void reading(Part part, int rows);
}
