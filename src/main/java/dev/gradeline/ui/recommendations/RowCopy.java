package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.Recommendation;
import dev.gradeline.report.TableExport;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.TaskRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rows for the clipboard: there may be many, so their text is made on a worker. What was asked for last is what is copied. JavaFX thread. */
final class RowCopy {
    private static final Logger LOG = LoggerFactory.getLogger(RowCopy.class);

    private final PageContext context;
    private final TaskRunner.Newest newest;

    RowCopy(PageContext context) {
        this.context = context;
        this.newest = new TaskRunner.Newest(context.tasks());
    }

    /** One line for each, its columns divided by tabs, as spreadsheets take them. */
    void text(List<RecommendationRow> rows) {
        put(rows.size(), () -> rows.stream().map(RecommendationRow::text).collect(Collectors.joining("\n")));
    }

    /** As the export writes them, with the names of the fields. */
    void csv(List<RecommendationRow> rows) {
        put(rows.size(), () -> csvOf(rows));
    }

    private static String csvOf(List<RecommendationRow> rows) throws IOException {
        List<Recommendation> all =
                rows.stream().map(RecommendationRow::recommendation).toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableExport.recommendations(all, TableExport.Format.CSV, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void put(int count, Callable<String> text) {
        newest.run(
                text,
                made -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(made);
                    Clipboard.getSystemClipboard().setContent(content);
                    context.navigator().done(context.words().of("recommendations.copied", count));
                },
                error -> {
                    LOG.error("rows could not be copied", error);
                    context.navigator().say(context.words().of("recommendations.copied.not"));
                });
    }
}
