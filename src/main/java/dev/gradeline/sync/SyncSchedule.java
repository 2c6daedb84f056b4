package dev.gradeline.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Synchronises now and then on a thread of its own, and survives whatever a run throws. State is told to one listener, on
 * that thread.
 */
public final class SyncSchedule implements AutoCloseable {

    /** What the schedule is doing. */
    public sealed interface State {
        /**
         * Waiting for the next run.
         *
         * @param next when it starts; null when automatic runs are off
         * @param last how the last run of this schedule went; null before the first
         */
        record Waiting(@Nullable Instant next, @Nullable SyncReport last) implements State {}

        /** A run is under way. */
        record Running(dev.gradeline.posture.Part part, int rows) implements State {}

        /** The last run failed on this computer (storage, a fault of ours). */
        record Failed(@Nullable Instant next, RuntimeException cause) implements State {}
    }

    /** @param interval between the end of one run and the start of the next; zero turns automatic runs off */
    public SyncSchedule(Synchroniser synchroniser, Duration interval, InstantSource clock, Consumer<State> listener) {
        throw new UnsupportedOperationException();
    }

    /** Starts the schedule; the first run begins at once. */
    public void start() {
        throw new UnsupportedOperationException();
    }

    /** Runs as soon as may be, without waiting for the interval. */
    public void runNow() {
        throw new UnsupportedOperationException();
    }

    /** Ends the run under way, if any; the schedule goes on. */
    public void cancelRun() {
        throw new UnsupportedOperationException();
    }

    public void setInterval(Duration interval) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
