package dev.gradeline.bench;

import org.jspecify.annotations.Nullable;

/**
 * How a part of the benchmarks went.
 *
 * @param others the share of the processors that others had meanwhile, 0 to 1; below 0 when nobody knows
 * @param failure why there are figures missing, in a line; null when it went through
 */
record PartRun(
        String name,
        double seconds,
        double others,
        @Nullable String failure) {}
