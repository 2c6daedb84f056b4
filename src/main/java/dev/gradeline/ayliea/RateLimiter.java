package dev.gradeline.ayliea;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A sliding log: never more than a number of permits in any window of a length. Safe for several threads.
 *
 * <p>Only the server's count matters, and it counts a request at some moment between its sending and its answer. So a
 * permit is held while its request is under way and starts to age only when that ends: between a request that ended and
 * a later one that has not begun, the server cannot see less time than we do, however the network delays either.
 *
 * <p>A permit is free again when one window has passed on the clock <em>or</em> on the computer's steady timer. The clock
 * knows of a night's sleep and of the demo's jumps; the timer goes on when the clock is set back, so that nobody waits
 * for a time that was there before.
 */
public final class RateLimiter {
    /** What a request may need to reach the server after we gave it up, and what a server may round away. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    /** The longest sleep before the clock is looked at again: it may have been moved meanwhile. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final int permits;
    private final Duration window;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final List<Permit> log = new ArrayList<>();

    /** What the API allows each key: 60 requests in any sliding 60 seconds. */
    public static RateLimiter forAyliea(InstantSource clock) {
        return new RateLimiter(60, Duration.ofSeconds(60).plus(MARGIN), clock);
    }

    /**
     * @param permits how many requests one window holds, at least 1
     * @param window its length
     * @param clock what time it is; may be moved, either way, at any time
     */
    public RateLimiter(int permits, Duration window, InstantSource clock) {
        this(permits, window, clock, System::nanoTime);
    }

    RateLimiter(int permits, Duration window, InstantSource clock, LongSupplier nanos) {
        if (permits < 1 || !window.isPositive()) {
            throw new IllegalArgumentException("no permits, or no window");
        }
        this.permits = permits;
        this.window = window;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** How many requests are left in the current window, 0 to {@link #permits()}. */
    public int left() {
        synchronized (log) {
            dropFree();
            return permits - log.size();
        }
    }

    /** How many permits one window holds. */
    public int permits() {
        return permits;
    }

    /**
     * Takes a permit, waiting for it as long as the patience allows.
     *
     * @return to be closed when the request has ended, however it ended
     * @throws CallEnded as rate limited, at once, when the wait would be too long
     */
    Permit acquire(Patience patience) throws CallEnded, InterruptedException {
        while (true) {
            patience.call().throwIfCancelled();
            Permit permit = tryAcquire();
            if (permit != null) {
                return permit;
            }
            Duration wait = untilNextFree();
            if (!patience.affords(wait)) {
                throw new CallEnded(new ApiResult.RateLimited<>(clock.instant().plus(wait)));
            }
            patience.sleep(wait.compareTo(LOOK_AGAIN) < 0 ? wait : LOOK_AGAIN);
        }
    }

    /** A permit, or null when there is none now. */
    @Nullable Permit tryAcquire() {
        synchronized (log) {
            dropFree();
            if (log.size() >= permits) {
                return null;
            }
            Permit permit = new Permit();
            log.add(permit);
            return permit;
        }
    }

    /** The shortest time after which a permit can be free; a whole window while every one of them is still held. */
    private Duration untilNextFree() {
        synchronized (log) {
            Duration shortest = window;
            for (Permit permit : log) {
                Duration wait = permit.untilFree();
                shortest = wait.compareTo(shortest) < 0 ? wait : shortest;
            }
            return shortest.isNegative() ? Duration.ZERO : shortest;
        }
    }

    private void dropFree() {
        log.removeIf(permit -> !permit.untilFree().isPositive());
    }

    /** The right to one request, to be closed when that has ended. */
    final class Permit implements AutoCloseable {
        private @Nullable Instant endedAt;
        private long endedNanos;

        private Permit() {}

        @Override
        public void close() {
            synchronized (log) {
                endedAt = clock.instant();
                endedNanos = nanos.getAsLong();
            }
        }

        private Duration untilFree() {
            if (endedAt == null) {
                return window;
            }
            Duration byClock = Duration.between(endedAt, clock.instant());
            Duration byTimer = Duration.ofNanos(nanos.getAsLong() - endedNanos);
            return window.minus(byClock.compareTo(byTimer) > 0 ? byClock : byTimer);
        }
    }
}
