package dev.gradeline.words;

import java.util.regex.Pattern;

/** Takes API keys out of text that is about to be shown or logged: the last net, should one ever get that far. */
public final class Redaction {
    private static final Pattern KEY = Pattern.compile("(ayliea_pk_[0-9a-fA-F]{8})[0-9a-fA-F]+");

    /** As a server may echo it. Longer than any identifier of the API's, and than a digest that one compares by eye. */
    private static final Pattern BARE_KEY = Pattern.compile("(?<![0-9a-fA-F])[0-9a-fA-F]{64}(?![0-9a-fA-F])");

    private Redaction() {}

    /** The text with every key cut down to its public part. */
    public static String of(String text) {
        return BARE_KEY.matcher(KEY.matcher(text).replaceAll("$1…")).replaceAll("…");
    }

    /** Whether the text holds more of a key than its public part. */
    public static boolean holdsKey(String text) {
        return KEY.matcher(text).find();
    }
}
