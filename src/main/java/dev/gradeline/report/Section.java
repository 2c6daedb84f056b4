package dev.gradeline.report;

import dev.gradeline.report.pdf.PdfPages;
import java.io.IOException;

/** One part of the PDF, drawn where the one before it ended. */
@FunctionalInterface
interface Section {
    void draw(Snapshot snapshot, PdfPages pages) throws IOException;
}
