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
    private static final double NAME_LINE = 12;
    /** Beyond so many, cards on a single page are small. */
    private static final int MOST_LARGE = 5;
    /** How many rows of small cards stand on a single page. */
    private static final int MOST_ROWS = 5;
    /** Twenty frameworks always have their place. */
    private static final int LEAST_ROWS = 4;

    private static final double MORE = TextStyle.MUTED.leading();
    private static final TextStyle NAME = TextStyle.MUTED;
    private static final TextStyle LONG_LETTER = new TextStyle(Face.SEMIBOLD, 7, Print.TEXT);
    private static final TextStyle LONG_SCORE = new TextStyle(Face.BOLD, 9, Print.TEXT);
    private static final TextStyle DATE = new TextStyle(Face.REGULAR, 7.5, Print.MUTED);

    private static final Card LARGE = new Card(8, 24, new TextStyle(Face.BOLD, 14, Print.TEXT), 2, true);
    private static final Card SMALL = new Card(5, 15, new TextStyle(Face.BOLD, 9.5, Print.TEXT), 1, false);

    /**
     * How large a card is, in points.
     *
     * @param figures how letter and score are set
     * @param nameLines how many lines a name may have
     * @param dated whether it says when it was assessed
     */
    private record Card(double padding, double badge, TextStyle figures, int nameLines, boolean dated) {
        double height(int lines) {
            return 2 * padding + lines * NAME_LINE + (dated ? 4 : 2) + badge + (dated ? 5 + DATE.leading() : 0);
        }
    }

    @Override
    public void draw(Snapshot snapshot, PdfPages pages) throws IOException {
        List<Standing> standings = snapshot.posture().standings();
        String title = snapshot.text("report.grades");
        if (standings.isEmpty()) {
            pages.heading(title, TextStyle.MUTED.leading());
            pages.paragraph(snapshot.text("report.grades.none"), TextStyle.MUTED);
            return;
        }
        pages.heading(title, LARGE.height(1));
        cards(snapshot, pages, standings, LARGE);
    }

    @Override
    public Need need(Snapshot snapshot, PdfPages pages) {
        int count = snapshot.posture().standings().size();
        double heading = pages.headingHeight();
        if (count == 0) {
            return new Need(heading + TextStyle.MUTED.leading(), heading + TextStyle.MUTED.leading());
        }
        Card card = card(count);
        int rows = Math.ceilDiv(count, columns(count));
        double row = card.height(card.nameLines) + GAP;
        double wish = heading + Math.min(rows, MOST_ROWS) * row + (rows > MOST_ROWS ? MORE : 0);
        return new Need(Math.min(wish, heading + LEAST_ROWS * row), wish);
    }

    @Override
    public void brief(Snapshot snapshot, PdfPages pages, double room) throws IOException {
        List<Standing> standings = snapshot.posture().standings();
        if (standings.isEmpty()) {
            draw(snapshot, pages);
            return;
        }
        Card card = card(standings.size());
        double free = room - pages.headingHeight();
        double row = card.height(card.nameLines) + GAP;
        int columns = columns(standings.size());
        int rows = Math.ceilDiv(standings.size(), columns);
        int most = Math.min(MOST_ROWS, (int) Math.floor(free / row + 0.01));
        if (rows > most) {
            most = Math.min(MOST_ROWS, (int) Math.floor((free - MORE) / row + 0.01));
        }
        List<Standing> shown = standings.subList(0, Math.min(standings.size(), Math.max(1, most) * columns));
        pages.heading(snapshot.text("report.grades"), 0);
        cards(snapshot, pages, shown, card);
        if (shown.size() < standings.size()) {
            pages.paragraph(snapshot.text("report.brief.grades", standings.size() - shown.size()), TextStyle.MUTED);
        }
    }

    private static Card card(int count) {
        return count > MOST_LARGE ? SMALL : LARGE;
    }

    private static void cards(Snapshot snapshot, PdfPages pages, List<Standing> standings, Card card)
            throws IOException {
        PDStructureElement list = PdfTags.list(pages.tags().document(), "None");
        int columns = columns(standings.size());
        double width = (pages.width() - (columns - 1) * GAP) / columns;
        for (int i = 0; i < standings.size(); i += columns) {
            row(snapshot, pages, list, standings.subList(i, Math.min(i + columns, standings.size())), width, card);
        }
    }

    /** Three for three or six; else five in a row, or four when that leaves a fuller last row without needing more rows. */
    static int columns(int count) {
        if (count == 3 || count == 6) {
            return 3;
        }
        boolean asFewRows = Math.ceilDiv(count, 4) == Math.ceilDiv(count, 5);
        return count % 5 != 0 && asFewRows ? 4 : 5;
    }

    private static void row(
            Snapshot snapshot,
            PdfPages pages,
            PDStructureElement list,
            List<Standing> standings,
            double width,
            Card card)
            throws IOException {
        List<List<String>> names = new ArrayList<>();
        int lines = 1;
        for (Standing standing : standings) {
            List<String> name = name(snapshot.postureWords().framework(standing.framework()), pages, width, card);
            names.add(name);
            lines = Math.max(lines, name.size());
        }
        double height = card.height(lines);
        pages.ensure(height);
        for (int i = 0; i < standings.size(); i++) {
            double x = pages.left() + i * (width + GAP);
            PDStructureElement item = PdfTags.add(PdfTags.add(list, "LI"), "LBody");
            card(snapshot, pages, item, standings.get(i), names.get(i), card, x, width, height);
        }
        pages.advance(height + GAP);
    }

    private static List<String> name(String name, PdfPages pages, double width, Card card) throws IOException {
        return pages.lines().wrap(name, NAME, width - 2 * card.padding, card.nameLines);
    }

    private static void card(
            Snapshot snapshot,
            PdfPages pages,
            PDStructureElement item,
            Standing standing,
            List<String> name,
            Card card,
            double x,
            double width,
            double height)
            throws IOException {
        PdfCanvas canvas = pages.canvas();
        double top = pages.y();
        canvas.artifact(c -> c.roundBox(x, top, width, height, 7, Print.SURFACE, Print.LINE));
        double left = x + card.padding;
        double y = top + card.padding;
        for (String line : name) {
            double baseline = y + 6 + NAME.drop();
            canvas.content(item, c -> c.text(left, baseline, NAME, line));
            y += NAME_LINE;
        }
        double dated = card.dated ? 5 + DATE.leading() : 0;
        double badgeTop = top + height - card.padding - dated - card.badge;
        badge(snapshot, pages, item, standing.current().grade(), card, left, badgeTop);
        double middle = badgeTop + card.badge / 2;
        double numbersLeft = left + card.badge + 7;
        double numbersRight = x + width - card.padding;
        String movement = snapshot.postureWords().movement(standing.change());
        TextStyle moved = TextStyle.BODY.in(tone(standing.change()));
        double movedWidth = Math.min(pages.fonts().width(moved, movement), (numbersRight - numbersLeft) / 2);
        score(snapshot, pages, item, standing, card, numbersLeft, middle, numbersRight - numbersLeft - movedWidth - 4);
        if (!movement.isEmpty()) {
            String text = pages.lines().fitted(movement, moved, movedWidth);
            canvas.content(item, c -> c.textEndingAt(numbersRight, middle + moved.drop(), moved, text));
        }
        if (card.dated) {
            double dateBaseline = top + height - card.padding - DATE.leading() / 2 + DATE.drop();
            String date = pages.lines().fitted(assessed(snapshot, standing), DATE, width - 2 * card.padding);
            canvas.content(item, c -> c.text(left, dateBaseline, DATE, date));
        }
    }

    private static void score(
            Snapshot snapshot,
            PdfPages pages,
            PDStructureElement item,
            Standing standing,
            Card card,
            double x,
            double middle,
            double width)
            throws IOException {
        String score = snapshot.postureWords().number(standing.current().overallScore());
        TextStyle style = pages.fonts().width(card.figures, score) <= width ? card.figures : LONG_SCORE;
        String text = pages.lines().fitted(score, style, width);
        pages.canvas().content(item, c -> c.text(x, middle + style.drop(), style, text));
    }

    private static void badge(
            Snapshot snapshot,
            PdfPages pages,
            PDStructureElement item,
            @Nullable Grade grade,
            Card card,
            double x,
            double top)
            throws IOException {
        GradeBand band = grade == null ? null : grade.band();
        String letter = grade == null || grade.letter().isBlank()
                ? snapshot.postureWords().number(null)
                : snapshot.postureWords().clean(grade.letter());
        boolean isShort = pages.fonts().width(card.figures, letter) <= card.badge - 4;
        TextStyle style = (isShort ? card.figures : LONG_LETTER).in(Print.grade(band));
        String shown = pages.lines().fitted(letter, style, card.badge - 3);
        PdfCanvas canvas = pages.canvas();
        canvas.artifact(c -> c.roundBox(x, top, card.badge, card.badge, 5, Print.tint(band), null));
        canvas.content(item, c -> c.textAround(x + card.badge / 2, top + card.badge / 2 + style.drop(), style, shown));
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
