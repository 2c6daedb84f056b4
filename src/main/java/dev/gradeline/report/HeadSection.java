package dev.gradeline.report;

import dev.gradeline.report.pdf.PdfPages;
import dev.gradeline.report.pdf.PdfTags;
import dev.gradeline.report.pdf.TextStyle;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** The title, whose posture it is, of which moment, how old the data is, and which recommendations are in it. */
final class HeadSection implements Section {
    private static final double LEAST_GAP = 24;
    private static final TextStyle ORGANISATION = new TextStyle(TextStyle.Face.SEMIBOLD, 10.5, TextStyle.BODY.color());
    private static final TextStyle FACTS = new TextStyle(TextStyle.Face.REGULAR, 9.5, TextStyle.MUTED.color());

    @Override
    public void draw(Snapshot snapshot, PdfPages pages) throws IOException {
        String title = snapshot.text("report.title");
        String organisation = snapshot.organisation();
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
            pages.paragraph(organisation, ORGANISATION);
        }
        for (String fact : facts(snapshot)) {
            pages.paragraph(fact, FACTS);
        }
        pages.advance(4);
    }

    private static List<String> facts(Snapshot snapshot) {
        Instant sync = snapshot.posture().lastSync();
        String asOf = snapshot.times().dateTime(snapshot.posture().asOf());
        return List.of(
                sync == null
                        ? snapshot.text("report.asOfNeverSynced", asOf)
                        : snapshot.text("report.asOf", asOf, snapshot.times().dateTime(sync)),
                snapshot.text(
                        "report.filter",
                        snapshot.postureWords().filter(snapshot.options().filter())));
    }
}
