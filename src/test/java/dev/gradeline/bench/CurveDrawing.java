package dev.gradeline.bench;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A curve as an SVG: rows to the right, milliseconds upwards, both by powers of ten, so that a straight line
 * is a power. The baseline is told apart without its colour too: dashed, with open squares.
 */
final class CurveDrawing {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 380;
    private static final int LEFT = 88;
    private static final int RIGHT = 24;
    private static final int TOP = 76;
    private static final int BOTTOM = 60;

    private static final String OURS = "#1a5fb4";
    private static final String THEIRS = "#b5480b";
    private static final String DASHES = " stroke-dasharray=\"7 5\"";
    private static final String INK = "#3d3846";
    private static final String RULE = "#deddda";

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
                        + " font-family=\"Inter, Helvetica, Arial, sans-serif\" font-size=\"13\">",
                WIDTH,
                HEIGHT,
                WIDTH,
                HEIGHT));
        add(String.format(
                Locale.ROOT,
                "<title>%s</title>\n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>",
                escaped(curve.what())));
        grid();
        legend(24, true, "Gradeline: " + curve.what());
        if (hasBaseline()) {
            legend(46, false, "beside: " + curve.against());
        }
        if (hasBaseline()) {
            line(false, Figures.Point::theirs);
        }
        line(true, Figures.Point::ours);
        return out.append("</svg>\n").toString();
    }

    private void grid() {
        for (int power = lowest; power <= highest; power++) {
            double y = y(Math.pow(10, power));
            add(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"" + RULE + "\"/>",
                    LEFT,
                    WIDTH - RIGHT,
                    y,
                    y));
            text(LEFT - 10, y + 4, "end", power < 3 ? plain(power) + " ms" : plain(power - 3) + " s");
        }
        for (int rows : points.keySet()) {
            add(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"" + RULE + "\"/>",
                    x(rows),
                    x(rows),
                    TOP,
                    HEIGHT - BOTTOM));
            text(x(rows), HEIGHT - BOTTOM + 20, "middle", String.format(Locale.ROOT, "%,d", rows));
        }
        text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 14, "middle", "rows (logarithmic: each step ten times as many)");
        double middle = (TOP + HEIGHT - BOTTOM) / 2.0;
        add(String.format(
                Locale.ROOT,
                "<text x=\"18\" y=\"%.1f\" transform=\"rotate(-90 18 %.1f)\" text-anchor=\"middle\" fill=\"%s\">%s</text>",
                middle,
                middle,
                INK,
                "time (logarithmic)"));
    }

    /** As the line is drawn, so that it is known by more than its colour. */
    private void legend(double y, boolean ours, String text) {
        add(String.format(
                Locale.ROOT,
                "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"2\"%s/>",
                LEFT,
                LEFT + 40,
                y - 4,
                y - 4,
                ours ? OURS : THEIRS,
                ours ? "" : DASHES));
        mark(LEFT + 20, y - 4, ours);
        text(LEFT + 50, y, "start", text);
    }

    private void mark(double x, double y, boolean ours) {
        add(
                ours
                        ? String.format(
                                Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>", x, y, OURS)
                        : String.format(
                                Locale.ROOT,
                                "<rect x=\"%.1f\" y=\"%.1f\" width=\"8\" height=\"8\" fill=\"#ffffff\" stroke=\"%s\""
                                        + " stroke-width=\"2\"/>",
                                x - 4,
                                y - 4,
                                THEIRS));
    }

    private static String plain(int power) {
        return power < 0
                ? String.format(Locale.ROOT, "%." + -power + "f", Math.pow(10, power))
                : "1" + "0".repeat(power);
    }

    /** A line through the medians, with the quartiles as strokes through its points. */
    private void line(boolean ours, Function<Figures.Point, Spread> side) {
        String colour = ours ? OURS : THEIRS;
        add(String.format(
                Locale.ROOT,
                "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s points=\"%s\"/>",
                colour,
                ours ? "" : DASHES,
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
                    "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"2\"/>",
                    x(rows),
                    x(rows),
                    y(spread.lower()),
                    y(spread.upper()),
                    colour));
            mark(x(rows), y(spread.median()), ours);
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

    private void text(double x, double y, String anchor, String text) {
        add(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
                x,
                y,
                anchor,
                INK,
                escaped(text)));
    }

    private void add(String line) {
        out.append(line).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
