package dev.gradeline.words;

/** Makes foreign text safe to show on one line; wherever there are words at hand, {@link PostureWords#clean} is the way. */
public final class Cleaning {
    private static final int LONGEST = 10_000;
    private static final char ELLIPSIS = '…';
    private static final char REPLACEMENT = '\uFFFD';

    private Cleaning() {}

    /** The text without what could hide, reorder or break up other text. */
    public static String clean(String text) {
        return shorten(isHarmless(text) ? text : rewrite(text), LONGEST);
    }

    /** At most this many characters, the last an ellipsis when something was cut; never half a character. */
    public static String shorten(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + ELLIPSIS;
    }

    /** Nearly every text is: then nothing is copied. */
    private static boolean isHarmless(String text) {
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c) || Character.isISOControl(c) || reorders(c) || isBreak(c)) {
                return false;
            }
        }
        return true;
    }

    private static String rewrite(String text) {
        StringBuilder clean = new StringBuilder(Math.min(text.length(), LONGEST) + 2);
        for (int i = 0; i < text.length() && clean.length() <= LONGEST; ) {
            int point = text.codePointAt(i);
            if (isBreak(point)) {
                boolean secondHalf = point == '\n' && i > 0 && text.charAt(i - 1) == '\r';
                clean.append(secondHalf ? "" : " ");
            } else if (point <= 0xFFFF && Character.isSurrogate((char) point)) {
                clean.append(REPLACEMENT);
            } else if (!Character.isISOControl(point) && !reorders(point)) {
                clean.appendCodePoint(point);
            }
            i += Character.charCount(point);
        }
        return clean.toString();
    }

    private static boolean isBreak(int point) {
        return point >= '\t' && point <= '\r' || point == 0x85 || point == 0x2028 || point == 0x2029;
    }

    /** Bidirectional embeddings, overrides and isolates: they let a text pose as another one. */
    private static boolean reorders(int point) {
        return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
    }
}
