package dev.gradeline.report.chart;

import dev.gradeline.posture.Flow;
import dev.gradeline.report.chart.ChartShape.Box;
import dev.gradeline.report.chart.ChartShape.Ink;
import dev.gradeline.report.chart.ChartShape.Ink.Role;
import dev.gradeline.report.chart.ChartShape.Label;
import dev.gradeline.report.chart.ChartShape.Label.Anchor;
import dev.gradeline.report.chart.ChartShape.Polyline;
import dev.gradeline.report.chart.FlowChart.Bar;
import dev.gradeline.report.chart.FlowChart.Series;
import java.text.NumberFormat;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lays a flow chart out: grid lines at round counts, three bars for each month, names of months below. */
final class FlowLayout {
    private static final double GRID_SPACING = 36;
    private static final int MOST_GRID_LINES = 5;
    private static final double WIDEST_BAR = 20;
    /** The share of a month's width that its bars take. */
    private static final double FILLED = 0.74;
    /** Bars narrower than this touch each other, and have no outline. */
    private static final double NARROW = 4;

    private static final double BETWEEN_NAMES = 14;
    private static final int[] EVERY = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600};

    private final double width;
    private final double height;
    private final List<Flow.Month> months;
    private final Locale locale;
    private final TextMeasure measure;
    private final Plot plot;
    private final int step;
    private final long top;
    private final double month;
    private final double bar;

    FlowLayout(double width, double height, List<Flow.Month> months, Locale locale, TextMeasure measure) {
        this.width = width;
        this.height = height;
        this.months = months;
        this.locale = locale;
        this.measure = measure;
        int most = 0;
        for (Flow.Month each : months) {
            for (Series series : Series.values()) {
                most = Math.max(most, series.of(each));
            }
        }
        double lines = Math.min(MOST_GRID_LINES, (height - Plot.ABOVE - Plot.BELOW) / GRID_SPACING);
        this.step = CountLayout.step(most, lines);
        this.top = Math.max(step, (long) Math.ceilDiv(most, step) * step);
        double left = measure.width(text(top), Plot.AXIS_SIZE, false) + Plot.BESIDE + 2;
        this.plot = new Plot(left, Plot.ABOVE, width - 4, height - Plot.BELOW);
        this.month = plot.width() / Math.max(1, months.size());
        this.bar = Math.min(WIDEST_BAR, month * FILLED / Series.values().length);
    }

    FlowChart chart() {
        List<ChartShape> shapes = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        if (plot.drawable() && !months.isEmpty()) {
            grid(shapes);
            names(shapes);
            for (int i = 0; i < months.size(); i++) {
                bars(months.get(i), middle(i), shapes, bars);
            }
        }
        return new FlowChart(width, height, List.copyOf(shapes), List.copyOf(bars));
    }

    private double middle(int index) {
        return plot.left() + (index + 0.5) * month;
    }

    private void grid(List<ChartShape> shapes) {
        for (long count = 0; count <= top; count += step) {
            double y = y(count);
            shapes.add(new Polyline(List.of(plot.left(), y, plot.right(), y), Ink.of(Role.GRID), 1, false));
            shapes.add(plot.valueLabel(y, text(count)));
        }
    }

    private void names(List<ChartShape> shapes) {
        double widest = 0;
        for (Flow.Month each : months) {
            widest = Math.max(widest, measure.width(name(each.month(), true), Plot.AXIS_SIZE, false));
        }
        int every = EVERY[EVERY.length - 1];
        for (int i = EVERY.length - 1; i >= 0; i--) {
            every = EVERY[i] * month >= widest + BETWEEN_NAMES ? EVERY[i] : every;
        }
        boolean first = true;
        for (int i = 0; i < months.size(); i++) {
            YearMonth at = months.get(i).month();
            // counted from January, so that the year stands where it begins
            if (Math.floorMod(at.getYear() * 12L + at.getMonthValue() - 1, every) == 0) {
                String text = name(at, first || at.getMonthValue() == 1);
                first = false;
                double half = measure.width(text, Plot.AXIS_SIZE, false) / 2;
                double x = Math.clamp(middle(i), Math.min(half, width / 2), Math.max(width - half, width / 2));
                shapes.add(new Label(
                        x,
                        plot.bottom() + Plot.BELOW - 7,
                        text,
                        Plot.AXIS_SIZE,
                        false,
                        Anchor.MIDDLE,
                        Ink.of(Role.AXIS)));
            }
        }
    }

    private String name(YearMonth at, boolean year) {
        return DateTimeFormatter.ofPattern(year ? "MMM uuuu" : "MMM", locale).format(at);
    }

    private void bars(Flow.Month at, double middle, List<ChartShape> shapes, List<Bar> bars) {
        double left = middle - bar * Series.values().length / 2;
        if (!at.read()) {
            double reach = month * FILLED / 2;
            shapes.add(new Polyline(
                    List.of(middle - reach, plot.bottom() - 3, middle + reach, plot.bottom() - 3),
                    Ink.of(Role.MUTED),
                    1.5,
                    true));
        }
        for (Series series : Series.values()) {
            int count = series.of(at);
            double gap = bar >= NARROW ? 1 : 0;
            Bar placed = new Bar(at.month(), series, count, left + gap, left + bar - gap, y(count), plot.bottom());
            bars.add(placed);
            if (count > 0) {
                draw(placed, shapes);
            }
            left += bar;
        }
    }

    private void draw(Bar placed, List<ChartShape> shapes) {
        double wide = placed.right() - placed.left();
        Role fill = switch (placed.series()) {
            case OPENED -> Role.ACCENT;
            case COMPLETED -> Role.ACCENT_SOFT;
            case DISMISSED -> bar < NARROW ? Role.GRID : Role.SURFACE;
        };
        shapes.add(new Box(placed.left(), placed.top(), wide, placed.bottom() - placed.top(), Ink.of(fill)));
        if (placed.series() != Series.OPENED && bar >= NARROW) {
            double inset = 0.75;
            double x0 = placed.left() + inset;
            double x1 = placed.right() - inset;
            double y0 = Math.min(placed.top() + inset, placed.bottom());
            Role stroke = placed.series() == Series.COMPLETED ? Role.ACCENT : Role.AXIS;
            shapes.add(new Polyline(
                    List.of(x0, placed.bottom(), x0, y0, x1, y0, x1, placed.bottom()), Ink.of(stroke), 1.5, false));
        }
    }

    private double y(long count) {
        return plot.bottom() - plot.height() * Math.max(0, count) / top;
    }

    private String text(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }
}
