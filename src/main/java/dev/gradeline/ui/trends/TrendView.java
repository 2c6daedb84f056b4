package dev.gradeline.ui.trends;

import dev.gradeline.posture.Framework;
import dev.gradeline.report.chart.ChartShape;
import dev.gradeline.report.chart.Crosshair;
import dev.gradeline.report.chart.TextMeasure;
import dev.gradeline.report.chart.TrendChart;
import dev.gradeline.report.chart.TrendChart.Point;
import dev.gradeline.ui.kit.ChartOverlay;
import dev.gradeline.ui.kit.ChartPane;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import javafx.scene.AccessibleRole;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/**
 * The trend chart under mouse and keyboard: a small box tells the point that is meant, a line through the plot what all
 * frameworks show at its date, and a stretch that is dragged becomes the range. JavaFX thread.
 */
public final class TrendView extends Region {
    private static final double RING = 8;
    private final ChartPane pane = new ChartPane();
    private final ChartOverlay overlay = new ChartOverlay();
    private final Circle ring = new Circle(RING);
    private final ReadoutBox box = new ReadoutBox();
    private final TextMeasure measure = ChartPane.textMeasure();
    private @Nullable TrendsViewModel model;
    private @Nullable TrendDrawing drawing;
    private @Nullable TrendChart chart;
    private @Nullable Point current;
    private @Nullable Instant cursor;
    private boolean relaid;

    public TrendView() {
        getStyleClass().add("trend-view");
        ring.getStyleClass().add("chart-focus");
        ChartDrag drag = new ChartDrag(this);
        for (var over : List.of(ring, box, drag.band())) {
            over.setManaged(false);
            over.setMouseTransparent(true);
            over.setVisible(false);
        }
        getChildren().addAll(pane, drag.band(), overlay, ring, box);
        pane.setMouseTransparent(true);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setPickOnBounds(true);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> left());
        addEventHandler(MouseEvent.MOUSE_PRESSED, drag::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, drag::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, drag::release);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                letGo();
            }
        });
    }

    /** Follows a view model, and tells it what the person does. */
    void follow(TrendsViewModel trends) {
        model = trends;
        trends.drawing().subscribe(this::show);
        trends.summary().subscribe(told -> {
            if (current == null && cursor == null) {
                setAccessibleText(told);
            }
        });
    }

    private void show(TrendDrawing now) {
        drawing = now;
        TrendsViewModel trends = model;
        if (trends == null) {
            return;
        }
        pane.setChart((width, height) -> {
            TrendChart laid = now.chart(width, height, trends.words(), measure);
            chart = laid;
            relaid = true;
            return laid.shapes();
        });
        if (current == null && cursor == null) {
            letGo();
        }
        // what is looked at stays: it is found again once the chart is laid out
    }

    /** The chart as it is drawn, without what is under the mouse, twice as large for fine print. */
    WritableImage picture() {
        return pane.picture(2);
    }

    /** What is drawn, in a plane of {@code width() / scale()}. */
    List<ChartShape> shapes() {
        return pane.shapes();
    }

    double scale() {
        return pane.scale();
    }

    /** The chart as it is laid out now; null before the first layout. */
    @Nullable TrendChart laid() {
        return chart;
    }

    /** What is followed; null before. */
    @Nullable TrendsViewModel followed() {
        return model;
    }

    private double x(MouseEvent event) {
        return event.getX() / pane.scale();
    }

    private double y(MouseEvent event) {
        return event.getY() / pane.scale();
    }

    static boolean inPlot(TrendChart laid, double x) {
        return x >= laid.frame().left() - 1 && x <= laid.frame().right() + 1;
    }

    private void hover(MouseEvent event) {
        TrendChart laid = chart;
        TrendsViewModel trends = model;
        if (laid == null || trends == null) {
            return;
        }
        Framework named = laid.named(x(event), y(event));
        trends.hover(named);
        Point near = new PointWalk(laid.points()).near(x(event), y(event));
        if (near != null) {
            point(near);
        } else if (named == null && inPlot(laid, x(event))) {
            line(laid.frame().at(x(event)));
        } else {
            letGo();
        }
    }

    private void left() {
        letGo();
        if (model != null) {
            model.hover(null);
        }
    }

    private void key(KeyEvent event) {
        TrendsViewModel trends = model;
        if (trends == null || chart == null || event.isAltDown()) {
            return;
        }
        boolean shift = event.isShiftDown();
        boolean shortcut = event.isShortcutDown();
        boolean done = switch (event.getCode()) {
            case LEFT -> shortcut ? stepLine(-1) : shift ? moved(trends, -0.25) : step((w, p) -> w.along(p, -1));
            case RIGHT -> shortcut ? stepLine(1) : shift ? moved(trends, 0.25) : step((w, p) -> w.along(p, 1));
            case UP -> step((walk, here) -> walk.across(here, -1));
            case DOWN -> step((walk, here) -> walk.across(here, 1));
            case HOME -> lineAt(0);
            case END -> lineAt(1);
            case PLUS, ADD, EQUALS -> !shortcut && zoomed(trends, 0.5);
            case MINUS, SUBTRACT -> !shortcut && zoomed(trends, 2);
            case ESCAPE -> escape(trends);
            default -> false;
        };
        if (done) {
            event.consume();
        }
    }

    private static boolean moved(TrendsViewModel trends, double share) {
        trends.move(share);
        return true;
    }

    /** Around the date that is looked at, if any. */
    private boolean zoomed(TrendsViewModel trends, double factor) {
        trends.zoom(factor, current != null ? current.assessment().effectiveAt() : cursor);
        return true;
    }

    private boolean escape(TrendsViewModel trends) {
        if (current != null || cursor != null) {
            letGo();
            return true;
        }
        boolean free = trends.range().get() == TrendRange.FREE;
        trends.reset();
        return free;
    }

    private boolean step(BiFunction<PointWalk, Point, Point> direction) {
        TrendChart laid = chart;
        if (laid != null) {
            PointWalk walk = new PointWalk(laid.points());
            Point here = current;
            point(
                    here == null
                            ? walk.start(model == null ? null : model.inFront().get())
                            : direction.apply(walk, here));
        }
        return true;
    }

    /** Moves the date by about a sixtieth of what is shown, from the end when there is none yet. */
    private boolean stepLine(int direction) {
        TrendChart laid = chart;
        if (laid != null) {
            TrendChart.Frame frame = laid.frame();
            Instant from = cursor == null ? frame.to() : cursor;
            line(frame.at(frame.x(from) + direction * (frame.right() - frame.left()) / 60));
        }
        return true;
    }

    private boolean lineAt(double share) {
        TrendChart laid = chart;
        if (laid != null) {
            line(laid.frame()
                    .at(laid.frame().left()
                            + share * (laid.frame().right() - laid.frame().left())));
        }
        return true;
    }

    /** Looks at no point and no date any more. */
    void letGo() {
        current = null;
        cursor = null;
        overlay.clear();
        ring.setVisible(false);
        box.setVisible(false);
        setAccessibleText(model == null ? "" : model.summary().get());
    }

    /** The date with all values at it. */
    private void line(Instant at) {
        TrendDrawing now = drawing;
        if (now != null) {
            current = null;
            ring.setVisible(false);
            box.setVisible(false);
            cursor = at;
            paint(now, at, true);
        }
    }

    private void paint(TrendDrawing now, Instant at, boolean listed) {
        TrendChart laid = chart;
        if (laid != null && model != null) {
            CrosshairWords words = new CrosshairWords(model.words());
            Crosshair crosshair = Crosshair.at(at, now.lines());
            overlay.paint(crosshair.shapes(laid, words.date(at), listed, words::row, measure), pane.scale());
            if (listed) {
                setAccessibleText(words.spoken(crosshair));
            }
        }
    }

    private void point(@Nullable Point point) {
        TrendDrawing now = drawing;
        if (point == null || now == null || model == null) {
            letGo();
            return;
        }
        current = point;
        cursor = null;
        paint(now, point.assessment().effectiveAt(), false);
        Readout readout = model.readout(point);
        box.show(readout);
        ring.setVisible(true);
        box.setVisible(true);
        setAccessibleText(readout.spoken());
        place(point.x() * pane.scale(), point.y() * pane.scale());
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
        overlay.resizeRelocate(0, 0, getWidth(), getHeight());
        overlay.cover(getWidth(), getHeight());
        relaid = false;
        pane.layout();
        TrendChart laid = chart;
        if (laid != null && relaid) {
            // what was told is elsewhere now
            Instant date = cursor;
            if (date != null
                    && !date.isBefore(laid.frame().from())
                    && !date.isAfter(laid.frame().to())) {
                line(date);
            } else {
                point(new PointWalk(laid.points()).same(current));
            }
        }
    }

    /** Above the point where there is room, else below it; never beyond the edges. */
    private void place(double x, double y) {
        ring.setRadius(RING * pane.scale());
        ring.setCenterX(x);
        ring.setCenterY(y);
        box.applyCss();
        double width = snapSizeX(box.prefWidth(-1));
        double height = snapSizeY(box.prefHeight(width));
        double away = ring.getRadius() + 6;
        double above = y - away - height;
        double left = Math.clamp(x - width / 2, 0, Math.max(0, getWidth() - width));
        box.resizeRelocate(snapPositionX(left), snapPositionY(above >= 0 ? above : y + away), width, height);
        box.layout();
    }
}
