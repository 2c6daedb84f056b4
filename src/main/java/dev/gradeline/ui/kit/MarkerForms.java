package dev.gradeline.ui.kit;

import dev.gradeline.report.chart.ChartShape.Ink;
import dev.gradeline.report.chart.ChartShape.Marker;
import java.util.List;
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
    public static Shape shape(Marker.Form form, double x, double y, double r) {
        List<Double> c = new Marker(x, y, r, form, Ink.of(Ink.Role.AXIS), false).corners();
        if (c.isEmpty()) {
            return new Circle(x, y, r);
        }
        if (form.open()) {
            return new Path(
                    new MoveTo(c.get(0), c.get(1)),
                    new LineTo(c.get(2), c.get(3)),
                    new MoveTo(c.get(4), c.get(5)),
                    new LineTo(c.get(6), c.get(7)));
        }
        return new Polygon(c.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
