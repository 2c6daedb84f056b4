package dev.gradeline.report.chart;

import dev.gradeline.posture.Flow;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was opened, completed and dismissed in each month, as three bars side by side. No bar is told by colour alone: the
 * first is solid, the second tinted within an outline, the third an outline. A month in which nobody looked has a dashed line
 * in place of bars. Pure: the same input gives the same shapes.
 *
 * @param shapes what to draw, back to front
 * @param bars where each bar is, also one of no height; oldest month first, in the order of {@link Series}
 */
public record FlowChart(double width, double height, List<ChartShape> shapes, List<Bar> bars) {
    /** What a bar counts. */
    public enum Series {
        OPENED,
        COMPLETED,
        DISMISSED;

        /** How many of them a month has. */
        public int of(Flow.Month month) {
            return switch (this) {
                case OPENED -> month.opened();
                case COMPLETED -> month.completed();
                case DISMISSED -> month.dismissed();
            };
        }
    }

    /**
     * A bar. Its place reaches over the whole height of the plot, so that a short one can be pointed at.
     *
     * @param top its upper edge
     * @param bottom the line that it stands on
     */
    public record Bar(
            YearMonth month, Series series, int count, double left, double right, double top, double bottom) {}

    /** Lays the chart out. */
    public static FlowChart layout(
            double width, double height, List<Flow.Month> months, Locale locale, TextMeasure measure) {
        return new FlowLayout(width, height, months, locale, measure).chart();
    }

    /** The bar at a place, or the nearest one of the month there; null outside the months. */
    public @Nullable Bar at(double x, double y) {
        if (bars.isEmpty() || y < 0 || y > height) {
            return null;
        }
        Bar nearest = null;
        for (Bar bar : bars) {
            if (nearest == null || distance(bar, x) < distance(nearest, x)) {
                nearest = bar;
            }
        }
        double wide = bars.getFirst().right() - bars.getFirst().left();
        return nearest != null && distance(nearest, x) <= Math.max(12, 2 * wide) ? nearest : null;
    }

    private static double distance(Bar bar, double x) {
        return x < bar.left() ? bar.left() - x : Math.max(0, x - bar.right());
    }
}
