package dev.gradeline.report.chart;

import dev.gradeline.posture.Scan;
import dev.gradeline.report.chart.ChartShape.Ink;
import dev.gradeline.report.chart.ChartShape.Ink.Role;
import dev.gradeline.report.chart.ChartShape.Label;
import dev.gradeline.report.chart.ChartShape.Label.Anchor;
import dev.gradeline.report.chart.ChartShape.Marker;
import dev.gradeline.report.chart.ChartShape.Marker.Form;
import dev.gradeline.report.chart.ChartShape.Polyline;
import dev.gradeline.report.chart.StepPath.Knot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lays the scans' lanes out: a name at the left, steps and dots, the last value at the right. */
final class ScanLayout {
    private static final double DOT = 3;
    private static final double WIDEST_NAME = 130;
    /** Closer dots would run into each other: the line alone tells then. */
    private static final double LEAST_BETWEEN = 9;

    private static final double LANE_INSET = DOT + 3;
    private static final List<Function<Scan, @Nullable BigDecimal>> VALUES = List.of(
            scan -> decimal(scan.platformsDiscovered()), scan -> decimal(scan.shadowAiCount()), Scan::overallRiskScore);

    private final double width;
    private final double height;
    private final List<Scan> scans;
    private final List<String> lanes;
    private final ZoneId zone;
    private final Locale locale;
    private final TextMeasure measure;
    private final Plot plot;
    private final TimeScale time;

    ScanLayout(
            double width,
            double height,
            List<Scan> scans,
            List<String> lanes,
            ZoneId zone,
            Locale locale,
            TextMeasure measure) {
        this.width = width;
        this.height = height;
        this.scans = scans;
        this.lanes = lanes;
        this.zone = zone;
        this.locale = locale;
        this.measure = measure;
        double names = 0;
        double values = 0;
        for (int lane = 0; lane < VALUES.size(); lane++) {
            names = Math.max(names, measure.width(lanes.get(lane), Plot.AXIS_SIZE, false));
            values = Math.max(values, measure.width(last(lane), Plot.AXIS_SIZE, true));
        }
        double left = Math.min(names, Math.min(WIDEST_NAME, width / 4)) + Plot.BESIDE;
        this.plot = new Plot(left, 2, width - values - 2 * Plot.BESIDE, height - Plot.BELOW);
        Instant now = scans.isEmpty() ? Instant.EPOCH : scans.getLast().effectiveAt();
        Instant first = scans.isEmpty() ? now : scans.getFirst().effectiveAt();
        this.time = TimeScale.of(first, now, plot.left() + DOT + 1, plot.right() - DOT - 1);
    }

    private static @Nullable BigDecimal decimal(@Nullable Integer number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }

    private @Nullable BigDecimal value(Scan scan, int lane) {
        return VALUES.get(lane).apply(scan);
    }

    /** What the last scan says, which stands at the end of its lane. */
    private String last(int lane) {
        BigDecimal value = scans.isEmpty() ? null : value(scans.getLast(), lane);
        if (value == null || Math.abs(value.scale()) > 30 || value.precision() > 30) {
            return "–";
        }
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(2);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    ScanChart chart() {
        List<ChartShape> shapes = new ArrayList<>();
        List<Double> points = new ArrayList<>();
        if (plot.drawable() && !scans.isEmpty()) {
            scans.forEach(scan -> points.add(time.x(scan.effectiveAt())));
            for (int lane = 0; lane < VALUES.size(); lane++) {
                lane(lane, shapes);
            }
            shapes.addAll(plot.timeAxis(time, width, zone, locale, measure));
        }
        return new ScanChart(width, height, List.copyOf(shapes), List.copyOf(points), plot.top(), plot.bottom());
    }

    private void lane(int lane, List<ChartShape> shapes) {
        double tall = plot.height() / VALUES.size();
        double top = plot.top() + lane * tall;
        double middle = top + tall / 2;
        shapes.add(
                new Polyline(List.of(plot.left(), top + tall, plot.right(), top + tall), Ink.of(Role.GRID), 1, false));
        String name = ChartText.fitted(lanes.get(lane), plot.left() - Plot.BESIDE, Plot.AXIS_SIZE, false, measure);
        double baseline = Plot.baseline(middle, Plot.AXIS_SIZE);
        shapes.add(new Label(0, baseline, name, Plot.AXIS_SIZE, false, Anchor.START, Ink.of(Role.AXIS)));
        shapes.add(new Label(width, baseline, last(lane), Plot.AXIS_SIZE, true, Anchor.END, Ink.of(Role.TEXT)));
        List<Knot> knots = knots(lane, top + LANE_INSET, top + tall - LANE_INSET);
        for (List<Double> line : StepPath.lines(StepPath.thinned(knots, 2, (int) (2 * plot.width())), time.x(last()))) {
            shapes.add(new Polyline(line, Ink.of(Role.ACCENT), 1.75, false));
        }
        if (scans.size() * LEAST_BETWEEN <= plot.width()) {
            for (Knot knot : knots) {
                if (knot.known()) {
                    shapes.add(new Marker(knot.x(), knot.y(), DOT, Form.CIRCLE, Ink.of(Role.ACCENT), false));
                }
            }
        }
    }

    private Instant last() {
        return scans.getLast().effectiveAt();
    }

    /** From the lane's lowest value to its highest; one that never moves lies in the middle. */
    private List<Knot> knots(int lane, double top, double bottom) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Scan scan : scans) {
            BigDecimal value = value(scan, lane);
            if (value != null) {
                low = Math.min(low, value.doubleValue());
                high = Math.max(high, value.doubleValue());
            }
        }
        List<Knot> knots = new ArrayList<>();
        for (Scan scan : scans) {
            BigDecimal value = value(scan, lane);
            double share = high > low && value != null ? (value.doubleValue() - low) / (high - low) : 0.5;
            knots.add(
                    new Knot(time.x(scan.effectiveAt()), value == null ? Double.NaN : bottom - share * (bottom - top)));
        }
        return knots;
    }
}
