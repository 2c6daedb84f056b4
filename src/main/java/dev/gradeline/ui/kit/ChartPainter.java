package dev.gradeline.ui.kit;

import dev.gradeline.report.chart.ChartShape;
import dev.gradeline.report.chart.ChartShape.Ink;
import dev.gradeline.report.chart.ChartShape.Ink.Role;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/**
 * Paints shapes onto a canvas: a chart of ten thousand points is one node. Larger by its numbers and not by a transform, which
 * would blur the letters. JavaFX thread.
 *
 * @param by pixels for one point of the chart's plane
 */
record ChartPainter(GraphicsContext canvas, ChartInks inks, double by) {
    private static final String FAMILY = "Inter";
    private static final double MARKER_STROKE = 2;
    private static final double DASH = 3;

    static Font font(double size, boolean bold) {
        return Font.font(FAMILY, bold ? FontWeight.BOLD : FontWeight.NORMAL, size);
    }

    void paint(List<ChartShape> shapes) {
        canvas.setLineJoin(StrokeLineJoin.ROUND);
        canvas.setLineCap(StrokeLineCap.BUTT);
        canvas.setFontSmoothingType(FontSmoothingType.GRAY);
        shapes.forEach(this::paint);
    }

    private void paint(ChartShape shape) {
        switch (shape) {
            case ChartShape.Box box -> {
                canvas.setFill(inks.fill(box.fill()));
                canvas.fillRect(box.x() * by, box.y() * by, box.width() * by, box.height() * by);
            }
            case ChartShape.Area area -> {
                canvas.setFill(inks.fill(area.fill()));
                canvas.fillPolygon(
                        every(area.points(), 0),
                        every(area.points(), 1),
                        area.points().size() / 2);
            }
            case ChartShape.Polyline line -> {
                canvas.setStroke(inks.stroke(line.stroke()));
                canvas.setLineWidth(line.width() * by);
                dashed(line.dashed());
                canvas.strokePolyline(
                        every(line.points(), 0),
                        every(line.points(), 1),
                        line.points().size() / 2);
                dashed(false);
            }
            case ChartShape.Marker marker -> marker(marker);
            case ChartShape.Label label -> {
                canvas.setFill(inks.fill(label.fill()));
                canvas.setFont(font(label.size() * by, label.bold()));
                canvas.setTextAlign(
                        switch (label.anchor()) {
                            case START -> TextAlignment.LEFT;
                            case MIDDLE -> TextAlignment.CENTER;
                            case END -> TextAlignment.RIGHT;
                        });
                canvas.fillText(label.text(), label.x() * by, label.y() * by);
            }
        }
    }

    private void marker(ChartShape.Marker marker) {
        canvas.setStroke(inks.stroke(marker.stroke()));
        canvas.setFill(marker.solid() ? inks.fill(marker.stroke()) : inks.fill(Ink.of(Role.SURFACE)));
        canvas.setLineWidth(MARKER_STROKE * by);
        List<Double> corners = marker.corners();
        if (corners.isEmpty()) {
            double side = 2 * marker.radius() * by;
            double left = (marker.x() - marker.radius()) * by;
            double top = (marker.y() - marker.radius()) * by;
            canvas.fillOval(left, top, side, side);
            canvas.strokeOval(left, top, side, side);
        } else if (marker.form().open()) {
            for (int i = 0; i < corners.size(); i += 4) {
                canvas.strokeLine(
                        corners.get(i) * by, corners.get(i + 1) * by, corners.get(i + 2) * by, corners.get(i + 3) * by);
            }
        } else {
            double[] xs = every(corners, 0);
            double[] ys = every(corners, 1);
            canvas.fillPolygon(xs, ys, xs.length);
            canvas.strokePolygon(xs, ys, xs.length);
        }
    }

    private void dashed(boolean dashed) {
        if (dashed) {
            canvas.setLineDashes(DASH * by, DASH * by);
        } else {
            canvas.setLineDashes();
        }
    }

    private double[] every(List<Double> points, int start) {
        double[] values = new double[points.size() / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = points.get(2 * i + start) * by;
        }
        return values;
    }
}
