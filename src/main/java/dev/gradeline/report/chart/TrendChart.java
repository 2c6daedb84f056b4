package dev.gradeline.report.chart;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Standing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The trend of several frameworks as step lines over grade bands: a score holds until the next assessment. Pure: the same
 * input gives the same shapes.
 *
 * @param shapes what to draw, back to front
 * @param points where the markers are, for hover and keyboard focus
 */
public record TrendChart(double width, double height, List<ChartShape> shapes, List<Point> points) {

    /** An assessment's place on the chart. */
    public record Point(double x, double y, Framework framework, Assessment assessment) {}

    /**
     * What to lay out.
     *
     * @param lines the frameworks drawn, each with the line index that it keeps whatever else is shown
     * @param from the left edge
     * @param to the right edge; lines end here
     */
    public record Request(
            double width,
            double height,
            List<Line> lines,
            Instant from,
            Instant to,
            ZoneId zone,
            Locale locale,
            Set<Framework> dimmed,
            boolean endLabels) {}

    /** One framework's line and its index into colours and marker forms. */
    public record Line(Standing standing, int index) {
        private static final int INKS = 8;

        /** Its colour. */
        public ChartShape.Ink ink() {
            return new ChartShape.Ink(ChartShape.Ink.Role.LINE, Math.floorMod(index, INKS));
        }

        /** Its markers' form: after eight lines the colours come again, each with the next form, so that no two share both. */
        public ChartShape.Marker.Form form() {
            ChartShape.Marker.Form[] forms = ChartShape.Marker.Form.values();
            return forms[Math.floorMod(index + Math.floorDiv(index, INKS), forms.length)];
        }
    }

    /** Lays the chart out. */
    public static TrendChart layout(Request request, TextMeasure measure) {
        return new TrendLayout(request, measure).chart();
    }
}
