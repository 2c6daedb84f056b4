package dev.gradeline.sync;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one synchronisation went.
 *
 * @param at the moment under which history keeps it
 * @param took by the clock, zero when that went back meanwhile
 * @param parts one entry for each part, in the order of {@link Part}
 * @param changes what differs from before the run
 */
public record SyncReport(Instant at, Duration took, Map<Part, PartReport> parts, List<Change> changes) {
    public SyncReport {
        Map<Part, PartReport> ordered = new EnumMap<>(Part.class);
        ordered.putAll(parts);
        parts = Collections.unmodifiableMap(ordered);
        changes = List.copyOf(changes);
    }

    /**
     * @param rows how many rows were read; 0 unless {@code outcome} is OK
     * @param detail a short technical word on a failure, or what was odd in single rows; no key; may be empty
     * @param retryAt when the server allows the next try; null unless rate limited
     */
    public record PartReport(
            Part part,
            Outcome outcome,
            int rows,
            String detail,
            @Nullable Instant retryAt,
            List<String> oddities) {
        public PartReport {
            oddities = List.copyOf(oddities);
        }
    }

    /** Whether every part was read in full. */
    public boolean complete() {
        return parts.values().stream().allMatch(p -> p.outcome() == Outcome.OK);
    }
}
