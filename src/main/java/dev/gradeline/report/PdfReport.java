package dev.gradeline.report;

import dev.gradeline.report.pdf.PdfCanvas;
import dev.gradeline.report.pdf.PdfMetadata;
import dev.gradeline.report.pdf.PdfPages;
import dev.gradeline.report.pdf.TextStyle;
import dev.gradeline.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * The PDF snapshot of a posture: tagged, vector charts, embedded fonts; the same input gives the same bytes. Any thread;
 * blocking. Nothing reaches the stream before the document is whole, so that who cancels or fails leaves no half of one.
 */
public final class PdfReport {
    private final Words words;

    public PdfReport(Words words) {
        this.words = words;
    }

    /** Writes the whole document; the stream is flushed, not closed. */
    public void write(ReportData data, ReportOptions options, OutputStream out) throws IOException {
        write(data, options, out, Progress.NONE);
    }

    /**
     * Writes the whole document; the stream is flushed, not closed.
     *
     * @throws java.util.concurrent.CancellationException when the one who waits has had enough; nothing was written then
     */
    public void write(ReportData data, ReportOptions options, OutputStream out, Progress progress) throws IOException {
        out.write(bytes(data, options, progress));
        out.flush();
        progress.done(1);
    }

    /**
     * Makes the whole document, to look at its pages.
     *
     * @throws java.util.concurrent.CancellationException when the one who waits has had enough
     */
    public ReportPreview preview(ReportData data, ReportOptions options, Progress progress) throws IOException {
        ReportPreview preview = new ReportPreview(bytes(data, options, progress));
        progress.done(1);
        return preview;
    }

    private byte[] bytes(ReportData data, ReportOptions options, Progress progress) throws IOException {
        Snapshot snapshot = Snapshot.of(data, options, words, progress);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            new PdfMetadata(
                            title(snapshot),
                            words.locale(),
                            data.posture().asOf(),
                            snapshot.text("report.program", options.version()))
                    .writeTo(document);
            try (PdfPages pages = new PdfPages(document, size(options.paper()))) {
                new HeadSection().draw(snapshot, pages);
                new NoticeSection().draw(snapshot, pages);
                for (ReportSection section : options.sections()) {
                    section(section).draw(snapshot, pages);
                }
                pages.finish((canvas, number, of) -> edges(snapshot, pages, canvas, number, of));
            }
            document.save(out);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        return out.toByteArray();
    }

    private static Section section(ReportSection section) {
        return switch (section) {
            case GRADES -> new GradesSection();
            case TREND -> new TrendSection();
            case CHANGES -> new ChangesSection();
            case NEXT_GRADE -> (snapshot, pages) -> {};
            case RECOMMENDATIONS -> new RecommendationsSection();
            case DISCOVERY -> new DiscoverySection();
            case BANDS -> new BandsSection();
        };
    }

    private static PDRectangle size(ReportOptions.Paper paper) {
        return switch (paper) {
            case A4 -> PDRectangle.A4;
            case LETTER -> PDRectangle.LETTER;
        };
    }

    private static String title(Snapshot snapshot) {
        return Stream.of(snapshot.text("report.title"), snapshot.organisation())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** A loose page still says what it belongs to. */
    private static void edges(Snapshot snapshot, PdfPages pages, PdfCanvas canvas, int number, int of)
            throws IOException {
        TextStyle style = TextStyle.SMALL;
        canvas.text(pages.left(), pages.footBaseline(), style, snapshot.text("report.foot"));
        canvas.textEndingAt(pages.right(), pages.footBaseline(), style, snapshot.text("report.page", number, of));
        if (number > 1) {
            String asOf = snapshot.times().dateTime(snapshot.posture().asOf());
            double room = pages.width() - pages.fonts().width(style, asOf) - 24;
            canvas.text(pages.left(), pages.headBaseline(), style, pages.lines().fitted(title(snapshot), style, room));
            canvas.textEndingAt(pages.right(), pages.headBaseline(), style, asOf);
            canvas.rule(pages.left(), pages.headBaseline() + 8, pages.width());
        }
    }
}
