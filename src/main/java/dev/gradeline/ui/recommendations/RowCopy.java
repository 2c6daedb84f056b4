package dev.gradeline.ui.recommendations;

import dev.gradeline.posture.Recommendation;
import dev.gradeline.report.TableExport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Rows for the clipboard. JavaFX thread. */
final class RowCopy {
    private RowCopy() {}

    /** One line for each, its columns divided by tabs, as spreadsheets take them. */
    static void text(List<RecommendationRow> rows) {
        put(rows.stream().map(RecommendationRow::text).collect(Collectors.joining("\n")));
    }

    /** As the export writes them, with the names of the fields. */
    static void csv(List<RecommendationRow> rows) {
        List<Recommendation> all =
                rows.stream().map(RecommendationRow::recommendation).toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TableExport.recommendations(all, TableExport.Format.CSV, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        put(out.toString(StandardCharsets.UTF_8));
    }

    private static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
