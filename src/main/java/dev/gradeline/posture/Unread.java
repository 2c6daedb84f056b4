package dev.gradeline.posture;

import java.time.Instant;

/**
 * A stretch of time in which a part was not read: what came and went in it, nobody here knows.
 *
 * @param from the last reading before it; {@link Instant#MIN} when there was none
 * @param to the first reading after it; {@link Instant#MAX} when there was none
 */
public record Unread(Instant from, Instant to) {}
