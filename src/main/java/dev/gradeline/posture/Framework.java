package dev.gradeline.posture;

import java.util.Map;

/**
 * A security framework, by the API's identifier. Any identifier is valid: only four are documented, and an unknown one
 * is shown as itself.
 *
 * @param id the API's {@code framework_id}, exactly as received
 */
public record Framework(String id) implements Comparable<Framework> {
    private static final Map<String, String> DOCUMENTED = Map.of(
            "ai-security", "AI Security",
            "nist-csf-2", "NIST CSF 2.0",
            "cis-v8", "CIS Controls v8",
            "hipaa", "HIPAA");

    /** The name for people: the product's own for a documented id, else the id itself. */
    public String name() {
        return DOCUMENTED.getOrDefault(id, id);
    }

    /** Orders by identifier. */
    @Override
    public int compareTo(Framework other) {
        return id.compareTo(other.id);
    }
}
