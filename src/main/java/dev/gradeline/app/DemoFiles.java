package dev.gradeline.app;

import dev.gradeline.cli.PictureRequest;
import dev.gradeline.cli.Version;
import dev.gradeline.cli.Workbench;
import dev.gradeline.history.History;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.Status;
import dev.gradeline.report.Alongside;
import dev.gradeline.report.PdfReport;
import dev.gradeline.report.ReportData;
import dev.gradeline.report.ReportOptions;
import dev.gradeline.settings.AtomicFile;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the demo leaves where it cannot open a window: every page, light and dark, and the PDF. */
final class DemoFiles {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private final Words words;

    DemoFiles(Words words) {
        this.words = words;
    }

    /** Writes into a folder, made when needed; gives the number of pictures. */
    int write(Workbench bench, Path folder) throws IOException {
        Files.createDirectories(folder);
        Studio studio = new Studio(words);
        int pictures = 0;
        for (String theme : List.of("light", "dark")) {
            PictureRequest request = new PictureRequest(folder, theme, WIDTH, HEIGHT, 100, List.of(), null, null);
            pictures += studio.draw(bench, request).size();
        }
        pdf(bench, folder.resolve("gradeline-demo.pdf"));
        return pictures;
    }

    /** A board reads what is still to be done: open and in progress. */
    private void pdf(Workbench bench, Path file) throws IOException {
        History history = bench.history();
        Posture posture = history.posture();
        Instant visit = history.mark(History.Mark.LAST_VISIT);
        Instant since = visit == null ? posture.asOf().minus(Duration.ofDays(30)) : visit;
        int oldAfterDays = bench.settings().current().oldAfterDays();
        ReportOptions options = ReportOptions.of(bench.connection().label(), Version.current())
                .withFilter(RecommendationFilter.ALL.withStatuses(Set.of(Status.OPEN.id(), Status.IN_PROGRESS.id())))
                .withSince(since)
                .withOldAfterDays(oldAfterDays);
        List<Change> changes = history.changes(since, posture.asOf(), Duration.ofDays(oldAfterDays));
        Alongside alongside = new Alongside(history.annotations(), history.unread(Part.SCORES, posture.asOf()));
        ReportData data = new ReportData(posture, changes, alongside);
        AtomicFile.write(file, out -> new PdfReport(words).write(data, options, out));
    }
}
