package dev.gradeline.report;

import dev.gradeline.posture.DayNote;
import dev.gradeline.report.chart.TrendChart;
import dev.gradeline.report.pdf.PdfChart;
import dev.gradeline.report.pdf.PdfPages;
import dev.gradeline.report.pdf.PdfTags;
import dev.gradeline.report.pdf.Print;
import dev.gradeline.report.pdf.TextStyle;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** The scores of all frameworks over the last twelve months; nothing when there is none. */
final class TrendSection implements Section {
    private static final int MONTHS = 12;
    /** The chart is laid out in pixels of the screen, four to three points. */
    private static final double SCALE = 0.75;

    private static final double HEIGHT = 205;

    private static final double LEAST_HEIGHT = 90;

    @Override
    public void draw(Snapshot snapshot, PdfPages pages) throws IOException {
        List<TrendChart.Line> lines = TrendChart.lines(snapshot.posture());
        if (!lines.isEmpty()) {
            chart(snapshot, pages, lines, HEIGHT);
            notes(snapshot, pages);
        }
    }

    @Override
    public Need need(Snapshot snapshot, PdfPages pages) {
        return snapshot.posture().standings().isEmpty()
                ? Need.NOTHING
                : new Need(pages.headingHeight() + LEAST_HEIGHT, pages.headingHeight() + HEIGHT);
    }

    @Override
    public void brief(Snapshot snapshot, PdfPages pages, double room) throws IOException {
        double height = Math.min(HEIGHT, room - pages.headingHeight());
        chart(snapshot, pages, TrendChart.lines(snapshot.posture()), height);
    }

    /** The left edge of the chart. */
    static Instant from(Snapshot snapshot) {
        return snapshot.posture()
                .asOf()
                .atZone(snapshot.words().zone())
                .minusMonths(MONTHS)
                .toInstant();
    }

    /** The notes of the days that the chart shows; none where there is no chart. */
    static List<DayNote> shownNotes(Snapshot snapshot) {
        if (snapshot.posture().standings().isEmpty()) {
            return List.of();
        }
        Instant to = snapshot.posture().asOf();
        Instant from = from(snapshot);
        return snapshot.alongside().annotations().notes().stream()
                .filter(note -> {
                    Instant at = Alongside.at(note, snapshot.words());
                    return !at.isBefore(from) && !at.isAfter(to);
                })
                .toList();
    }

    private static void chart(Snapshot snapshot, PdfPages pages, List<TrendChart.Line> lines, double height)
            throws IOException {
        Instant to = snapshot.posture().asOf();
        Instant from = from(snapshot);
        TrendChart chart = TrendChart.layout(
                new TrendChart.Request(
                        pages.width() / SCALE,
                        height / SCALE,
                        lines,
                        from,
                        to,
                        snapshot.words().zone(),
                        snapshot.words().locale(),
                        Set.of(),
                        true,
                        snapshot.alongside().flags(snapshot.words()),
                        snapshot.alongside().targets(lines, snapshot.words()),
                        snapshot.alongside().unread()),
                pages.fonts().measure());
        pages.heading(snapshot.text("report.trend"), height);
        double top = pages.y();
        PDStructureElement figure = PdfTags.figure(
                pages.tags().document(),
                new TrendSummary(snapshot.words()).text(lines, from, to, snapshot.alongside()),
                pages.place(pages.left(), top, pages.width(), height));
        pages.canvas().content(figure, canvas -> new PdfChart(pages.left(), top, SCALE).draw(canvas, chart.shapes()));
        pages.advance(height);
    }

    /** The chart has room for the beginning of a note: here each stands in full. */
    private static void notes(Snapshot snapshot, PdfPages pages) throws IOException {
        List<DayNote> notes = shownNotes(snapshot);
        if (notes.isEmpty()) {
            return;
        }
        pages.advance(4);
        pages.paragraph(snapshot.text("report.trend.notes"), TextStyle.STRONG.in(Print.MUTED));
        PDStructureElement list = PdfTags.list(pages.tags().document(), "None");
        for (DayNote note : notes) {
            String text = snapshot.text(
                    "report.trend.noteLine",
                    snapshot.times().date(Alongside.at(note, snapshot.words())),
                    snapshot.postureWords().clean(note.text()));
            pages.lines(
                    PdfTags.add(PdfTags.add(list, "LI"), "LBody"),
                    pages.lines().wrap(text, TextStyle.BODY, pages.width()),
                    TextStyle.BODY,
                    pages.left());
        }
    }
}
