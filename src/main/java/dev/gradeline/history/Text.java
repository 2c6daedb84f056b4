package dev.gradeline.history;

import org.jspecify.annotations.Nullable;

/** Text as the file can hold it. */
final class Text {
    private Text() {}

    /**
     * The same text; half a surrogate pair, which is no character and which UTF-8 cannot hold, becomes U+FFFD. Compare what
     * is reported in this form, or such a text differs from its stored self for ever.
     */
    static String storable(String text) {
        if (!hasLoneSurrogate(text)) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().forEach(c -> whole.appendCodePoint(isSurrogate(c) ? 0xFFFD : c));
        return whole.toString();
    }

    static @Nullable String storableOrNull(@Nullable String text) {
        return text == null ? null : storable(text);
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints().anyMatch(Text::isSurrogate);
            }
        }
        return false;
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
