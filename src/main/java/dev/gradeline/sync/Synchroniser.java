package dev.gradeline.sync;

import dev.gradeline.ayliea.AyliaClient;
import dev.gradeline.ayliea.Call;
import dev.gradeline.history.History;
import java.time.InstantSource;

/** Runs one synchronisation at a time: API to history, one transaction for each part. */
public final class Synchroniser {
    public Synchroniser(AyliaClient client, History history, InstantSource clock) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads every part and stores what arrives. A second caller waits for the first to end. Blocking.
     *
     * @param call ends the run when cancelled: parts already stored stay
     * @throws dev.gradeline.history.HistoryException when storing fails
     */
    public SyncReport run(Call call, SyncProgress progress) {
        throw new UnsupportedOperationException();
    }
}
