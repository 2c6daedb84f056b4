package dev.gradeline.report;

import dev.gradeline.report.pdf.PdfCanvas;
import dev.gradeline.report.pdf.PdfPages;
import dev.gradeline.report.pdf.PdfTags;
import dev.gradeline.report.pdf.Print;
import dev.gradeline.report.pdf.TextStyle;
import dev.gradeline.words.ChangeWords;
import java.awt.Color;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** What changed since a moment: the same digest as on screen; nothing when no moment was asked for. */
final class ChangesSection implements Section {
    private static final double PADDING = 4.4;
    private static final double TEXT_AT = 18;
    private static final double DAY_WIDTH = 76;

    @Override
    public void draw(Snapshot snapshot, PdfPages pages) throws IOException {
        Instant since = snapshot.options().since();
        if (since == null) {
            return;
        }
        pages.heading(
                snapshot.text("report.changes", snapshot.times().date(since)),
                3 * (TextStyle.BODY.leading() + 2 * PADDING));
        List<ChangeWords.Line> digest = snapshot.changeWords().digest(snapshot.changes());
        if (digest.isEmpty()) {
            pages.paragraph(snapshot.text("report.changes.none"), TextStyle.MUTED);
            return;
        }
        PDStructureElement list = PdfTags.list(pages.tags().document(), "Disc");
        for (ChangeWords.Line line : digest) {
            String day = snapshot.times().day(line.at(), snapshot.posture().asOf());
            change(pages, PdfTags.add(list, "LI"), line, day);
        }
    }

    private static void change(PdfPages pages, PDStructureElement item, ChangeWords.Line line, String day)
            throws IOException {
        TextStyle style = TextStyle.BODY;
        List<String> text = pages.lines().wrap(line.text(), style, pages.width() - TEXT_AT - DAY_WIDTH);
        pages.ensure(Math.min(text.size(), 4) * style.leading() + 2 * PADDING);
        pages.advance(PADDING);
        PdfCanvas canvas = pages.canvas();
        double baseline = pages.y() + style.leading() / 2 + style.drop();
        TextStyle symbol = TextStyle.STRONG.in(tone(line.tone()));
        canvas.content(PdfTags.add(item, "Lbl"), c -> c.text(pages.left() + 1, baseline, symbol, line.symbol()));
        PDStructureElement body = PdfTags.add(item, "LBody");
        pages.lines(body, text, style, pages.left() + TEXT_AT);
        // The day stands beside the first line, which may be on the page before the last one's.
        if (pages.canvas() == canvas) {
            canvas.content(body, c -> c.textEndingAt(pages.right(), baseline, TextStyle.MUTED, day));
        } else {
            pages.lines(body, List.of(day), TextStyle.MUTED, pages.left() + TEXT_AT);
        }
        pages.advance(PADDING);
        double y = pages.y();
        pages.canvas().artifact(c -> c.rule(pages.left(), y, pages.width()));
    }

    private static Color tone(ChangeWords.Tone tone) {
        return switch (tone) {
            case GOOD -> Print.GOOD;
            case BAD -> Print.BAD;
            case NEUTRAL -> Print.MUTED;
        };
    }
}
