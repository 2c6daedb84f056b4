package dev.gradeline.report.chart;

import static dev.gradeline.report.chart.Planes.MEASURE;
import static dev.gradeline.report.chart.Planes.all;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.OpenCount;
import dev.gradeline.posture.Standing;
import dev.gradeline.report.chart.ChartShape.Area;
import dev.gradeline.report.chart.ChartShape.Ink;
import dev.gradeline.report.chart.ChartShape.Ink.Role;
import dev.gradeline.report.chart.ChartShape.Label;
import dev.gradeline.report.chart.ChartShape.Marker;
import dev.gradeline.report.chart.ChartShape.Polyline;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountChartTest {
    private static final Instant TO = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant FROM = TO.minus(Duration.ofDays(90));

    @Test
    void aCountHoldsUntilTheNextAndNothingIsDrawnBeforeTheFirst() {
        CountChart chart = layout(List.of(count(30, 50), count(10, 40)));

        Polyline line = steps(chart).getFirst();
        assertThat(Planes.every(line.points(), 0)[0]).isGreaterThan(200);
        assertThat(Planes.every(line.points(), 0)).hasSize(4);
        assertThat(Planes.every(line.points(), 1)[0]).isLessThan(Planes.every(line.points(), 1)[3]);
        Area area = all(chart.shapes(), Area.class).getFirst();
        assertThat(area.points()).containsAll(line.points());
    }

    @Test
    void theCountThatHeldAtTheStartIsDrawnFromThere() {
        CountChart chart = layout(List.of(count(400, 900), count(100, 52)));

        assertThat(labels(chart)).contains("60").doesNotContain("900", "1,000");
        assertThat(Planes.every(steps(chart).getFirst().points(), 0)).hasSize(2);
    }

    @Test
    void noCountIsAnEmptyGrid() {
        CountChart chart = layout(List.of());

        assertThat(steps(chart)).isEmpty();
        assertThat(all(chart.shapes(), Area.class)).isEmpty();
        assertThat(labels(chart)).contains("0", "1");
    }

    @ParameterizedTest
    @CsvSource({"0,1", "3,1", "5,1", "6,2", "37,10", "55,20", "1200,500", "2147483647,500000000"})
    void gridLinesStandAtRoundCounts(int most, int step) {
        assertThat(CountLayout.step(most, 9)).isEqualTo(step);
    }

    @Test
    void everythingStaysInThePlaneWhateverIsCounted() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            double width = random.nextInt(1_200);
            double height = random.nextInt(400);
            List<OpenCount> counts = new ArrayList<>();
            random.longs(random.nextInt(2_000), 0, 5_000)
                    .boxed()
                    .sorted(java.util.Comparator.reverseOrder())
                    .forEach(hours -> counts.add(
                            new OpenCount(TO.minus(Duration.ofHours(hours)), random.nextInt(1 << random.nextInt(31)))));
            CountChart chart = CountChart.layout(width, height, counts, FROM, TO, ZoneOffset.UTC, Locale.UK, MEASURE);
            for (ChartShape shape : chart.shapes()) {
                assertThat(Planes.bounds(shape).within(width, height))
                        .as("seed %d, round %d: %s in %s x %s", seed, round, shape, width, height)
                        .isTrue();
            }
        }
    }

    @Test
    void aSparklineEndsInADotOfItsGradesInk() {
        Sparkline spark = Sparkline.layout(100, 24, standing("60", "72"), FROM, TO);

        Marker dot = all(spark.shapes(), Marker.class).getFirst();
        Polyline line = all(spark.shapes(), Polyline.class).getFirst();
        assertThat(dot.solid()).isTrue();
        assertThat(dot.stroke()).isEqualTo(new Ink(Role.GRADE_TEXT, 2)).isEqualTo(line.stroke());
        assertThat(line.points().subList(line.points().size() - 2, line.points().size()))
                .containsExactly(dot.x(), dot.y());
        assertThat(spark.shapes()).allMatch(shape -> Planes.bounds(shape).within(100, 24));
    }

    @Test
    void aSparklineOfOnePointBeginsWithItAndHasNoPast() {
        Sparkline spark = Sparkline.layout(100, 24, standing("72"), FROM, TO);

        Marker dot = all(spark.shapes(), Marker.class).getFirst();
        Polyline line = all(spark.shapes(), Polyline.class).getFirst();
        assertThat(Planes.every(line.points(), 1)).containsOnly(12);
        assertThat(line.points()).startsWith(dot.x(), dot.y());
        assertThat(dot.x()).as("20 of 90 days before the end").isBetween(50.0, 90.0);
    }

    @Test
    void aSparklineOfAnOldPointEndsInItsDot() {
        Sparkline spark = Sparkline.layout(100, 24, standing("72"), TO.minus(Duration.ofDays(5)), TO);

        Marker dot = all(spark.shapes(), Marker.class).getFirst();
        assertThat(all(spark.shapes(), Polyline.class).getFirst().points()).endsWith(dot.x(), dot.y());
        assertThat(dot.x()).isGreaterThan(90);
    }

    @Test
    void aSparklineOfWhatIsNoLongerReportedDoesNotLookCurrent() {
        Standing standing = standing("60", "72");
        Sparkline spark =
                Sparkline.layout(100, 24, new Standing(standing.framework(), standing.assessments(), false), FROM, TO);

        Marker dot = all(spark.shapes(), Marker.class).getFirst();
        Polyline tail = all(spark.shapes(), Polyline.class).getLast();
        assertThat(tail.dashed()).isTrue();
        assertThat(tail.points()).startsWith(dot.x(), dot.y());
        assertThat(dot.x()).as("20 of 90 days before the end").isBetween(50.0, 90.0);
        assertThat(all(spark.shapes(), Polyline.class).getFirst().dashed()).isFalse();
    }

    private static Standing standing(String... scores) {
        List<Assessment> assessments = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            Instant at = TO.minus(Duration.ofDays(20L * (scores.length - i)));
            assessments.add(
                    new Assessment(new Framework("a"), new BigDecimal(scores[i]), new Grade("C"), at, TO, false));
        }
        return new Standing(new Framework("a"), assessments, true);
    }

    private static OpenCount count(int daysAgo, int open) {
        return new OpenCount(TO.minus(Duration.ofDays(daysAgo)), open);
    }

    private static CountChart layout(List<OpenCount> counts) {
        return CountChart.layout(400, 200, counts, FROM, TO, ZoneOffset.UTC, Locale.UK, MEASURE);
    }

    private static List<Polyline> steps(CountChart chart) {
        return all(chart.shapes(), Polyline.class).stream()
                .filter(line -> line.stroke().role() == Role.ACCENT)
                .toList();
    }

    private static List<String> labels(CountChart chart) {
        return all(chart.shapes(), Label.class).stream().map(Label::text).toList();
    }
}
