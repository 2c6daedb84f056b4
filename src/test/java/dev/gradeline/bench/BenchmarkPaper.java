package dev.gradeline.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes {@code benchmarks.md} and the curves beside it: the words are a template's, every figure is a run's. */
final class BenchmarkPaper {
    private static final String NONE = "–";

    private final Figures figures;
    private final Surroundings surroundings;

    /**
     * Where and when a run was.
     *
     * @param load how many threads were at work on the machine when it began; below 0 when nobody knows
     */
    record Surroundings(String machine, String date, String commit, double load) {}

    BenchmarkPaper(Figures figures, Surroundings surroundings) {
        this.figures = figures;
        this.surroundings = surroundings;
    }

    /** Writes {@code benchmarks.md}, and {@code benchmarks/*.svg} beside it. */
    void write(Path folder) throws IOException {
        Path drawings = Files.createDirectories(folder.resolve("benchmarks"));
        for (Map.Entry<Curve, Map<Integer, Figures.Point>> each :
                figures.curves().entrySet()) {
            Files.writeString(drawings.resolve(each.getKey().file()), CurveDrawing.of(each.getKey(), each.getValue()));
        }
        Files.writeString(folder.resolve("benchmarks.md"), text());
    }

    String text() throws IOException {
        try (InputStream template = BenchmarkPaper.class.getResourceAsStream("benchmarks-template.md")) {
            return new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@RUN@", run())
                    .replace("@FIGURES@", table().strip())
                    .replace("@CURVES@", curves().strip());
        }
    }

    private String run() {
        String load = surroundings.load() < 0
                ? ""
                : String.format(
                        java.util.Locale.ROOT,
                        " When it began, %.1f threads were at work on it%s.",
                        surroundings.load(),
                        surroundings.load() < 0.5 ? "" : ", so others had part of it");
        String quick = figures.quick() ? "\n\n**A quick run, which says nothing: one round of little work each.**" : "";
        return "Measured on " + surroundings.date() + " at commit " + surroundings.commit() + ", on "
                + surroundings.machine() + "." + load + quick;
    }

    private String table() {
        StringBuilder table = new StringBuilder("""
                | what | beside | median | quartiles | rounds | aim |
                | --- | --- | --- | --- | --- | --- |
                """);
        for (Figure figure : Figure.values()) {
            Spread spread = figures.figures().get(figure);
            table.append("| ").append(figure.what());
            table.append(" | ").append(figure.against() == null ? NONE : figure.against());
            if (spread == null) {
                table.append(" | not measured here | | | ")
                        .append(aim(figure, null))
                        .append(" |\n");
            } else {
                Figure.Unit unit = figure.unit();
                table.append(" | ").append(unit.of(spread.median()));
                table.append(" | ")
                        .append(unit.of(spread.lower()))
                        .append(" to ")
                        .append(unit.of(spread.upper()));
                table.append(" | ").append(spread.rounds());
                table.append(" | ").append(aim(figure, spread)).append(" |\n");
            }
        }
        return table.toString();
    }

    private static String aim(Figure figure, @Nullable Spread spread) {
        Double aim = figure.aim();
        if (aim == null) {
            return "none";
        }
        String most = "≤ " + figure.unit().of(aim);
        return spread == null ? most : most + (spread.median() <= aim ? ", met" : ", **not met**");
    }

    private String curves() {
        StringBuilder text = new StringBuilder();
        figures.curves().forEach((curve, points) -> {
            text.append("![")
                    .append(curve.what())
                    .append("](benchmarks/")
                    .append(curve.file())
                    .append(")\n\n");
            text.append("| rows | Gradeline |").append(curve.against().isEmpty() ? "\n" : " beside |\n");
            text.append("| ---: | ---: |").append(curve.against().isEmpty() ? "\n" : " ---: |\n");
            points.forEach((rows, point) -> {
                text.append(String.format(
                        java.util.Locale.ROOT,
                        "| %,d | %.1f ms |",
                        rows,
                        point.ours().median()));
                text.append(
                        curve.against().isEmpty()
                                ? "\n"
                                : String.format(
                                        java.util.Locale.ROOT,
                                        " %.1f ms |%n",
                                        point.theirs().median()));
            });
            text.append('\n');
        });
        return text.toString();
    }
}
