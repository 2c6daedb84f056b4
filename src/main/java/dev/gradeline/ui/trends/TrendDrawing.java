package dev.gradeline.ui.trends;

import dev.gradeline.posture.Framework;
import dev.gradeline.report.chart.TextMeasure;
import dev.gradeline.report.chart.TrendChart;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What the chart shows.
 *
 * @param lines the frameworks shown, each with the index that it always has
 * @param dimmed those behind the one in front
 * @param summary the chart in words
 */
record TrendDrawing(List<TrendChart.Line> lines, Instant from, Instant to, Set<Framework> dimmed, String summary) {
    TrendDrawing {
        lines = List.copyOf(lines);
        dimmed = Set.copyOf(dimmed);
    }

    /** Lays the chart out for a size in pixels. */
    TrendChart chart(double width, double height, Words words, TextMeasure measure) {
        return TrendChart.layout(
                new TrendChart.Request(width, height, lines, from, to, words.zone(), words.locale(), dimmed, true),
                measure);
    }
}
