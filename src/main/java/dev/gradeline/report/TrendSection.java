package dev.gradeline.report;

import dev.gradeline.report.chart.TrendChart;
import dev.gradeline.report.pdf.PdfChart;
import dev.gradeline.report.pdf.PdfPages;
import dev.gradeline.report.pdf.PdfTags;
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

    @Override
    public void draw(Snapshot snapshot, PdfPages pages) throws IOException {
        List<TrendChart.Line> lines = TrendChart.lines(snapshot.posture());
        if (lines.isEmpty()) {
            return;
        }
        Instant to = snapshot.posture().asOf();
        Instant from = to.atZone(snapshot.words().zone()).minusMonths(MONTHS).toInstant();
        TrendChart chart = TrendChart.layout(
                new TrendChart.Request(
                        pages.width() / SCALE,
                        HEIGHT / SCALE,
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
        pages.heading(snapshot.text("report.trend"), HEIGHT);
        double top = pages.y();
        PDStructureElement figure = PdfTags.figure(
                pages.tags().document(),
                new TrendSummary(snapshot.words()).text(lines, from, to, snapshot.alongside()),
                pages.place(pages.left(), top, pages.width(), HEIGHT));
        pages.canvas().content(figure, canvas -> new PdfChart(pages.left(), top, SCALE).draw(canvas, chart.shapes()));
        pages.advance(HEIGHT);
    }
}
