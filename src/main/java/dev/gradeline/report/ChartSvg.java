package dev.gradeline.report;

import dev.gradeline.report.chart.ChartShape;
import dev.gradeline.report.chart.ChartShape.Ink;
import dev.gradeline.report.pdf.Print;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * A chart's display list as an SVG document, in the colours of the PDF: it goes into documents, which are light. Real text,
 * with a title and a description for those who cannot see it. The same input gives the same text. Any thread.
 */
public final class ChartSvg {
    private static final double MARKER_STROKE = 2;

    private final StringBuilder svg = new StringBuilder(4_096);

    private ChartSvg() {}

    /**
     * The whole document.
     *
     * @param width of the chart's plane, in points
     * @param title what it is, in a few words
     * @param description what it shows, in sentences
     */
    public static String of(double width, double height, List<ChartShape> shapes, String title, String description) {
        ChartSvg drawer = new ChartSvg();
        drawer.svg
                .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\""
                        .formatted(number(width), number(height), number(width), number(height)))
                .append(" role=\"img\" aria-labelledby=\"title desc\" font-family=\"Inter, sans-serif\">\n")
                .append("<title id=\"title\">%s</title>\n".formatted(escaped(title)))
                .append("<desc id=\"desc\">%s</desc>\n".formatted(escaped(description)))
                .append("<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>\n".formatted(hex(Print.SURFACE)));
        shapes.forEach(drawer::draw);
        return drawer.svg.append("</svg>\n").toString();
    }

    private void draw(ChartShape shape) {
        switch (shape) {
            case ChartShape.Box box ->
                svg.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>\n"
                        .formatted(
                                number(box.x()),
                                number(box.y()),
                                number(box.width()),
                                number(box.height()),
                                hex(box.fill())));
            case ChartShape.Area area ->
                svg.append("<polygon points=\"%s\" fill=\"%s\"/>\n".formatted(points(area.points()), hex(area.fill())));
            case ChartShape.Polyline line ->
                svg.append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"%s%s/>\n"
                        .formatted(
                                points(line.points()),
                                hex(line.stroke()),
                                number(line.width()),
                                " stroke-linejoin=\"round\"",
                                line.dashed() ? " stroke-dasharray=\"3 3\"" : ""));
            case ChartShape.Marker marker -> marker(marker);
            case ChartShape.Label label ->
                svg.append("<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s text-anchor=\"%s\" fill=\"%s\">%s</text>\n"
                        .formatted(
                                number(label.x()),
                                number(label.y()),
                                number(label.size()),
                                label.bold() ? " font-weight=\"600\"" : "",
                                label.anchor().name().toLowerCase(Locale.ROOT),
                                hex(label.fill()),
                                escaped(label.text())));
        }
    }

    private void marker(ChartShape.Marker marker) {
        String paint = " fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>\n"
                .formatted(
                        marker.solid() ? hex(marker.stroke()) : hex(Print.SURFACE),
                        hex(marker.stroke()),
                        number(MARKER_STROKE));
        List<Double> corners = marker.corners();
        if (corners.isEmpty()) {
            svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\""
                    .formatted(number(marker.x()), number(marker.y()), number(marker.radius())));
        } else if (marker.form().open()) {
            svg.append("<path d=\"M%s %sL%s %sM%s %sL%s %s\""
                    .formatted(corners.stream().map(ChartSvg::number).toArray()));
        } else {
            svg.append("<polygon points=\"%s\"".formatted(points(corners)));
        }
        svg.append(paint);
    }

    private static String points(List<Double> points) {
        StringBuilder text = new StringBuilder(points.size() * 7);
        for (int i = 0; i < points.size(); i++) {
            text.append(i == 0 ? "" : i % 2 == 0 ? " " : ",").append(number(points.get(i)));
        }
        return text.toString();
    }

    /** At most two decimals, as short as it goes. */
    private static String number(double value) {
        long hundredths = Math.round(value * 100);
        return hundredths % 100 == 0 ? Long.toString(hundredths / 100) : Double.toString(hundredths / 100.0);
    }

    private static String hex(Ink ink) {
        return hex(Print.ink(ink));
    }

    private static String hex(Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
    }

    /** What XML cannot hold goes; what it takes for markup is written otherwise. */
    private static String escaped(String text) {
        IntPredicate allowed =
                c -> c == '\t' || c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().filter(allowed).forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
