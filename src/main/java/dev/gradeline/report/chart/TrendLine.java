package dev.gradeline.report.chart;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Unread;
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
    private static final int MANY_MARKERS = 60;
    private static final double COLUMN = 2;

    private final TrendChart.Line line;
    private final boolean dimmed;
    private final List<Knot> knots = new ArrayList<>();
    private final List<TrendChart.Point> points = new ArrayList<>();
    private final double end;
    private final double width;

    /** @param until where the line ends: no later than the right edge */
    TrendLine(
            TrendChart.Line line,
            boolean dimmed,
            TimeScale time,
            ScoreScale scores,
            Instant until,
            List<Unread> unread) {
        this.line = line;
        this.dimmed = dimmed;
        this.end = time.x(until);
        this.width = time.right() - time.left();
        List<Assessment> assessments = line.standing().assessments();
        for (int i = 0; i < assessments.size(); i++) {
            Assessment assessment = assessments.get(i);
            Instant at = assessment.effectiveAt();
            boolean last = i + 1 == assessments.size();
            Instant next = last ? until : assessments.get(i + 1).effectiveAt();
            if (at.isAfter(until) || !last && next.isBefore(time.from())) {
                continue;
            }
            boolean shown = !at.isBefore(time.from());
            Knot knot = new Knot(shown ? time.x(at) : time.left(), y(assessment, scores));
            if (shown && knot.known()) {
                points.add(
                        new TrendChart.Point(knot.x(), knot.y(), line.standing().framework(), assessment));
            }
            boolean gone = last && !line.standing().reported();
            Instant guessed = gone ? at : guessedFrom(at, next.isBefore(until) ? next : until, unread);
            knots.addAll(split(knot, guessed, time));
        }
    }

    /** One knot, or two where what it tells is guessed from a later moment on. */
    private static List<Knot> split(Knot knot, @Nullable Instant guessed, TimeScale time) {
        if (guessed == null || !knot.known()) {
            return List.of(knot);
        }
        double from = time.x(guessed);
        Knot tail = new Knot(Math.max(knot.x(), from), knot.y(), true);
        return from <= knot.x() ? List.of(tail) : List.of(knot, tail);
    }

    /**
     * From when on an assessment may have been followed by another one that nobody saw. Up to the last reading before the
     * next one it was the latest; after it nobody looked, if that was long.
     *
     * @return null when it held all the time
     */
    private static @Nullable Instant guessedFrom(Instant at, Instant next, List<Unread> unread) {
        for (Unread gap : unread) {
            if (gap.from().isBefore(next) && !gap.to().isBefore(next)) {
                return gap.from().isAfter(at) ? gap.from() : at;
            }
        }
        return null;
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

    Framework framework() {
        return line.standing().framework();
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
     * The line's strokes. What the server no longer reports held for an unknown time after its last assessment, and of what
     * nobody looked at none can tell: such stretches are dashed.
     */
    List<ChartShape> strokes() {
        double stroke = dimmed ? 1.25 : 2;
        List<Knot> drawn = StepPath.thinned(knots, COLUMN, (int) (2 * width));
        List<ChartShape> shapes = new ArrayList<>();
        for (List<Double> stretch : StepPath.lines(drawn, end, false)) {
            shapes.add(new Polyline(stretch, ink(), stroke, false));
        }
        for (List<Double> stretch : StepPath.lines(drawn, end, true)) {
            shapes.add(new Polyline(stretch, ink(), stroke, true));
        }
        return shapes;
    }

    /** One marker for each assessment shown. */
    List<ChartShape> markers() {
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
