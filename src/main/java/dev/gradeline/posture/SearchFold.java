package dev.gradeline.posture;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as people search it: without case, accents and invisible characters, one space for any white space. Texts that people
 * search alike are then the same. For searching only; never shown, never stored.
 */
public final class SearchFold {
    /** Accents, and characters that only steer how others are drawn. */
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]+");

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int ASCII = 128;

    private SearchFold() {}

    /** The folded text. Folding a folded text changes nothing. */
    public static String fold(String text) {
        return isPlain(text) ? text.toLowerCase(Locale.ROOT) : foldAny(text);
    }

    /** Nearly every text is: then nothing is taken apart. */
    private static boolean isPlain(String text) {
        char before = 'a';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ASCII || c < ' ' || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static String foldAny(String text) {
        // there and back: upper case alone takes ß for ss, and lower case alone the capital ẞ for ß
        String uncased =
                bare(text).toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        // the letter sigma has a form of its own at the end of a word
        return WHITE_SPACE.matcher(bare(uncased).replace('ς', 'σ')).replaceAll(" ");
    }

    private static String bare(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    }
}
