package dev.gradeline.report.chart;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Grade;
import dev.gradeline.posture.GradeBand;
import dev.gradeline.posture.Standing;
import dev.gradeline.report.chart.ChartShape.Ink;
import dev.gradeline.report.chart.ChartShape.Ink.Role;
import dev.gradeline.report.chart.ChartShape.Marker;
import dev.gradeline.report.chart.ChartShape.Marker.Form;
import dev.gradeline.report.chart.ChartShape.Polyline;
import dev.gradeline.report.chart.StepPath.Knot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One framework's scores as a small step line in its grade's ink, ending in a dot, or
 * beginning with it where there is only one; dashed, with the dot before, after the last assessment of what is no longer
 * reported; no axes, no words. Pure: the same input
 * gives the same shapes.
 */
public record Sparkline(double width, double height, List<ChartShape> shapes) {
    private static final double DOT = 2.5;
    private static final double INSET = DOT + 1;
    /** Fewer points than this fill the height only in part: a change of one point should not look like a fall. */
    private static final double LEAST_SPAN = 20;

    /** Lays the line out between two moments; empty when no score of that time is known. */
    public static Sparkline layout(double width, double height, Standing standing, Instant from, Instant to) {
        List<ChartShape> shapes = new ArrayList<>();
        if (width > 2 * INSET && height > 2 * INSET) {
            TimeScale time = TimeScale.of(from, to, INSET, width - INSET);
            Instant until = to.isBefore(time.to()) ? to : time.to();
            List<Knot> knots = knots(height, standing, time, until);
            double end = time.x(until);
            Ink ink = ink(standing);
            List<Knot> drawn = StepPath.thinned(knots, 2, (int) (2 * width));
            for (boolean guessed : List.of(false, true)) {
                for (List<Double> line : StepPath.lines(drawn, end, guessed)) {
                    shapes.add(new Polyline(line, ink, 1.75, guessed));
                }
            }
            if (!knots.isEmpty() && knots.getLast().known()) {
                // one point has no way behind it: its dot is where it was, and the line from it is that it still holds
                boolean alone = knots.size() == 1
                        && !standing.assessments().getFirst().effectiveAt().isBefore(time.from());
                double dot =
                        alone || knots.getLast().guessed() ? knots.getLast().x() : end;
                shapes.add(new Marker(dot, knots.getLast().y(), DOT, Form.CIRCLE, ink, true));
            }
        }
        return new Sparkline(width, height, List.copyOf(shapes));
    }

    private static List<Knot> knots(double height, Standing standing, TimeScale time, Instant until) {
        List<BigDecimal> scores = TrendLine.shown(new TrendChart.Line(standing, 0), time.from(), until);
        double low = scores.stream().mapToDouble(Sparkline::points).min().orElse(0);
        double high = scores.stream().mapToDouble(Sparkline::points).max().orElse(0);
        double span = Math.max(high - low, LEAST_SPAN);
        double middle = (low + high) / 2;
        List<Knot> knots = new ArrayList<>();
        for (Assessment assessment : standing.assessments()) {
            if (assessment.effectiveAt().isBefore(time.from())) {
                knots.clear();
            }
            if (!assessment.effectiveAt().isAfter(until)) {
                BigDecimal score = assessment.overallScore();
                double share = score == null ? Double.NaN : (points(score) - middle) / span;
                // what the server no longer reports is not known to hold after its last assessment
                boolean guessed = !standing.reported() && assessment.equals(standing.current());
                knots.add(
                        new Knot(time.x(assessment.effectiveAt()), height / 2 - share * (height - 2 * INSET), guessed));
            }
        }
        return knots;
    }

    private static double points(BigDecimal score) {
        return Math.clamp(score.doubleValue(), 0, 100);
    }

    private static Ink ink(Standing standing) {
        Grade grade = standing.current().grade();
        GradeBand band = grade == null ? null : grade.band();
        return band == null ? Ink.of(Role.MUTED) : Ink.of(Role.GRADE_TEXT, band);
    }
}
