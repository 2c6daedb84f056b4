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
import java.util.Objects;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** What changed since a moment: the same digest as on screen; nothing when no moment was asked for. */
final class ChangesSection implements Section {
    private static final double PADDING = 4.4;
    private static final double TEXT_AT = 18;
    private static final double DAY_WIDTH = 76;
    private static final double LINE = TextStyle.BODY.leading() + 2 * PADDING;
    private static final double MORE = TextStyle.MUTED.leading() + 2;
    /** On a single page. */
    private static final int MOST = 7;

    @Override
    public void draw(Snapshot snapshot, PdfPages pages) throws IOException {
        Instant since = snapshot.options().since();
        if (since == null) {
            return;
        }
        pages.heading(snapshot.text("report.changes", snapshot.moment(since)), 3 * LINE);
        List<ChangeWords.Line> digest = digest(snapshot);
        if (digest.isEmpty()) {
            pages.paragraph(snapshot.text("report.changes.none"), TextStyle.MUTED);
            return;
        }
        list(snapshot, pages, digest);
    }

    @Override
    public Need need(Snapshot snapshot, PdfPages pages) {
        if (snapshot.options().since() == null) {
            return Need.NOTHING;
        }
        int lines = Math.max(1, digest(snapshot).size());
        double heading = pages.headingHeight();
        // one line more says how many are not there
        return new Need(heading + LINE + MORE, heading + Math.min(lines, MOST) * LINE + (lines > MOST ? MORE : 0));
    }

    @Override
    public void brief(Snapshot snapshot, PdfPages pages, double room) throws IOException {
        List<ChangeWords.Line> digest = digest(snapshot);
        int most = (int) Math.floor((room - pages.headingHeight() - MORE) / LINE);
        if (digest.size() <= most) {
            draw(snapshot, pages);
            return;
        }
        Instant since = Objects.requireNonNull(snapshot.options().since());
        pages.heading(snapshot.text("report.changes", snapshot.moment(since)), 0);
        List<ChangeWords.Line> first = digest.subList(0, Math.clamp(most, 0, MOST));
        list(snapshot, pages, first);
        pages.advance(2);
        pages.paragraph(snapshot.text("report.brief.changes", digest.size() - first.size()), TextStyle.MUTED);
    }

    private static List<ChangeWords.Line> digest(Snapshot snapshot) {
        return snapshot.changeWords().digest(snapshot.changes());
    }

    private static void list(Snapshot snapshot, PdfPages pages, List<ChangeWords.Line> digest) throws IOException {
        boolean brief = snapshot.options().form() == ReportOptions.Form.BRIEF;
        PDStructureElement list = PdfTags.list(pages.tags().document(), "Disc");
        for (ChangeWords.Line line : digest) {
            String day = snapshot.times().day(line.at(), snapshot.posture().asOf());
            change(pages, PdfTags.add(list, "LI"), line, day, brief ? 1 : Integer.MAX_VALUE);
        }
    }

    private static void change(PdfPages pages, PDStructureElement item, ChangeWords.Line line, String day, int most)
            throws IOException {
        TextStyle style = TextStyle.BODY;
        double room = pages.width() - TEXT_AT - DAY_WIDTH;
        List<String> text = most == Integer.MAX_VALUE
                ? pages.lines().wrap(line.text(), style, room)
                : pages.lines().wrap(line.text(), style, room, most);
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
