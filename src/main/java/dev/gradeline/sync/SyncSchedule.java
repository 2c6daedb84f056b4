package dev.gradeline.sync;

import dev.gradeline.ayliea.Call;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Recommendation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Synchronises now and then on a thread of its own, and survives whatever a run throws. State is told to one listener, on
 * that thread.
 */
public final class SyncSchedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SyncSchedule.class);
    /** A laptop that slept must not wait out what is left of an interval: look at the clock again at least this often. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Synchroniser synchroniser;
    private final InstantSource clock;
    private final Consumer<State> listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;

    private Duration interval;
    private boolean wanted = true;
    private boolean closed;
    private @Nullable Instant lastEnd;
    /** Until when the server asked to wait; null when it did not. */
    private @Nullable Instant notBefore;

    private @Nullable Call running;

    /** What the schedule is doing. */
    public sealed interface State {
        /**
         * Waiting for the next run.
         *
         * @param next when it starts; null when automatic runs are off
         * @param last how the last run of this schedule went; null before the first
         */
        record Waiting(@Nullable Instant next, @Nullable SyncReport last) implements State {}

        /**
         * A run is under way.
         *
         * @param rows how many of the part have arrived
         * @param arrived the recommendations that have, see {@link SyncProgress#arrived}; empty while another part is read
         */
        record Running(Part part, int rows, List<Recommendation> arrived) implements State {
            Running(Part part, int rows) {
                this(part, rows, List.of());
            }
        }

        /** The last run failed on this computer (storage, a fault of ours). */
        record Failed(@Nullable Instant next, RuntimeException cause) implements State {}
    }

    /** @param interval between the end of one run and the start of the next; zero turns automatic runs off */
    public SyncSchedule(Synchroniser synchroniser, Duration interval, InstantSource clock, Consumer<State> listener) {
        this.synchroniser = synchroniser;
        this.interval = interval;
        this.clock = clock;
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("gradeline-schedule").unstarted(this::loop);
    }

    /** Starts the schedule; the first run begins at once, even when automatic runs are off. Call once. */
    public void start() {
        thread.start();
    }

    /**
     * Runs as soon as may be, without waiting for the interval. Asked again before that run begins, it is the same run;
     * asked while one is under way, one more follows, for the key may be another by now.
     */
    public void runNow() {
        change(() -> {
            wanted = true;
            if (running != null) {
                running.hurry();
            }
        });
    }

    /** Ends the run under way, if any; the schedule goes on. */
    public void cancelRun() {
        Call call = underWay();
        if (call != null) {
            call.cancel();
        }
    }

    private @Nullable Call underWay() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    /** Takes effect at once: the next run is counted from the end of the last. Zero turns automatic runs off. */
    public void setInterval(Duration newInterval) {
        change(() -> interval = newInterval);
    }

    /** Ends the run under way and the schedule, and waits a moment for both. */
    @Override
    public void close() {
        change(() -> closed = true);
        cancelRun();
        if (Thread.currentThread() == thread) {
            // from the listener: the schedule ends when that returns
            return;
        }
        try {
            if (thread.isAlive() && !thread.join(PATIENCE)) {
                LOG.warn("the schedule did not end within {}", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void change(Runnable work) {
        lock.lock();
        try {
            work.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void loop() {
        State last = new State.Waiting(null, null);
        // nothing was run yet, and nothing is to tell
        Call call = awaitTurn(last, last);
        while (call != null) {
            call = awaitTurn(runOnce(call), null);
        }
    }

    /**
     * Waits until a run is due; null when the schedule was closed. Says first how the last run went and how long the wait
     * will be, even when the next run is wanted already; never while holding the lock, for the listener may wait for
     * somebody who wants it.
     *
     * @param known what the listener knows; null when it has not heard of the last run
     */
    private @Nullable Call awaitTurn(State last, @Nullable State known) {
        State told = known;
        while (true) {
            State news;
            lock.lock();
            try {
                Instant due = due();
                news = waiting(last, due);
                while (!closed && news.equals(told) && !isTurn(due)) {
                    changed.await(pause(due).toNanos(), TimeUnit.NANOSECONDS);
                    due = due();
                    news = waiting(last, due);
                }
                if (closed) {
                    return null;
                }
                if (news.equals(told)) {
                    running = wanted ? new Call() : Call.inBackground();
                    wanted = false;
                    return running;
                }
            } catch (InterruptedException e) {
                // nobody interrupts this thread but a run that forgot to take its interrupt back: no reason to end
                LOG.warn("the schedule was interrupted, and goes on", e);
                continue;
            } finally {
                lock.unlock();
            }
            tell(news);
            told = news;
        }
    }

    private boolean isTurn(@Nullable Instant due) {
        return wanted || (due != null && !clock.instant().isBefore(due));
    }

    private static State waiting(State last, @Nullable Instant due) {
        return switch (last) {
            case State.Waiting(Instant ignored, SyncReport report) -> new State.Waiting(due, report);
            case State.Failed(Instant ignored, RuntimeException cause) -> new State.Failed(due, cause);
            case State.Running running -> running;
        };
    }

    /** When the next automatic run begins; null before the first run, which is asked for, and when they are off. */
    private @Nullable Instant due() {
        if (lastEnd == null || !interval.isPositive()) {
            return null;
        }
        if (lastEnd.isAfter(clock.instant())) {
            // the clock went back: nobody waits for a time that was there before
            lastEnd = clock.instant();
            notBefore = null;
        }
        Instant due = lastEnd.plus(interval);
        return notBefore != null && notBefore.isAfter(due) ? notBefore : due;
    }

    private Duration pause(@Nullable Instant due) {
        if (due == null) {
            return LOOK_AGAIN;
        }
        Duration left = Duration.between(clock.instant(), due);
        return left.compareTo(LOOK_AGAIN) < 0 ? left.plusNanos(1_000) : LOOK_AGAIN;
    }

    private State runOnce(Call call) {
        tell(new State.Running(Part.SCORES, 0));
        try {
            SyncReport report = synchroniser.run(call, new Telling());
            askedToWait(report);
            return new State.Waiting(null, report);
        } catch (RuntimeException e) {
            LOG.error("a synchronisation failed", e);
            return new State.Failed(null, e);
        } catch (Error e) {
            // Whatever a run throws, the schedule goes on: one that dies in silence is worse than one that fails.
            LOG.error("a synchronisation failed", e);
            return new State.Failed(null, new IllegalStateException(e));
        } finally {
            lock.lock();
            try {
                running = null;
                lastEnd = clock.instant();
            } finally {
                lock.unlock();
            }
        }
    }

    /** The server's word goes before the interval. */
    private void askedToWait(SyncReport report) {
        Instant until = report.parts().values().stream()
                .map(SyncReport.PartReport::retryAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        change(() -> notBefore = until);
    }

    /** Tells the listener how a run goes. */
    private final class Telling implements SyncProgress {
        private List<Recommendation> arrived = List.of();

        @Override
        public void reading(Part part, int rows) {
            tell(new State.Running(part, rows, part == Part.RECOMMENDATIONS ? arrived : List.of()));
        }

        @Override
        public void arrived(List<Recommendation> soFar) {
            arrived = soFar;
        }
    }

    private void tell(State state) {
        try {
            listener.accept(state);
        } catch (RuntimeException | Error e) {
            LOG.error("the listener of the schedule failed", e);
        }
    }
}
