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
import java.util.function.BooleanSupplier;
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
 * is looked up first: in the wanted weight of Inter, then among the symbols, then in the fonts of the computer; what none of
 * them has becomes a visible box. Text that runs from right to left is put into the order in which it is seen.
 */
public final class PdfFonts {
    private static final String FOLDER = "/dev/gradeline/fonts/";
    private static final String SYMBOLS = "NotoSansSymbols2_400Regular";
    private static final int PLACEHOLDER = '□';
    private static final int NOTHING = -1;

    private final PDDocument document;
    private final Map<Face, Loaded> faces = new EnumMap<>(Face.class);
    private final Map<SystemFonts.Found, Loaded> others = new HashMap<>();
    private final SystemFonts system;
    private final BooleanSupplier cancelled;
    private final Direction direction = new Direction();
    private @Nullable Loaded symbols;

    /**
     * @param system where what the bundled fonts lack is looked for
     * @param cancelled whether the one who waits has had enough: then looking ends with a CancellationException
     */
    public PdfFonts(PDDocument document, SystemFonts system, BooleanSupplier cancelled) {
        this.document = document;
        this.system = system;
        this.cancelled = cancelled;
    }

    /** A stretch of text that one font can draw. */
    public record Run(PDFont font, String text) {}

    /**
     * A text as it can be drawn.
     *
     * @param width in thousandths of the size
     * @param complete whether what is drawn, read from left to right, is the text itself: otherwise some characters are boxes,
     *     or stand in another order or form
     */
    public record Shaped(List<Run> runs, double width, boolean complete) {}

    private static final class Loaded {
        private final PDFont font;
        private final TrueTypeFont file;
        private final CmapLookup glyphs;
        private final Map<Integer, Double> widths = new HashMap<>();
        private final double[] ascii = new double['~' - ' ' + 1];

        Loaded(PDDocument document, TrueTypeFont file) throws IOException {
            this.file = file;
            // Ligatures would make the text wider or narrower than it was measured.
            file.setEnableGsub(false);
            document.registerTrueTypeFontForClosing(file);
            font = PDType0Font.load(document, file, true);
            glyphs = file.getUnicodeCmapLookup();
            for (int c = ' '; c <= '~'; c++) {
                // a font that lacks one of them makes no text with it plain
                ascii[c - ' '] = has(c) ? advance(c) : Double.NEGATIVE_INFINITY;
            }
        }

        static Loaded bundled(PDDocument document, String name) throws IOException {
            try (InputStream in = PdfFonts.class.getResourceAsStream(FOLDER + name + ".ttf")) {
                if (in == null) {
                    throw new IOException("font missing from the program: " + name);
                }
                return new Loaded(document, new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in)));
            }
        }

        boolean has(int codePoint) {
            return glyphs.getGlyphId(codePoint) != 0;
        }

        /** In thousandths of the size. */
        double width(int codePoint) {
            Double known = widths.get(codePoint);
            if (known == null) {
                known = advance(codePoint);
                widths.put(codePoint, known);
            }
            return known;
        }

        /** The width of a text that needs no looking after, as nearly every one; negative for any other. */
        double plainWidth(String text) {
            double width = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c < ' ' || c > '~') {
                    return -1;
                }
                width += ascii[c - ' '];
            }
            return width;
        }

        private double advance(int codePoint) {
            try {
                return 1000.0 * file.getAdvanceWidth(glyphs.getGlyphId(codePoint)) / file.getUnitsPerEm();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** Chooses a font for each character of a text, in the order in which they stand from left to right. */
    public Shaped shape(Face face, String text) throws IOException {
        if (text.isEmpty()) {
            return new Shaped(List.of(), 0, true);
        }
        Loaded own = loaded(face);
        double plain = own.plainWidth(text);
        if (plain >= 0) {
            return new Shaped(List.of(new Run(own.font, text)), plain, true);
        }
        int[] read = Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(PdfFonts::drawable)
                .filter(codePoint -> codePoint != NOTHING)
                .toArray();
        boolean turned = direction.isNeeded(read);
        int[] seen = turned ? direction.leftToRight(read) : read;
        Setting setting = new Setting(face);
        for (int codePoint : seen) {
            setting.add(codePoint);
        }
        return setting.shaped(!turned);
    }

    /** What stands for a character; {@link #NOTHING} for one that draws nothing. */
    private static int drawable(int codePoint) {
        int wanted = Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) ? ' ' : codePoint;
        return invisible(wanted) ? NOTHING : wanted;
    }

    /** A line being set. */
    private final class Setting {
        private final Face face;
        private final List<Run> runs = new ArrayList<>();
        private final StringBuilder run = new StringBuilder();
        private @Nullable Loaded current;
        private double width;
        private boolean complete = true;

        Setting(Face face) {
            this.face = face;
        }

        void add(int codePoint) throws IOException {
            Loaded font = font(face, codePoint);
            if (font != null) {
                set(font, codePoint);
                return;
            }
            int[] plain = direction.apart(codePoint);
            if (plain.length > 0) {
                for (int each : plain) {
                    add(each);
                }
                return;
            }
            complete = false;
            set(loaded(face), PLACEHOLDER);
        }

        private void set(Loaded font, int codePoint) {
            if (font != current) {
                end();
                current = font;
            }
            run.appendCodePoint(codePoint);
            width += font.width(codePoint);
        }

        private void end() {
            if (current != null && !run.isEmpty()) {
                runs.add(new Run(current.font, run.toString()));
                run.setLength(0);
            }
        }

        Shaped shaped(boolean inOrder) {
            end();
            return new Shaped(runs, width, complete && inOrder);
        }
    }

    /** In points. */
    public double width(Face face, double size, String text) throws IOException {
        double plain = loaded(face).plainWidth(text);
        return (plain >= 0 ? plain : shape(face, text).width()) * size / 1000;
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
            fallback = Loaded.bundled(document, SYMBOLS);
            symbols = fallback;
        }
        return fallback.has(codePoint) ? fallback : other(codePoint);
    }

    private @Nullable Loaded other(int codePoint) throws IOException {
        SystemFonts.Found found = system.find(codePoint, cancelled);
        if (found == null) {
            return null;
        }
        Loaded known = others.get(found);
        if (known == null) {
            known = new Loaded(document, found.open());
            others.put(found, known);
        }
        return known;
    }

    private Loaded loaded(Face face) throws IOException {
        Loaded known = faces.get(face);
        if (known == null) {
            known = Loaded.bundled(document, face.file());
            faces.put(face, known);
        }
        return known;
    }
}
