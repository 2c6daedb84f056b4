package dev.gradeline.ayliea;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An Ayliea API key. It never shows itself: {@link #toString()} gives the public part only.
 *
 * <p>Format (vendor's documentation): {@code ayliea_pk_} and 64 hex digits, of which the first 8 are public.
 */
public final class ApiKey {
    private static final Pattern FORMAT = Pattern.compile("ayliea_pk_[0-9a-fA-F]{64}");
    private static final int VISIBLE = "ayliea_pk_".length() + 8;

    private final String secret;

    private ApiKey(String secret) {
        this.secret = secret;
    }

    /** What is wrong with a text that should be a key; {@link #NONE} when nothing is. */
    public enum Flaw {
        NONE,
        EMPTY,
        NO_PREFIX,
        ONLY_VISIBLE_PART,
        TOO_SHORT,
        TOO_LONG,
        NOT_HEX
    }

    /** The text without the spaces, line breaks and quotes that come along when a key is copied. */
    public static String trimmed(String text) {
        return text.replaceAll("[\\s\"'`\\u00a0\\u200b\\ufeff\\u2018\\u2019\\u201c\\u201d]", "");
    }

    /** What keeps this text, once trimmed, from being a key. */
    public static Flaw flawOf(String text) {
        String key = trimmed(text);
        if (key.isEmpty()) {
            return Flaw.EMPTY;
        }
        if (FORMAT.matcher(key).matches()) {
            return Flaw.NONE;
        }
        if (!key.startsWith("ayliea_pk_")) {
            return Flaw.NO_PREFIX;
        }
        String digits = key.substring("ayliea_pk_".length());
        if (digits.matches("[0-9a-fA-F]{8}(…|\\.\\.\\.|•+|\\*+)?")) {
            return Flaw.ONLY_VISIBLE_PART;
        }
        if (!digits.matches("[0-9a-fA-F]*")) {
            return Flaw.NOT_HEX;
        }
        return digits.length() < 64 ? Flaw.TOO_SHORT : Flaw.TOO_LONG;
    }

    /**
     * The key in this text.
     *
     * @throws IllegalArgumentException when {@link #flawOf} finds a flaw; the message does not hold the text
     */
    public static ApiKey of(String text) {
        Flaw flaw = flawOf(text);
        if (flaw != Flaw.NONE) {
            throw new IllegalArgumentException("not an Ayliea API key: " + flaw);
        }
        return new ApiKey(trimmed(text));
    }

    /** The key itself, for the request header and the keychain alone. */
    public String secret() {
        return secret;
    }

    /** The public part, as {@code ayliea_pk_a1b2c3d4…}: all that may ever be shown. */
    public String visible() {
        return secret.substring(0, VISIBLE) + "…";
    }

    /** The eight digits of the public part, in lower case: tells keys apart in the names of files. */
    String publicDigits() {
        return secret.substring(VISIBLE - 8, VISIBLE).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return visible();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiKey key && key.secret.equals(secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }
}
