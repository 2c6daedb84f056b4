package dev.gradeline.report.chart;

import dev.gradeline.posture.GradeBand;
import java.util.List;

/**
 * One shape of a chart, in points of the chart's own plane: origin top left, y downwards. The screen and the PDF draw the
 * same list in the same order.
 */
public sealed interface ChartShape {
    /** What a colour means; the drawer knows which colour that is in light, dark and print. */
    record Ink(Role role, int index) {
        /** A framework's line: index 0 to 7 into the line colours, repeating. A band: index of the {@code GradeBand}. */
        public enum Role {
            LINE,
            BAND,
            GRADE_TEXT,
            AXIS,
            GRID,
            MUTED,
            SURFACE,
            ACCENT,
            ACCENT_SOFT
        }

        public static Ink of(Role role) {
            return new Ink(role, 0);
        }

        /** The tint of a band, or with {@link Role#GRADE_TEXT} the ink of its letter. */
        public static Ink of(Role role, GradeBand band) {
            return new Ink(role, List.of(GradeBand.values()).indexOf(band));
        }
    }

    /** A filled rectangle. */
    record Box(double x, double y, double width, double height, Ink fill) implements ChartShape {}

    /** An open line through x0, y0, x1, y1 …; dashed or whole; width in points. */
    record Polyline(List<Double> points, Ink stroke, double width, boolean dashed) implements ChartShape {
        public Polyline {
            points = List.copyOf(points);
        }
    }

    /** A filled area under a line, closed. */
    record Area(List<Double> points, Ink fill) implements ChartShape {
        public Area {
            points = List.copyOf(points);
        }
    }

    /** A point's marker around its centre; filled with the surface, stroked with the ink; solid when restated. */
    record Marker(double x, double y, double radius, Form form, Ink stroke, boolean solid) implements ChartShape {
        /** One form for each line, so that no line is told by colour alone. */
        public enum Form {
            CIRCLE,
            SQUARE,
            DIAMOND,
            TRIANGLE,
            TRIANGLE_DOWN,
            CROSS,
            PLUS,
            PENTAGON
        }
    }

    /** A text on its baseline; size in points. */
    record Label(double x, double y, String text, double size, boolean bold, Anchor anchor, Ink fill)
            implements ChartShape {
        /** Which end of the text stands at x. */
        public enum Anchor {
            START,
            MIDDLE,
            END
        }
    }
}
