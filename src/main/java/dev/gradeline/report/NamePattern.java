package dev.gradeline.report;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds names in texts, however both are written: in whatever case, composed or decomposed, in wide letters or with other
 * spaces between words. A name is found as a word of its own, with or without the s of a genitive; in scripts that write no
 * spaces, or join particles to names, anywhere. Immutable; any thread.
 */
final class NamePattern {
    /** Scripts without a space where a name ends. */
    private static final String JOINED =
            "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\u30FC\\p{IsHangul}\\p{IsThai}\\p{IsLao}"
                    + "\\p{IsKhmer}\\p{IsMyanmar}";

    private static final String LETTER = "[\\p{L}\\p{N}&&[^" + JOINED + "]]";
    private static final String SPACE = "[\\s\\p{Z}]+";
    private static final Pattern BEGINS_JOINED = Pattern.compile("^[" + JOINED + "]");
    private static final Pattern ENDS_JOINED = Pattern.compile("[" + JOINED + "]\\p{M}*$");

    private final @Nullable Pattern pattern;

    /** @param names each with a letter or a digit in it */
    NamePattern(Collection<String> names) {
        TreeSet<String> folded = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        names.forEach(name -> folded.add(Folded.of(composed(name)).text().strip()));
        this.pattern = folded.isEmpty()
                ? null
                : Pattern.compile(folded.stream().map(NamePattern::one).collect(Collectors.joining("|")));
    }

    private static String one(String name) {
        String words = Arrays.stream(name.split(SPACE)).map(Pattern::quote).collect(Collectors.joining(SPACE));
        return (BEGINS_JOINED.matcher(name).find() ? "" : "(?<!" + LETTER + ")")
                + words
                + (ENDS_JOINED.matcher(name).find() ? "" : "s?(?!" + LETTER + ")");
    }

    /** The text, composed, with something else in place of each name. */
    String replace(String text, String replacement) {
        if (pattern == null) {
            return text;
        }
        String original = composed(text);
        Folded folded = Folded.of(original);
        Matcher matcher = pattern.matcher(folded.text());
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            // one letter can be folded to several
            replaced.append(original, from, Math.max(from, folded.starts()[matcher.start()]));
            replaced.append(replacement);
            from = folded.ends()[matcher.end() - 1];
        }
        return replaced.append(original, from, original.length()).toString();
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * A text as it is compared.
     *
     * @param starts where in the text given that begins which each character is of
     * @param ends where it ends
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Folded(String text, int[] starts, int[] ends) {
        static Folded of(String given) {
            StringBuilder text = new StringBuilder(given.length());
            int[] starts = new int[given.length() + 16];
            int[] ends = new int[given.length() + 16];
            for (int at = 0; at < given.length(); ) {
                int point = given.codePointAt(at);
                int end = at + Character.charCount(point);
                int before = text.length();
                text.append(fold(point));
                if (text.length() > starts.length) {
                    starts = Arrays.copyOf(starts, 2 * text.length());
                    ends = Arrays.copyOf(ends, 2 * text.length());
                }
                Arrays.fill(starts, before, text.length(), at);
                Arrays.fill(ends, before, text.length(), end);
                at = end;
            }
            return new Folded(text.toString(), starts, ends);
        }

        /** There and back, so that ß and ss, and both small sigmas, are the same. */
        private static String fold(int point) {
            if (point < 0x80) {
                return String.valueOf((char) Character.toLowerCase(point));
            }
            return Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT)
                    .toUpperCase(Locale.ROOT)
                    .toLowerCase(Locale.ROOT);
        }
    }
}
