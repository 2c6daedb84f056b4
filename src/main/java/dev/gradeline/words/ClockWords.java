package dev.gradeline.words;

import dev.gradeline.posture.Posture;
import java.time.Duration;
import java.time.Instant;

/**
 * Says that the computer's clock and the history disagree. What is stored while the clock stands behind the latest stored
 * moment is dated just after that moment, so that the order holds; without a word the dates would look like the clock's own.
 */
public final class ClockWords {
    /** Clocks that are set by a time server move by less, and two runs may share a microsecond. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Words words;

    public ClockWords(Words words) {
        this.words = words;
    }

    /**
     * What the person should know; empty when the two agree.
     *
     * @param present everything known now, see {@code History.posture()}: its moment is never before the latest stored one
     * @param now by the clock
     */
    public String behind(Posture present, Instant now) {
        return present.asOf().isAfter(now.plus(TOLERANCE))
                ? words.of("clock.behind", new TimeWords(words).dateTime(present.asOf()))
                : "";
    }
}
