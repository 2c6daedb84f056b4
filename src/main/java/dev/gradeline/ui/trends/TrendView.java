package dev.gradeline.ui.trends;

import dev.gradeline.posture.Framework;
import dev.gradeline.report.chart.TrendChart;
import dev.gradeline.report.chart.TrendChart.Point;
import dev.gradeline.ui.kit.ChartPane;
import dev.gradeline.words.Words;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/**
 * The trend chart with a small box that tells the point under the mouse or, by the arrow keys, any point. JavaFX thread.
 */
public final class TrendView extends Region {
    private static final double RING = 8;

    private final ChartPane pane = new ChartPane();
    private final Circle ring = new Circle(RING);
    private final ReadoutBox box = new ReadoutBox();
    private Function<Point, Readout> words = point -> {
        throw new IllegalStateException("not shown yet");
    };
    private String summary = "";
    private @Nullable Framework first;
    private List<Point> points = List.of();
    private @Nullable Point current;

    public TrendView() {
        getStyleClass().add("trend-view");
        ring.getStyleClass().add("chart-focus");
        for (var overlay : List.of(ring, box)) {
            overlay.setManaged(false);
            overlay.setMouseTransparent(true);
            overlay.setVisible(false);
        }
        getChildren().addAll(pane, ring, box);
        pane.setMouseTransparent(true);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setPickOnBounds(true);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(near(event)));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(null));
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::walk);
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                point(null);
            }
        });
    }

    /** Shows another drawing; {@code readout} tells a point, {@code front} is where the arrow keys begin. */
    void show(TrendDrawing drawing, Words language, @Nullable Framework front, Function<Point, Readout> readout) {
        words = readout;
        summary = drawing.summary();
        first = front;
        pane.setChart((width, height) -> {
            TrendChart chart = drawing.chart(width, height, language, ChartPane.textMeasure());
            points = chart.points();
            return chart.shapes();
        });
        point(null);
    }

    private @Nullable Point near(MouseEvent event) {
        return new PointWalk(points).near(event.getX() / pane.scale(), event.getY() / pane.scale());
    }

    private void walk(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> step(event, (walk, here) -> walk.along(here, -1));
            case RIGHT -> step(event, (walk, here) -> walk.along(here, 1));
            case UP -> step(event, (walk, here) -> walk.across(here, -1));
            case DOWN -> step(event, (walk, here) -> walk.across(here, 1));
            case ESCAPE -> {
                if (current != null) {
                    point(null);
                    event.consume();
                }
            }
            default -> {}
        }
    }

    private void step(KeyEvent event, BiFunction<PointWalk, Point, Point> direction) {
        PointWalk walk = new PointWalk(points);
        Point here = current;
        point(here == null ? walk.start(first) : direction.apply(walk, here));
        event.consume();
    }

    private void point(@Nullable Point point) {
        current = point;
        ring.setVisible(point != null);
        box.setVisible(point != null);
        if (point == null) {
            setAccessibleText(summary);
        } else {
            Readout readout = words.apply(point);
            box.show(readout);
            setAccessibleText(readout.spoken());
        }
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 300;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 600;
    }

    @Override
    protected void layoutChildren() {
        pane.resizeRelocate(0, 0, getWidth(), getHeight());
        pane.layout();
        current = new PointWalk(points).same(current);
        Point point = current;
        ring.setVisible(point != null);
        box.setVisible(point != null);
        if (point != null) {
            place(point.x() * pane.scale(), point.y() * pane.scale());
        }
    }

    /** Above the point where there is room, else below it; never beyond the edges. */
    private void place(double x, double y) {
        ring.setRadius(RING * pane.scale());
        ring.setCenterX(x);
        ring.setCenterY(y);
        double width = snapSizeX(box.prefWidth(-1));
        double height = snapSizeY(box.prefHeight(width));
        double away = ring.getRadius() + 6;
        double above = y - away - height;
        double left = Math.clamp(x - width / 2, 0, Math.max(0, getWidth() - width));
        box.resizeRelocate(snapPositionX(left), snapPositionY(above >= 0 ? above : y + away), width, height);
        box.layout();
    }
}
