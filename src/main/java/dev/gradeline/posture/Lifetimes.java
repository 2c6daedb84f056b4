package dev.gradeline.posture;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every recommendation seen up to a moment. Immutable.
 *
 * @param asOf the moment
 * @param begin when recommendations were first read; null when they never were, and then nothing else is known
 * @param beginnings the readings before which nobody knows: what they saw first may be of any age. The first one, and the one
 *     after a rescue of the history
 * @param unread when for long nobody looked; what came and went meanwhile was seen only afterwards
 * @param lives in the order in which they were first seen
 */
public record Lifetimes(
        Instant asOf, @Nullable Instant begin, Set<Instant> beginnings, List<Unread> unread, List<Lifetime> lives) {
    public Lifetimes {
        beginnings = Set.copyOf(beginnings);
        unread = List.copyOf(unread);
        lives = List.copyOf(lives);
    }

    /** Nothing was read by then. */
    public static Lifetimes none(Instant asOf) {
        return new Lifetimes(asOf, null, Set.of(), List.of(), List.of());
    }
}
