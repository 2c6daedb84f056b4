package dev.gradeline.ui.trends;

import dev.gradeline.posture.Framework;
import dev.gradeline.report.chart.TrendChart;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * What presses of the mouse do on a chart: a stretch that is dragged becomes the range, a click brings a named framework to the
 * front or moves a day that is compared, a double click resets the range. JavaFX thread.
 */
final class ChartDrag {
    /** The mouse has to move so far, in pixels, before a press becomes a drag. */
    private static final double LEAST = 6;

    private final TrendView view;
    private final Region band = new Region();
    private double pressed = Double.NaN;
    private boolean dragging;
    private @Nullable Comparison beforeClick;

    ChartDrag(TrendView view) {
        this.view = view;
        band.getStyleClass().add("chart-band");
    }

    /** What shows the stretch while it is dragged. */
    Region band() {
        return band;
    }

    private double x(MouseEvent event) {
        return event.getX() / view.scale();
    }

    private double y(MouseEvent event) {
        return event.getY() / view.scale();
    }

    void press(MouseEvent event) {
        view.requestFocus();
        TrendChart laid = view.laid();
        boolean starts = event.getButton() == MouseButton.PRIMARY && laid != null && TrendView.inPlot(laid, x(event));
        pressed = starts ? event.getX() : Double.NaN;
        dragging = false;
    }

    void drag(MouseEvent event) {
        TrendChart laid = view.laid();
        if (laid == null || Double.isNaN(pressed)) {
            return;
        }
        dragging |= Math.abs(event.getX() - pressed) > LEAST;
        if (dragging) {
            view.letGo();
            double by = view.scale();
            double end = Math.clamp(
                    event.getX(), laid.frame().left() * by, laid.frame().right() * by);
            double top = laid.frame().top() * by;
            band.setVisible(true);
            band.resizeRelocate(
                    Math.min(pressed, end),
                    top,
                    Math.abs(end - pressed),
                    laid.frame().bottom() * by - top);
        }
    }

    void release(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        double start = pressed;
        pressed = Double.NaN;
        band.setVisible(false);
        TrendChart laid = view.laid();
        TrendsViewModel model = view.followed();
        if (laid == null || model == null) {
            return;
        }
        if (dragging) {
            dragging = false;
            TrendChart.Frame frame = laid.frame();
            model.choose(Span.between(frame.at(start / view.scale()), frame.at(x(event))));
        } else if (event.getClickCount() == 2) {
            // its first click was not meant for the days that are compared
            Comparison before = beforeClick;
            if (before != null) {
                model.compare(before.a(), before.b());
            }
            model.reset();
        } else {
            beforeClick = model.comparison().get();
            Framework named = laid.named(x(event), y(event));
            if (named != null) {
                model.show(named);
            } else if (!Double.isNaN(start)) {
                model.compareAt(laid.frame().at(x(event)));
            }
        }
    }
}
