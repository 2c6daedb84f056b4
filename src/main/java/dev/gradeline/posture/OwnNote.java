package dev.gradeline.posture;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the person keeps with a recommendation: a note and tags of their own. It follows the advice through a retake, and
 * holds whatever moment one looks at. Immutable; any thread.
 *
 * @param text may have several lines; empty for none; at most {@link #LONGEST} characters
 * @param tags each of one or more words, of at most {@link #LONGEST_TAG} characters, in the order in which they were written, none twice
 */
public record OwnNote(String text, List<String> tags) {
    /** Nothing was written. */
    public static final OwnNote NONE = new OwnNote("", List.of());

    /** How long a note may be, in characters. */
    public static final int LONGEST = 4_000;

    /** How long a tag may be, in characters. */
    public static final int LONGEST_TAG = 40;

    /** How many tags one recommendation may have. */
    public static final int MOST_TAGS = 20;

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");
    private static final Pattern SPACE = Pattern.compile("[\\t\\x0B\\f\\x85\\x{2028}\\x{2029}]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\x85\\x{2028}\\x{2029}]+");
    /** What steers devices, or the order in which text is drawn. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    public OwnNote {
        tags = List.copyOf(tags);
        if (text.codePointCount(0, text.length()) > LONGEST || tags.size() > MOST_TAGS) {
            throw new IllegalArgumentException(
                    "a note has at most " + LONGEST + " characters, and " + MOST_TAGS + " tags");
        }
    }

    /**
     * From what was typed: what is too long is cut, and tags are divided by commas and may begin with #.
     *
     * @param typedTags such as “waiting, board meeting”
     */
    public static OwnNote of(String text, String typedTags) {
        List<String> tags = Arrays.stream(
                        Normalizer.normalize(typedTags, Normalizer.Form.NFC).split("[,;\\r\\n]+"))
                .map(tag -> UNSEEN.matcher(SPACES.matcher(tag).replaceAll(" ")).replaceAll(""))
                .map(tag -> cut(tag.strip().replaceFirst("^#+\\s*", ""), LONGEST_TAG)
                        .strip())
                .filter(tag -> !tag.isBlank())
                .collect(Collectors.toMap(
                        tag -> tag.toLowerCase(Locale.ROOT),
                        tag -> tag,
                        (first, again) -> first,
                        java.util.LinkedHashMap::new))
                .values()
                .stream()
                .limit(MOST_TAGS)
                .toList();
        return new OwnNote(cut(plain(text).strip(), LONGEST), tags);
    }

    /**
     * From what was stored. Tags were one word each, divided by spaces, before they could have several.
     *
     * @param storedTags see {@link #storedTags}
     */
    public static OwnNote stored(String text, String storedTags) {
        return of(text, storedTags.contains(",") ? storedTags : storedTags.replace(' ', ','));
    }

    /** The tags in one text, each with a comma behind it: by that it is told from one of the time of one word each. */
    public String storedTags() {
        return tags.stream().map(tag -> tag + ",").collect(Collectors.joining(" "));
    }

    /** Lines end in one way alone, and what a field cannot show is not in them. */
    private static String plain(String text) {
        return LINE_END.splitAsStream(text)
                .map(line -> UNSEEN.matcher(SPACE.matcher(line).replaceAll(" ")).replaceAll(""))
                .collect(Collectors.joining("\n"));
    }

    /** Whether there is neither a note nor a tag. */
    public boolean isNone() {
        return text.isEmpty() && tags.isEmpty();
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
