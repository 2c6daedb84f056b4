package dev.gradeline.ui.kit;

import dev.gradeline.report.chart.ChartShape;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Shape;

/** The marker of each framework line as a JavaFX shape, so that no line is told by colour alone. */
public final class MarkerForms {
    private MarkerForms() {}

    /** The form around a centre; radius in pixels. The caller gives it its colours. */
    public static Shape shape(ChartShape.Marker.Form form, double x, double y, double r) {
        return switch (form) {
            case CIRCLE -> new Circle(x, y, r);
            case SQUARE -> regular(4, x, y, r * 1.2, Math.PI / 4);
            case DIAMOND -> regular(4, x, y, r * 1.3, 0);
            case TRIANGLE -> regular(3, x, y, r * 1.35, -Math.PI / 2);
            case TRIANGLE_DOWN -> regular(3, x, y, r * 1.35, Math.PI / 2);
            case PENTAGON -> regular(5, x, y, r * 1.2, -Math.PI / 2);
            case CROSS -> cross(x, y, r * 0.85, r * 0.85);
            case PLUS ->
                new Path(new MoveTo(x - r, y), new LineTo(x + r, y), new MoveTo(x, y - r), new LineTo(x, y + r));
        };
    }

    private static Shape cross(double x, double y, double dx, double dy) {
        return new Path(
                new MoveTo(x - dx, y - dy),
                new LineTo(x + dx, y + dy),
                new MoveTo(x - dx, y + dy),
                new LineTo(x + dx, y - dy));
    }

    private static Polygon regular(int corners, double x, double y, double r, double turn) {
        double[] points = new double[corners * 2];
        for (int i = 0; i < corners; i++) {
            double angle = turn + 2 * Math.PI * i / corners;
            points[2 * i] = x + r * Math.cos(angle);
            points[2 * i + 1] = y + r * Math.sin(angle);
        }
        return new Polygon(points);
    }
}
