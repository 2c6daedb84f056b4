package dev.gradeline.posture;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text as it is compared when something is followed by its content: in Unicode's form NFC, without case, with one space
 * between words and none around them. For comparing only; never shown, never stored.
 */
public final class Folding {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private Folding() {}

    /** @return null for null and for what is blank: who leaves a text empty says no more than who leaves it out */
    public static @Nullable String fold(@Nullable String text) {
        if (text == null) {
            return null;
        }
        // There and back: upper case alone takes ß and ss for the same, and lower case alone the capital ẞ and ß.
        String uncased =
                composed(text).toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        String folded = WHITE_SPACE.matcher(composed(uncased)).replaceAll(" ").strip();
        return folded.isEmpty() ? null : folded;
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
