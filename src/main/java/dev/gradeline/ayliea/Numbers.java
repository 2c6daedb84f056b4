package dev.gradeline.ayliea;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers as JSON writes them, and nothing that would cost much to hold. */
final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    /** Far beyond any score or count; {@code 1e999999999} written out would fill the memory. */
    private static final int MAX_DIGITS = 100;

    /** Any number of so many digits fits. */
    private static final int SMALL = 9;

    private Numbers() {}

    /** A plain count, as nearly every integer of the API is: the way of {@link #read} costs ten times as much. */
    static @Nullable Integer small(String digits) {
        if (digits.isEmpty() || digits.length() > SMALL) {
            return null;
        }
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /** The number exactly as written; null when it is none, or has more than 100 digits before or after the point. */
    static @Nullable BigDecimal read(String text) {
        if (text.length() > MAX_DIGITS || !NUMBER.matcher(text).matches()) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.scale()) <= MAX_DIGITS ? number : null;
        } catch (NumberFormatException e) {
            // an exponent beyond what fits in 32 bits
            return null;
        }
    }
}
