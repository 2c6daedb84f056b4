package dev.gradeline.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.gradeline.posture.Scan;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the scans' lanes are laid out. */
class ScanChartTest {
    private static final TextMeasure SIX = (text, size, bold) -> 6.0 * text.length();
    private static final Instant FIRST = Instant.parse("2026-01-01T12:00:00Z");

    private static ScanChart chart(List<Scan> scans) {
        return ScanChart.layout(
                600, 180, scans, List.of("Platforms", "Shadow AI", "Risk"), ZoneOffset.UTC, Locale.UK, SIX);
    }

    private static Scan scan(int day, @Nullable Integer platforms, @Nullable Integer shadow, @Nullable String risk) {
        Instant at = FIRST.plus(Duration.ofDays(day));
        return new Scan(
                "s" + day,
                null,
                null,
                null,
                null,
                at,
                platforms,
                shadow,
                risk == null ? null : new BigDecimal(risk),
                List.of(),
                at);
    }

    private static List<Marker> dots(ScanChart chart) {
        return chart.shapes().stream()
                .filter(Marker.class::isInstance)
                .map(Marker.class::cast)
                .toList();
    }

    @Test
    void eachFigureHasALaneWithItsLastValue() {
        ScanChart chart = chart(List.of(scan(0, 10, 1, "61"), scan(10, 14, 1, "65.25"), scan(40, 12, 3, "65.25")));
        assertThat(dots(chart)).hasSize(9);
        assertThat(chart.shapes().stream()
                        .filter(shape -> shape instanceof Label label && label.bold())
                        .map(shape -> ((Label) shape).text()))
                .containsExactly("12", "3", "65.25");
        List<Marker> platforms = dots(chart).subList(0, 3);
        assertThat(platforms.get(1).y())
                .as("higher is further up")
                .isLessThan(platforms.get(0).y());
        assertThat(platforms.get(2).y())
                .isBetween(platforms.get(1).y(), platforms.get(0).y());
        assertThat(platforms.get(2).x() - platforms.get(1).x())
                .isCloseTo(3 * (platforms.get(1).x() - platforms.get(0).x()), offset(0.01));
        assertThat(dots(chart).get(2).y()).isLessThan(dots(chart).get(3).y());
    }

    @Test
    void whatAScanLeftOutIsAGapAndNoZero() {
        ScanChart chart = chart(List.of(scan(0, 10, 1, "61"), scan(10, null, 1, null), scan(40, 12, 3, "65")));
        assertThat(dots(chart)).hasSize(7);
        assertThat(lines(chart))
                .as("what came after the gap is the last scan, and has no way yet")
                .hasSize(3);
    }

    private static List<Polyline> lines(ScanChart chart) {
        return chart.shapes().stream()
                .filter(shape -> shape instanceof Polyline line && line.stroke().role() == Role.ACCENT)
                .map(Polyline.class::cast)
                .toList();
    }

    @Test
    void oneScanIsADotInTheMiddleAndNoneIsNothing() {
        ScanChart one = chart(List.of(scan(0, 10, 1, "61")));
        assertThat(dots(one)).hasSize(3);
        assertThat(one.nearest(0)).isZero();
        assertThat(chart(List.of()).shapes()).isEmpty();
        assertThat(chart(List.of()).nearest(10)).isEqualTo(-1);
    }

    @Test
    void manyScansHaveALineAndNoDots() {
        List<Scan> scans = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            scans.add(scan(i, 10 + i % 5, 1, "1E+400"));
        }
        ScanChart chart = chart(scans);
        assertThat(dots(chart)).isEmpty();
        assertThat(chart.points()).hasSize(1000).isSorted();
        assertThat(chart.nearest(chart.points().get(500))).isEqualTo(500);
        assertThat(lines(chart)).isNotEmpty();
    }
}
