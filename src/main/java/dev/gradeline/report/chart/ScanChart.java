package dev.gradeline.report.chart;

import dev.gradeline.posture.Scan;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * What scans found over time: platforms, shadow-AI count and risk score, each in a lane of its own, for they have nothing in
 * common but the time. A value holds until the next scan. Pure: the same input gives the same shapes.
 *
 * @param shapes what to draw, back to front
 * @param points where each scan is, in the order in which they were given
 * @param top the upper edge of the first lane
 * @param bottom the lower edge of the last lane
 */
public record ScanChart(
        double width, double height, List<ChartShape> shapes, List<Double> points, double top, double bottom) {

    /**
     * Lays the chart out.
     *
     * @param scans oldest first
     * @param lanes the names of the three lanes
     */
    public static ScanChart layout(
            double width,
            double height,
            List<Scan> scans,
            List<String> lanes,
            ZoneId zone,
            Locale locale,
            TextMeasure measure) {
        return new ScanLayout(width, height, scans, lanes, zone, locale, measure).chart();
    }

    /** Which scan is nearest to a place; −1 when there is none. */
    public int nearest(double x) {
        int nearest = -1;
        for (int i = 0; i < points.size(); i++) {
            if (nearest < 0 || Math.abs(points.get(i) - x) < Math.abs(points.get(nearest) - x)) {
                nearest = i;
            }
        }
        return nearest;
    }
}
