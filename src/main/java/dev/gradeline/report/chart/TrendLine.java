package dev.gradeline.report.chart;

import dev.gradeline.posture.Assessment;
import dev.gradeline.report.chart.ChartShape.Ink;
import dev.gradeline.report.chart.ChartShape.Ink.Role;
import dev.gradeline.report.chart.ChartShape.Marker;
import dev.gradeline.report.chart.ChartShape.Polyline;
import dev.gradeline.report.chart.StepPath.Knot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One framework's line: where it runs, and the marker of each assessment. */
final class TrendLine {
    private static final int MOST_MARKERS = 300;
    private static final int MANY_MARKERS = 60;
    private static final double COLUMN = 2;

    private final TrendChart.Line line;
    private final boolean dimmed;
    private final List<Knot> knots = new ArrayList<>();
    private final List<TrendChart.Point> points = new ArrayList<>();
    private final double end;
    private final double width;

    /** @param until where the line ends: no later than the right edge */
    TrendLine(TrendChart.Line line, boolean dimmed, TimeScale time, ScoreScale scores, Instant until) {
        this.line = line;
        this.dimmed = dimmed;
        this.end = time.x(until);
        this.width = time.right() - time.left();
        Assessment held = null;
        for (Assessment assessment : line.standing().assessments()) {
            Instant at = assessment.effectiveAt();
            if (at.isBefore(time.from())) {
                held = assessment;
            } else if (!at.isAfter(until)) {
                add(assessment, time.x(at), scores);
            }
        }
        if (held != null) {
            knots.addFirst(new Knot(time.left(), y(held, scores)));
        }
    }

    private void add(Assessment assessment, double x, ScoreScale scores) {
        Knot knot = new Knot(x, y(assessment, scores));
        knots.add(knot);
        if (knot.known()) {
            points.add(new TrendChart.Point(x, knot.y(), line.standing().framework(), assessment));
        }
    }

    private static double y(Assessment assessment, ScoreScale scores) {
        BigDecimal score = assessment.overallScore();
        return score == null ? Double.NaN : scores.y(score);
    }

    /** The scores that a chart from a moment on shows, that which held at its left edge among them. */
    static List<BigDecimal> shown(TrendChart.Line line, Instant from, Instant until) {
        List<BigDecimal> shown = new ArrayList<>();
        for (Assessment assessment : line.standing().assessments()) {
            BigDecimal score = assessment.overallScore();
            if (assessment.effectiveAt().isBefore(from)) {
                shown.clear();
            }
            if (score != null && !assessment.effectiveAt().isAfter(until)) {
                shown.add(score);
            }
        }
        return shown;
    }

    List<TrendChart.Point> points() {
        return points;
    }

    boolean dimmed() {
        return dimmed;
    }

    String name() {
        return ChartText.line(line.standing().framework().name());
    }

    Ink ink() {
        return dimmed ? Ink.of(Role.MUTED) : line.ink();
    }

    /** The height at which the line was last; null when nothing of it is shown. */
    @Nullable Double lastY() {
        return knots.reversed().stream()
                .filter(Knot::known)
                .map(Knot::y)
                .findFirst()
                .orElse(null);
    }

    /** Whether the line reaches its right end: its last score is known. */
    boolean reachesEnd() {
        return !knots.isEmpty() && knots.getLast().known();
    }

    double end() {
        return end;
    }

    /**
     * The line's strokes. What the server no longer reports held for an unknown time after its last assessment: that
     * stretch is dashed.
     */
    List<ChartShape> strokes() {
        double stroke = dimmed ? 1.25 : 2;
        boolean uncertain = !line.standing().reported() && reachesEnd();
        List<Knot> drawn = StepPath.thinned(knots, COLUMN, (int) (2 * width));
        double certainEnd = uncertain ? drawn.getLast().x() : end;
        List<ChartShape> shapes = new ArrayList<>();
        for (List<Double> stretch : StepPath.lines(drawn, certainEnd)) {
            shapes.add(new Polyline(stretch, ink(), stroke, false));
        }
        if (uncertain && certainEnd < end) {
            double y = drawn.getLast().y();
            shapes.add(new Polyline(List.of(certainEnd, y, end, y), ink(), stroke, true));
        }
        return shapes;
    }

    /** One marker for each assessment shown; none when there are so many that they would be a smear. */
    List<ChartShape> markers() {
        if (points.size() > MOST_MARKERS) {
            return List.of();
        }
        double radius = points.size() > MANY_MARKERS ? 2.5 : dimmed ? 3 : 4;
        List<ChartShape> shapes = new ArrayList<>();
        for (TrendChart.Point point : points) {
            shapes.add(new Marker(
                    point.x(),
                    point.y(),
                    radius,
                    line.form(),
                    ink(),
                    point.assessment().restated()));
        }
        return shapes;
    }
}
