package dev.gradeline.report.chart;

import static dev.gradeline.report.chart.Planes.MEASURE;
import static dev.gradeline.report.chart.Planes.all;
import static dev.gradeline.report.chart.Planes.bounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Standing;
import dev.gradeline.posture.Unread;
import dev.gradeline.report.chart.ChartShape.Area;
import dev.gradeline.report.chart.ChartShape.Ink;
import dev.gradeline.report.chart.ChartShape.Ink.Role;
import dev.gradeline.report.chart.ChartShape.Label;
import dev.gradeline.report.chart.ChartShape.Polyline;
import dev.gradeline.report.chart.TrendChart.Flag;
import dev.gradeline.report.chart.TrendChart.Line;
import dev.gradeline.report.chart.TrendChart.Request;
import dev.gradeline.report.chart.TrendChart.Target;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Notes, targets, moments looked at, and stretches in which nobody looked. */
class TrendMarksTest {
    private static final Instant FROM = Instant.parse("2025-11-23T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-23T00:00:00Z");

    @Test
    void aNoteIsADashedLineDownFromAFlagWithItsText() {
        TrendChart chart = layout(List.of(note("2026-05-23", "MFA roll-out")), List.of(), List.of());

        Polyline line = dashed(chart).getFirst();
        assertThat(line.points().getFirst()).isEqualTo(line.points().get(2));
        double x = chart.frame().x(Instant.parse("2026-05-23T00:00:00Z"));
        assertThat(line.points().getFirst()).isEqualTo(x);
        assertThat(line.points().get(1)).isEqualTo(chart.frame().top());
        assertThat(line.points().get(3)).isEqualTo(chart.frame().bottom());
        Label text = label(chart, "MFA roll-out");
        assertThat(text.x()).isBetween(x, x + 15);
        assertThat(all(chart.shapes(), Area.class)).as("the flag").hasSize(1);
    }

    @Test
    void aNoteAtTheRightEdgeHasItsTextAtItsLeft() {
        TrendChart chart = layout(List.of(note("2026-11-22", "MFA roll-out")), List.of(), List.of());
        assertThat(label(chart, "MFA roll-out").anchor()).isEqualTo(Label.Anchor.END);
    }

    @Test
    void notesOutsideTheTimeShownAreLeftOut() {
        TrendChart chart =
                layout(List.of(note("2025-11-22", "before"), note("2026-11-24", "after")), List.of(), List.of());
        assertThat(dashed(chart)).isEmpty();
        assertThat(all(chart.shapes(), Label.class)).extracting(Label::text).doesNotContain("before", "after");
    }

    @Test
    void notesThatCrowdStandInRowsGetShorterAndAtLastKeepTheirFlagAlone() {
        List<Flag> flags = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            flags.add(note("2026-06-" + (10 + i), "A note of quite some length, number " + i));
        }
        TrendChart chart = layout(flags, List.of(), List.of());
        assertThat(dashed(chart)).as("every note keeps its line").hasSize(12);
        assertApart(chart);
    }

    @Test
    void aMomentIsAWholeLineWithItsName() {
        TrendChart chart = layout(
                List.of(new Flag(Instant.parse("2026-03-01T00:00:00Z"), "A", Flag.Kind.MOMENT)), List.of(), List.of());
        assertThat(dashed(chart)).isEmpty();
        assertThat(all(chart.shapes(), Label.class))
                .anySatisfy(label -> assertThat(label.fill()).isEqualTo(Ink.of(Role.ACCENT)));
    }

    @Test
    void aTargetIsADashedLineAtItsScoreAndTheScaleReachesIt() {
        TrendChart chart = layout(
                List.of(), List.of(new Target(new BigDecimal("45"), "a: target 45", new Ink(Role.LINE, 0))), List.of());

        Polyline line = dashed(chart).getFirst();
        assertThat(line.points().get(1))
                .isEqualTo(line.points().get(3))
                .isLessThan(chart.frame().bottom());
        assertThat(line.points().getFirst()).isEqualTo(chart.frame().left());
        assertThat(label(chart, "a: target 45").y()).isLessThan(line.points().get(1));
        assertThat(label(chart, "a: target 45").fill()).isEqualTo(new Ink(Role.LINE, 0));
    }

    @Test
    void targetsThatMeetHaveTextsApart() {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            targets.add(new Target(new BigDecimal("90"), "framework " + i + ": target 90", new Ink(Role.LINE, i)));
        }
        TrendChart chart = layout(List.of(note("2026-01-01", "New CISO")), targets, List.of());
        assertThat(all(chart.shapes(), Label.class).stream()
                        .filter(l -> l.text().contains("target")))
                .hasSizeGreaterThanOrEqualTo(3);
        assertApart(chart);
    }

    @Test
    void nothingTouchesAndAllStaysInThePlaneWhateverIsMarked() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            List<Flag> flags = new ArrayList<>();
            for (int i = random.nextInt(10); i > 0; i--) {
                flags.add(new Flag(
                        FROM.plus(Duration.ofHours(random.nextInt(365 * 24))),
                        "x".repeat(1 + random.nextInt(80)),
                        random.nextBoolean() ? Flag.Kind.NOTE : Flag.Kind.MOMENT));
            }
            List<Target> targets = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                targets.add(new Target(
                        BigDecimal.valueOf(random.nextInt(101)), "t".repeat(1 + random.nextInt(40)), line().ink()));
            }
            double width = 60 + random.nextInt(1_200);
            double height = 40 + random.nextInt(500);
            TrendChart chart = layout(width, height, flags, targets, List.of());
            for (ChartShape shape : chart.shapes()) {
                assertThat(bounds(shape).within(width, height))
                        .as("seed %d: %s in %s x %s", seed, shape, width, height)
                        .isTrue();
            }
            assertApart(chart);
        }
    }

    @Test
    void whereNobodyLookedBeforeTheNextOneTheLineIsDashed() {
        Instant left = Instant.parse("2026-03-01T00:00:00Z");
        Instant back = Instant.parse("2026-07-01T00:00:00Z");
        TrendChart chart = layout(List.of(), List.of(), List.of(new Unread(left, back)));

        Polyline guessed = dashed(chart).getFirst();
        assertThat(guessed.points().getFirst()).isCloseTo(chart.frame().x(left), within(0.01));
        assertThat(guessed.points().get(2))
                .as("up to the next assessment: since then it is known what held")
                .isCloseTo(chart.frame().x(Instant.parse("2026-06-01T00:00:00Z")), within(0.01));
        assertThat(guessed.points()).as("and up or down to it").hasSize(6);
    }

    @Test
    void whatWasTheLatestAtTheNextLookHeldAllTheTime() {
        TrendChart chart = layout(
                List.of(),
                List.of(),
                List.of(
                        new Unread(Instant.MIN, Instant.parse("2026-02-01T00:00:00Z")),
                        new Unread(Instant.parse("2026-07-01T00:00:00Z"), Instant.parse("2026-08-01T00:00:00Z"))));
        assertThat(dashed(chart)).isEmpty();
    }

    @Test
    void sinceTheLastLookTheLineIsDashedToTheEnd() {
        Instant last = Instant.parse("2026-09-01T00:00:00Z");
        TrendChart chart = layout(List.of(), List.of(), List.of(new Unread(last, TO)));
        assertThat(dashed(chart).getFirst().points().getFirst())
                .isCloseTo(chart.frame().x(last), within(0.01));
        assertThat(dashed(chart).getFirst().points().get(2))
                .isEqualTo(chart.frame().right());
    }

    @Test
    void aPlaceTellsItsMomentAndBack() {
        TrendChart.Frame frame = layout(List.of(), List.of(), List.of()).frame();
        Instant middle = Instant.parse("2026-05-24T12:00:00Z");
        assertThat(Duration.between(frame.at(frame.x(middle)), middle).abs()).isLessThan(Duration.ofSeconds(1));
        assertThat(frame.at(-5)).isEqualTo(FROM);
        assertThat(frame.at(5_000)).isEqualTo(TO);
    }

    private static Flag note(String day, String text) {
        return new Flag(Instant.parse(day + "T00:00:00Z"), text, Flag.Kind.NOTE);
    }

    private static Line line() {
        Framework a = new Framework("a");
        return new Line(
                new Standing(a, List.of(assessment(a, "2026-01-01", "70"), assessment(a, "2026-06-01", "80")), true),
                0);
    }

    private static Assessment assessment(Framework framework, String day, String score) {
        return new Assessment(framework, new BigDecimal(score), null, Instant.parse(day + "T00:00:00Z"), FROM, false);
    }

    private static TrendChart layout(List<Flag> flags, List<Target> targets, List<Unread> unread) {
        return layout(800, 300, flags, targets, unread);
    }

    private static TrendChart layout(
            double width, double height, List<Flag> flags, List<Target> targets, List<Unread> unread) {
        return TrendChart.layout(
                new Request(
                        width,
                        height,
                        List.of(line()),
                        FROM,
                        TO,
                        ZoneOffset.UTC,
                        Locale.UK,
                        Set.of(),
                        true,
                        flags,
                        targets,
                        unread),
                MEASURE);
    }

    private static List<Polyline> dashed(TrendChart chart) {
        return all(chart.shapes(), Polyline.class).stream()
                .filter(Polyline::dashed)
                .toList();
    }

    private static Label label(TrendChart chart, String text) {
        return all(chart.shapes(), Label.class).stream()
                .filter(label -> label.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no label " + text));
    }

    private static void assertApart(TrendChart chart) {
        List<Label> labels = all(chart.shapes(), Label.class);
        for (int i = 0; i < labels.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(bounds(labels.get(i)).touches(bounds(labels.get(j))))
                        .as("%s touches %s", labels.get(i), labels.get(j))
                        .isFalse();
            }
        }
    }
}
