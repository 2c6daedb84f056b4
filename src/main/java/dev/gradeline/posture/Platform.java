package dev.gradeline.posture;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One discovered AI platform, as one scan reported it. Ids may be new with every scan: compare by {@link #identity()}.
 * Nothing tells which platforms count as shadow AI, so none is ever marked as such.
 *
 * @param id the API's identifier within the scan; null when the server left it out
 * @param name null when the server left it out
 * @param type an open list; {@code llm_chat} and {@code code_assistant} are seen
 * @param url where it was found; open only when it is http or https
 * @param confidence 0 to 1, exactly as received
 * @param firstSeen when Gradeline first saw a platform of this name and vendor; straight from the API, the moment of the
 *     fetch
 */
public record Platform(
        @Nullable String id,
        @Nullable String name,
        @Nullable String type,
        @Nullable String vendor,
        @Nullable String category,
        @Nullable String url,
        @Nullable BigDecimal confidence,
        @Nullable Instant createdAt,
        Instant firstSeen) {

    /** What makes two sightings the same platform: its name and its vendor. */
    public record Identity(@Nullable String name, @Nullable String vendor) {}

    /** This platform's identity across scans. */
    public Identity identity() {
        return new Identity(name, vendor);
    }
}
