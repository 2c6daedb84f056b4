package dev.gradeline.report;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.GradeBand;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.Standing;
import dev.gradeline.posture.ToNextGrade;
import dev.gradeline.report.pdf.PdfPages;
import dev.gradeline.report.pdf.PdfTable;
import dev.gradeline.report.pdf.PdfTable.Cell;
import dev.gradeline.report.pdf.PdfTable.Column;
import dev.gradeline.report.pdf.TextStyle;
import dev.gradeline.words.PostureWords;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far each framework is from its next better grade, and from the person's target; no forecast. */
final class NextGradeSection implements Section {
    private static final int MOST_LINES = 3;

    @Override
    public void draw(Snapshot snapshot, PdfPages pages) throws IOException {
        List<Standing> standings = snapshot.posture().standings();
        if (standings.isEmpty()) {
            return;
        }
        pages.heading(snapshot.text("report.next"), PdfTable.least() + TextStyle.MUTED.leading());
        pages.paragraph(snapshot.text("report.next.note"), TextStyle.MUTED);
        pages.advance(3);
        PdfTable table = new PdfTable(pages, "next", columns(snapshot));
        for (Standing standing : standings) {
            table.row(cells(snapshot, standing));
        }
    }

    /** Without any target there is no column for them. */
    private static List<Column> columns(Snapshot snapshot) {
        boolean targets = hasTargets(snapshot);
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(snapshot.text("report.column.framework"), targets ? 0.30 : 0.40, false));
        columns.add(new Column(snapshot.text("report.column.grade"), 0.10, false));
        columns.add(new Column(snapshot.text("report.column.score"), 0.12, true));
        columns.add(new Column(snapshot.text("report.column.toNext"), targets ? 0.18 : 0.22, true));
        if (targets) {
            columns.add(new Column(snapshot.text("report.column.target"), 0.17, true));
        }
        columns.add(new Column(snapshot.text("report.column.waiting"), targets ? 0.13 : 0.16, true));
        return columns;
    }

    private static boolean hasTargets(Snapshot snapshot) {
        Map<Framework, BigDecimal> targets = snapshot.alongside().annotations().targets();
        return snapshot.posture().standings().stream().anyMatch(standing -> targets.containsKey(standing.framework()));
    }

    private static List<Cell> cells(Snapshot snapshot, Standing standing) {
        PostureWords words = snapshot.postureWords();
        Assessment current = standing.current();
        Grade grade = current.grade();
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell(words.framework(standing.framework()), TextStyle.BODY));
        cells.add(new Cell(grade == null ? words.number(null) : words.clean(grade.letter()), TextStyle.STRONG));
        cells.add(new Cell(words.number(current.overallScore()), TextStyle.BODY));
        cells.add(new Cell(distance(snapshot, current), TextStyle.BODY));
        if (hasTargets(snapshot)) {
            cells.add(new Cell(target(snapshot, standing.framework(), current.overallScore()), TextStyle.BODY));
        }
        cells.add(new Cell(String.valueOf(waiting(snapshot, standing.framework())), TextStyle.BODY));
        return cells;
    }

    /** “3 points to B”; “best grade” at A; “–” where nobody here knows. */
    private static String distance(Snapshot snapshot, Assessment current) {
        ToNextGrade next = ToNextGrade.of(current);
        if (next != null) {
            boolean one = PostureWords.roundedUp(next.points()).compareTo(BigDecimal.ONE) == 0;
            return snapshot.text(
                    one ? "trends.next.point" : "trends.next.points",
                    snapshot.postureWords().missing(next.points()),
                    next.next().name());
        }
        Grade grade = current.grade();
        return grade != null && grade.band() == GradeBand.A
                ? snapshot.text("report.next.best")
                : snapshot.postureWords().number(null);
    }

    private static String target(Snapshot snapshot, Framework framework, @Nullable BigDecimal score) {
        PostureWords words = snapshot.postureWords();
        BigDecimal target = snapshot.alongside().annotations().targets().get(framework);
        if (target == null) {
            return words.number(null);
        }
        if (score == null) {
            return words.number(target);
        }
        BigDecimal missing = target.subtract(score);
        return missing.signum() > 0
                ? snapshot.text("report.next.toTarget", words.number(target), words.missing(missing))
                : snapshot.text("report.next.reached", words.number(target));
    }

    private static int waiting(Snapshot snapshot, Framework framework) {
        return RecommendationFilter.STILL_OPEN
                .withFrameworks(Set.of(framework.id()))
                .apply(snapshot.posture().recommendations())
                .size();
    }

    @Override
    public Need need(Snapshot snapshot, PdfPages pages) throws IOException {
        if (snapshot.posture().standings().isEmpty()) {
            return Need.NOTHING;
        }
        double heading = pages.headingHeight();
        double line = TextStyle.BODY.leading();
        int lines = pages.lines()
                .wrap(sentence(snapshot), TextStyle.BODY, pages.width(), MOST_LINES)
                .size();
        return new Need(heading + line, heading + lines * line);
    }

    @Override
    public void brief(Snapshot snapshot, PdfPages pages, double room) throws IOException {
        pages.heading(snapshot.text("report.next"), 0);
        int most = (int) Math.floor((room - pages.headingHeight()) / TextStyle.BODY.leading() + 0.01);
        pages.lines(sentence(snapshot), TextStyle.BODY, Math.clamp(most, 1, MOST_LINES));
    }

    /** “AI Security: 3 points to B · HIPAA: 11 points to C”. */
    private static String sentence(Snapshot snapshot) {
        List<String> parts = new ArrayList<>();
        for (Standing standing : snapshot.posture().standings()) {
            parts.add(snapshot.text(
                    "report.next.part",
                    snapshot.postureWords().framework(standing.framework()),
                    distance(snapshot, standing.current())));
        }
        return String.join(" · ", parts);
    }
}
