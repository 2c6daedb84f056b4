package dev.gradeline.report;

import dev.gradeline.posture.Part;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Status;
import dev.gradeline.report.pdf.PdfPages;
import dev.gradeline.report.pdf.PdfTable;
import dev.gradeline.report.pdf.PdfTable.Cell;
import dev.gradeline.report.pdf.PdfTable.Column;
import dev.gradeline.report.pdf.TextStyle;
import dev.gradeline.words.PostureWords;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every recommendation that passes the filter, in the server's order; on a single page, their counts and the first to do. */
final class RecommendationsSection implements Section {
    /** How many rows a single page shows at most. */
    static final int MOST = 8;

    /** The rows take most of the time; the rest is for the file itself. */
    private static final double DRAWN = 0.8;

    /** Other statuses than these are counted together. */
    private static final int MOST_STATUSES = 5;

    @Override
    public void draw(Snapshot snapshot, PdfPages pages) throws IOException {
        List<Recommendation> rows = snapshot.rows();
        if (rows.isEmpty()) {
            pages.heading(title(snapshot), TextStyle.MUTED.leading());
            pages.paragraph(snapshot.text(emptyKey(snapshot)), TextStyle.MUTED);
            return;
        }
        pages.heading(title(snapshot), PdfTable.least());
        PdfTable table = new PdfTable(pages, "recommendations", columns(snapshot));
        int drawn = 0;
        for (Recommendation row : rows) {
            snapshot.done(DRAWN * drawn++ / rows.size());
            table.row(cells(snapshot, row));
        }
    }

    private static List<Cell> cells(Snapshot snapshot, Recommendation row) {
        PostureWords words = snapshot.postureWords();
        return List.of(
                new Cell(words.priority(row.priority()), TextStyle.BODY),
                new Cell(words.title(row.title()), TextStyle.BODY),
                new Cell(words.status(row.status()), TextStyle.BODY),
                new Cell(words.framework(row.framework()), TextStyle.BODY),
                new Cell(words.clean(row.category()), TextStyle.BODY));
    }

    @Override
    public Need need(Snapshot snapshot, PdfPages pages) {
        int rows = snapshot.rows().size();
        double heading = pages.headingHeight();
        if (rows == 0) {
            return new Need(heading + TextStyle.MUTED.leading(), heading + TextStyle.MUTED.leading());
        }
        double above = heading + 2 * TextStyle.MUTED.leading() + PdfTable.headHeight() + 3;
        return new Need(above + PdfTable.lineHeight(), above + Math.min(MOST, rows) * PdfTable.lineHeight());
    }

    @Override
    public void brief(Snapshot snapshot, PdfPages pages, double room) throws IOException {
        List<Recommendation> rows = briefOrder(snapshot);
        if (rows.isEmpty()) {
            draw(snapshot, pages);
            return;
        }
        double above = pages.headingHeight() + 2 * TextStyle.MUTED.leading() + PdfTable.headHeight() + 3;
        int fitting = (int) Math.floor((room - above) / PdfTable.lineHeight() + 0.01);
        List<Recommendation> first = rows.subList(0, Math.clamp(fitting, 1, Math.min(MOST, rows.size())));
        pages.heading(title(snapshot), 0);
        pages.lines(counts(snapshot), TextStyle.BODY, 1);
        if (first.size() < rows.size()) {
            pages.lines(more(rows, first.size(), snapshot), TextStyle.MUTED, 1);
        }
        pages.advance(3);
        PdfTable table = new PdfTable(pages, "recommendations", columns(snapshot));
        for (Recommendation row : first) {
            table.line(cells(snapshot, row));
        }
    }

    /** What is still to be done comes first, unless the person chose statuses; each part in the server's order. */
    static List<Recommendation> briefOrder(Snapshot snapshot) {
        List<Recommendation> rows = snapshot.rows();
        if (!snapshot.options().filter().statuses().isEmpty()) {
            return rows;
        }
        return rows.stream()
                .sorted(Comparator.comparing((Recommendation row) -> !row.stillOpen()))
                .toList();
    }

    /** “The first 4 of 291 open or in progress”; “of 500” where the rows shown are not only of those, or all are. */
    private static String more(List<Recommendation> rows, int shown, Snapshot snapshot) {
        long open = rows.stream().filter(Recommendation::stillOpen).count();
        boolean someStatuses = !snapshot.options().filter().statuses().isEmpty();
        return someStatuses || shown > open || open == rows.size()
                ? snapshot.text("report.brief.recommendations", shown, rows.size())
                : snapshot.text("report.brief.recommendations.open", shown, open);
    }

    /** “37 open · 12 in progress”. */
    private static String counts(Snapshot snapshot) {
        Map<Optional<Status>, Long> counts = snapshot.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> Optional.ofNullable(row.status()), LinkedHashMap::new, Collectors.counting()));
        List<Map.Entry<Optional<Status>, Long>> largest = counts.entrySet().stream()
                .sorted(Map.Entry.<Optional<Status>, Long>comparingByValue().reversed())
                .toList();
        String named = largest.stream()
                .limit(MOST_STATUSES)
                .map(entry -> snapshot.text(
                        "report.brief.count",
                        entry.getValue(),
                        snapshot.postureWords().status(entry.getKey().orElse(null))))
                .collect(Collectors.joining(" · "));
        long others = largest.stream()
                .skip(MOST_STATUSES)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return others == 0 ? named : named + " · " + snapshot.text("report.brief.others", others);
    }

    private static String title(Snapshot snapshot) {
        return snapshot.options().filter().isAll()
                ? snapshot.text("report.recommendations", snapshot.rows().size())
                : snapshot.text(
                        "report.recommendations.filtered",
                        snapshot.filter(),
                        snapshot.rows().size(),
                        snapshot.total());
    }

    private static String emptyKey(Snapshot snapshot) {
        if (snapshot.total() > 0) {
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
