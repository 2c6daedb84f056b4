package dev.gradeline.report.chart;

import dev.gradeline.report.chart.ChartShape.Ink;
import dev.gradeline.report.chart.ChartShape.Ink.Role;
import dev.gradeline.report.chart.ChartShape.Label;
import dev.gradeline.report.chart.ChartShape.Label.Anchor;
import dev.gradeline.report.chart.ChartShape.Polyline;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The part of a chart's plane between its axes, in points, and the words along its edges. */
record Plot(double left, double top, double right, double bottom) {
    static final double AXIS_SIZE = 11;
    /** Room above, so that a marker at the very top stays in the plane. */
    static final double ABOVE = 8;
    /** Room below, for the words under the time axis. */
    static final double BELOW = 24;
    /** Between the words at the left and the plot. */
    static final double BESIDE = 8;

    private static final double TICK = 4;
    private static final double UNDER_AXIS = 17;
    private static final double LEAST = 24;

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    /** Whether there is room to draw anything that can be read. */
    boolean drawable() {
        return width() >= LEAST && height() >= LEAST;
    }

    /** The baseline of a text of this size that stands around a height. */
    static double baseline(double y, double size) {
        return y + size * 0.36;
    }

    /** The time axis: names of days, months or years, each under a small tick. */
    List<ChartShape> timeAxis(TimeScale scale, double fullWidth, ZoneId zone, Locale locale, TextMeasure measure) {
        List<ChartShape> shapes = new ArrayList<>();
        for (TimeTicks.Tick tick : new TimeTicks(scale, zone, locale, fullWidth, AXIS_SIZE, measure).ticks()) {
            shapes.add(new Polyline(List.of(tick.x(), bottom, tick.x(), bottom + TICK), Ink.of(Role.GRID), 1, false));
            shapes.add(new Label(
                    tick.x(), bottom + UNDER_AXIS, tick.text(), AXIS_SIZE, false, Anchor.MIDDLE, Ink.of(Role.AXIS)));
        }
        return shapes;
    }

    /** A value of the vertical axis, at the left of the plot. */
    Label valueLabel(double y, String text) {
        return new Label(left - BESIDE, baseline(y, AXIS_SIZE), text, AXIS_SIZE, false, Anchor.END, Ink.of(Role.AXIS));
    }
}
