package dev.gradeline.ui.overview;

import dev.gradeline.posture.OpenCount;
import dev.gradeline.posture.Posture;
import dev.gradeline.report.chart.ChartShape;
import dev.gradeline.report.chart.CountChart;
import dev.gradeline.report.chart.TextMeasure;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;

/**
 * How many recommendations were open over the last 90 days, ready to draw.
 *
 * @param counts those of the 90 days, entered with the one that held when they began; empty when there is no line yet
 * @param message in place of the line; empty when there is one, or when recommendations were never read
 * @param summary the line in a sentence
 */
record OpenTrend(List<OpenCount> counts, Instant from, Instant to, String message, String summary) {
    private static final Duration SPAN = Duration.ofDays(90);
    /** A line shorter than this is a dot at the edge of 90 days. */
    private static final Duration SHORTEST = Duration.ofDays(1);

    OpenTrend {
        counts = List.copyOf(counts);
    }

    static OpenTrend of(Situation situation, Words words) {
        Posture posture = situation.posture();
        Instant to = posture.asOf();
        Instant from = to.minus(SPAN);
        List<OpenCount> counts = within(posture.openCounts(), from);
        if (counts.isEmpty()) {
            return new OpenTrend(List.of(), from, to, "", "");
        }
        int now = counts.getLast().open();
        if (counts.getFirst().at().plus(SHORTEST).isAfter(to)) {
            String soon = words.of("overview.open.soon", now);
            return new OpenTrend(List.of(), from, to, soon, soon);
        }
        IntSummaryStatistics range = counts.stream().mapToInt(OpenCount::open).summaryStatistics();
        String summary =
                words.of("overview.open.summary", counts.getFirst().open(), now, range.getMin(), range.getMax());
        return new OpenTrend(counts, from, to, "", summary);
    }

    private static List<OpenCount> within(List<OpenCount> all, Instant from) {
        List<OpenCount> counts = new ArrayList<>();
        for (OpenCount count : all) {
            if (!count.at().isAfter(from)) {
                counts.clear();
            }
            counts.add(count);
        }
        return counts;
    }

    /** A day and how many were open from then on, in words. */
    record Row(String day, String open) {}

    /** The line as a table, newest first. */
    List<Row> rows(Words words) {
        TimeWords times = new TimeWords(words);
        return counts.reversed().stream()
                .map(count -> new Row(times.date(count.at()), words.of("overview.count", count.open())))
                .toList();
    }

    /** Lays the line out for a size in pixels. */
    List<ChartShape> shapes(double width, double height, Words words, TextMeasure measure) {
        return CountChart.layout(width, height, counts, from, to, words.zone(), words.locale(), measure)
                .shapes();
    }
}
