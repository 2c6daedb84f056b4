package dev.gradeline.report.chart;

import dev.gradeline.posture.GradeBand;
import dev.gradeline.report.chart.ChartShape.Box;
import dev.gradeline.report.chart.ChartShape.Ink;
import dev.gradeline.report.chart.ChartShape.Ink.Role;
import dev.gradeline.report.chart.ChartShape.Label;
import dev.gradeline.report.chart.ChartShape.Label.Anchor;
import dev.gradeline.report.chart.ChartShape.Polyline;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays a trend chart out. From left to right: the band limits, the plot, the lines' names, the bands' letters; the bands
 * run behind all but the first, so that a letter cannot be taken for the grade of the name beside it.
 */
final class TrendLayout {
    private static final double LETTER_SIZE = 13;
    private static final double LETTER_COLUMN = 40;
    private static final double LETTER_FROM_EDGE = 14;
    private static final double NAME_SIZE = 12;
    private static final double SMALLEST_NAME = 8;
    private static final double LINE_HEIGHT = 1.25;
    /** Between a line's end and its name: a short stroke joins them where the name had to move. */
    private static final double JOINT = 14;

    private static final double WIDEST_NAMES = 0.28;
    /** More markers in one plot would be a smear, and cost. */
    private static final int MOST_MARKERS = 300;

    private final TrendChart.Request request;
    private final TextMeasure measure;
    private final Plot plot;
    private final TimeScale time;
    private final ScoreScale scores;
    private final List<TrendLine> lines;
    private final TrendMarks marks;
    private final List<TrendChart.Name> ends = new ArrayList<>();

    /** @param lowest the score at the bottom; null for what suits the lines */
    TrendLayout(TrendChart.Request request, TextMeasure measure, @Nullable Integer lowest) {
        this.request = request;
        this.measure = measure;
        double left = measure.width("90", Plot.AXIS_SIZE, false) + Plot.BESIDE + 2;
        double names = request.endLabels() ? nameColumn() : 0;
        double right = request.width() - (names > 0 ? LETTER_COLUMN + names : 2 * LETTER_FROM_EDGE);
        this.plot = new Plot(left, Plot.ABOVE, right, request.height() - Plot.BELOW);
        this.time = TimeScale.of(request.from(), request.to(), plot.left(), plot.right());
        Instant until = request.to().isBefore(time.to()) ? request.to() : time.to();
        List<BigDecimal> shown = new ArrayList<>();
        request.lines().forEach(line -> shown.addAll(TrendLine.shown(line, time.from(), until)));
        request.targets().forEach(target -> shown.add(target.score()));
        this.scores = lowest == null
                ? ScoreScale.of(shown, plot.top(), plot.bottom())
                : new ScoreScale(lowest, plot.top(), plot.bottom());
        // Dimmed lines lie behind the others.
        this.lines = request.lines().stream()
                .map(line -> new TrendLine(
                        line,
                        request.dimmed().contains(line.standing().framework()),
                        time,
                        scores,
                        until,
                        request.unread()))
                .sorted(Comparator.comparing(TrendLine::dimmed).reversed())
                .toList();
        this.marks = new TrendMarks(plot, time, measure);
    }

    private double nameColumn() {
        double widest = request.lines().stream()
                .map(line -> ChartText.line(line.standing().framework().name()))
                .mapToDouble(name -> measure.width(name, NAME_SIZE, true))
                .max()
                .orElse(0);
        return widest == 0 ? 0 : JOINT + Math.min(widest, request.width() * WIDEST_NAMES);
    }

    TrendChart chart() {
        List<ChartShape> shapes = new ArrayList<>();
        List<TrendChart.Point> points = new ArrayList<>();
        if (plot.drawable()) {
            bands(shapes);
            limits(shapes);
            shapes.addAll(plot.timeAxis(time, request.width(), request.zone(), request.locale(), measure));
            shapes.addAll(marks.lines(request.flags(), request.targets(), scores));
            lines.forEach(line -> shapes.addAll(line.strokes()));
            if (lines.stream().mapToInt(line -> line.points().size()).sum() <= MOST_MARKERS) {
                lines.forEach(line -> shapes.addAll(line.markers()));
            }
            shapes.addAll(marks.texts());
            if (request.endLabels()) {
                names(shapes);
            }
            lines.forEach(line -> points.addAll(line.points()));
        }
        return new TrendChart(
                request.width(),
                request.height(),
                List.copyOf(shapes),
                List.copyOf(points),
                List.copyOf(ends),
                frame());
    }

    private TrendChart.Frame frame() {
        return new TrendChart.Frame(
                plot.left(), plot.top(), plot.right(), plot.bottom(), time.from(), time.to(), scores.lowest());
    }

    private void bands(List<ChartShape> shapes) {
        for (GradeBand band : GradeBand.values()) {
            double top = scores.y(band.to());
            double height = scores.y(band.from()) - top;
            if (height > 0) {
                shapes.add(new Box(plot.left(), top, request.width() - plot.left(), height, Ink.of(Role.BAND, band)));
                if (height >= LETTER_SIZE) {
                    shapes.add(new Label(
                            request.width() - LETTER_FROM_EDGE,
                            Plot.baseline(top + height / 2, LETTER_SIZE),
                            band.name(),
                            LETTER_SIZE,
                            true,
                            Anchor.MIDDLE,
                            Ink.of(Role.GRADE_TEXT, band)));
                }
            }
        }
        shapes.add(new Polyline(
                List.of(plot.right(), plot.top(), plot.right(), plot.bottom()), Ink.of(Role.GRID), 1, false));
    }

    /** Where the bands meet, and the bottom; a limit that would touch the one above it is left out. */
    private void limits(List<ChartShape> shapes) {
        double last = Double.NEGATIVE_INFINITY;
        for (GradeBand band : GradeBand.values()) {
            int limit = Math.max(band.from(), scores.lowest());
            double y = scores.y(limit);
            if (y - last >= Plot.AXIS_SIZE * 1.1) {
                shapes.add(plot.valueLabel(y, Integer.toString(limit)));
                last = y;
            }
        }
    }

    private void names(List<ChartShape> shapes) {
        List<TrendLine> named = new ArrayList<>(
                lines.stream().filter(line -> line.lastY() != null).toList());
        if (named.isEmpty()) {
            return;
        }
        double size = NAME_SIZE;
        while (size > SMALLEST_NAME && capacity(size) < named.size()) {
            size--;
        }
        int left = named.size() - capacity(size);
        if (left > 0) {
            // The names of the lines in front are kept; one more place goes to the count of the others.
            named = named.subList(Math.min(left + 1, named.size()), named.size());
        }
        List<TrendLine> order = named.stream()
                .sorted(Comparator.comparingDouble(TrendLayout::lastY))
                .toList();
        List<Double> wanted =
                new ArrayList<>(order.stream().map(TrendLayout::lastY).toList());
        if (left > 0) {
            wanted.add(plot.bottom());
        }
        List<Double> centres = EndLabels.spread(wanted, size * LINE_HEIGHT, plot.top(), plot.bottom());
        for (int i = 0; i < order.size(); i++) {
            name(order.get(i), centres.get(i), size, shapes);
        }
        if (left > 0) {
            shapes.add(label("+" + (left + 1), centres.getLast(), size, false, Ink.of(Role.MUTED)));
        }
    }

    private int capacity(double size) {
        return 1 + (int) Math.floor(plot.height() / (size * LINE_HEIGHT));
    }

    private void name(TrendLine line, double centre, double size, List<ChartShape> shapes) {
        double y = lastY(line);
        double start = plot.right() + JOINT;
        if (line.reachesEnd() && (Math.abs(centre - y) > 1 || line.end() < plot.right())) {
            shapes.add(new Polyline(
                    List.of(line.end() + 1, y, plot.right() + 3, y, start - 3, centre), line.ink(), 1, false));
        }
        double room = request.width() - LETTER_COLUMN - start;
        String text = ChartText.fitted(line.name(), room, size, !line.dimmed(), measure);
        shapes.add(label(text, centre, size, !line.dimmed(), line.ink()));
        double half = size * LINE_HEIGHT / 2;
        ends.add(new TrendChart.Name(line.framework(), plot.right() + 2, centre - half, centre + half));
    }

    private Label label(String text, double centre, double size, boolean bold, Ink ink) {
        return new Label(plot.right() + JOINT, Plot.baseline(centre, size), text, size, bold, Anchor.START, ink);
    }

    private static double lastY(TrendLine line) {
        Double y = line.lastY();
        return y == null ? 0 : y;
    }
}
