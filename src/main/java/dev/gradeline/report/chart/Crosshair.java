package dev.gradeline.report.chart;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.GradeBand;
import dev.gradeline.report.chart.ChartShape.Box;
import dev.gradeline.report.chart.ChartShape.Ink;
import dev.gradeline.report.chart.ChartShape.Ink.Role;
import dev.gradeline.report.chart.ChartShape.Label;
import dev.gradeline.report.chart.ChartShape.Label.Anchor;
import dev.gradeline.report.chart.ChartShape.Marker;
import dev.gradeline.report.chart.ChartShape.Polyline;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all lines of a chart show at one moment. Pure: the same input gives the same shapes.
 *
 * @param values one for each line of which a score was known then, the highest first
 */
public record Crosshair(Instant at, List<Value> values) {
    private static final double SIZE = 12;
    private static final double ROW = 18;
    private static final double PADDING = 9;
    private static final double GAP = 12;
    private static final double MARK = 14;
    private static final double AWAY = 12;
    private static final double LETTER = 16;
    private static final double WIDEST_NAME = 150;

    /** What a line shows: its latest assessment up to the moment. */
    public record Value(TrendChart.Line line, Assessment assessment) {}

    /** Texts of a row: the framework's name, its score, its grade's letter. */
    public record Row(String name, String score, String letter) {}

    /** Makes a value's row. */
    @FunctionalInterface
    public interface Rows {
        Row of(Value value);
    }

    /** What is shown at a moment. */
    public static Crosshair at(Instant at, List<TrendChart.Line> lines) {
        List<Value> values = new ArrayList<>();
        for (TrendChart.Line line : lines) {
            Assessment held = held(line, at);
            if (held != null && held.overallScore() != null) {
                values.add(new Value(line, held));
            }
        }
        values.sort(Comparator.comparing(Crosshair::score).reversed());
        return new Crosshair(at, List.copyOf(values));
    }

    private static BigDecimal score(Value value) {
        BigDecimal score = value.assessment().overallScore();
        return score == null ? BigDecimal.ZERO : score;
    }

    /** The latest assessment of a line up to a moment; null when there was none yet. */
    public static @Nullable Assessment held(TrendChart.Line line, Instant at) {
        List<Assessment> all = line.standing().assessments();
        int place = place(all, at);
        return place < 0 ? null : all.get(place);
    }

    /**
     * The place of the assessment that holds at a moment.
     *
     * @param all by the moment at which each began to hold, the oldest first
     * @return below 0 before the first
     */
    public static int place(List<Assessment> all, Instant at) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).effectiveAt().isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low - 1;
    }

    /**
     * The line through the plot, a dot on each line, and a box beside it that lists them.
     *
     * @param date the moment in words
     * @param listed whether to draw the box
     */
    public List<ChartShape> shapes(TrendChart chart, String date, boolean listed, Rows rows, TextMeasure measure) {
        TrendChart.Frame frame = chart.frame();
        double x = frame.x(at);
        List<ChartShape> shapes = new ArrayList<>();
        shapes.add(new Polyline(List.of(x, frame.top(), x, frame.bottom()), Ink.of(Role.TEXT), 1, false));
        for (Value value : values) {
            shapes.add(new Marker(
                    x,
                    frame.y(score(value)),
                    3,
                    Marker.Form.CIRCLE,
                    value.line().ink(),
                    true));
        }
        if (listed && frame.bottom() - frame.top() > ROW * 2) {
            box(chart, date, rows, measure, shapes);
        }
        return shapes;
    }

    private void box(TrendChart chart, String date, Rows rows, TextMeasure measure, List<ChartShape> shapes) {
        List<Row> texts = values.stream().map(rows::of).toList();
        double scores = texts.stream()
                .mapToDouble(row -> measure.width(row.score(), SIZE, true))
                .max()
                .orElse(0);
        int most = Math.max(1, (int) ((chart.height() - 2 * PADDING) / ROW) - 1);
        int columns = Math.max(1, Math.ceilDiv(texts.size(), most));
        int inColumn = Math.max(1, Math.ceilDiv(texts.size(), columns));
        double room = (chart.width() - 2 * PADDING + GAP) / columns - GAP - MARK - GAP - scores - LETTER;
        double names = texts.stream()
                .mapToDouble(row -> measure.width(row.name(), SIZE, false))
                .map(name -> Math.clamp(name, 0, Math.max(0, Math.min(WIDEST_NAME, room))))
                .max()
                .orElse(0);
        double column = MARK + names + GAP + scores + LETTER;
        double width = 2 * PADDING + Math.max(measure.width(date, SIZE, true), columns * (column + GAP) - GAP);
        double height = 2 * PADDING + ROW * (1 + (texts.isEmpty() ? 0 : inColumn)) - 4;
        double x = chart.frame().x(at);
        double right = x + AWAY;
        double left = right + width <= chart.width() ? right : Math.max(0, x - AWAY - width);
        double top = Math.max(0, Math.min(chart.frame().top() + 6, chart.height() - height));
        shapes.add(new Box(left, top, width, height, Ink.of(Role.SURFACE)));
        shapes.add(new Polyline(
                List.of(left, top, left + width, top, left + width, top + height, left, top + height, left, top),
                Ink.of(Role.GRID),
                1,
                false));
        double middle = top + PADDING + ROW / 2 - 2;
        shapes.add(label(left + PADDING, middle, date, true, Anchor.START, Ink.of(Role.TEXT)));
        for (int i = 0; i < texts.size(); i++) {
            int inWhich = i / inColumn;
            double rowLeft = left + PADDING + inWhich * (column + GAP);
            double rowMiddle = middle + ROW * (1 + i % inColumn);
            row(values.get(i), texts.get(i), rowLeft, rowMiddle, column, names, measure, shapes);
        }
    }

    private static void row(
            Value value,
            Row row,
            double left,
            double middle,
            double width,
            double names,
            TextMeasure measure,
            List<ChartShape> shapes) {
        var line = value.line();
        shapes.add(new Marker(
                left + 4, middle, 4, line.form(), line.ink(), value.assessment().restated()));
        String name = ChartText.fitted(ChartText.line(row.name()), names, SIZE, false, measure);
        shapes.add(label(left + MARK, middle, name, false, Anchor.START, Ink.of(Role.TEXT)));
        shapes.add(label(left + width - LETTER, middle, row.score(), true, Anchor.END, Ink.of(Role.TEXT)));
        var grade = value.assessment().grade();
        GradeBand band = grade == null ? null : grade.band();
        Ink ink = band == null ? Ink.of(Role.AXIS) : Ink.of(Role.GRADE_TEXT, band);
        String letter = ChartText.fitted(ChartText.line(row.letter()), LETTER - 4, SIZE, true, measure);
        shapes.add(label(left + width, middle, letter, true, Anchor.END, ink));
    }

    private static Label label(double x, double middle, String text, boolean bold, Anchor anchor, Ink ink) {
        return new Label(x, Plot.baseline(middle, SIZE), text, SIZE, bold, anchor, ink);
    }
}
