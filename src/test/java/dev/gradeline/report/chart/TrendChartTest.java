package dev.gradeline.report.chart;

import static dev.gradeline.report.chart.Planes.MEASURE;
import static dev.gradeline.report.chart.Planes.all;
import static dev.gradeline.report.chart.Planes.bounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Standing;
import dev.gradeline.report.chart.ChartShape.Box;
import dev.gradeline.report.chart.ChartShape.Ink;
import dev.gradeline.report.chart.ChartShape.Ink.Role;
import dev.gradeline.report.chart.ChartShape.Label;
import dev.gradeline.report.chart.ChartShape.Marker;
import dev.gradeline.report.chart.ChartShape.Polyline;
import dev.gradeline.report.chart.TrendChart.Line;
import dev.gradeline.report.chart.TrendChart.Request;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrendChartTest {
    private static final Instant TO = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant FROM = Instant.parse("2025-11-23T00:00:00Z");

    @Test
    void aScoreHoldsUntilTheNextAssessmentAndTheLastUntilTheEnd() {
        TrendChart chart = layout(line("a", 0, at("2026-02-01", "60"), at("2026-06-01", "80")));

        double[] xs = Planes.every(strokes(chart, 0).getFirst().points(), 0);
        double[] ys = Planes.every(strokes(chart, 0).getFirst().points(), 1);
        assertThat(xs).hasSize(4);
        assertThat(xs[1]).isEqualTo(xs[2]);
        assertThat(ys[0]).isEqualTo(ys[1]).isGreaterThan(ys[2]);
        assertThat(ys[2]).isEqualTo(ys[3]);
        assertThat(xs[0]).isEqualTo(chart.points().getFirst().x());
        assertThat(xs[3]).isEqualTo(rightEdge(chart));
    }

    @Test
    void theScoreThatHeldAtTheLeftEdgeStartsThere() {
        TrendChart chart = layout(line("a", 0, at("2025-01-01", "50"), at("2025-08-01", "60"), at("2026-06-01", "80")));

        Box band = all(chart.shapes(), Box.class).getFirst();
        List<Double> stroke = strokes(chart, 0).getFirst().points();
        assertThat(stroke.getFirst()).isEqualTo(band.x());
        assertThat(scoreAt(chart, stroke.get(1))).isCloseTo(60, within(0.01));
        assertThat(chart.points()).hasSize(1);
    }

    @Test
    void nothingIsDrawnBeforeTheFirstAssessment() {
        TrendChart chart = layout(line("a", 0, at("2026-06-01", "80")));

        assertThat(strokes(chart, 0).getFirst().points().getFirst())
                .isEqualTo(chart.points().getFirst().x())
                .isGreaterThan(all(chart.shapes(), Box.class).getFirst().x() + 100);
    }

    @Test
    void anUnknownScoreLeavesAGap() {
        TrendChart chart = layout(line("a", 0, at("2026-01-01", "70"), at("2026-03-01", null), at("2026-06-01", "80")));

        List<Polyline> strokes = strokes(chart, 0);
        assertThat(strokes).hasSize(2);
        double gapStart = strokes.getFirst().points().get(2);
        assertThat(gapStart).isLessThan(strokes.getLast().points().getFirst());
        assertThat(chart.points()).hasSize(2);
        assertThat(all(chart.shapes(), Marker.class)).hasSize(2);
    }

    @Test
    void anUnknownScoreAtTheEndLeavesTheEndOpen() {
        TrendChart chart = layout(line("a", 0, at("2026-01-01", "70"), at("2026-03-01", null)));

        assertThat(strokes(chart, 0)).hasSize(1);
        assertThat(strokes(chart, 0).getFirst().points().get(2)).isLessThan(rightEdge(chart) - 100);
        assertThat(label(chart, "a")).isNotNull();
    }

    @Test
    void whatTheServerNoLongerReportsIsDashedAfterItsLastAssessment() {
        Standing gone = new Standing(
                new Framework("a"),
                List.of(assessment("a", at("2026-01-01", "70")), assessment("a", at("2026-06-01", "80"))),
                false);
        TrendChart chart = layout(new Line(gone, 0));

        List<Polyline> strokes = strokes(chart, 0);
        assertThat(strokes).extracting(Polyline::dashed).containsExactly(false, true);
        assertThat(strokes.getLast().points().getFirst())
                .isEqualTo(chart.points().getLast().x());
        assertThat(strokes.getLast().points().get(2)).isEqualTo(rightEdge(chart));
    }

    @ParameterizedTest
    @CsvSource({"48,30", "92,60", "90,60", "89.9,60", "75,60", "74,50", "40,30", "39,20", "3,0", "0,0", "-5,0", "250,60"
    })
    void theBottomIsAStripBelowTheLowestScoresBand(String score, String bottom) {
        TrendChart chart = layout(line("a", 0, at("2026-06-01", score)));

        List<String> limits = axisLabels(chart);
        assertThat(limits.getLast()).isEqualTo(bottom);
        assertThat(limits.getFirst()).isEqualTo("90");
        assertThat(limits).isSubsetOf("90", "75", "60", "40", bottom);
        assertThat(bounds(all(chart.shapes(), Marker.class).getFirst()).within(chart.width(), chart.height()))
                .isTrue();
    }

    @Test
    void theLowestScoreIsThatOfTheTimeShown() {
        TrendChart chart = layout(line("a", 0, at("2024-01-01", "5"), at("2025-01-01", "76"), at("2026-01-01", "80")));

        assertThat(axisLabels(chart).getLast()).isEqualTo("60");
    }

    @Test
    void everyBandHasItsTintAndItsLetter() {
        TrendChart chart = layout(line("a", 0, at("2026-06-01", "5")));

        assertThat(all(chart.shapes(), Box.class))
                .extracting(Box::fill)
                .containsExactly(
                        new Ink(Role.BAND, 0),
                        new Ink(Role.BAND, 1),
                        new Ink(Role.BAND, 2),
                        new Ink(Role.BAND, 3),
                        new Ink(Role.BAND, 4));
        for (String letter : List.of("A", "B", "C", "D", "F")) {
            Label label = label(chart, letter);
            assertThat(all(chart.shapes(), Box.class)).anySatisfy(band -> {
                assertThat(band.fill().index()).isEqualTo(label.fill().index());
                assertThat(label.y()).isBetween(band.y(), band.y() + band.height());
            });
        }
    }

    @Test
    void linesThatMeetAtTheEndHaveNamesApart() {
        TrendChart chart = layout(
                line("one", 0, at("2026-06-01", "80")),
                line("two", 1, at("2026-06-01", "80")),
                line("three", 2, at("2026-07-01", "80")));

        List<Label> names = names(chart);
        assertThat(names).extracting(Label::text).containsExactlyInAnyOrder("one", "two", "three");
        assertNoneTouch(names, "");
        assertThat(names)
                .extracting(Label::fill)
                .containsExactlyInAnyOrder(new Ink(Role.LINE, 0), new Ink(Role.LINE, 1), new Ink(Role.LINE, 2));
    }

    @Test
    void aLoneNameStandsAtItsLine() {
        TrendChart chart = layout(line("one", 0, at("2026-06-01", "80")));

        assertThat(names(chart).getFirst().y() - 12 * 0.36)
                .isCloseTo(chart.points().getFirst().y(), within(0.01));
    }

    @Test
    void withoutNamesThePlotIsWider() {
        Line line = line("a rather long name", 0, at("2026-06-01", "80"));
        TrendChart with = TrendChart.layout(request(800, 300, List.of(line), FROM, TO, Set.of(), true), MEASURE);
        TrendChart without = TrendChart.layout(request(800, 300, List.of(line), FROM, TO, Set.of(), false), MEASURE);

        assertThat(names(without)).isEmpty();
        assertThat(rightEdge(without)).isGreaterThan(rightEdge(with) + 50);
    }

    @Test
    void dimmedLinesAreLighterNarrowerAndBehind() {
        Line front = line("front", 0, at("2026-06-01", "80"));
        Line back = line("back", 1, at("2026-06-01", "80"));
        TrendChart chart = TrendChart.layout(
                request(800, 300, List.of(front, back), FROM, TO, Set.of(new Framework("back")), true), MEASURE);

        List<Polyline> dimmed = strokes(chart, Ink.of(Role.MUTED));
        assertThat(dimmed).isNotEmpty();
        assertThat(dimmed.getFirst().width())
                .isLessThan(strokes(chart, 0).getFirst().width());
        assertThat(chart.shapes().indexOf(dimmed.getFirst()))
                .isLessThan(chart.shapes().indexOf(strokes(chart, 0).getFirst()));
    }

    @Test
    void aRestatedScoreHasASolidMarker() {
        Assessment restated = new Assessment(
                new Framework("a"), new BigDecimal("70"), null, Instant.parse("2026-06-01T00:00:00Z"), TO, true);
        TrendChart chart = layout(new Line(new Standing(new Framework("a"), List.of(restated), true), 0));

        assertThat(all(chart.shapes(), Marker.class)).extracting(Marker::solid).containsExactly(true);
    }

    @Test
    void noTwoLinesShareColourAndForm() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            lines.add(line("f" + i, i, at("2026-06-01", "80")));
        }
        List<Marker> markers = all(layout(lines.toArray(Line[]::new)).shapes(), Marker.class);

        assertThat(markers.stream().map(m -> m.form() + " " + m.stroke()).distinct())
                .hasSize(20);
    }

    @Test
    void manyAssessmentsAreThinnedToWhatCanBeSeenWithoutLosingExtremes() {
        List<Assessment> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            String score = i == 7_777 ? "12" : i == 13_131 ? "99" : Integer.toString(60 + i % 7);
            many.add(assessment("a", new Seen(FROM.plus(Duration.ofMinutes(25L * i)), score)));
        }
        TrendChart chart = layout(new Line(new Standing(new Framework("a"), many, true), 0));

        List<Double> stroke = strokes(chart, 0).getFirst().points();
        assertThat(stroke.size() / 2).isLessThan(4 * 800 + 10);
        assertThat(all(chart.shapes(), Marker.class)).isEmpty();
        double[] ys = Planes.every(stroke, 1);
        assertThat(scoreAt(chart, java.util.Arrays.stream(ys).max().orElseThrow()))
                .isCloseTo(12, within(0.01));
        assertThat(scoreAt(chart, java.util.Arrays.stream(ys).min().orElseThrow()))
                .isCloseTo(99, within(0.01));
        assertThat(chart.points()).hasSizeGreaterThan(19_000);
    }

    @Test
    void noLineIsAnEmptyChartWithItsAxes() {
        TrendChart chart = layout();

        assertThat(all(chart.shapes(), Box.class)).hasSize(5);
        assertThat(chart.points()).isEmpty();
        assertThat(axisLabels(chart)).containsExactly("90", "75", "60", "40", "0");
    }

    @Test
    void aMomentWithoutLengthShowsItsPointInTheMiddle() {
        Line line = line("a", 0, at("2026-11-23", "80"));
        TrendChart chart = TrendChart.layout(request(800, 300, List.of(line), TO, TO, Set.of(), true), MEASURE);

        Box band = all(chart.shapes(), Box.class).getFirst();
        assertThat(chart.points()).hasSize(1);
        assertThat(chart.points().getFirst().x()).isCloseTo((band.x() + rightEdge(chart)) / 2, within(0.01));
    }

    @Test
    void twoAssessmentsOfOneMomentAreAVerticalStroke() {
        TrendChart chart = layout(line("a", 0, at("2026-06-01", "60"), at("2026-06-01", "80")));

        assertThat(chart.points()).hasSize(2);
        assertThat(chart.points().getFirst().x())
                .isEqualTo(chart.points().getLast().x());
        assertThat(all(chart.shapes(), Marker.class)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 20, 40})
    void tooSmallAPlaneStaysEmpty(double side) {
        Line line = line("a", 0, at("2026-06-01", "80"));

        assertThat(TrendChart.layout(request(side, side, List.of(line), FROM, TO, Set.of(), true), MEASURE)
                        .shapes())
                .isEmpty();
    }

    @Test
    void hostileNamesStayOnOneLineAndInThePlane() {
        String evil = "a\tb\n\u202Ec\u0000 " + "W".repeat(5_000);
        TrendChart chart = layout(line(evil, 0, at("2026-06-01", "80")));

        Label name = names(chart).getFirst();
        assertThat(name.text()).startsWith("a b c W").endsWith("…");
        assertThat(bounds(name).within(chart.width(), chart.height())).isTrue();
    }

    @Test
    void everythingStaysInThePlaneAndNothingTouchesWhateverIsDrawn() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            String run = "seed " + seed + ", round " + round;
            double width = 60 + random.nextInt(1400);
            double height = 40 + random.nextInt(700);
            TrendChart chart = TrendChart.layout(randomRequest(random, width, height), MEASURE);
            for (ChartShape shape : chart.shapes()) {
                if (!bounds(shape).within(width, height)) {
                    fail("%s: %s in %s x %s", run, shape, width, height);
                }
            }
            assertNoneTouch(all(chart.shapes(), Label.class), run);
        }
    }

    private static Request randomRequest(Random random, double width, double height) {
        Instant to = TO.minus(Duration.ofHours(random.nextInt(10_000)));
        Instant from = to.minus(Duration.ofHours((long) Math.pow(10, random.nextDouble() * 5)));
        List<Line> lines = new ArrayList<>();
        for (int i = random.nextInt(21); i > 0; i--) {
            int count = 1 + (random.nextInt(10) == 0 ? 500 : random.nextInt(12));
            List<Assessment> assessments = new ArrayList<>();
            Framework framework = new Framework("framework-".repeat(random.nextInt(4)) + i);
            long span = Duration.between(from, to).toMinutes() + 60;
            random.longs(count, -span / 5, span)
                    .sorted()
                    .forEach(minutes -> assessments.add(new Assessment(
                            framework,
                            random.nextInt(10) == 0 ? null : BigDecimal.valueOf(random.nextInt(-50, 1_100), 1),
                            null,
                            from.plus(Duration.ofMinutes(minutes)),
                            to,
                            random.nextBoolean())));
            lines.add(new Line(new Standing(framework, assessments, random.nextInt(5) > 0), i));
        }
        Set<Framework> dimmed = lines.size() > 2 && random.nextBoolean()
                ? Set.of(lines.getFirst().standing().framework())
                : Set.of();
        Locale locale = List.of(Locale.UK, Locale.US, Locale.GERMANY, Locale.JAPAN, Locale.forLanguageTag("ar"))
                .get(random.nextInt(5));
        ZoneId zone = List.of(ZoneOffset.UTC, ZoneId.of("America/New_York"), ZoneId.of("Pacific/Kiritimati"))
                .get(random.nextInt(3));
        boolean endLabels = random.nextInt(4) > 0;
        return new Request(
                width, height, lines, from, to, zone, locale, dimmed, endLabels, List.of(), List.of(), List.of());
    }

    private static void assertNoneTouch(List<Label> labels, String run) {
        for (int i = 0; i < labels.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (bounds(labels.get(i)).touches(bounds(labels.get(j)))) {
                    fail("%s: %s touches %s", run, labels.get(i), labels.get(j));
                }
            }
        }
    }

    private record Seen(Instant at, @Nullable String score) {}

    private static Seen at(String day, @Nullable String score) {
        return new Seen(Instant.parse(day + "T00:00:00Z"), score);
    }

    private static Assessment assessment(String framework, Seen seen) {
        String score = seen.score();
        return new Assessment(
                new Framework(framework), score == null ? null : new BigDecimal(score), null, seen.at(), TO, false);
    }

    private static Line line(String framework, int index, Seen... seen) {
        List<Assessment> assessments = new ArrayList<>();
        for (Seen each : seen) {
            assessments.add(assessment(framework, each));
        }
        return new Line(new Standing(new Framework(framework), assessments, true), index);
    }

    private static TrendChart layout(Line... lines) {
        return TrendChart.layout(request(800, 300, List.of(lines), FROM, TO, Set.of(), true), MEASURE);
    }

    private static Request request(
            double width,
            double height,
            List<Line> lines,
            Instant from,
            Instant to,
            Set<Framework> dimmed,
            boolean endLabels) {
        return new Request(
                width,
                height,
                lines,
                from,
                to,
                ZoneOffset.UTC,
                Locale.UK,
                dimmed,
                endLabels,
                List.of(),
                List.of(),
                List.of());
    }

    private static List<Polyline> strokes(TrendChart chart, int line) {
        return strokes(chart, new Ink(Role.LINE, line));
    }

    /** The line itself, not the thin joint to its name. */
    private static List<Polyline> strokes(TrendChart chart, Ink ink) {
        return all(chart.shapes(), Polyline.class).stream()
                .filter(line -> line.stroke().equals(ink) && line.width() > 1)
                .toList();
    }

    private static double rightEdge(TrendChart chart) {
        return all(chart.shapes(), Polyline.class).stream()
                .filter(line -> line.stroke().role() == Role.GRID
                        && line.points().get(0).equals(line.points().get(2)))
                .mapToDouble(line -> line.points().getFirst())
                .max()
                .orElseThrow();
    }

    private static List<Label> names(TrendChart chart) {
        return all(chart.shapes(), Label.class).stream()
                .filter(label -> label.anchor() == Label.Anchor.START)
                .toList();
    }

    private static Label label(TrendChart chart, String text) {
        return all(chart.shapes(), Label.class).stream()
                .filter(label -> label.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> axisLabels(TrendChart chart) {
        return all(chart.shapes(), Label.class).stream()
                .filter(label -> label.anchor() == Label.Anchor.END)
                .map(Label::text)
                .toList();
    }

    /** The score drawn at a height, read off the bands. */
    private static double scoreAt(TrendChart chart, double y) {
        Box a = all(chart.shapes(), Box.class).getFirst();
        return 100 - (y - a.y()) / a.height() * 10;
    }

    @Test
    void everyFrameworkHasALineOfItsOwnWhateverTheOrderOfTheAnswer() {
        Posture ordered = Postures.northwind();
        List<Standing> turned = ordered.standings().reversed();
        Posture posture = new Posture(
                ordered.asOf(),
                ordered.lastSync(),
                ordered.organizationId(),
                ordered.freshness(),
                turned,
                ordered.recommendations(),
                ordered.scans(),
                ordered.scanReported(),
                ordered.openCounts());

        assertThat(TrendChart.lines(posture)).isEqualTo(TrendChart.lines(ordered));
        assertThat(TrendChart.lines(posture))
                .extracting(
                        line -> line.index() + " " + line.standing().framework().id())
                .containsExactly("0 ai-security", "1 cis-v8", "2 hipaa", "3 iso-27001", "4 nist-csf-2");
    }
}
