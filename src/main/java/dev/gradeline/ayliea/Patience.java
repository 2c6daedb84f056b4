package dev.gradeline.ayliea;

import java.time.Duration;

/**
 * How long one request may still wait, for permits, for {@code Retry-After} and between retries taken together. What is
 * slept is taken off as asked for, not as any clock measured it: whatever a clock does, the waiting ends. One thread's.
 */
final class Patience {
    private final Pause pause;
    private final Call call;
    private Duration left;

    Patience(Duration maxWait, Pause pause, Call call) {
        this.left = maxWait;
        this.pause = pause;
        this.call = call;
    }

    boolean affords(Duration wait) {
        return wait.compareTo(left) <= 0;
    }

    void sleep(Duration wait) throws InterruptedException {
        left = left.minus(wait);
        pause.sleep(wait, call);
    }

    Call call() {
        return call;
    }
}
