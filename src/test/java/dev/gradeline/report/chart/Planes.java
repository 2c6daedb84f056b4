package dev.gradeline.report.chart;

import dev.gradeline.report.chart.ChartShape.Area;
import dev.gradeline.report.chart.ChartShape.Box;
import dev.gradeline.report.chart.ChartShape.Label;
import dev.gradeline.report.chart.ChartShape.Marker;
import dev.gradeline.report.chart.ChartShape.Polyline;
import java.util.List;
import java.util.stream.IntStream;

/** What a drawn chart covers, for tests. */
final class Planes {
    /** Every character is as wide as in a broad sans serif. */
    static final TextMeasure MEASURE = (text, size, bold) -> text.length() * size * (bold ? 0.6 : 0.55);

    private Planes() {}

    record Bounds(double left, double top, double right, double bottom) {
        boolean within(double width, double height) {
            return left >= -0.01 && top >= -0.01 && right <= width + 0.01 && bottom <= height + 0.01;
        }

        boolean touches(Bounds other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    static Bounds bounds(ChartShape shape) {
        return switch (shape) {
            case Box box -> new Bounds(box.x(), box.y(), box.x() + box.width(), box.y() + box.height());
            case Polyline line -> bounds(line.points());
            case Area area -> bounds(area.points());
            case Marker m -> new Bounds(m.x() - m.radius(), m.y() - m.radius(), m.x() + m.radius(), m.y() + m.radius());
            case Label label -> bounds(label);
        };
    }

    /** Digits and capitals reach 0.73 of the size above the baseline, descenders 0.2 below. */
    private static Bounds bounds(Label label) {
        double width = MEASURE.width(label.text(), label.size(), label.bold());
        double left = switch (label.anchor()) {
            case START -> label.x();
            case MIDDLE -> label.x() - width / 2;
            case END -> label.x() - width;
        };
        return new Bounds(left, label.y() - label.size() * 0.75, left + width, label.y() + label.size() * 0.25);
    }

    private static Bounds bounds(List<Double> points) {
        double[] xs = every(points, 0);
        double[] ys = every(points, 1);
        return new Bounds(min(xs), min(ys), max(xs), max(ys));
    }

    static double[] every(List<Double> points, int start) {
        return IntStream.range(0, points.size())
                .filter(i -> i % 2 == start)
                .mapToDouble(points::get)
                .toArray();
    }

    private static double min(double[] values) {
        return java.util.Arrays.stream(values).min().orElseThrow();
    }

    private static double max(double[] values) {
        return java.util.Arrays.stream(values).max().orElseThrow();
    }

    static <S extends ChartShape> List<S> all(List<ChartShape> shapes, Class<S> type) {
        return shapes.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
