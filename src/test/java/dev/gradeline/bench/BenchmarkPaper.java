package dev.gradeline.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes {@code benchmarks.md} and the curves beside it: the words are a template's, every figure is a run's. */
final class BenchmarkPaper {
    private static final String NONE = "–";
    /** What the system itself needs. */
    private static final double QUIET = 0.05;

    private final Figures figures;
    private final Surroundings surroundings;
    private final List<PartRun> runs;

    BenchmarkPaper(Figures figures, Surroundings surroundings, List<PartRun> runs) {
        this.figures = figures;
        this.surroundings = surroundings;
        this.runs = List.copyOf(runs);
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
                    .replace("@PACKAGED@", surroundings.packaged())
                    .replace("@PARTS@", parts().strip())
                    .replace("@RUN@", run())
                    .replace("@FIGURES@", table().strip())
                    .replace("@CURVES@", curves().strip());
        }
    }

    private String run() {
        StringBuilder run = new StringBuilder(String.format(
                Locale.ROOT,
                "Measured on %s at commit %s, on %s. What is measured in one process had %s.%s",
                surroundings.date(),
                surroundings.commit(),
                surroundings.machine(),
                surroundings.inProcess(),
                others()));
        if (figures.quick()) {
            run.append("\n\n**A quick run, which says nothing: one round of little work each.**");
        }
        for (PartRun part : runs) {
            if (part.failure() != null) {
                run.append("\n\n**Failed: ")
                        .append(part.name())
                        .append("** (")
                        .append(cell(part.failure()))
                        .append("). Its figures are missing below, in part or all of them.");
            }
        }
        for (String left : figures.leftOut()) {
            run.append("\n\n**Left out:** ").append(left);
        }
        return run.toString();
    }

    /** How quiet the machine was, over all parts. */
    private String others() {
        double seconds = 0;
        double taken = 0;
        for (PartRun part : runs) {
            if (part.others() < 0) {
                return "";
            }
            seconds += part.seconds();
            taken += part.seconds() * part.others();
        }
        if (seconds == 0) {
            return "";
        }
        double share = taken / seconds;
        return String.format(
                Locale.ROOT,
                " Meanwhile %.1f %% of the processors’ time went to others%s.",
                100 * share,
                share < QUIET ? "" : ", so the machine was **not quiet**, and the figures are less sure for it");
    }

    private String parts() {
        StringBuilder table = new StringBuilder("""
                | part | took | others had of the processors | |
                | --- | ---: | ---: | --- |
                """);
        for (PartRun part : runs) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %d:%02d min | %s | %s |%n",
                    part.name(),
                    Math.round(part.seconds()) / 60,
                    Math.round(part.seconds()) % 60,
                    part.others() < 0 ? NONE : String.format(Locale.ROOT, "%.1f %%", 100 * part.others()),
                    part.failure() == null ? "went through" : "**failed**: " + cell(part.failure())));
        }
        return table.toString();
    }

    /** Text of others, which must not break out of its cell or of the page's markup. */
    private static String cell(String text) {
        return text.replaceAll("[|*_<>`\\[\\]@]", " ").replaceAll("\\s+", " ").strip();
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
            return "no aim";
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
                text.append(String.format(Locale.ROOT, "| %,d | ", rows))
                        .append(millis(point.ours()))
                        .append(" |");
                if (!curve.against().isEmpty()) {
                    text.append(' ').append(millis(point.theirs())).append(" |");
                }
                text.append('\n');
            });
            text.append('\n');
        });
        return text.toString();
    }

    private static String millis(Spread spread) {
        return String.format(Locale.ROOT, spread.median() < 1 ? "%.2f ms" : "%.1f ms", spread.median());
    }
}
