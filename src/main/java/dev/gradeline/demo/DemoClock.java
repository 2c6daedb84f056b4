package dev.gradeline.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** A clock that can be moved, forwards and backwards. Stands still unless told to {@link #tick()}. Thread safe. */
public final class DemoClock implements InstantSource {
    private final LongSupplier nanos;
    private Instant base;
    private long since;
    private boolean ticking;

    DemoClock(Instant base, boolean ticking, LongSupplier nanos) {
        this.nanos = nanos;
        this.base = base;
        this.since = nanos.getAsLong();
        this.ticking = ticking;
    }

    /** A clock that stands still at this instant. */
    public static DemoClock at(Instant instant) {
        return new DemoClock(instant, false, System::nanoTime);
    }

    /** A clock that starts at this instant and runs on with real time. */
    public static DemoClock ticking(Instant start) {
        return new DemoClock(start, true, System::nanoTime);
    }

    @Override
    public synchronized Instant instant() {
        return ticking ? base.plusNanos(nanos.getAsLong() - since) : base;
    }

    /** Sets the clock to this instant; whether it ticks stays as it was. */
    public synchronized void moveTo(Instant instant) {
        base = instant;
        since = nanos.getAsLong();
    }

    /** Moves the clock on by this much; a negative duration moves it back. */
    public synchronized void advance(Duration duration) {
        moveTo(instant().plus(duration));
    }

    /** Lets the clock run on with real time from where it stands. */
    public synchronized void tick() {
        moveTo(instant());
        ticking = true;
    }

    @Override
    public String toString() {
        return "DemoClock[" + instant() + "]";
    }
}
