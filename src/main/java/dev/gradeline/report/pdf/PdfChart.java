package dev.gradeline.report.pdf;

import dev.gradeline.report.chart.ChartShape;
import dev.gradeline.report.pdf.TextStyle.Face;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/**
 * Draws a chart's display list as vectors.
 *
 * @param left where the chart's plane begins, in points from the left of the page
 * @param top where it begins, in points from the top
 * @param scale points of the page for one of the chart
 */
public record PdfChart(double left, double top, double scale) {

    /** Draws the shapes in their order, back to front. */
    public void draw(PdfCanvas canvas, List<ChartShape> shapes) throws IOException {
        PDPageContentStream stream = canvas.stream();
        stream.setLineJoinStyle(1);
        for (ChartShape shape : shapes) {
            switch (shape) {
                case ChartShape.Box box ->
                    canvas.box(
                            x(box.x()), y(box.y()), box.width() * scale, box.height() * scale, Print.ink(box.fill()));
                case ChartShape.Polyline line -> line(canvas, line);
                case ChartShape.Area area -> {
                    stream.setNonStrokingColor(Print.ink(area.fill()));
                    path(canvas, area.points());
                    stream.closePath();
                    stream.fill();
                }
                case ChartShape.Marker marker -> marker(canvas, marker);
                case ChartShape.Label label -> label(canvas, label);
            }
        }
        stream.setLineJoinStyle(0);
    }

    private void line(PdfCanvas canvas, ChartShape.Polyline line) throws IOException {
        PDPageContentStream stream = canvas.stream();
        stream.setStrokingColor(Print.ink(line.stroke()));
        stream.setLineWidth((float) (line.width() * scale));
        if (line.dashed()) {
            float dash = (float) (3 * scale);
            stream.setLineDashPattern(new float[] {dash, dash}, 0);
        }
        path(canvas, line.points());
        stream.stroke();
        if (line.dashed()) {
            stream.setLineDashPattern(new float[0], 0);
        }
    }

    private void path(PdfCanvas canvas, List<Double> points) throws IOException {
        for (int i = 0; i < points.size(); i += 2) {
            if (i == 0) {
                canvas.move(x(points.get(0)), y(points.get(1)));
            } else {
                canvas.line(x(points.get(i)), y(points.get(i + 1)));
            }
        }
    }

    private void marker(PdfCanvas canvas, ChartShape.Marker marker) throws IOException {
        PDPageContentStream stream = canvas.stream();
        stream.setStrokingColor(Print.ink(marker.stroke()));
        stream.setNonStrokingColor(marker.solid() ? Print.ink(marker.stroke()) : Print.SURFACE);
        stream.setLineWidth((float) (1.75 * scale));
        double x = x(marker.x());
        double y = y(marker.y());
        double r = marker.radius() * scale;
        boolean open = switch (marker.form()) {
            case CIRCLE -> circle(canvas, x, y, r);
            case SQUARE -> regular(canvas, 4, x, y, r * 1.2, Math.PI / 4);
            case DIAMOND -> regular(canvas, 4, x, y, r * 1.3, 0);
            case TRIANGLE -> regular(canvas, 3, x, y, r * 1.35, -Math.PI / 2);
            case TRIANGLE_DOWN -> regular(canvas, 3, x, y, r * 1.35, Math.PI / 2);
            case PENTAGON -> regular(canvas, 5, x, y, r * 1.2, -Math.PI / 2);
            case CROSS -> strokes(canvas, x, y, r * 0.85, r * 0.85);
            case PLUS -> strokes(canvas, x, y, r, 0);
        };
        if (open) {
            stream.stroke();
        } else {
            stream.closePath();
            stream.fillAndStroke();
        }
    }

    private static boolean circle(PdfCanvas canvas, double x, double y, double r) throws IOException {
        double k = r * PdfCanvas.ROUND;
        canvas.move(x + r, y);
        canvas.curve(x + r, y + k, x + k, y + r, x, y + r);
        canvas.curve(x - k, y + r, x - r, y + k, x - r, y);
        canvas.curve(x - r, y - k, x - k, y - r, x, y - r);
        canvas.curve(x + k, y - r, x + r, y - k, x + r, y);
        return false;
    }

    private static boolean regular(PdfCanvas canvas, int corners, double x, double y, double r, double turn)
            throws IOException {
        for (int i = 0; i < corners; i++) {
            double angle = turn + 2 * Math.PI * i / corners;
            double cornerX = x + r * Math.cos(angle);
            double cornerY = y + r * Math.sin(angle);
            if (i == 0) {
                canvas.move(cornerX, cornerY);
            } else {
                canvas.line(cornerX, cornerY);
            }
        }
        return false;
    }

    /** Two strokes that cross: one along (dx, dy), the other at a right angle to it. */
    private static boolean strokes(PdfCanvas canvas, double x, double y, double dx, double dy) throws IOException {
        canvas.move(x - dx, y - dy);
        canvas.line(x + dx, y + dy);
        canvas.move(x - dy, y + dx);
        canvas.line(x + dy, y - dx);
        return true;
    }

    private void label(PdfCanvas canvas, ChartShape.Label label) throws IOException {
        TextStyle style = new TextStyle(
                label.bold() ? Face.SEMIBOLD : Face.REGULAR, label.size() * scale, Print.ink(label.fill()));
        switch (label.anchor()) {
            case START -> canvas.text(x(label.x()), y(label.y()), style, label.text());
            case MIDDLE -> canvas.textAround(x(label.x()), y(label.y()), style, label.text());
            case END -> canvas.textEndingAt(x(label.x()), y(label.y()), style, label.text());
        }
    }

    private double x(double chartX) {
        return left + chartX * scale;
    }

    private double y(double chartY) {
        return top + chartY * scale;
    }
}
