package dev.gradeline.ayliea;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** How the client sleeps; tests move a clock instead. */
interface Pause {
    /** Sleeps in real time, and wakes at once when the call is cancelled. */
    Pause REAL = (length, call) -> {
        if (call.cancelled().await(length.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new CancellationException();
        }
    };

    /**
     * @throws CancellationException as soon as the call is cancelled
     * @throws InterruptedException when the thread is interrupted, which the client takes for a cancellation
     */
    void sleep(Duration length, Call call) throws InterruptedException;
}
