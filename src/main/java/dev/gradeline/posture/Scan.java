package dev.gradeline.posture;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One completed discovery scan with its platforms, most confident first. Any fact that the server left out is null.
 *
 * @param organizationId the only place where the API names the organisation
 * @param overallRiskScore whether high is good or bad is undocumented: never give it a colour
 * @param shadowAiCount a number only: nothing says which platforms it counts
 */
public record Scan(
        @Nullable String id,
        @Nullable String organizationId,
        @Nullable String status,
        @Nullable String domain,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable Integer platformsDiscovered,
        @Nullable Integer shadowAiCount,
        @Nullable BigDecimal overallRiskScore,
        List<Platform> platforms,
        Instant firstSeen) {

    public Scan {
        platforms = List.copyOf(platforms);
    }

    /** When the scan took effect: its completion, or, where that is unknown, when it was first seen. */
    public Instant effectiveAt() {
        return completedAt != null ? completedAt : firstSeen;
    }
}
