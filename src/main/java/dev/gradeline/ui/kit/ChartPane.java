package dev.gradeline.ui.kit;

import dev.gradeline.report.chart.ChartShape;
import dev.gradeline.report.chart.TextMeasure;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Draws a chart's display list, the same that the PDF draws. Asks for a new list whenever its size changes. Colours come
 * from the stylesheet by what a shape means. JavaFX thread.
 */
public final class ChartPane extends Region {
    private static final String FAMILY = "Inter";
    /** The body text's size at which charts are drawn as laid out; a larger text makes the whole drawing larger. */
    private static final double BODY = 13;

    /** Makes the shapes for a size, which is in pixels at 100 % text; see {@link #scale}. */
    @FunctionalInterface
    public interface Layout {
        List<ChartShape> at(double width, double height);
    }

    private final Group drawing = new Group();
    private @Nullable Layout layout;
    private double drawnWidth = -1;
    private double drawnHeight = -1;
    private final Text probe = new Text();

    public ChartPane() {
        // The drawing places itself: it must not move the shapes it holds nor ask for room.
        drawing.setManaged(false);
        drawing.setMouseTransparent(true);
        // Invisible, but it inherits the text size that the person chose.
        probe.setManaged(false);
        probe.setVisible(false);
        probe.fontProperty().subscribe(this::redraw);
        getChildren().addAll(probe, drawing);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(0, 0);
    }

    /** Draws another chart; null draws nothing. */
    public void setChart(@Nullable Layout chart) {
        layout = chart;
        redraw();
    }

    private void redraw() {
        drawnWidth = -1;
        requestLayout();
    }

    /** How many pixels one point of the layout's plane is: 1 at 100 % text, more where text is larger. */
    public double scale() {
        return probe.getFont().getSize() / BODY;
    }

    /** How wide text is on screen, for layouts. */
    public static TextMeasure textMeasure() {
        return (text, size, bold) -> {
            Text probe = new Text(text);
            probe.setFont(font(size, bold));
            return probe.getLayoutBounds().getWidth();
        };
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (width == drawnWidth && height == drawnHeight) {
            return;
        }
        drawnWidth = width;
        drawnHeight = height;
        double factor = scale();
        drawing.getChildren().clear();
        if (layout != null && width > 0 && height > 0) {
            drawing.getChildren()
                    .setAll(layout.at(width / factor, height / factor).stream()
                            .map(shape -> node(scaled(shape, factor)))
                            .toList());
        }
    }

    /** Larger by its numbers and not by a transform, which would blur the letters. */
    private static ChartShape scaled(ChartShape shape, double by) {
        return switch (shape) {
            case ChartShape.Box box ->
                new ChartShape.Box(box.x() * by, box.y() * by, box.width() * by, box.height() * by, box.fill());
            case ChartShape.Area area -> new ChartShape.Area(scaled(area.points(), by), area.fill());
            case ChartShape.Polyline line ->
                new ChartShape.Polyline(scaled(line.points(), by), line.stroke(), line.width() * by, line.dashed());
            case ChartShape.Marker m ->
                new ChartShape.Marker(m.x() * by, m.y() * by, m.radius() * by, m.form(), m.stroke(), m.solid());
            case ChartShape.Label l ->
                new ChartShape.Label(l.x() * by, l.y() * by, l.text(), l.size() * by, l.bold(), l.anchor(), l.fill());
        };
    }

    private static List<Double> scaled(List<Double> points, double by) {
        return points.stream().map(point -> point * by).toList();
    }

    private static Node node(ChartShape shape) {
        return switch (shape) {
            case ChartShape.Box box -> fill(new Rectangle(box.x(), box.y(), box.width(), box.height()), box.fill());
            case ChartShape.Area area -> fill(new Polygon(array(area.points())), area.fill());
            case ChartShape.Polyline line -> {
                Polyline polyline = stroke(new Polyline(array(line.points())), line.stroke(), line.width());
                if (line.dashed()) {
                    polyline.getStrokeDashArray().setAll(3.0, 3.0);
                }
                yield polyline;
            }
            case ChartShape.Marker marker -> marker(marker);
            case ChartShape.Label label -> label(label);
        };
    }

    private static Node marker(ChartShape.Marker marker) {
        Shape shape = MarkerForms.shape(marker.form(), marker.x(), marker.y(), marker.radius());
        shape.getStyleClass().addAll("chart-shape", "chart-marker");
        stroke(shape, marker.stroke(), 2);
        if (marker.solid()) {
            fill(shape, marker.stroke());
        }
        return shape;
    }

    private static Node label(ChartShape.Label label) {
        Text text = new Text(label.text());
        text.setFont(font(label.size(), label.bold()));
        text.setTextOrigin(VPos.BASELINE);
        double width = text.getLayoutBounds().getWidth();
        text.setX(
                switch (label.anchor()) {
                    case START -> label.x();
                    case MIDDLE -> label.x() - width / 2;
                    case END -> label.x() - width;
                });
        text.setY(label.y());
        return fill(text, label.fill());
    }

    private static Font font(double size, boolean bold) {
        return Font.font(FAMILY, bold ? FontWeight.BOLD : FontWeight.NORMAL, size);
    }

    private static <S extends Shape> S fill(S shape, ChartShape.Ink ink) {
        shape.getStyleClass().addAll("chart-shape", "chart-fill", styleOf(ink));
        return shape;
    }

    private static <S extends Shape> S stroke(S shape, ChartShape.Ink ink, double width) {
        shape.getStyleClass().addAll("chart-shape", "chart-stroke", styleOf(ink));
        shape.setStrokeWidth(width);
        return shape;
    }

    private static String styleOf(ChartShape.Ink ink) {
        String name = "ink-" + ink.role().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (ink.role()) {
            case LINE -> name + "-" + Math.floorMod(ink.index(), 8);
            case BAND, GRADE_TEXT -> name + "-" + ink.index();
            case AXIS, GRID, MUTED, SURFACE, ACCENT, ACCENT_SOFT -> name;
        };
    }

    private static double[] array(List<Double> points) {
        return points.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
