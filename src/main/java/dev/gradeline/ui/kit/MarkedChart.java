package dev.gradeline.ui.kit;

import dev.gradeline.report.chart.ChartShape;
import dev.gradeline.report.chart.TextMeasure;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * A chart that takes the keyboard and the mouse, with marks over it that come and go without laying it out anew. What it shows
 * and how it is marked is its subclass's. JavaFX thread.
 */
public abstract class MarkedChart extends Region {
    private final ChartPane pane = new ChartPane();
    private final ChartOverlay overlay = new ChartOverlay();
    private final TextMeasure measure = ChartPane.textMeasure();

    /** @param style the style class of such charts */
    @SuppressWarnings("this-escape") // JavaFX's own setters, which no chart overrides
    protected MarkedChart(String style) {
        getStyleClass().add(style);
        getChildren().addAll(pane, overlay);
        pane.setMouseTransparent(true);
        setFocusTraversable(true);
        setPickOnBounds(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /** The marks as they are to be now, in the chart's plane; called after each layout, and by {@link #mark}. */
    protected abstract List<ChartShape> marks();

    /** Shows another chart, as soon as there is time to lay it out. */
    protected final void show(ChartPane.Layout layout) {
        pane.setChart(layout);
        requestLayout();
    }

    /** Paints the marks anew. */
    protected final void mark() {
        overlay.paint(marks(), pane.scale());
    }

    /** How wide a text of the chart is. */
    protected final TextMeasure measure() {
        return measure;
    }

    /** Where the mouse is, in the chart's plane. */
    protected final double x(MouseEvent event) {
        return event.getX() / pane.scale();
    }

    /** Where the mouse is, in the chart's plane. */
    protected final double y(MouseEvent event) {
        return event.getY() / pane.scale();
    }

    /** Pixels for one point of the chart's plane. */
    public final double scale() {
        return pane.scale();
    }

    @Override
    protected final void layoutChildren() {
        pane.resizeRelocate(0, 0, getWidth(), getHeight());
        pane.layout();
        overlay.resizeRelocate(0, 0, getWidth(), getHeight());
        overlay.cover(getWidth(), getHeight());
        mark();
    }
}
