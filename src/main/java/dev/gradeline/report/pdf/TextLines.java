package dev.gradeline.report.pdf;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Breaks text into lines; a word wider than the line is broken where it must be. Only what is asked for a number of lines or
 * for a single one cuts off what does not fit, and says so with an ellipsis.
 */
public final class TextLines {
    private final PdfFonts fonts;

    public TextLines(PdfFonts fonts) {
        this.fonts = fonts;
    }

    /** The lines; together they are the text. Never empty. A line that breaks at a space keeps it, for reading aloud. */
    public List<String> wrap(String text, TextStyle style, double width) throws IOException {
        if (fits(text, style, width)) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        BreakIterator words = BreakIterator.getLineInstance(Locale.ROOT);
        words.setText(text);
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
            String word = text.substring(start, end);
            if (!line.isEmpty() && !fits(line + word, style, width)) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(word);
            if (!fits(word, style, width)) {
                breakWord(line, lines, style, width);
            }
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /**
     * The lines, no more than so many; the last one ends in an ellipsis where that cuts the text. For places that hold only
     * so much.
     */
    public List<String> wrap(String text, TextStyle style, double width, int most) throws IOException {
        // a line holds far fewer characters: the rest is not measured for nothing
        String start = start(text, most * 400);
        List<String> lines = wrap(start, style, width);
        if (lines.size() <= most) {
            if (start.length() < text.length()) {
                lines = new ArrayList<>(lines);
                lines.add(fitted(lines.removeLast() + "…", style, width));
            }
            return lines;
        }
        List<String> fewer = new ArrayList<>(lines.subList(0, most - 1));
        fewer.add(fitted(lines.get(most - 1) + lines.get(most), style, width));
        return fewer;
    }

    /** Moves all but the last part of an overlong word to lines of their own. */
    private void breakWord(StringBuilder word, List<String> lines, TextStyle style, double width) throws IOException {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        String text = word.toString();
        characters.setText(text);
        int start = 0;
        double used = 0;
        int from = characters.first();
        for (int to = characters.next(); to != BreakIterator.DONE; from = to, to = characters.next()) {
            double next = fonts.width(style, text.substring(from, to));
            if (used + next > width && from > start) {
                lines.add(text.substring(start, from));
                start = from;
                used = 0;
            }
            used += next;
        }
        word.setLength(0);
        word.append(text.substring(start));
    }

    /** The text, or as much of its start as fits with an ellipsis. For places that repeat what stands in full elsewhere. */
    public String fitted(String text, TextStyle style, double width) throws IOException {
        if (fits(text, style, width)) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        String start = start(text, 300);
        characters.setText(start);
        for (int end = characters.last(); end > 0; end = characters.previous()) {
            String cut = start.substring(0, end).stripTrailing() + "…";
            if (fits(cut, style, width)) {
                return cut;
            }
        }
        return "…";
    }

    /** So much of the text at most; never half a character. */
    private static String start(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    private boolean fits(String text, TextStyle style, double width) throws IOException {
        return fonts.width(style, text.stripTrailing()) <= width;
    }
}
