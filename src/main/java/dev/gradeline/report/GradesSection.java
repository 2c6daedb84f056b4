package dev.gradeline.report;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.GradeBand;
import dev.gradeline.posture.Standing;
import dev.gradeline.report.pdf.PdfCanvas;
import dev.gradeline.report.pdf.PdfPages;
import dev.gradeline.report.pdf.PdfTags;
import dev.gradeline.report.pdf.Print;
import dev.gradeline.report.pdf.TextStyle;
import dev.gradeline.report.pdf.TextStyle.Face;
import java.awt.Color;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.jspecify.annotations.Nullable;

/** One card for each framework: name, grade, score, movement, and when it was assessed. */
final class GradesSection implements Section {
    private static final double GAP = 6;
    private static final double PADDING = 8;
    private static final double BADGE = 24;
    private static final int MOST_NAME_LINES = 2;
    private static final TextStyle NAME = TextStyle.MUTED;
    private static final TextStyle LETTER = new TextStyle(Face.BOLD, 14, Print.TEXT);
    private static final TextStyle LONG_LETTER = new TextStyle(Face.SEMIBOLD, 7, Print.TEXT);
    private static final TextStyle SCORE = new TextStyle(Face.BOLD, 14, Print.TEXT);
    private static final TextStyle LONG_SCORE = new TextStyle(Face.BOLD, 9, Print.TEXT);
    private static final TextStyle DATE = new TextStyle(Face.REGULAR, 7.5, Print.MUTED);

    @Override
    public void draw(Snapshot snapshot, PdfPages pages) throws IOException {
        List<Standing> standings = snapshot.posture().standings();
        String title = snapshot.text("report.grades");
        if (standings.isEmpty()) {
            pages.heading(title, TextStyle.MUTED.leading());
            pages.paragraph(snapshot.text("report.grades.none"), TextStyle.MUTED);
            return;
        }
        pages.heading(title, height(1));
        PDStructureElement list = PdfTags.list(pages.tags().document(), "None");
        int columns = columns(standings.size());
        double width = (pages.width() - (columns - 1) * GAP) / columns;
        for (int i = 0; i < standings.size(); i += columns) {
            row(snapshot, pages, list, standings.subList(i, Math.min(i + columns, standings.size())), width);
        }
    }

    /** Five in a row, or four when that leaves a fuller last row without needing more rows. */
    static int columns(int count) {
        boolean asFewRows = Math.ceilDiv(count, 4) == Math.ceilDiv(count, 5);
        return count % 5 != 0 && asFewRows ? 4 : 5;
    }

    private static double height(int nameLines) {
        return 2 * PADDING + nameLines * 12 + 4 + BADGE + 5 + DATE.leading();
    }

    private static void row(
            Snapshot snapshot, PdfPages pages, PDStructureElement list, List<Standing> standings, double width)
            throws IOException {
        List<List<String>> names = new ArrayList<>();
        int lines = 1;
        for (Standing standing : standings) {
            List<String> name = name(snapshot.postureWords().framework(standing.framework()), pages, width);
            names.add(name);
            lines = Math.max(lines, name.size());
        }
        double height = height(lines);
        pages.ensure(height);
        for (int i = 0; i < standings.size(); i++) {
            double x = pages.left() + i * (width + GAP);
            PDStructureElement item = PdfTags.add(PdfTags.add(list, "LI"), "LBody");
            card(snapshot, pages, item, standings.get(i), names.get(i), x, width, height);
        }
        pages.advance(height + GAP);
    }

    private static List<String> name(String name, PdfPages pages, double width) throws IOException {
        double room = width - 2 * PADDING;
        List<String> lines = pages.lines().wrap(name, NAME, room);
        if (lines.size() <= MOST_NAME_LINES) {
            return lines;
        }
        String rest = String.join("", lines.subList(MOST_NAME_LINES - 1, lines.size()));
        return List.of(lines.getFirst(), pages.lines().fitted(rest, NAME, room));
    }

    private static void card(
            Snapshot snapshot,
            PdfPages pages,
            PDStructureElement item,
            Standing standing,
            List<String> name,
            double x,
            double width,
            double height)
            throws IOException {
        PdfCanvas canvas = pages.canvas();
        double top = pages.y();
        canvas.artifact(c -> c.roundBox(x, top, width, height, 7, Print.SURFACE, Print.LINE));
        double left = x + PADDING;
        double y = top + PADDING;
        for (String line : name) {
            double baseline = y + 6 + NAME.drop();
            canvas.content(item, c -> c.text(left, baseline, NAME, line));
            y += 12;
        }
        double badgeTop = top + height - PADDING - DATE.leading() - 5 - BADGE;
        badge(snapshot, pages, item, standing.current().grade(), left, badgeTop);
        double middle = badgeTop + BADGE / 2;
        double numbersLeft = left + BADGE + 7;
        double numbersRight = x + width - PADDING;
        String movement = snapshot.postureWords().movement(standing.change());
        TextStyle moved = TextStyle.BODY.in(tone(standing.change()));
        double movedWidth = Math.min(pages.fonts().width(moved, movement), (numbersRight - numbersLeft) / 2);
        score(snapshot, pages, item, standing, numbersLeft, middle, numbersRight - numbersLeft - movedWidth - 4);
        if (!movement.isEmpty()) {
            String text = pages.lines().fitted(movement, moved, movedWidth);
            canvas.content(item, c -> c.textEndingAt(numbersRight, middle + moved.drop(), moved, text));
        }
        double dateBaseline = top + height - PADDING - DATE.leading() / 2 + DATE.drop();
        String date = pages.lines().fitted(assessed(snapshot, standing), DATE, width - 2 * PADDING);
        canvas.content(item, c -> c.text(left, dateBaseline, DATE, date));
    }

    private static void score(
            Snapshot snapshot,
            PdfPages pages,
            PDStructureElement item,
            Standing standing,
            double x,
            double middle,
            double width)
            throws IOException {
        String score = snapshot.postureWords().number(standing.current().overallScore());
        TextStyle style = pages.fonts().width(SCORE, score) <= width ? SCORE : LONG_SCORE;
        String text = pages.lines().fitted(score, style, width);
        pages.canvas().content(item, c -> c.text(x, middle + style.drop(), style, text));
    }

    private static void badge(
            Snapshot snapshot, PdfPages pages, PDStructureElement item, @Nullable Grade grade, double x, double top)
            throws IOException {
        GradeBand band = grade == null ? null : grade.band();
        String letter = grade == null || grade.letter().isBlank()
                ? snapshot.postureWords().number(null)
                : snapshot.postureWords().clean(grade.letter());
        boolean isShort = pages.fonts().width(LETTER, letter) <= BADGE - 4;
        TextStyle style = (isShort ? LETTER : LONG_LETTER).in(Print.grade(band));
        String shown = pages.lines().fitted(letter, style, BADGE - 3);
        PdfCanvas canvas = pages.canvas();
        canvas.artifact(c -> c.roundBox(x, top, BADGE, BADGE, 5, Print.tint(band), null));
        canvas.content(item, c -> c.textAround(x + BADGE / 2, top + BADGE / 2 + style.drop(), style, shown));
    }

    private static Color tone(@Nullable BigDecimal change) {
        int direction = change == null ? 0 : change.signum();
        return direction > 0 ? Print.GOOD : direction < 0 ? Print.BAD : Print.MUTED;
    }

    private static String assessed(Snapshot snapshot, Standing standing) {
        Assessment current = standing.current();
        String day =
                snapshot.times().day(current.effectiveAt(), snapshot.posture().asOf());
        return standing.reported()
                ? snapshot.text("report.grades.assessed", day)
                : snapshot.text("report.grades.gone", day);
    }
}
