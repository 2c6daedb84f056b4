package dev.gradeline.ayliea;

import java.time.Duration;
import java.time.InstantSource;

/**
 * A sliding log: never more than a number of permits in any window of a length. Safe for several threads.
 */
public final class RateLimiter {

    /** What the API allows each key: 60 requests in any sliding 60 seconds. */
    public static RateLimiter forAyliea(InstantSource clock) {
        return new RateLimiter(60, Duration.ofSeconds(60), clock);
    }

    public RateLimiter(int permits, Duration window, InstantSource clock) {
        throw new UnsupportedOperationException();
    }

    /** How many requests are left in the current window, 0 to {@link #permits()}. */
    public int left() {
        throw new UnsupportedOperationException();
    }

    /** How many permits one window holds. */
    public int permits() {
        throw new UnsupportedOperationException();
    }
}
