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
 * @param firstSeen when Gradeline first saw a platform of this identity; straight from the API, the moment of the
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

    /**
     * What makes two sightings the same platform. Texts are {@linkplain Folding folded}. A platform with a name is that name
     * and its vendor, wherever it was found; no vendor is a vendor of its own, as two vendors may name a product alike.
     * Without a name it is its address; without that, too, its type and its vendor. Several of one identity in a scan count
     * as one: that a scan names something twice makes nothing new, and that the next names it once nothing gone.
     *
     * @param known by what it is known
     */
    public record Identity(
            Known known, @Nullable String what, @Nullable String vendor) {}

    /** What a platform is known by. */
    public enum Known {
        BY_NAME,
        BY_ADDRESS,
        BY_TYPE
    }

    /** The same with another confidence; null for none. */
    public Platform withConfidence(@Nullable BigDecimal other) {
        return new Platform(id, name, type, vendor, category, url, other, createdAt, firstSeen);
    }

    /** This platform's identity across scans. */
    public Identity identity() {
        return identity(name, vendor, url, type);
    }

    /** The identity of what has this name, vendor, address and type. */
    public static Identity identity(
            @Nullable String name, @Nullable String vendor, @Nullable String url, @Nullable String type) {
        String named = Folding.fold(name);
        if (named != null) {
            return new Identity(Known.BY_NAME, named, Folding.fold(vendor));
        }
        String found = Folding.fold(url);
        return found != null
                ? new Identity(Known.BY_ADDRESS, found, null)
                : new Identity(Known.BY_TYPE, Folding.fold(type), Folding.fold(vendor));
    }
}
