package dev.gradeline.ayliea;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Time that passes only while everybody sleeps: several actors, one of which runs at any moment, the one that wakes first.
 * The same actors do the same in the same order every time.
 */
final class VirtualTime implements InstantSource {
    private static final Instant START = Bench.START;

    private final PriorityQueue<Sleeper> sleepers =
            new PriorityQueue<>(Comparator.comparingLong(Sleeper::wakesAt).thenComparingLong(Sleeper::number));
    private final List<CompletableFuture<?>> actors = new ArrayList<>();
    private long now;
    private long number;

    private record Sleeper(long wakesAt, long number, Semaphore turn) {}

    /** What an actor does. */
    interface Acts {
        void act() throws Exception;
    }

    @Override
    public synchronized Instant instant() {
        return START.plusNanos(now);
    }

    /** Since the start. */
    synchronized long nanos() {
        return now;
    }

    /** Sleeps; for actors alone. */
    void sleep(Duration length) throws InterruptedException {
        Sleeper self = enqueue(length.toNanos());
        wakeNext();
        self.turn().acquire();
    }

    private synchronized Sleeper enqueue(long length) {
        Sleeper sleeper = new Sleeper(now + Math.max(0, length), number++, new Semaphore(0));
        sleepers.add(sleeper);
        return sleeper;
    }

    private synchronized void wakeNext() {
        Sleeper next = sleepers.poll();
        if (next != null) {
            now = Math.max(now, next.wakesAt());
            next.turn().release();
        }
    }

    /** Adds one who acts when all are run. */
    void actor(Acts acts) {
        Sleeper self = enqueue(0);
        CompletableFuture<Void> done = new CompletableFuture<>();
        actors.add(done);
        Thread.startVirtualThread(() -> {
            try {
                self.turn().acquire();
                acts.act();
                done.complete(null);
            } catch (Exception | Error e) {
                done.completeExceptionally(e);
            } finally {
                wakeNext();
            }
        });
    }

    /** Runs all actors to their end. */
    void run() throws ExecutionException, InterruptedException {
        wakeNext();
        for (CompletableFuture<?> actor : actors) {
            actor.get();
        }
    }
}
