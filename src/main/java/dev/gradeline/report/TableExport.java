package dev.gradeline.report;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Standing;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * The exports, as CSV (RFC 4180, UTF-8, formulas defused) and JSON (exact). Field names are a contract. The stream is
 * flushed, not closed. Any thread.
 */
public final class TableExport {
    private TableExport() {}

    /** The file's format. */
    public enum Format {
        CSV,
        JSON
    }

    /** Current standings that the server still reports. */
    public static void scores(List<Standing> standings, Format format, OutputStream out) throws IOException {
        throw new UnsupportedOperationException(format.toString());
    }

    public static void history(List<Assessment> assessments, Format format, OutputStream out) throws IOException {
        throw new UnsupportedOperationException(format.toString());
    }

    public static void recommendations(List<Recommendation> rows, Format format, OutputStream out) throws IOException {
        throw new UnsupportedOperationException(format.toString());
    }

    public static void platforms(List<Platform> rows, Format format, OutputStream out) throws IOException {
        throw new UnsupportedOperationException(format.toString());
    }

    public static void changes(List<Change> rows, Format format, OutputStream out) throws IOException {
        throw new UnsupportedOperationException(format.toString());
    }
}
