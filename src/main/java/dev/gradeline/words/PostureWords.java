package dev.gradeline.words;

import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.Status;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Short words for domain values, cleaned for display; “unknown” stands for what the server left out. */
public final class PostureWords {
    public PostureWords(Words words) {
        throw new UnsupportedOperationException();
    }

    /** Text from the server made safe to show: no control characters or bidirectional overrides, at most 10,000 characters. */
    public String clean(@Nullable String text) {
        throw new UnsupportedOperationException(text);
    }

    /** “open”, “in progress”; an undocumented status as itself. */
    public String status(@Nullable Status status) {
        throw new UnsupportedOperationException(String.valueOf(status));
    }

    /** A score or count as people read it: at most two decimals, the locale's separators; “–” when unknown. */
    public String number(@Nullable BigDecimal number) {
        throw new UnsupportedOperationException(String.valueOf(number));
    }

    /** A movement: “+6”, “−3”, “0”; empty when unknown. */
    public String movement(@Nullable BigDecimal change) {
        throw new UnsupportedOperationException(String.valueOf(change));
    }

    /** “95%” of a confidence from 0 to 1; “–” when unknown. */
    public String percent(@Nullable BigDecimal confidence) {
        throw new UnsupportedOperationException(String.valueOf(confidence));
    }

    /** “P1”; “–” when unknown. */
    public String priority(@Nullable Integer priority) {
        throw new UnsupportedOperationException(String.valueOf(priority));
    }

    /** {@code llm_chat} as “llm chat”. */
    public String type(@Nullable String type) {
        throw new UnsupportedOperationException(type);
    }

    /** The filter in words, such as “open or in progress, HIPAA, up to P2, containing “backup””; “all” when it lets everything through. */
    public String filter(RecommendationFilter filter) {
        throw new UnsupportedOperationException(filter.toString());
    }
}
