package dev.gradeline.report;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Posture;
import dev.gradeline.report.pdf.PdfCanvas;
import dev.gradeline.report.pdf.PdfMetadata;
import dev.gradeline.report.pdf.PdfPages;
import dev.gradeline.report.pdf.TextStyle;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The PDF snapshot of a posture: tagged, vector charts, embedded fonts; the same input gives the same bytes. Any thread. */
public final class PdfReport {
    private static final List<Section> SECTIONS = List.of(
            new HeadSection(),
            new NoticeSection(),
            new GradesSection(),
            new TrendSection(),
            new ChangesSection(),
            new RecommendationsSection(),
            new DiscoverySection(),
            new BandsSection());

    private final Words words;

    public PdfReport(Words words) {
        this.words = words;
    }

    /** Writes the whole document, without notes and targets; the stream is flushed, not closed. */
    public void write(Posture posture, List<Change> changes, ReportOptions options, OutputStream out)
            throws IOException {
        write(posture, changes, Alongside.NONE, options, out);
    }

    /** Writes the whole document; the stream is flushed, not closed. */
    public void write(
            Posture posture, List<Change> changes, Alongside alongside, ReportOptions options, OutputStream out)
            throws IOException {
        Snapshot snapshot = Snapshot.of(posture, changes, alongside, options, words);
        try (PDDocument document = new PDDocument()) {
            new PdfMetadata(
                            title(snapshot),
                            words.locale(),
                            posture.asOf(),
                            snapshot.text("report.program", options.version()))
                    .writeTo(document);
            try (PdfPages pages = new PdfPages(document, size(options.paper()))) {
                for (Section section : SECTIONS) {
                    section.draw(snapshot, pages);
                }
                pages.finish((canvas, number, of) -> edges(snapshot, pages, canvas, number, of));
            }
            document.save(out);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        out.flush();
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
