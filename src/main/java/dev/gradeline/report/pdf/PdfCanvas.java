package dev.gradeline.report.pdf;

import dev.gradeline.report.pdf.PdfFonts.Run;
import dev.gradeline.report.pdf.PdfFonts.Shaped;
import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.jspecify.annotations.Nullable;

/**
 * Draws on one page, in points with the origin at the top left and y downwards. All drawing happens inside
 * {@link #content} (part of an element) or {@link #artifact} (decoration that nobody reads out).
 */
public final class PdfCanvas implements AutoCloseable {
    /** How far a curve's handles reach, to look like a quarter of a circle. */
    public static final double ROUND = 0.5523;

    private final PDPageContentStream stream;
    private final PdfFonts fonts;
    private final Marker marker;
    private final double height;

    /** Gives out the numbers of marked content on this page. */
    @FunctionalInterface
    public interface Marker {
        int mark(PDStructureElement element);
    }

    /** Something that draws. */
    @FunctionalInterface
    public interface Drawing {
        void draw(PdfCanvas canvas) throws IOException;
    }

    public PdfCanvas(PDPageContentStream stream, double height, PdfFonts fonts, Marker marker) {
        this.stream = stream;
        this.height = height;
        this.fonts = fonts;
        this.marker = marker;
    }

    public void content(PDStructureElement element, Drawing drawing) throws IOException {
        stream.beginMarkedContent(COSName.getPDFName(element.getStructureType()), marker.mark(element));
        drawing.draw(this);
        stream.endMarkedContent();
    }

    public void artifact(Drawing drawing) throws IOException {
        stream.beginMarkedContent(COSName.ARTIFACT);
        drawing.draw(this);
        stream.endMarkedContent();
    }

    /** Text on a baseline, from x to the right. */
    public void text(double x, double baseline, TextStyle style, String text) throws IOException {
        Shaped shaped = fonts.shape(style.face(), text);
        if (shaped.runs().isEmpty()) {
            return;
        }
        if (!shaped.complete()) {
            // The boxes are for the eye; who listens or copies gets the text itself.
            COSDictionary actual = new COSDictionary();
            actual.setString(COSName.ACTUAL_TEXT, text);
            stream.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(actual));
        }
        stream.beginText();
        stream.setNonStrokingColor(style.color());
        stream.newLineAtOffset((float) x, y(baseline));
        for (Run run : shaped.runs()) {
            stream.setFont(run.font(), (float) style.size());
            stream.showText(run.text());
        }
        stream.endText();
        if (!shaped.complete()) {
            stream.endMarkedContent();
        }
    }

    /** Text on a baseline that ends at x. */
    public void textEndingAt(double x, double baseline, TextStyle style, String text) throws IOException {
        text(x - fonts.width(style, text), baseline, style, text);
    }

    /** Text on a baseline around x. */
    public void textAround(double x, double baseline, TextStyle style, String text) throws IOException {
        text(x - fonts.width(style, text) / 2, baseline, style, text);
    }

    public void box(double x, double top, double width, double boxHeight, Color fill) throws IOException {
        stream.setNonStrokingColor(fill);
        stream.addRect((float) x, y(top + boxHeight), (float) width, (float) boxHeight);
        stream.fill();
    }

    /** A box with round corners; stroke null for none. */
    public void roundBox(
            double x, double top, double width, double boxHeight, double radius, Color fill, @Nullable Color stroke)
            throws IOException {
        stream.setNonStrokingColor(fill);
        double right = x + width;
        double bottom = top + boxHeight;
        double k = radius * (1 - ROUND);
        move(x + radius, top);
        line(right - radius, top);
        curve(right - k, top, right, top + k, right, top + radius);
        line(right, bottom - radius);
        curve(right, bottom - k, right - k, bottom, right - radius, bottom);
        line(x + radius, bottom);
        curve(x + k, bottom, x, bottom - k, x, bottom - radius);
        line(x, top + radius);
        curve(x, top + k, x + k, top, x + radius, top);
        stream.closePath();
        if (stroke == null) {
            stream.fill();
        } else {
            stream.setStrokingColor(stroke);
            stream.setLineWidth(0.75f);
            stream.fillAndStroke();
        }
    }

    /** A thin level line. */
    public void rule(double x, double lineY, double width) throws IOException {
        stream.setStrokingColor(Print.LINE);
        stream.setLineWidth(0.6f);
        move(x, lineY);
        line(x + width, lineY);
        stream.stroke();
    }

    public void move(double x, double lineY) throws IOException {
        stream.moveTo((float) x, y(lineY));
    }

    public void line(double x, double lineY) throws IOException {
        stream.lineTo((float) x, y(lineY));
    }

    public void curve(double x1, double y1, double x2, double y2, double x3, double y3) throws IOException {
        stream.curveTo((float) x1, y(y1), (float) x2, y(y2), (float) x3, y(y3));
    }

    /** The stream itself, for paths of a kind of their own. */
    public PDPageContentStream stream() {
        return stream;
    }

    public PdfFonts fonts() {
        return fonts;
    }

    private float y(double fromTop) {
        return (float) (height - fromTop);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
