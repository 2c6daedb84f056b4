package dev.gradeline.posture;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When things last happened within a period, as first seen: two postures tell only that they did. Immutable.
 *
 * @param left when a recommendation left the answer, by lineage
 * @param status when its status changed, by lineage
 * @param priority when its priority changed, by lineage
 * @param content when its title, category or framework changed, by lineage
 * @param withdrawn when an assessment left the answer, by framework id
 * @param scanLeft when discovery ceased to report a scan; null when it did not, or nobody knows
 */
public record Moments(
        Map<String, Instant> left,
        Map<String, Instant> status,
        Map<String, Instant> priority,
        Map<String, Instant> content,
        Map<String, Instant> withdrawn,
        @Nullable Instant scanLeft) {
    /** Nothing is known of when: what is gone counts as gone at the end, what changed as of its last change of any kind. */
    public static final Moments UNKNOWN = new Moments(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), null);

    public Moments {
        left = Map.copyOf(left);
        status = Map.copyOf(status);
        priority = Map.copyOf(priority);
        content = Map.copyOf(content);
        withdrawn = Map.copyOf(withdrawn);
    }
}
