package dev.gradeline.report.chart;

import dev.gradeline.posture.GradeBand;
import java.util.ArrayList;
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
            ACCENT_SOFT,
            TEXT
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
            PENTAGON;

            /** Whether it is two strokes that cross, and not an outline. */
            public boolean open() {
                return this == CROSS || this == PLUS;
            }
        }

        /**
         * The outline's corners as x0, y0, x1, y1 …, or the ends of the two strokes of an open form; empty for the circle. The
         * forms look equally large, so their corners reach further out than the circle does.
         */
        public List<Double> corners() {
            return switch (form) {
                case CIRCLE -> List.of();
                case SQUARE -> regular(4, 1.2, Math.PI / 4);
                case DIAMOND -> regular(4, 1.3, 0);
                case TRIANGLE -> regular(3, 1.35, -Math.PI / 2);
                case TRIANGLE_DOWN -> regular(3, 1.35, Math.PI / 2);
                case PENTAGON -> regular(5, 1.2, -Math.PI / 2);
                case CROSS -> strokes(radius * 0.85, radius * 0.85);
                case PLUS -> strokes(radius, 0);
            };
        }

        private List<Double> regular(int corners, double reach, double turn) {
            List<Double> points = new ArrayList<>();
            for (int i = 0; i < corners; i++) {
                double angle = turn + 2 * Math.PI * i / corners;
                points.add(x + radius * reach * Math.cos(angle));
                points.add(y + radius * reach * Math.sin(angle));
            }
            return points;
        }

        /** One along (dx, dy), the other at a right angle to it. */
        private List<Double> strokes(double dx, double dy) {
            return List.of(x - dx, y - dy, x + dx, y + dy, x - dy, y + dx, x + dy, y - dx);
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
