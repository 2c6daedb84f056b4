package dev.gradeline.ayliea;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * One caller's hold on a running call: hears of progress, and can end it at once from any thread.
 */
public final class Call {
    private final IntConsumer progress;
    private final Shared shared;

    /** A call whose progress nobody follows. */
    public Call() {
        this(rows -> {});
    }

    /** @param progress told, on the calling thread, how many rows have arrived so far */
    public Call(IntConsumer progress) {
        this(progress, new Shared(false));
    }

    private Call(IntConsumer progress, Shared shared) {
        this.progress = progress;
        this.shared = shared;
    }

    /** A call that nobody waits for: it leaves a share of the requests to those that somebody does. */
    public static Call inBackground() {
        return new Call(rows -> {}, new Shared(true));
    }

    /** One step of this call, with progress of its own: cancelling either ends both. */
    public Call step(IntConsumer stepProgress) {
        return new Call(stepProgress, shared);
    }

    /** Ends the call as soon as may be; safe from any thread, any number of times. */
    public void cancel() {
        shared.latch.countDown();
        shared.actions.values().forEach(Runnable::run);
    }

    public boolean isCancelled() {
        return shared.latch.getCount() == 0;
    }

    /** Now somebody waits for it. Safe from any thread. */
    public void hurry() {
        shared.inBackground = false;
    }

    /**
     * Has somebody told when the call has to wait for long, because the server or the limit of requests asks for it.
     *
     * @param told on the calling thread, with when it goes on
     */
    public void whenWaiting(Consumer<Instant> told) {
        shared.waiting = told;
    }

    /** The call goes on then, and not before. */
    void waits(Instant until) {
        shared.waiting.accept(until);
    }

    boolean isInBackground() {
        return shared.inBackground;
    }

    void rows(int soFar) {
        progress.accept(soFar);
    }

    /** The latch that opens on {@link #cancel()}: a wait on it is a sleep that cancelling ends. */
    CountDownLatch cancelled() {
        return shared.latch;
    }

    /**
     * Has an action run, on the cancelling thread, when this call is cancelled; at once when it already is. It may run
     * more than once.
     *
     * @return closing it takes the action back
     */
    Registration whenCancelled(Runnable action) {
        Object own = new Object();
        shared.actions.put(own, action);
        if (isCancelled()) {
            action.run();
        }
        return () -> shared.actions.remove(own);
    }

    void throwIfCancelled() {
        if (isCancelled()) {
            throw new CancellationException();
        }
    }

    /** What {@link #whenCancelled} gives back. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /** What a call and its steps share. */
    private static final class Shared {
        private final CountDownLatch latch = new CountDownLatch(1);
        private final Map<Object, Runnable> actions = new ConcurrentHashMap<>();
        private volatile boolean inBackground;
        private volatile Consumer<Instant> waiting = until -> {};

        Shared(boolean inBackground) {
            this.inBackground = inBackground;
        }
    }
}
