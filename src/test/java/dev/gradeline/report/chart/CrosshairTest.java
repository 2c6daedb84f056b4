package dev.gradeline.report.chart;

import static dev.gradeline.report.chart.Planes.MEASURE;
import static dev.gradeline.report.chart.Planes.all;
import static dev.gradeline.report.chart.Planes.bounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.Standing;
import dev.gradeline.report.chart.ChartShape.Label;
import dev.gradeline.report.chart.ChartShape.Polyline;
import dev.gradeline.report.chart.TrendChart.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrosshairTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

    @Test
    void itTellsWhatHeldAtItsMomentTheHighestFirst() {
        Crosshair crosshair = Crosshair.at(
                MAY,
                List.of(
                        line("a", 0, "2026-02-01", "60", "2026-05-01", "70", "2026-06-01", "99"),
                        line("b", 1, "2026-04-30", "80"),
                        line("later", 2, "2026-05-02", "90"),
                        line("unknown", 3, "2026-02-01", "50", "2026-04-01", null)));

        assertThat(crosshair.values())
                .extracting(value -> value.assessment().framework().id() + " "
                        + value.assessment().overallScore())
                .containsExactly("b 80", "a 70");
    }

    @ParameterizedTest
    @CsvSource({"900,400,3", "900,300,20", "500,200,20", "1200,600,40", "120,80,5"})
    void lineAndListStayInThePlaneAndNoTextTouchesAnother(double width, double height, int count) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line("framework number " + i, i, "2026-01-15", Integer.toString(40 + i)));
        }
        TrendChart chart = TrendChart.layout(request(width, height, lines, false), MEASURE);
        for (Instant at : List.of(FROM, MAY, TO)) {
            List<ChartShape> shapes = Crosshair.at(at, lines)
                    .shapes(
                            chart,
                            "1 May 2026",
                            true,
                            value -> new Crosshair.Row(
                                    value.assessment().framework().id(), "88.25", "A"),
                            MEASURE);
            Polyline down = all(shapes, Polyline.class).getFirst();
            assertThat(down.points().getFirst()).isCloseTo(chart.frame().x(at), within(0.01));
            List<Label> labels = all(shapes, Label.class);
            for (int i = 0; i < labels.size(); i++) {
                if (width > 200) {
                    assertThat(bounds(labels.get(i)).within(width, height))
                            .as("%s", labels.get(i))
                            .isTrue();
                }
                for (int j = 0; j < i; j++) {
                    assertThat(bounds(labels.get(i)).touches(bounds(labels.get(j))))
                            .as("%s touches %s", labels.get(i), labels.get(j))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void withoutItsListItIsTheLineAndADotOnEach() {
        Line line = line("a", 0, "2026-02-01", "60");
        TrendChart chart = TrendChart.layout(request(800, 300, List.of(line), true), MEASURE);
        List<ChartShape> shapes = Crosshair.at(MAY, List.of(line))
                .shapes(chart, "", false, value -> new Crosshair.Row("", "", ""), MEASURE);
        assertThat(shapes).hasSize(2);
        assertThat(all(shapes, ChartShape.Marker.class).getFirst().y())
                .isCloseTo(chart.points().getFirst().y(), within(0.01));
    }

    @Test
    void aScoreThatWasRestatedHasAFilledMarkerInTheList() {
        Framework framework = new Framework("restated");
        Instant at = Instant.parse("2026-02-01T00:00:00Z");
        Line restated = new Line(
                new Standing(
                        framework,
                        List.of(new Assessment(framework, new BigDecimal("70"), new Grade("B"), at, at, true)),
                        true),
                1);
        List<Line> lines = List.of(restated, line("plain", 0, "2026-02-01", "60"));
        TrendChart chart = TrendChart.layout(request(800, 300, lines, false), MEASURE);
        List<ChartShape> shapes = Crosshair.at(MAY, lines)
                .shapes(chart, "1 May 2026", true, value -> new Crosshair.Row("name", "60", "B"), MEASURE);
        assertThat(all(shapes, ChartShape.Marker.class))
                .filteredOn(marker -> marker.form() == restated.form() && marker.radius() == 4)
                .singleElement()
                .matches(ChartShape.Marker::solid);
        assertThat(all(shapes, ChartShape.Marker.class))
                .filteredOn(marker -> marker.form() == lines.get(1).form() && marker.radius() == 4)
                .singleElement()
                .matches(marker -> !marker.solid());
    }

    private static TrendChart.Request request(double width, double height, List<Line> lines, boolean endLabels) {
        return new TrendChart.Request(
                width,
                height,
                lines,
                FROM,
                TO,
                ZoneOffset.UTC,
                Locale.UK,
                Set.of(),
                endLabels,
                List.of(),
                List.of(),
                List.of());
    }

    /** @param seen days and scores, by turns */
    private static Line line(String name, int index, @Nullable String... seen) {
        Framework framework = new Framework(name);
        List<Assessment> assessments = new ArrayList<>();
        for (int i = 0; i < seen.length; i += 2) {
            String score = seen[i + 1];
            Instant at = Instant.parse(seen[i] + "T00:00:00Z");
            assessments.add(new Assessment(
                    framework, score == null ? null : new BigDecimal(score), new Grade("A"), at, at, false));
        }
        return new Line(new Standing(framework, assessments, true), index);
    }
}
