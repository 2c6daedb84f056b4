package dev.gradeline.report.pdf;

import dev.gradeline.report.pdf.PdfCanvas.Drawing;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** The pages, filled from top to bottom; what does not fit goes to the next. Foot and head lines have room of their own. */
public final class PdfPages implements AutoCloseable {
    private static final double MARGIN = 39;
    private static final double FIRST_TOP = 38;
    private static final double NEXT_TOP = 58;
    private static final double FOOT = 54;

    private final PDDocument document;
    private final PdfFonts fonts;
    private final TextLines lines;
    private final PdfTags tags;
    private final PDRectangle size;
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private final boolean single;
    private PdfCanvas canvas;
    private PDPage page;
    private double y;

    /**
     * @param system where characters that the bundled fonts lack are looked for
     * @param cancelled whether the one who waits has had enough: then looking there ends with a CancellationException
     * @param single whether there is but one page, whatever is drawn
     */
    public PdfPages(
            PDDocument document, SystemFonts system, BooleanSupplier cancelled, PDRectangle size, boolean single)
            throws IOException {
        this.document = document;
        this.single = single;
        this.fonts = new PdfFonts(document, system, cancelled);
        this.lines = new TextLines(fonts);
        this.tags = new PdfTags(document);
        this.size = size;
        document.getDocumentCatalog().setDocumentOutline(outline);
        this.page = blank();
        this.canvas = canvas(page, AppendMode.OVERWRITE);
        this.y = FIRST_TOP;
    }

    public double left() {
        return MARGIN;
    }

    public double right() {
        return size.getWidth() - MARGIN;
    }

    public double width() {
        return right() - left();
    }

    /** Where the next thing goes: its top, in points from the top of the page. */
    public double y() {
        return y;
    }

    /** How much still fits on this page under {@link #y}. */
    public double free() {
        return size.getHeight() - FOOT - y;
    }

    /** The most that fits on any page but the first. */
    public double fullHeight() {
        return size.getHeight() - FOOT - NEXT_TOP;
    }

    public void advance(double points) {
        y += points;
    }

    public PdfFonts fonts() {
        return fonts;
    }

    public TextLines lines() {
        return lines;
    }

    public PdfTags tags() {
        return tags;
    }

    /** What draws on the current page. */
    public PdfCanvas canvas() {
        return canvas;
    }

    /** Begins a page unless this much is still free; whether it did. */
    public boolean ensure(double points) throws IOException {
        if (single || points <= free() || y <= NEXT_TOP) {
            return false;
        }
        next();
        return true;
    }

    public void next() throws IOException {
        canvas.close();
        page = blank();
        canvas = canvas(page, AppendMode.OVERWRITE);
        y = NEXT_TOP;
    }

    private PDPage blank() {
        PDPage made = new PDPage(size);
        made.getCOSObject().setName("Tabs", "S");
        document.addPage(made);
        return made;
    }

    private PdfCanvas canvas(PDPage on, AppendMode mode) throws IOException {
        PDPageContentStream stream = new PDPageContentStream(document, on, mode, true, true);
        return new PdfCanvas(stream, size.getHeight(), fonts, element -> tags.mark(element, on));
    }

    /** The height of a {@link #heading} of one line, with the space above it. */
    public double headingHeight() {
        return aboveHeading() + TextStyle.HEADING.leading() + underHeading();
    }

    private double aboveHeading() {
        return single ? 10 : 14;
    }

    private double underHeading() {
        return single ? 4 : 6;
    }

    /** A section's heading, in the outline too, on the same page as the start of what follows. */
    public void heading(String text, double following) throws IOException {
        TextStyle style = TextStyle.HEADING;
        List<String> wrapped = single ? lines.wrap(text, style, width(), 1) : lines.wrap(text, style, width());
        double room = wrapped.size() * style.leading() + 8;
        if (y > NEXT_TOP) {
            advance(aboveHeading());
        }
        ensure(room + following);
        bookmark(text);
        lines(PdfTags.add(tags.document(), "H2"), wrapped, style, left());
        advance(underHeading());
    }

    /** A paragraph over the whole width. */
    public void paragraph(String text, TextStyle style) throws IOException {
        lines(PdfTags.add(tags.document(), "P"), lines.wrap(text, style, width()), style, left());
    }

    /** A paragraph of no more than so many lines, see {@link TextLines#wrap(String, TextStyle, double, int)}. */
    public void lines(String text, TextStyle style, int most) throws IOException {
        lines(PdfTags.add(tags.document(), "P"), lines.wrap(text, style, width(), most), style, left());
    }

    /** Lines under each other, all part of one element, over as many pages as they need. */
    public void lines(PDStructureElement element, List<String> text, TextStyle style, double x) throws IOException {
        for (String line : text) {
            ensure(style.leading());
            double baseline = y + style.leading() / 2 + style.drop();
            canvas.content(element, c -> c.text(x, baseline, style, line));
            advance(style.leading());
        }
    }

    /** An entry in the outline that leads to the current place. */
    public void bookmark(String text) {
        PDPageXYZDestination destination = new PDPageXYZDestination();
        destination.setPage(page);
        destination.setTop((int) (size.getHeight() - y + 6));
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(text);
        item.setDestination(destination);
        outline.addLast(item);
    }

    /** A rectangle of the current page in the page's own coordinates. */
    public PDRectangle place(double x, double top, double boxWidth, double boxHeight) {
        return new PDRectangle(
                (float) x, (float) (size.getHeight() - top - boxHeight), (float) boxWidth, (float) boxHeight);
    }

    /** What stands at the edges of a page, made when the number of pages is known. */
    @FunctionalInterface
    public interface Edges {
        void draw(PdfCanvas canvas, int number, int of) throws IOException;
    }

    /** Draws the edges of all pages and closes the structure. Nothing can be added afterwards. */
    public void finish(Edges edges) throws IOException {
        canvas.close();
        int of = document.getNumberOfPages();
        for (int number = 1; number <= of; number++) {
            int current = number;
            try (PdfCanvas edge = canvas(document.getPage(number - 1), AppendMode.APPEND)) {
                Drawing drawing = c -> edges.draw(c, current, of);
                edge.artifact(drawing);
            }
        }
        tags.close();
    }

    /** The baseline of the line at the foot. */
    public double footBaseline() {
        return size.getHeight() - 28;
    }

    /** The baseline of the line at the head of all pages but the first. */
    public double headBaseline() {
        return 36;
    }

    @Override
    public void close() throws IOException {
        canvas.close();
    }
}
