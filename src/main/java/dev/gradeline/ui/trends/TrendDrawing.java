package dev.gradeline.ui.trends;

import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Unread;
import dev.gradeline.report.chart.TextMeasure;
import dev.gradeline.report.chart.TrendChart;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the chart shows.
 *
 * @param lines the frameworks shown, each with the index that it always has
 * @param dimmed those behind the one in front
 * @param flags notes, and the moments that are compared
 * @param unread when for long nobody looked at the scores
 */
record TrendDrawing(
        List<TrendChart.Line> lines,
        Instant from,
        Instant to,
        Set<Framework> dimmed,
        List<TrendChart.Flag> flags,
        List<TrendChart.Target> targets,
        List<Unread> unread) {
    TrendDrawing {
        lines = List.copyOf(lines);
        dimmed = Set.copyOf(dimmed);
        flags = List.copyOf(flags);
        targets = List.copyOf(targets);
        unread = List.copyOf(unread);
    }

    /** The same with others behind the one in front. */
    TrendDrawing withDimmed(Set<Framework> behind) {
        return new TrendDrawing(lines, from, to, behind, flags, targets, unread);
    }

    /** Whether another one shows the same assessments. */
    boolean sameAssessments(@Nullable TrendDrawing other) {
        return other != null && from.equals(other.from) && to.equals(other.to) && lines.equals(other.lines);
    }

    /** Lays the chart out for a size in pixels. */
    TrendChart chart(double width, double height, Words words, TextMeasure measure) {
        return TrendChart.layout(
                new TrendChart.Request(
                        width,
                        height,
                        lines,
                        from,
                        to,
                        words.zone(),
                        words.locale(),
                        dimmed,
                        true,
                        flags,
                        targets,
                        unread),
                measure);
    }
}
