package dev.gradeline.bench;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A curve as an SVG: rows to the right, milliseconds upwards, both by powers of ten, so that a straight line is a power. */
final class CurveDrawing {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 320;
    private static final int LEFT = 64;
    private static final int RIGHT = 24;
    private static final int TOP = 56;
    private static final int BOTTOM = 48;

    private static final String OURS = "#1a5fb4";
    private static final String THEIRS = "#77767b";

    private final Curve curve;
    private final Map<Integer, Figures.Point> points;
    private final int lowest;
    private final int highest;
    private final StringBuilder out = new StringBuilder();

    private CurveDrawing(Curve curve, Map<Integer, Figures.Point> points) {
        this.curve = curve;
        this.points = points;
        double least = points.values().stream()
                .mapToDouble(point -> hasBaseline()
                        ? Math.min(point.ours().median(), point.theirs().median())
                        : point.ours().median())
                .min()
                .orElse(1);
        double most = points.values().stream()
                .mapToDouble(point -> hasBaseline()
                        ? Math.max(point.ours().median(), point.theirs().median())
                        : point.ours().median())
                .max()
                .orElse(1);
        this.lowest = (int) Math.floor(Math.log10(Math.max(1e-3, least)));
        this.highest = Math.max(lowest + 1, (int) Math.ceil(Math.log10(Math.max(1e-3, most))));
    }

    /** @param points by the number of rows */
    static String of(Curve curve, Map<Integer, Figures.Point> points) {
        return new CurveDrawing(curve, points).draw();
    }

    private boolean hasBaseline() {
        return !curve.against().isEmpty();
    }

    private String draw() {
        add(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\""
                        + " font-family=\"Inter, Helvetica, Arial, sans-serif\" font-size=\"12\">",
                WIDTH,
                HEIGHT,
                WIDTH,
                HEIGHT));
        add(String.format(
                Locale.ROOT,
                "<title>%s</title>\n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>",
                escaped(curve.what())));
        text(LEFT, 22, "start", "#1d1d20", "Gradeline: " + curve.what(), OURS);
        if (hasBaseline()) {
            text(LEFT, 40, "start", "#5e5c64", "beside: " + curve.against(), THEIRS);
        }
        grid();
        if (hasBaseline()) {
            line(THEIRS, " stroke-dasharray=\"5 4\"", Figures.Point::theirs);
        }
        line(OURS, "", Figures.Point::ours);
        return out.append("</svg>\n").toString();
    }

    private void grid() {
        for (int power = lowest; power <= highest; power++) {
            double y = y(Math.pow(10, power));
            add(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#deddda\"/>",
                    LEFT,
                    WIDTH - RIGHT,
                    y,
                    y));
            text(LEFT - 8, y + 4, "end", "#5e5c64", power < 3 ? plain(power) + " ms" : plain(power - 3) + " s", null);
        }
        for (int rows : points.keySet()) {
            add(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#deddda\"/>",
                    x(rows),
                    x(rows),
                    TOP,
                    HEIGHT - BOTTOM));
            text(x(rows), HEIGHT - BOTTOM + 18, "middle", "#5e5c64", String.format(Locale.ROOT, "%,d", rows), null);
        }
        text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", "#5e5c64", "rows", null);
    }

    private static String plain(int power) {
        return power < 0
                ? String.format(Locale.ROOT, "%." + -power + "f", Math.pow(10, power))
                : "1" + "0".repeat(power);
    }

    /** A line through the medians, with the quartiles as strokes through its points. */
    private void line(String colour, String dashes, Function<Figures.Point, Spread> side) {
        add(String.format(
                Locale.ROOT,
                "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s points=\"%s\"/>",
                colour,
                dashes,
                points.entrySet().stream()
                        .map(each -> String.format(
                                Locale.ROOT,
                                "%.1f,%.1f",
                                x(each.getKey()),
                                y(side.apply(each.getValue()).median())))
                        .collect(Collectors.joining(" "))));
        points.forEach((rows, point) -> {
            Spread spread = side.apply(point);
            add(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>",
                    x(rows),
                    y(spread.median()),
                    colour));
            add(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>",
                    x(rows),
                    x(rows),
                    y(spread.lower()),
                    y(spread.upper()),
                    colour));
        });
    }

    private double x(int rows) {
        double first = Math.log10(points.keySet().stream().min(Integer::compare).orElse(1));
        double last = Math.log10(points.keySet().stream().max(Integer::compare).orElse(10));
        double share = last == first ? 0.5 : (Math.log10(rows) - first) / (last - first);
        return LEFT + 20 + share * (WIDTH - LEFT - RIGHT - 40);
    }

    private double y(double millis) {
        double share = (Math.log10(Math.max(Math.pow(10, lowest), millis)) - lowest) / (highest - lowest);
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
    }

    private void text(
            double x,
            double y,
            String anchor,
            String colour,
            String text,
            @org.jspecify.annotations.Nullable String mark) {
        if (mark != null) {
            add(String.format(
                    Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>", x + 4, y - 4, mark));
        }
        add(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
                mark == null ? x : x + 14,
                y,
                anchor,
                colour,
                escaped(text)));
    }

    private void add(String line) {
        out.append(line).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
