package dev.gradeline.report.chart;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Standing;
import dev.gradeline.posture.Unread;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The trend of several frameworks as step lines over grade bands: a score holds until the next assessment. Pure: the same
 * input gives the same shapes.
 *
 * @param shapes what to draw, back to front
 * @param points where the assessments are, for hover and keyboard focus, with or without a marker
 * @param names where the lines' names stand at their ends
 * @param frame where the plot is, and which time it shows
 */
public record TrendChart(
        double width, double height, List<ChartShape> shapes, List<Point> points, List<Name> names, Frame frame) {

    /** A framework's name at its line's end: the place that means it. */
    public record Name(Framework framework, double left, double top, double bottom) {}

    /** The framework whose name stands at a place; null when none does. */
    public @Nullable Framework named(double x, double y) {
        return names.stream()
                .filter(name -> x >= name.left() && y >= name.top() && y < name.bottom())
                .map(Name::framework)
                .findFirst()
                .orElse(null);
    }

    /**
     * The plot's edges, in points, and the moments at its left and right edge.
     *
     * @param lowest the score at the bottom
     */
    public record Frame(double left, double top, double right, double bottom, Instant from, Instant to, int lowest) {
        /** The height of a score; one outside 0 to 100 lies on the edge. */
        public double y(BigDecimal score) {
            return new ScoreScale(lowest, top, bottom).y(score);
        }

        /** The moment at a place; one outside the plot counts as its nearer edge. */
        public Instant at(double x) {
            return new TimeScale(from, to, left, right).at(x);
        }

        /** The place of a moment; one outside the time shown lies at the nearer edge. */
        public double x(Instant at) {
            return new TimeScale(from, to, left, right).x(at);
        }
    }

    /** An assessment's place on the chart. */
    public record Point(double x, double y, Framework framework, Assessment assessment) {}

    /**
     * What to lay out.
     *
     * @param lines the frameworks drawn, each with the line index that it keeps whatever else is shown
     * @param from the left edge
     * @param to the right edge; lines end here
     * @param flags moments that are marked; those outside the time shown are left out
     * @param targets scores to reach, of lines that are shown
     * @param unread when nobody looked: a score that may have been followed by another one is drawn dashed
     */
    public record Request(
            double width,
            double height,
            List<Line> lines,
            Instant from,
            Instant to,
            ZoneId zone,
            Locale locale,
            Set<Framework> dimmed,
            boolean endLabels,
            List<Flag> flags,
            List<Target> targets,
            List<Unread> unread) {}

    /** A moment with a word to it. */
    public record Flag(Instant at, String text, Kind kind) {
        public enum Kind {
            /** A note of the person's: dashed, with a flag. */
            NOTE,
            /** A moment that is being looked at. */
            MOMENT
        }
    }

    /** A score to reach, in its line's ink. */
    public record Target(BigDecimal score, String text, ChartShape.Ink ink) {}

    /** One framework's line and its index into colours and marker forms. */
    public record Line(Standing standing, int index) {
        private static final int INKS = 8;

        /** Its colour. */
        public ChartShape.Ink ink() {
            return new ChartShape.Ink(ChartShape.Ink.Role.LINE, Math.floorMod(index, INKS));
        }

        /** Its markers' form: after eight lines the colours come again, each with the next form, so that no two share both. */
        public ChartShape.Marker.Form form() {
            ChartShape.Marker.Form[] forms = ChartShape.Marker.Form.values();
            return forms[Math.floorMod(index + Math.floorDiv(index, INKS), forms.length)];
        }
    }

    /**
     * A line for every framework, in the order of the frameworks: each keeps its index whatever else is shown, so that
     * window, slides and PDF give it the same colour.
     */
    public static List<Line> lines(Posture posture) {
        List<Standing> standings = posture.standings().stream()
                .sorted(Comparator.comparing(Standing::framework))
                .toList();
        return IntStream.range(0, standings.size())
                .mapToObj(index -> new Line(standings.get(index), index))
                .toList();
    }

    /** Lays the chart out. */
    public static TrendChart layout(Request request, TextMeasure measure) {
        return new TrendLayout(request, measure, null).chart();
    }

    /**
     * Lays the chart out over a range of scores that several charts share, so that rises can be compared.
     *
     * @param lowest the score at the bottom, as {@link #lowest} gives it for the lines of all these charts
     */
    public static TrendChart layout(Request request, TextMeasure measure, int lowest) {
        return new TrendLayout(request, measure, lowest).chart();
    }

    /** The score at the bottom of one chart of all these lines between two moments. */
    public static int lowest(List<Line> lines, Instant from, Instant to) {
        List<BigDecimal> shown = new ArrayList<>();
        lines.forEach(line -> shown.addAll(TrendLine.shown(line, from, to)));
        return ScoreScale.of(shown, 0, 1).lowest();
    }
}
