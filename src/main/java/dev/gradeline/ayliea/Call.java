package dev.gradeline.ayliea;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;

/**
 * One caller's hold on a running call: hears of progress, and can end it at once from any thread.
 */
public final class Call {
    private final IntConsumer progress;
    private final CountDownLatch cancelled;

    /** A call whose progress nobody follows. */
    public Call() {
        this(rows -> {});
    }

    /** @param progress told, on the calling thread, how many rows have arrived so far */
    public Call(IntConsumer progress) {
        this(progress, new CountDownLatch(1));
    }

    private Call(IntConsumer progress, CountDownLatch cancelled) {
        this.progress = progress;
        this.cancelled = cancelled;
    }

    /** One step of this call, with progress of its own: cancelling either ends both. */
    public Call step(IntConsumer stepProgress) {
        return new Call(stepProgress, cancelled);
    }

    /** Ends the call as soon as may be; safe from any thread, any number of times. */
    public void cancel() {
        cancelled.countDown();
    }

    public boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    void rows(int soFar) {
        progress.accept(soFar);
    }

    /** The latch that opens on {@link #cancel()}: a wait on it is a sleep that cancelling ends. */
    CountDownLatch cancelled() {
        return cancelled;
    }

    void throwIfCancelled() {
        if (isCancelled()) {
            throw new CancellationException();
        }
    }
}
