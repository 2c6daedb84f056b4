package dev.gradeline.report;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Posture;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The PDF snapshot of a posture: tagged, vector charts, embedded fonts; the same input gives the same bytes. Any thread. */
public final class PdfReport {
    public PdfReport(Words words) {
        throw new UnsupportedOperationException();
    }

    /** Writes the whole document; the stream is not closed. */
    public void write(Posture posture, List<Change> changes, ReportOptions options, OutputStream out)
            throws IOException {
        throw new UnsupportedOperationException(posture.toString());
    }
}
