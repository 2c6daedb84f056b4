package dev.gradeline.posture;

import java.time.Instant;
import java.util.Map;

/**
 * When things left the server's answer, as first seen: a posture holds only what is there. Immutable.
 *
 * @param recommendations the moment for each recommendation id
 * @param frameworks the moment for each framework id
 */
public record Departures(Map<String, Instant> recommendations, Map<String, Instant> frameworks) {
    /** Nothing is known of when: all that is gone counts as gone at the end. */
    public static final Departures UNKNOWN = new Departures(Map.of(), Map.of());

    public Departures {
        recommendations = Map.copyOf(recommendations);
        frameworks = Map.copyOf(frameworks);
    }
}
