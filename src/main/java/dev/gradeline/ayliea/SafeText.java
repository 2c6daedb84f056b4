package dev.gradeline.ayliea;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Text from outside made fit for a log, a message or a screen: short, on one line, without tricks and without a key. */
final class SafeText {
    // Whatever could be a key, or most of one: cutting and echoing servers leave pieces.
    private static final Pattern KEY = Pattern.compile("(?i)(ayliea_pk_[0-9a-f]{8})[0-9a-f]+");
    private static final Pattern BARE_KEY = Pattern.compile("(?i)[0-9a-f]{40,}");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cn}\\p{Co}]");
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");
    private static final Pattern SPACES = Pattern.compile("[\\p{Cc}\\p{Z}\\s]+");
    private static final int LOOK_AT = 8_192;

    private SafeText() {}

    /** The text as it is; a key in it, which no server has a reason to send, is cut down to its public part. */
    static String withoutKey(String text) {
        return text.contains("ayliea_pk_") ? KEY.matcher(text).replaceAll("$1…") : text;
    }

    /** At most so many characters of the text, cleaned; “…” stands for what was cut off. */
    static String excerpt(String text, int max) {
        String head = text.length() > LOOK_AT ? text.substring(0, LOOK_AT) : text;
        String seen =
                LONE_SURROGATE.matcher(INVISIBLE.matcher(head).replaceAll("")).replaceAll("\uFFFD");
        String line = SPACES.matcher(seen).replaceAll(" ").strip();
        String clean = BARE_KEY.matcher(KEY.matcher(line).replaceAll("$1…")).replaceAll("…");
        if (clean.codePointCount(0, clean.length()) <= max) {
            return clean;
        }
        return clean.substring(0, clean.offsetByCodePoints(0, max - 1)) + "…";
    }

    /** The same for bytes that should be UTF-8; others show as U+FFFD. */
    static String excerpt(byte[] bytes, int max) {
        return excerpt(new String(bytes, 0, Math.min(bytes.length, LOOK_AT), StandardCharsets.UTF_8), max);
    }
}
