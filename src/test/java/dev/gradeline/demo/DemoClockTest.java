package dev.gradeline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DemoClockTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void standsStillUntilItIsMoved() {
        AtomicLong nanos = new AtomicLong();
        DemoClock clock = new DemoClock(NOON, false, nanos::get);
        nanos.addAndGet(5_000_000_000L);
        assertThat(clock.instant()).isEqualTo(NOON);
        clock.advance(Duration.ofMinutes(3));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(180));
        clock.advance(Duration.ofMinutes(-4));
        assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(60));
        clock.moveTo(Instant.EPOCH);
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void ticksWithRealTimeFromWhereItStandsAndFromWhereItIsMoved() {
        AtomicLong nanos = new AtomicLong(77);
        DemoClock clock = new DemoClock(NOON, false, nanos::get);
        nanos.addAndGet(9_000_000_000L);
        clock.tick();
        assertThat(clock.instant()).isEqualTo(NOON);
        nanos.addAndGet(2_000_000_000L);
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(2));
        clock.advance(Duration.ofSeconds(10));
        nanos.addAndGet(1_000_000_000L);
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(13));
        clock.moveTo(NOON);
        nanos.addAndGet(1_000_000_000L);
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void startsAtTheInstantThatItIsGiven() {
        assertThat(DemoClock.at(NOON).instant()).isEqualTo(NOON);
        assertThat(DemoClock.ticking(NOON).instant()).isBetween(NOON, NOON.plusSeconds(120));
    }
}
