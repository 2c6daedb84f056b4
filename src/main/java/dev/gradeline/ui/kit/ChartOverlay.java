package dev.gradeline.ui.kit;

import dev.gradeline.report.chart.ChartShape;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;

/**
 * Shapes over a chart that change with every move of the mouse. Painted at once: nothing is made anew, and nothing around it
 * is laid out. JavaFX thread.
 */
public final class ChartOverlay extends Pane {
    private final Canvas canvas = new Canvas();
    private final ChartInks inks = new ChartInks(this::clear);
    private boolean empty = true;

    public ChartOverlay() {
        setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(inks, canvas);
    }

    /** Covers a place of this size, in pixels. */
    public void cover(double width, double height) {
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
    }

    /**
     * Shows these shapes in place of those before.
     *
     * @param scale pixels for one point of their plane
     */
    public void paint(List<ChartShape> shapes, double scale) {
        clear();
        empty = shapes.isEmpty();
        new ChartPainter(canvas.getGraphicsContext2D(), inks, scale).paint(shapes);
    }

    /** Shows nothing. */
    public void clear() {
        if (!empty) {
            canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
            empty = true;
        }
    }
}
