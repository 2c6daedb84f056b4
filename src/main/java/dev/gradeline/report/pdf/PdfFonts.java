package dev.gradeline.report.pdf;

import dev.gradeline.report.chart.TextMeasure;
import dev.gradeline.report.pdf.TextStyle.Face;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * The bundled fonts, embedded in one document as subsets. PDFBox fails on a character that a font lacks, so each character
 * is looked up first: in the wanted weight of Inter, then among the symbols; what neither has becomes a visible box.
 */
public final class PdfFonts {
    private static final String FOLDER = "/dev/gradeline/fonts/";
    private static final String SYMBOLS = "NotoSansSymbols2_400Regular";
    private static final int PLACEHOLDER = '□';

    private final PDDocument document;
    private final Map<Face, Loaded> faces = new EnumMap<>(Face.class);
    private @Nullable Loaded symbols;

    public PdfFonts(PDDocument document) {
        this.document = document;
    }

    /** A stretch of text that one font can draw. */
    public record Run(PDFont font, String text) {}

    /**
     * A text as it can be drawn.
     *
     * @param width in thousandths of the size
     * @param complete whether every character has its own glyph; otherwise some are boxes
     */
    public record Shaped(List<Run> runs, double width, boolean complete) {}

    private static final class Loaded {
        private final PDFont font;
        private final TrueTypeFont file;
        private final CmapLookup glyphs;
        private final Map<Integer, Double> widths = new HashMap<>();

        Loaded(PDDocument document, String name) throws IOException {
            try (InputStream in = PdfFonts.class.getResourceAsStream(FOLDER + name + ".ttf")) {
                if (in == null) {
                    throw new IOException("font missing from the program: " + name);
                }
                file = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in));
            }
            // Ligatures would make the text wider or narrower than it was measured.
            file.setEnableGsub(false);
            document.registerTrueTypeFontForClosing(file);
            font = PDType0Font.load(document, file, true);
            glyphs = file.getUnicodeCmapLookup();
        }

        boolean has(int codePoint) {
            return glyphs.getGlyphId(codePoint) != 0;
        }

        /** In thousandths of the size. */
        double width(int codePoint) {
            return widths.computeIfAbsent(codePoint, this::advance);
        }

        private double advance(int codePoint) {
            try {
                return 1000.0 * file.getAdvanceWidth(glyphs.getGlyphId(codePoint)) / file.getUnitsPerEm();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** Chooses a font for each character of a text. */
    public Shaped shape(Face face, String text) throws IOException {
        List<Run> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        Loaded current = null;
        double width = 0;
        boolean complete = true;
        int[] codePoints =
                Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray();
        for (int codePoint : codePoints) {
            int wanted = Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) ? ' ' : codePoint;
            if (invisible(wanted)) {
                continue;
            }
            Loaded font = font(face, wanted);
            int drawn = wanted;
            if (font == null) {
                complete = false;
                drawn = PLACEHOLDER;
                font = loaded(face);
            }
            if (current != null && font != current) {
                runs.add(new Run(current.font, run.toString()));
                run.setLength(0);
            }
            current = font;
            run.appendCodePoint(drawn);
            width += font.width(drawn);
        }
        if (current != null) {
            runs.add(new Run(current.font, run.toString()));
        }
        return new Shaped(runs, width, complete);
    }

    /** In points. */
    public double width(Face face, double size, String text) throws IOException {
        return shape(face, text).width() * size / 1000;
    }

    public double width(TextStyle style, String text) throws IOException {
        return width(style.face(), style.size(), text);
    }

    /** For chart layouts. Throws {@link UncheckedIOException} when a font cannot be read. */
    public TextMeasure measure() {
        return (text, size, bold) -> {
            try {
                return width(bold ? Face.SEMIBOLD : Face.REGULAR, size, text);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        };
    }

    /** Control, joining and direction characters, and halves of characters: nothing to draw. */
    private static boolean invisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || codePoint >= 0xFE00 && codePoint <= 0xFE0F;
    }

    private @Nullable Loaded font(Face face, int codePoint) throws IOException {
        if (Character.getType(codePoint) == Character.PRIVATE_USE) {
            // What it means was agreed between others: the glyph that Inter has there is something else.
            return null;
        }
        Loaded wanted = loaded(face);
        if (wanted.has(codePoint)) {
            return wanted;
        }
        Loaded fallback = symbols;
        if (fallback == null) {
            fallback = new Loaded(document, SYMBOLS);
            symbols = fallback;
        }
        return fallback.has(codePoint) ? fallback : null;
    }

    private Loaded loaded(Face face) throws IOException {
        Loaded known = faces.get(face);
        if (known == null) {
            known = new Loaded(document, face.file());
            faces.put(face, known);
        }
        return known;
    }
}
