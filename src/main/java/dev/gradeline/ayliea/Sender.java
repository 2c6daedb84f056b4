package dev.gradeline.ayliea;

import java.net.URI;
import java.util.concurrent.CancellationException;

/** Sends one request with the key, and waits for its answer. */
interface Sender extends AutoCloseable {
    /**
     * @return whatever status it has
     * @throws NoAnswer when no whole answer came
     * @throws CancellationException as soon as the call is cancelled
     */
    Answer get(URI uri, ApiKey key, Call call) throws NoAnswer, InterruptedException;

    /** Ends every exchange under way; they and all later ones count as cancelled. */
    @Override
    void close();
}
