package dev.gradeline.report;

import dev.gradeline.report.pdf.PdfPages;
import java.io.IOException;

/** One part of the PDF, drawn where the one before it ended. */
interface Section {
    /**
     * The height that a section needs on a single page, in points.
     *
     * @param least with less it would tell nothing; 0 when there is nothing to tell
     * @param wish with more it would tell no more
     */
    record Need(double least, double wish) {
        static final Need NOTHING = new Need(0, 0);
    }

    /** Draws all of it, on as many pages as it takes. */
    void draw(Snapshot snapshot, PdfPages pages) throws IOException;

    /** What it needs on a single page. */
    Need need(Snapshot snapshot, PdfPages pages) throws IOException;

    /**
     * Draws as much of it as fits.
     *
     * @param room the height it has, in points, at least what it {@linkplain #need needs}
     */
    void brief(Snapshot snapshot, PdfPages pages, double room) throws IOException;
}
