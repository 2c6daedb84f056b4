package dev.gradeline.posture;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text as people search it: without case, accents and invisible characters, one space for any white space. Texts that people
 * search alike are then the same. For searching only; never shown, never stored.
 */
public final class SearchFold {
    /** Accents, and characters that only steer how others are drawn. */
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]+");

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int ASCII = 128;
    private static final int[] NOWHERE = new int[0];

    private SearchFold() {}

    /** The folded text. Folding a folded text changes nothing. */
    public static String fold(String text) {
        return isPlain(text) ? text.toLowerCase(Locale.ROOT) : foldAny(text);
    }

    /**
     * Where texts stand in another one.
     *
     * @param sought folded, none empty
     * @return begin and end of each place in {@code text}, one pair after the other, in ascending order and none within another
     */
    public static int[] places(String text, List<String> sought) {
        if (sought.isEmpty() || text.isEmpty()) {
            return NOWHERE;
        }
        if (isPlain(text)) {
            return places(text.toLowerCase(Locale.ROOT), sought, null);
        }
        StringBuilder folded = new StringBuilder(text.length());
        int[] origin = new int[text.length() * 4 + 1];
        for (int at = 0; at < text.length(); ) {
            int next = text.offsetByCodePoints(at, 1);
            String letter = fold(text.substring(at, next));
            boolean again = letter.equals(" ") && folded.length() > 0 && folded.charAt(folded.length() - 1) == ' ';
            for (int i = 0; i < letter.length() && !again && folded.length() < origin.length - 1; i++) {
                origin[folded.length()] = at;
                folded.append(letter.charAt(i));
            }
            at = next;
        }
        origin[folded.length()] = text.length();
        return places(folded.toString(), sought, origin);
    }

    private static int[] places(String folded, List<String> sought, int @Nullable [] origin) {
        BitSet within = new BitSet(folded.length());
        for (String each : sought) {
            for (int at = folded.indexOf(each); at >= 0; at = folded.indexOf(each, at + 1)) {
                within.set(at, at + each.length());
            }
        }
        List<Integer> places = new ArrayList<>();
        for (int begin = within.nextSetBit(0); begin >= 0; ) {
            int end = within.nextClearBit(begin);
            // one character may fold to several: none is shown in part
            while (origin != null && end < folded.length() && origin[end] == origin[end - 1]) {
                end = within.nextClearBit(end + 1);
            }
            places.add(origin == null ? begin : origin[begin]);
            places.add(origin == null ? end : origin[end]);
            begin = within.nextSetBit(end);
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
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
