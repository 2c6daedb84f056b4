package dev.gradeline.report.chart;

/** Names on a chart: one line, nothing invisible in it, no wider than its place. */
final class ChartText {
    private static final String ELLIPSIS = "…";

    private ChartText() {}

    /** The text without control, formatting and half characters, its white space made single spaces. */
    static String line(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .limit(200)
                .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
                .filter(ChartText::visible)
                .forEach(line::appendCodePoint);
        return line.toString().strip().replaceAll(" {2,}", " ");
    }

    private static boolean visible(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
    }

    /** The text, or as much of its start as fits with an ellipsis; empty when not even that fits. */
    static String fitted(String text, double width, double size, boolean bold, TextMeasure measure) {
        if (measure.width(text, size, bold) <= width) {
            return text;
        }
        int[] codePoints = text.codePoints().toArray();
        for (int length = codePoints.length - 1; length > 0; length--) {
            String cut = new String(codePoints, 0, length).stripTrailing() + ELLIPSIS;
            if (measure.width(cut, size, bold) <= width) {
                return cut;
            }
        }
        return "";
    }
}
