package dev.gradeline.posture;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The limits that the window watches. Immutable.
 *
 * @param margin how far what crossed a limit must be back before its alarm is cleared, see {@link LimitCheck#clearOf}; 0 to 20
 */
public record LimitWatch(Limits limits, int margin) {
    /** What a new installation starts with: no limit. */
    public static final LimitWatch DEFAULT = new LimitWatch(Limits.NONE, 2);

    private static final String MARGIN = "margin=";
    private static final int LARGEST_MARGIN = 20;

    public LimitWatch {
        margin = Math.clamp(margin, 0, LARGEST_MARGIN);
    }

    public LimitWatch withLimits(Limits other) {
        return new LimitWatch(other, margin);
    }

    public LimitWatch withMargin(int other) {
        return new LimitWatch(limits, other);
    }

    /** The margin in points, or recommendations. */
    public BigDecimal points() {
        return BigDecimal.valueOf(margin);
    }

    /** As a text that {@link #parse} reads back. */
    public String text() {
        return MARGIN + margin + ";" + limits.text();
    }

    /** Reads a {@link #text}; what is not understood falls back to the default. */
    public static LimitWatch parse(String text) {
        int margin = Arrays.stream(text.split(";"))
                .filter(entry -> entry.matches(MARGIN + "\\d{1,3}"))
                .mapToInt(entry -> Integer.parseInt(entry.substring(MARGIN.length())))
                .findFirst()
                .orElse(DEFAULT.margin);
        return new LimitWatch(Limits.parse(text), margin);
    }
}
