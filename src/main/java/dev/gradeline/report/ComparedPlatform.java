package dev.gradeline.report;

import dev.gradeline.posture.Platform;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A platform beside an earlier scan.
 *
 * @param platform where it is gone, as the earlier scan had it, but without a confidence of now
 * @param comparison {@code new}, {@code returned}, {@code gone} or {@code confidence_moved}; null where nothing differs
 * @param confidenceBefore what the earlier scan said; null where it said nothing or did not have it
 * @param comparedWith when the earlier scan ended
 */
public record ComparedPlatform(
        Platform platform,
        @Nullable String comparison,
        @Nullable BigDecimal confidenceBefore,
        Instant comparedWith) {}
