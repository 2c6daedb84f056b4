package dev.gradeline.ayliea;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
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
 *
 * <p>The API counts by key, whoever sends: with a folder, the requests of every process that shares it are counted, too.
 * Work in the background leaves a share to the person who waits.
 */
public final class RateLimiter {
    /** What a request may need to reach the server after we gave it up, and what a server may round away. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    /** The longest sleep before the clock is looked at again: it may have been moved meanwhile. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    /** What work in the background does not take, in permits: enough for a first page of everything. */
    private static final int SHARE = 6;

    /** Who waits longer than this wonders why. */
    private static final Duration TO_BE_TOLD = Duration.ofSeconds(2);

    private final int permits;
    private final Duration window;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final List<Permit> log = new ArrayList<>();
    private final @Nullable Path folder;
    private final Map<String, Closed> closed = new ConcurrentHashMap<>();
    private final Map<String, PermitFile> files = new ConcurrentHashMap<>();
    // not the same for two limiters of one process, whose requests the file could not tell apart
    private long lastId = ThreadLocalRandom.current().nextLong(1L << 40);

    /** What the API allows each key, 60 requests in any sliding 60 seconds, counted in this process alone. */
    public static RateLimiter forAyliea(InstantSource clock) {
        return new RateLimiter(60, Duration.ofSeconds(60).plus(MARGIN), clock, System::nanoTime, null);
    }

    /** The same, counted together with every process on this computer that shares a folder. */
    public static RateLimiter forAyliea(InstantSource clock, Path folder) {
        return new RateLimiter(60, Duration.ofSeconds(60).plus(MARGIN), clock, System::nanoTime, folder);
    }

    /**
     * @param permits how many requests one window holds, at least 1
     * @param window its length
     * @param clock what time it is; may be moved, either way, at any time
     */
    public RateLimiter(int permits, Duration window, InstantSource clock) {
        this(permits, window, clock, System::nanoTime, null);
    }

    RateLimiter(int permits, Duration window, InstantSource clock, LongSupplier nanos, @Nullable Path folder) {
        if (permits < 1 || !window.isPositive()) {
            throw new IllegalArgumentException("no permits, or no window");
        }
        this.permits = permits;
        this.window = window;
        this.clock = clock;
        this.nanos = nanos;
        this.folder = folder;
    }

    /**
     * How many requests are left in the current window, 0 to {@link #permits()}. Of other processes it knows what the
     * last request, or {@link #look}, found. Touches no disk.
     */
    public int left() {
        int others = files.values().stream().mapToInt(PermitFile::counted).max().orElse(0);
        synchronized (log) {
            dropFree();
            return Math.max(0, permits - Math.max(log.size(), others));
        }
    }

    /** Finds out what other processes have used of a key. Blocking. */
    public void look(ApiKey key) {
        PermitFile file = file(key);
        if (file != null) {
            file.look();
        }
    }

    /** How many permits one window holds. */
    public int permits() {
        return permits;
    }

    /**
     * Takes a permit, waiting for it as long as the patience allows.
     *
     * @param key whose requests are counted
     * @return to be closed when the request has ended, however it ended
     * @throws CallEnded as rate limited, at once, when the wait would be too long
     */
    Permit acquire(ApiKey key, Patience patience) throws CallEnded, InterruptedException {
        PermitFile file = file(key);
        while (true) {
            patience.call().throwIfCancelled();
            Duration closed = untilOpen(key);
            if (closed.isPositive()) {
                await(closed, patience);
                continue;
            }
            Permit permit = tryAcquire(patience.call().isInBackground() ? Math.max(1, permits - SHARE) : permits, file);
            if (permit != null) {
                return permit;
            }
            await(untilNextFree(file), patience);
        }
    }

    private void await(Duration wait, Patience patience) throws CallEnded, InterruptedException {
        if (!patience.affords(wait)) {
            throw new CallEnded(new ApiResult.RateLimited<>(clock.instant().plus(wait)));
        }
        if (wait.compareTo(TO_BE_TOLD) > 0) {
            patience.call().waits(clock.instant().plus(wait));
        }
        patience.sleep(shorter(wait, LOOK_AGAIN));
    }

    /**
     * Notes that the server asked this key to wait: until then it gets no request, whichever part is to be read.
     *
     * @param wait from now on
     */
    void close(ApiKey key, Duration wait) {
        closed.put(key.publicDigits(), new Closed(clock.instant(), nanos.getAsLong(), wait));
    }

    private Duration untilOpen(ApiKey key) {
        Closed since = closed.get(key.publicDigits());
        return since == null ? Duration.ZERO : since.asked().minus(passed(since.at(), since.nanos()));
    }

    /** By the clock or the timer, whichever says more. */
    private Duration passed(Instant sinceAt, long sinceNanos) {
        Duration byClock = Duration.between(sinceAt, clock.instant());
        Duration byTimer = Duration.ofNanos(nanos.getAsLong() - sinceNanos);
        return byClock.compareTo(byTimer) > 0 ? byClock : byTimer;
    }

    /** A wait that the server asked for, and when. */
    private record Closed(Instant at, long nanos, Duration asked) {}

    private @Nullable PermitFile file(ApiKey key) {
        return folder == null
                ? null
                : files.computeIfAbsent(
                        key.publicDigits(),
                        digits -> new PermitFile(folder.resolve("requests-" + digits), window, clock));
    }

    /** A permit, or null when there is none now. */
    @Nullable Permit tryAcquire() {
        return tryAcquire(permits, null);
    }

    private @Nullable Permit tryAcquire(int most, @Nullable PermitFile file) {
        Permit permit;
        synchronized (log) {
            dropFree();
            if (log.size() >= most) {
                return null;
            }
            permit = new Permit(++lastId, file);
            log.add(permit);
        }
        if (file != null && !file.take(permit.id, most)) {
            synchronized (log) {
                log.remove(permit);
            }
            return null;
        }
        return permit;
    }

    /** The shortest time after which a permit can be free; a whole window while every one of them is still held. */
    private Duration untilNextFree(@Nullable PermitFile file) {
        Duration shortest = window;
        synchronized (log) {
            for (Permit permit : log) {
                shortest = shorter(permit.untilFree(), shortest);
            }
        }
        if (file != null) {
            shortest = shorter(file.untilNextFree(), shortest);
        }
        return shortest.isNegative() ? Duration.ZERO : shortest;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void dropFree() {
        log.removeIf(permit -> !permit.untilFree().isPositive());
    }

    /** The right to one request, to be closed when that has ended. */
    final class Permit implements AutoCloseable {
        private final long id;
        private final @Nullable PermitFile file;
        private @Nullable Instant endedAt;
        private long endedNanos;

        private Permit(long id, @Nullable PermitFile file) {
            this.id = id;
            this.file = file;
        }

        @Override
        public void close() {
            synchronized (log) {
                endedAt = clock.instant();
                endedNanos = nanos.getAsLong();
            }
            if (file != null) {
                file.end(id);
            }
        }

        private Duration untilFree() {
            if (endedAt == null) {
                return window;
            }
            return window.minus(passed(endedAt, endedNanos));
        }
    }
}
