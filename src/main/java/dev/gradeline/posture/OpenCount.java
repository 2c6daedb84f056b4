package dev.gradeline.posture;

import java.time.Instant;

/** How many recommendations had the status {@code open} from one moment on, until the next such count. */
public record OpenCount(Instant at, int open) {}
