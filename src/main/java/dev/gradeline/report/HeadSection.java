package dev.gradeline.report;

import dev.gradeline.report.pdf.PdfPages;
import dev.gradeline.report.pdf.PdfTags;
import dev.gradeline.report.pdf.TextStyle;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** The title, whose posture it is, of which moment, how old the data is, and which recommendations are in it. */
final class HeadSection {
    private static final double LEAST_GAP = 24;
    private static final TextStyle ORGANISATION = new TextStyle(TextStyle.Face.SEMIBOLD, 10.5, TextStyle.BODY.color());
    private static final TextStyle FACTS = new TextStyle(TextStyle.Face.REGULAR, 9.5, TextStyle.MUTED.color());

    private static final int MOST_LINES = 2;

    /** @param brief whether no more than two lines are left for each thing */
    void draw(boolean brief, Snapshot snapshot, PdfPages pages) throws IOException {
        String title = snapshot.text("report.title");
        String organisation = snapshot.organisation();
        int most = brief ? MOST_LINES : Integer.MAX_VALUE;
        double room = pages.width() - pages.fonts().width(TextStyle.TITLE, title) - LEAST_GAP;
        boolean beside = !organisation.isEmpty() && pages.fonts().width(ORGANISATION, organisation) <= room;
        double baseline = pages.y() + TextStyle.TITLE.leading() / 2 + TextStyle.TITLE.drop();
        pages.bookmark(title);
        PDStructureElement heading = PdfTags.add(pages.tags().document(), "H1");
        pages.canvas().content(heading, canvas -> canvas.text(pages.left(), baseline, TextStyle.TITLE, title));
        if (beside) {
            PDStructureElement name = PdfTags.add(pages.tags().document(), "P");
            pages.canvas()
                    .content(name, canvas -> canvas.textEndingAt(pages.right(), baseline, ORGANISATION, organisation));
        }
        pages.advance(TextStyle.TITLE.leading() + 1);
        if (!beside && !organisation.isEmpty()) {
            paragraph(pages, organisation, ORGANISATION, most);
        }
        for (String fact : facts(snapshot)) {
            paragraph(pages, fact, FACTS, most);
        }
        pages.advance(4);
    }

    private static void paragraph(PdfPages pages, String text, TextStyle style, int most) throws IOException {
        if (most == Integer.MAX_VALUE) {
            pages.paragraph(text, style);
        } else {
            pages.lines(text, style, most);
        }
    }

    private static List<String> facts(Snapshot snapshot) {
        Instant sync = snapshot.posture().lastSync();
        String asOf = snapshot.times().dateTime(snapshot.posture().asOf());
        List<String> facts = new ArrayList<>();
        facts.add(
                sync == null
                        ? snapshot.text("report.asOfNeverSynced", asOf)
                        : snapshot.text("report.asOf", asOf, snapshot.times().dateTime(sync)));
        if (snapshot.options().sections().contains(ReportSection.RECOMMENDATIONS)) {
            facts.add(snapshot.text("report.filter", snapshot.filter()));
        }
        if (snapshot.options().redacted()) {
            facts.add(snapshot.text("report.redacted"));
        }
        return facts;
    }
}
