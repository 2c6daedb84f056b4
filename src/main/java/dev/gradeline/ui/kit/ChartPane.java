package dev.gradeline.ui.kit;

import dev.gradeline.report.chart.ChartShape;
import dev.gradeline.report.chart.ChartShape.Ink;
import dev.gradeline.report.chart.TextMeasure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Draws a chart's display list, the same that the PDF draws. Asks for a new list whenever its size changes. Colours come
 * from the stylesheet by what a shape means. JavaFX thread.
 */
public final class ChartPane extends Region {
    /** The body text's size at which charts are drawn as laid out; a larger text makes the whole drawing larger. */
    private static final double BODY = 13;

    /** How many widths a measure remembers: axis and names are the same at every layout. */
    private static final int REMEMBERED = 2_000;

    /** Makes the shapes for a size, which is in pixels at 100 % text; see {@link #scale}. */
    @FunctionalInterface
    public interface Layout {
        List<ChartShape> at(double width, double height);
    }

    private final Canvas canvas = new Canvas();
    private final ChartInks inks = new ChartInks(this::repaint);
    private @Nullable Layout layout;
    private List<ChartShape> shapes = List.of();
    private double drawnWidth = -1;
    private double drawnHeight = -1;
    private boolean painted;
    private final Text probe = new Text();

    public ChartPane() {
        // The drawing places itself: it must not ask for room.
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        // Invisible, but it inherits the text size that the person chose.
        probe.setManaged(false);
        probe.setVisible(false);
        probe.fontProperty().subscribe(this::redraw);
        getChildren().addAll(probe, inks, canvas);
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

    private void repaint() {
        painted = false;
        requestLayout();
    }

    /** How many pixels one point of the layout's plane is: 1 at 100 % text, more where text is larger. */
    public double scale() {
        return probe.getFont().getSize() / BODY;
    }

    /** What is drawn now, in the layout's plane; empty before the first layout. */
    public List<ChartShape> shapes() {
        return shapes;
    }

    /** The drawing as an image on a card's background, so many times as large as on the screen. */
    public WritableImage picture(int times) {
        Canvas paper = new Canvas(getWidth() * times, getHeight() * times);
        GraphicsContext context = paper.getGraphicsContext2D();
        context.setFill(inks.fill(Ink.of(Ink.Role.SURFACE)));
        context.fillRect(0, 0, paper.getWidth(), paper.getHeight());
        new ChartPainter(context, inks, scale() * times).paint(shapes);
        return paper.snapshot(null, null);
    }

    /** How wide text is on screen, for layouts. Remembers what it measured; JavaFX thread. */
    public static TextMeasure textMeasure() {
        Text probe = new Text();
        Map<String, Double> known = new HashMap<>();
        return (text, size, bold) -> {
            if (known.size() > REMEMBERED) {
                known.clear();
            }
            return known.computeIfAbsent(size + (bold ? "b" : "r") + text, missing -> {
                probe.setFont(ChartPainter.font(size, bold));
                probe.setText(text);
                return probe.getLayoutBounds().getWidth();
            });
        };
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double by = scale();
        if (width != drawnWidth || height != drawnHeight) {
            drawnWidth = width;
            drawnHeight = height;
            shapes = layout != null && width > 0 && height > 0 ? layout.at(width / by, height / by) : List.of();
            painted = false;
        }
        if (!painted) {
            painted = true;
            canvas.setWidth(width);
            canvas.setHeight(height);
            canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
            new ChartPainter(canvas.getGraphicsContext2D(), inks, by).paint(shapes);
        }
    }
}
