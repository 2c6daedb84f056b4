package dev.gradeline.sync;

import dev.gradeline.posture.Part;
import dev.gradeline.posture.Recommendation;
import java.util.List;

/** Hears how a synchronisation goes, on the thread that runs it. */
public interface SyncProgress {
    /** One that listens to nothing. */
    SyncProgress NONE = (part, rows) -> {};

    /** This part is being read, and so many of its rows have arrived. */
    void reading(Part part, int rows);

    /**
     * The recommendations that have arrived, after each page of them: to be shown, not to be kept, for the answer may yet
     * fail. History has them once all are there.
     *
     * @param soFar in the server's order, ranked from 1; stays as it is
     */
    default void arrived(List<Recommendation> soFar) {}
}
