package dev.gradeline.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssessmentTest {
    private static final Duration MOST = Duration.ofDays(90);

    @Test
    void oldIsWhatWasCompletedLongerAgoThanThat() {
        assertThat(completed(Postures.NOW.minus(MOST)).olderThan(MOST, Postures.NOW))
                .isFalse();
        assertThat(completed(Postures.NOW.minus(MOST).minusSeconds(1)).olderThan(MOST, Postures.NOW))
                .as("not only a whole day later")
                .isTrue();
    }

    @Test
    void whatLiesAheadIsFresh() {
        assertThat(completed(Postures.NOW.plusSeconds(60)).age(Postures.NOW)).isZero();
    }

    @Test
    void withoutADateThereIsNoAge() {
        assertThat(completed(null).age(Postures.NOW)).isNull();
        assertThat(completed(null).olderThan(Duration.ZERO, Postures.NOW)).isFalse();
    }

    private static Assessment completed(@Nullable Instant at) {
        Instant seen = Postures.NOW.minus(Duration.ofDays(400));
        return new Assessment(Postures.AI, BigDecimal.TEN, null, at, seen, false);
    }
}
