package dev.gradeline.ayliea;

import dev.gradeline.posture.Part;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a key may read, and whose it is.
 *
 * @param parts one result for each part, in the order of {@link Part}; the value is the number of rows seen
 * @param organizationId as discovery gives it; null when that cannot be read, or the organisation has no scan yet
 * @param domain what was scanned; null where that is not known
 */
public record Probe(
        Map<Part, ApiResult<Integer>> parts,
        @Nullable String organizationId,
        @Nullable String domain) {
    public Probe {
        Map<Part, ApiResult<Integer>> ordered = new EnumMap<>(Part.class);
        ordered.putAll(parts);
        parts = Collections.unmodifiableMap(ordered);
    }
}
