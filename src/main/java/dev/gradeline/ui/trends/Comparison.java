package dev.gradeline.ui.trends;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Grade;
import dev.gradeline.report.chart.Crosshair;
import dev.gradeline.report.chart.TrendChart;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the frameworks stood at the end of two days.
 *
 * @param a a local day; where the one that was asked for lies beyond the moment looked at, the day of that moment
 * @param atA the moment of A: the end of its day, or the moment looked at where that comes first
 * @param rows one for each framework shown
 */
record Comparison(LocalDate a, LocalDate b, Instant atA, Instant atB, List<Row> rows) {
    Comparison {
        rows = List.copyOf(rows);
    }

    /** A framework at a day: null grade and “–” where nothing was known yet. */
    record Side(@Nullable Grade grade, String score) {}

    /** One framework at both, and what it gained (or lost) from A to B. */
    record Row(String framework, Side a, Side b, TrendRow.Value difference) {}

    static Comparison of(List<TrendChart.Line> lines, LocalDate a, LocalDate b, Instant asOf, Words words) {
        Instant atA = end(a, asOf, words);
        Instant atB = end(b, asOf, words);
        TrendRows rows = new TrendRows(words);
        PostureWords posture = new PostureWords(words);
        return new Comparison(
                atA.atZone(words.zone()).toLocalDate(),
                atB.atZone(words.zone()).toLocalDate(),
                atA,
                atB,
                lines.stream()
                        .map(line -> {
                            Assessment first = Crosshair.held(line, atA);
                            Assessment second = Crosshair.held(line, atB);
                            BigDecimal before = first == null ? null : first.overallScore();
                            BigDecimal after = second == null ? null : second.overallScore();
                            return new Row(
                                    rows.name(line.standing()),
                                    side(first, posture),
                                    side(second, posture),
                                    rows.movement(before == null || after == null ? null : after.subtract(before)));
                        })
                        .toList());
    }

    private static Instant end(LocalDate day, Instant asOf, Words words) {
        Instant end = day.plusDays(1).atStartOfDay(words.zone()).toInstant().minusMillis(1);
        return end.isAfter(asOf) ? asOf : end;
    }

    private static Side side(@Nullable Assessment held, PostureWords posture) {
        return held == null
                ? new Side(null, posture.number(null))
                : new Side(held.grade(), posture.number(held.overallScore()));
    }
}
