package dev.gradeline.report.chart;

import dev.gradeline.posture.OpenCount;
import dev.gradeline.report.chart.ChartShape.Area;
import dev.gradeline.report.chart.ChartShape.Ink;
import dev.gradeline.report.chart.ChartShape.Ink.Role;
import dev.gradeline.report.chart.ChartShape.Polyline;
import dev.gradeline.report.chart.StepPath.Knot;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lays a count chart out: grid lines at round counts, the area under the steps, the line over it. */
final class CountLayout {
    private static final double GRID_SPACING = 36;
    private static final int MOST_GRID_LINES = 5;
    private static final double COLUMN = 2;

    private final double width;
    private final double height;
    private final ZoneId zone;
    private final Locale locale;
    private final TextMeasure measure;
    private final Plot plot;
    private final TimeScale time;
    private final Instant until;
    private final List<OpenCount> shown;
    private final int step;
    private final long top;

    CountLayout(
            double width,
            double height,
            List<OpenCount> counts,
            Instant from,
            Instant to,
            ZoneId zone,
            Locale locale,
            TextMeasure measure) {
        this.width = width;
        this.height = height;
        this.zone = zone;
        this.locale = locale;
        this.measure = measure;
        TimeScale span = TimeScale.of(from, to, 0, 1);
        this.until = to.isBefore(span.to()) ? to : span.to();
        this.shown = shown(counts, span.from(), until);
        int most = shown.stream().mapToInt(OpenCount::open).max().orElse(0);
        this.step = step(most, (height - Plot.ABOVE - Plot.BELOW) / GRID_SPACING);
        this.top = Math.max(step, (long) Math.ceilDiv(most, step) * step);
        double left = measure.width(text(top), Plot.AXIS_SIZE, false) + Plot.BESIDE + 2;
        this.plot = new Plot(left, Plot.ABOVE, width - 4, height - Plot.BELOW);
        this.time = TimeScale.of(from, to, plot.left(), plot.right());
    }

    /** The counts within the span, and the one that held at its start. */
    private static List<OpenCount> shown(List<OpenCount> counts, Instant from, Instant until) {
        List<OpenCount> shown = new ArrayList<>();
        for (OpenCount count : counts) {
            if (!count.at().isAfter(from)) {
                shown.clear();
            }
            if (!count.at().isAfter(until)) {
                shown.add(count);
            }
        }
        return shown;
    }

    /** 1, 2 or 5 times a power of ten, so that few enough steps reach the largest count. */
    static int step(int most, double room) {
        int lines = (int) Math.clamp(room, 1, MOST_GRID_LINES);
        long step = 1;
        for (int i = 0; Math.ceilDiv(most, step) > lines; i++) {
            step = i % 3 == 1 ? step / 2 * 5 : step * 2;
        }
        return (int) Math.min(step, 1_000_000_000);
    }

    CountChart chart() {
        List<ChartShape> shapes = new ArrayList<>();
        if (plot.drawable()) {
            grid(shapes);
            shapes.addAll(plot.timeAxis(time, width, zone, locale, measure));
            counts(shapes);
        }
        return new CountChart(width, height, List.copyOf(shapes));
    }

    private void grid(List<ChartShape> shapes) {
        for (long count = 0; count <= top; count += step) {
            double y = y(count);
            shapes.add(new Polyline(List.of(plot.left(), y, plot.right(), y), Ink.of(Role.GRID), 1, false));
            shapes.add(plot.valueLabel(y, text(count)));
        }
    }

    private void counts(List<ChartShape> shapes) {
        List<Knot> knots = shown.stream()
                .map(count -> new Knot(time.x(count.at()), y(count.open())))
                .toList();
        for (List<Double> line :
                StepPath.lines(StepPath.thinned(knots, COLUMN, (int) (2 * plot.width())), time.x(until))) {
            List<Double> area = new ArrayList<>(line);
            area.addAll(List.of(line.get(line.size() - 2), plot.bottom(), line.getFirst(), plot.bottom()));
            shapes.add(new Area(area, Ink.of(Role.ACCENT_SOFT)));
            shapes.add(new Polyline(line, Ink.of(Role.ACCENT), 2, false));
        }
    }

    private double y(long count) {
        return plot.bottom() - plot.height() * Math.max(0, count) / top;
    }

    private String text(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }
}
