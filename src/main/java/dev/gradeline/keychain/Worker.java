package dev.gradeline.keychain;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One thread that runs one task at a time, and callers that wait no longer than they said. A task that hangs keeps the
 * thread, since a second one beside it could write the same entry twice; while it hangs, callers are told so at once.
 */
final class Worker {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("keychain").factory());
    private final Semaphore turn = new Semaphore(1, true);
    private volatile @Nullable Long overdueFrom;

    /**
     * Runs a task, which must not throw, and gives its result.
     *
     * @throws TimeoutException when the task, or one before it, takes too long; a task that has begun goes on
     */
    <T> T call(Callable<T> task, Duration limit) throws TimeoutException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        Long overdue = overdueFrom;
        if (overdue != null && System.nanoTime() - overdue >= 0) {
            throw new TimeoutException("an earlier call hangs");
        }
        if (!turn.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException("an earlier call takes too long");
        }
        FutureTask<T> future = new FutureTask<>(task);
        overdueFrom = deadline;
        thread.execute(() -> {
            try {
                future.run();
            } finally {
                overdueFrom = null;
                turn.release();
            }
        });
        try {
            return future.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a keychain task must not throw", e.getCause());
        }
    }
}
