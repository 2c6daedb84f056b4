package dev.gradeline.report;

import dev.gradeline.posture.Part;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.report.pdf.PdfPages;
import dev.gradeline.report.pdf.PdfTable;
import dev.gradeline.report.pdf.PdfTable.Cell;
import dev.gradeline.report.pdf.PdfTable.Column;
import dev.gradeline.report.pdf.TextStyle;
import dev.gradeline.words.PostureWords;
import java.io.IOException;
import java.util.List;

/** Every recommendation that passes the filter, in the server's order. */
final class RecommendationsSection implements Section {
    /** The rows take most of the time; the rest is for the file itself. */
    private static final double DRAWN = 0.8;

    @Override
    public void draw(Snapshot snapshot, PdfPages pages) throws IOException {
        RecommendationFilter filter = snapshot.options().filter();
        List<Recommendation> all = snapshot.posture().recommendations();
        List<Recommendation> rows = filter.apply(all);
        if (rows.isEmpty()) {
            pages.heading(title(snapshot, filter, rows, all), TextStyle.MUTED.leading());
            pages.paragraph(snapshot.text(emptyKey(snapshot, all)), TextStyle.MUTED);
            return;
        }
        pages.heading(title(snapshot, filter, rows, all), PdfTable.least());
        PdfTable table = new PdfTable(pages, "recommendations", columns(snapshot));
        PostureWords words = snapshot.postureWords();
        int drawn = 0;
        for (Recommendation row : rows) {
            snapshot.done(DRAWN * drawn++ / rows.size());
            table.row(List.of(
                    new Cell(words.priority(row.priority()), TextStyle.BODY),
                    new Cell(words.title(row.title()), TextStyle.BODY),
                    new Cell(words.status(row.status()), TextStyle.BODY),
                    new Cell(words.framework(row.framework()), TextStyle.BODY),
                    new Cell(words.clean(row.category()), TextStyle.BODY)));
        }
    }

    private static String title(
            Snapshot snapshot, RecommendationFilter filter, List<Recommendation> rows, List<Recommendation> all) {
        return filter.isAll()
                ? snapshot.text("report.recommendations", rows.size())
                : snapshot.text(
                        "report.recommendations.filtered",
                        snapshot.postureWords().filter(filter),
                        rows.size(),
                        all.size());
    }

    private static String emptyKey(Snapshot snapshot, List<Recommendation> all) {
        if (!all.isEmpty()) {
            return "report.recommendations.nonePass";
        }
        boolean everRead = snapshot.posture().freshness(Part.RECOMMENDATIONS).refreshedAt() != null;
        return everRead ? "report.recommendations.none" : "report.recommendations.unread";
    }

    private static List<Column> columns(Snapshot snapshot) {
        return List.of(
                new Column(snapshot.text("report.column.priority"), 0.08, false),
                new Column(snapshot.text("report.column.recommendation"), 0.43, false),
                new Column(snapshot.text("report.column.status"), 0.13, false),
                new Column(snapshot.text("report.column.framework"), 0.16, false),
                new Column(snapshot.text("report.column.category"), 0.20, false));
    }
}
