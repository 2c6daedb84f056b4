package dev.gradeline.report.chart;

import dev.gradeline.posture.OpenCount;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** A count over time as a step area from zero. Pure: the same input gives the same shapes. */
public record CountChart(double width, double height, List<ChartShape> shapes) {
    /** Lays the chart out between two moments; a count holds until the next one, and nothing is drawn before the first. */
    public static CountChart layout(
            double width,
            double height,
            List<OpenCount> counts,
            Instant from,
            Instant to,
            ZoneId zone,
            Locale locale,
            TextMeasure measure) {
        return new CountLayout(width, height, counts, from, to, zone, locale, measure).chart();
    }
}
