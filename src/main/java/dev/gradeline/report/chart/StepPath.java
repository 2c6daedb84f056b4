package dev.gradeline.report.chart;

import java.util.ArrayList;
import java.util.List;

/** Values that hold until the next one, as lines of horizontal and vertical strokes. */
final class StepPath {
    private StepPath() {}

    /**
     * From here on the line runs at this height.
     *
     * @param y NaN where the value is unknown: the line is interrupted until the next knot
     * @param guessed whether it only may have held from here on: such a stretch is drawn apart
     */
    record Knot(double x, double y, boolean guessed) {
        Knot(double x, double y) {
            this(x, y, false);
        }

        boolean known() {
            return !Double.isNaN(y);
        }
    }

    /**
     * The strokes, one line for each stretch without a gap, as x0, y0, x1, y1 …
     *
     * @param knots from left to right
     * @param end where the last value stops to hold
     */
    static List<List<Double>> lines(List<Knot> knots, double end) {
        return lines(knots, end, false);
    }

    /**
     * The strokes of one kind alone. The stroke from one kind up or down to the other belongs to the one at its left.
     *
     * @param guessed those of what is guessed, or those of what is certain
     */
    static List<List<Double>> lines(List<Knot> knots, double end, boolean guessed) {
        List<List<Double>> lines = new ArrayList<>();
        List<Double> line = new ArrayList<>();
        for (int i = 0; i < knots.size(); i++) {
            Knot knot = knots.get(i);
            if (!knot.known() || knot.guessed() != guessed) {
                close(line, lines);
                line = new ArrayList<>();
                continue;
            }
            Knot next = i + 1 < knots.size() ? knots.get(i + 1) : null;
            add(line, knot.x(), knot.y());
            add(line, next == null ? end : next.x(), knot.y());
            if (next != null && next.known() && next.guessed() != guessed) {
                add(line, next.x(), next.y());
            }
        }
        close(line, lines);
        return lines;
    }

    private static void add(List<Double> line, double x, double y) {
        int size = line.size();
        if (size < 2 || line.get(size - 2) != x || line.get(size - 1) != y) {
            line.add(x);
            line.add(y);
        }
    }

    private static void close(List<Double> line, List<List<Double>> lines) {
        if (line.size() >= 4) {
            lines.add(line);
        }
    }

    /**
     * At most four knots for each column: its first, its lowest, its highest and its last, which look the same as all of
     * them. Few knots stay as they are.
     *
     * @param column the width of a column, in points
     * @param enough the number of knots up to which nothing is left out
     */
    static List<Knot> thinned(List<Knot> knots, double column, int enough) {
        if (knots.size() <= enough) {
            return knots;
        }
        List<Knot> kept = new ArrayList<>();
        int start = 0;
        while (start < knots.size()) {
            Knot first = knots.get(start);
            int end = start + 1;
            while (end < knots.size()
                    && knots.get(end).known() == first.known()
                    && knots.get(end).guessed() == first.guessed()
                    && Math.floor(knots.get(end).x() / column) == Math.floor(first.x() / column)) {
                end++;
            }
            keepTelling(knots, start, end, kept);
            start = end;
        }
        return kept;
    }

    private static void keepTelling(List<Knot> knots, int start, int end, List<Knot> kept) {
        int low = start;
        int high = start;
        for (int i = start; i < end; i++) {
            low = knots.get(i).y() > knots.get(low).y() ? i : low;
            high = knots.get(i).y() < knots.get(high).y() ? i : high;
        }
        for (int i = start; i < end; i++) {
            if (i == start || i == low || i == high || i == end - 1) {
                kept.add(knots.get(i));
            }
        }
    }
}
