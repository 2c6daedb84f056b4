package dev.gradeline.ui.kit;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work on virtual threads and brings the outcome back through an executor: in production, the JavaFX thread's. */
public final class FxTaskRunner implements TaskRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FxTaskRunner.class);

    /** How long an interrupted task may take to clean up behind it. */
    private static final Duration CLEANING_UP = Duration.ofSeconds(1);

    private final Executor back;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Set<Thread> working = new HashSet<>();

    /** @param back where outcomes are delivered, such as {@code Platform::runLater} */
    public FxTaskRunner(Executor back) {
        this.back = back;
    }

    @Override
    public <T extends @Nullable Object> void run(
            Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        Thread thread = thread(work, done, failed);
        lock.lock();
        try {
            working.add(thread);
        } finally {
            lock.unlock();
        }
        thread.start();
    }

    /**
     * Runs the work once the other tasks have ended: the process may end with it, and a file that is being saved should be
     * whole by then. Tasks that go on for longer than this are interrupted and have a moment to clean up.
     */
    public <T extends @Nullable Object> void runLast(
            Duration patience, Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        Callable<T> last = () -> {
            awaitOthers(patience);
            return work.call();
        };
        thread(last, done, failed).start();
    }

    private <T extends @Nullable Object> Thread thread(
            Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        return Thread.ofVirtual().name("gradeline-task").unstarted(() -> {
            T value;
            try {
                value = work.call();
            } catch (Exception e) {
                back.execute(() -> failed.accept(e));
                return;
            } catch (Error e) {
                // An error on a thread that nobody joins would vanish: the log is the last place to say it.
                LOG.error("a task ended with an error", e);
                back.execute(() -> failed.accept(new IllegalStateException(e)));
                return;
            } finally {
                ended(Thread.currentThread());
            }
            back.execute(() -> done.accept(value));
        });
    }

    private void ended(Thread thread) {
        lock.lock();
        try {
            working.remove(thread);
            if (working.isEmpty()) {
                idle.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void awaitOthers(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            if (!awaitIdle(patience)) {
                LOG.warn("{} tasks are still going and are interrupted", working.size());
                working.forEach(Thread::interrupt);
                awaitIdle(CLEANING_UP);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitIdle(Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        while (!working.isEmpty()) {
            if (left <= 0) {
                return false;
            }
            left = idle.awaitNanos(left);
        }
        return true;
    }
}
