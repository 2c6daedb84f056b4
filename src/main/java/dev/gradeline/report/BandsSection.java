package dev.gradeline.report;

import dev.gradeline.posture.GradeBand;
import dev.gradeline.report.pdf.PdfCanvas;
import dev.gradeline.report.pdf.PdfPages;
import dev.gradeline.report.pdf.PdfTags;
import dev.gradeline.report.pdf.Print;
import dev.gradeline.report.pdf.TextStyle;
import dev.gradeline.report.pdf.TextStyle.Face;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** How scores are banded into grades, so that the chart can be read on paper. */
final class BandsSection implements Section {
    private static final double GAP = 6;
    private static final double HEIGHT = 34;
    private static final double ABOVE_LINE = 10;

    @Override
    public void draw(Snapshot snapshot, PdfPages pages) throws IOException {
        pages.heading(snapshot.text("report.bands"), HEIGHT + 3 * TextStyle.BODY.leading());
        pages.paragraph(snapshot.text("report.bands.note"), TextStyle.MUTED);
        pages.advance(5);
        pages.ensure(HEIGHT);
        PDStructureElement list = PdfTags.list(pages.tags().document(), "None");
        int count = GradeBand.values().length;
        double width = (pages.width() - (count - 1) * GAP) / count;
        double x = pages.left();
        for (GradeBand band : GradeBand.values()) {
            band(snapshot, pages, PdfTags.add(PdfTags.add(list, "LI"), "LBody"), band, x, width);
            x += width + GAP;
        }
        pages.advance(HEIGHT);
    }

    @Override
    public Need need(Snapshot snapshot, PdfPages pages) {
        double height = ABOVE_LINE + TextStyle.MUTED.leading();
        return new Need(height, height);
    }

    /** A line in place of the boxes. */
    @Override
    public void brief(Snapshot snapshot, PdfPages pages, double room) throws IOException {
        List<String> bands = new ArrayList<>();
        for (GradeBand band : GradeBand.values()) {
            bands.add(snapshot.text("report.bands.short", band.name(), range(snapshot, band), name(snapshot, band)));
        }
        String text = snapshot.text("report.bands.line", String.join(" · ", bands));
        pages.advance(ABOVE_LINE);
        pages.lines(text, TextStyle.SMALL, 1);
    }

    private static String range(Snapshot snapshot, GradeBand band) {
        int last = band == GradeBand.A ? band.to() : band.to() - 1;
        return snapshot.text("report.bands.range", band.from(), last);
    }

    private static void band(
            Snapshot snapshot, PdfPages pages, PDStructureElement item, GradeBand band, double x, double width)
            throws IOException {
        double top = pages.y();
        double middle = top + HEIGHT / 2;
        PdfCanvas canvas = pages.canvas();
        TextStyle letter = new TextStyle(Face.BOLD, 14, Print.grade(band));
        TextStyle small = TextStyle.SMALL.in(Print.TEXT);
        String range = range(snapshot, band);
        canvas.artifact(c -> c.roundBox(x, top, width, HEIGHT, 7, Print.tint(band), null));
        canvas.content(item, c -> c.text(x + 10, middle + letter.drop(), letter, band.name()));
        canvas.content(item, c -> c.text(x + 30, middle - 5.5 + small.drop(), small, range));
        canvas.content(item, c -> c.text(x + 30, middle + 5.5 + small.drop(), small, name(snapshot, band)));
    }

    private static String name(Snapshot snapshot, GradeBand band) {
        return switch (band) {
            case A -> snapshot.text("report.bands.a");
            case B -> snapshot.text("report.bands.b");
            case C -> snapshot.text("report.bands.c");
            case D -> snapshot.text("report.bands.d");
            case F -> snapshot.text("report.bands.f");
        };
    }
}
