package dev.gradeline.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Moments as history keeps them: whole microseconds since 1970. A moment beyond what 64 bits hold becomes the last one. */
final class Micros {
    private static final long PER_SECOND = 1_000_000;
    private static final long LAST_SECOND = Long.MAX_VALUE / PER_SECOND - 1;

    private Micros() {}

    static long of(Instant moment) {
        long second = moment.getEpochSecond();
        if (second > LAST_SECOND) {
            return Long.MAX_VALUE;
        }
        if (second < -LAST_SECOND) {
            return Long.MIN_VALUE;
        }
        return second * PER_SECOND + moment.getNano() / 1_000;
    }

    static @Nullable Long ofNullable(@Nullable Instant moment) {
        return moment == null ? null : of(moment);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** The moment as it will come back from the file. */
    static @Nullable Instant rounded(@Nullable Instant moment) {
        return moment == null ? null : instant(of(moment));
    }
}
