package dev.gradeline.report;

import dev.gradeline.report.pdf.PdfAttachment;
import dev.gradeline.report.pdf.PdfCanvas;
import dev.gradeline.report.pdf.PdfMetadata;
import dev.gradeline.report.pdf.PdfPages;
import dev.gradeline.report.pdf.PdfSeal;
import dev.gradeline.report.pdf.SystemFonts;
import dev.gradeline.report.pdf.TextStyle;
import dev.gradeline.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * The PDF snapshot of a posture: tagged, vector charts, embedded fonts; the same input gives the same bytes, on every computer
 * as long as no character needs a font of the system. Any thread; blocking. Nothing reaches the stream before the document is whole, so that who cancels or fails leaves no half of one.
 */
public final class PdfReport {
    private static final double BEFORE_SAVING = 0.85;

    private final Words words;
    private final SystemFonts system;

    /**
     * @param words the language. Moments are told in UTC, and dates as that language writes them, wherever the reader is: only
     *     so does the same history give the same bytes on every computer that speaks this language. Where a character needs a
     *     font of the system, those are the same only on computers with the same fonts
     */
    public PdfReport(Words words) {
        this(words, SystemFonts.ofThisComputer());
    }

    /** @param system where characters that the bundled fonts lack are looked for */
    PdfReport(Words words, SystemFonts system) {
        this.system = system;
        this.words = words(words.bundle().getLocale());
    }

    /** The words that every snapshot in a language is told in. */
    static Words words(Locale language) {
        return new Words(language.equals(Locale.ROOT) ? Locale.UK : language, ZoneOffset.UTC);
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
    }

    /**
     * Makes the whole document, to look at its pages.
     *
     * @throws java.util.concurrent.CancellationException when the one who waits has had enough
     */
    public ReportPreview preview(ReportData data, ReportOptions options, Progress progress) throws IOException {
        return new ReportPreview(bytes(data, options, progress));
    }

    private byte[] bytes(ReportData data, ReportOptions options, Progress progress) throws IOException {
        Snapshot snapshot = Snapshot.of(data, options, words, progress);
        snapshot.done(0);
        byte[] json = SnapshotJson.of(snapshot);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            new PdfMetadata(
                            snapshot.title(),
                            words.locale(),
                            snapshot.posture().asOf(),
                            snapshot.text("report.program", options.version()),
                            PdfSeal.digest(json))
                    .writeTo(document);
            new PdfAttachment(
                            SnapshotJson.NAME,
                            "application/json",
                            snapshot.text("report.data"),
                            json,
                            snapshot.posture().asOf())
                    .writeTo(document);
            pages(snapshot, document);
            snapshot.done(BEFORE_SAVING);
            document.save(out);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        byte[] file = out.toByteArray();
        PdfSeal.close(file);
        snapshot.done(1);
        return file;
    }

    private void pages(Snapshot snapshot, PDDocument document) throws IOException {
        ReportOptions options = snapshot.options();
        boolean brief = options.form() == ReportOptions.Form.BRIEF;
        List<BriefPage.Chosen> chosen = options.sections().stream()
                .map(name -> new BriefPage.Chosen(name, section(name)))
                .toList();
        try (PdfPages pages =
                new PdfPages(document, system, snapshot.progress()::cancelled, size(options.paper()), brief)) {
            new HeadSection().draw(brief, snapshot, pages);
            new NoticeSection().draw(brief, snapshot, pages);
            if (brief) {
                new BriefPage(snapshot, pages).draw(chosen);
            } else {
                for (BriefPage.Chosen each : chosen) {
                    each.section().draw(snapshot, pages);
                }
            }
            pages.finish((canvas, number, of) -> edges(snapshot, pages, canvas, number, of));
        }
    }

    private static Section section(ReportSection section) {
        return switch (section) {
            case GRADES -> new GradesSection();
            case TREND -> new TrendSection();
            case CHANGES -> new ChangesSection();
            case NEXT_GRADE -> new NextGradeSection();
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

    /** A loose page still says what it belongs to. */
    private static void edges(Snapshot snapshot, PdfPages pages, PdfCanvas canvas, int number, int of)
            throws IOException {
        TextStyle style = TextStyle.SMALL;
        canvas.text(pages.left(), pages.footBaseline(), style, snapshot.text("report.foot"));
        canvas.textEndingAt(pages.right(), pages.footBaseline(), style, snapshot.text("report.page", number, of));
        if (number > 1) {
            String asOf = snapshot.times().dateTime(snapshot.posture().asOf());
            double room = pages.width() - pages.fonts().width(style, asOf) - 24;
            canvas.text(pages.left(), pages.headBaseline(), style, pages.lines().fitted(snapshot.title(), style, room));
            canvas.textEndingAt(pages.right(), pages.headBaseline(), style, asOf);
            canvas.rule(pages.left(), pages.headBaseline() + 8, pages.width());
        }
    }
}
