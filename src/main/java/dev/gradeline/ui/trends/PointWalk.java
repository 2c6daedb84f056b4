package dev.gradeline.ui.trends;

import dev.gradeline.posture.Framework;
import dev.gradeline.report.chart.TrendChart.Point;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks over a chart's points by keyboard and finds the one under the mouse. */
final class PointWalk {
    /** The farthest that the mouse may be from a point that it means, in pixels. */
    private static final double REACH = 16;

    private final List<Point> points;

    PointWalk(List<Point> points) {
        this.points = points;
    }

    /** The point that this one was before the chart was laid out anew; null when it is not shown any more. */
    @Nullable Point same(@Nullable Point point) {
        return point == null
                ? null
                : points.stream()
                        .filter(p -> p.framework().equals(point.framework())
                                && p.assessment().equals(point.assessment()))
                        .findFirst()
                        .orElse(null);
    }

    /** The latest point of a framework, or, without one, of the line that ends highest; null when there is none. */
    @Nullable Point start(@Nullable Framework framework) {
        Comparator<Point> latest = Comparator.comparingDouble(Point::x);
        return points.stream()
                .filter(p -> framework == null || p.framework().equals(framework))
                .max(latest.thenComparing(Comparator.comparingDouble(Point::y).reversed()))
                .orElse(null);
    }

    /** The next point of the same line to the right (1) or left (−1); at its end, the same point. */
    Point along(Point from, int direction) {
        List<Point> line = points.stream()
                .filter(p -> p.framework().equals(from.framework()))
                .toList();
        int at = line.indexOf(from);
        return at < 0 ? from : line.get(Math.clamp(at + direction, 0, line.size() - 1));
    }

    /** The nearest point in time of another line, the next one below (1) or above (−1); at the end, the same point. */
    Point across(Point from, int direction) {
        return points.stream()
                .filter(p -> !p.framework().equals(from.framework()))
                .filter(p -> direction * (p.y() - from.y()) > 0)
                .min(Comparator.comparingDouble(p -> Math.hypot(p.x() - from.x(), p.y() - from.y())))
                .orElse(from);
    }

    /** The point that the mouse means; null when none is near enough. */
    @Nullable Point near(double x, double y) {
        return points.stream()
                .filter(p -> Math.hypot(p.x() - x, p.y() - y) <= REACH)
                .min(Comparator.comparingDouble(p -> Math.hypot(p.x() - x, p.y() - y)))
                .orElse(null);
    }
}
