package dev.gradeline.report;

import dev.gradeline.posture.Change;
import dev.gradeline.posture.Changes;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.report.ReportOptions.Paper;
import dev.gradeline.words.Words;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Snapshots made and read back, for tests. */
final class Pdf {
    static final RecommendationFilter TO_DO = RecommendationFilter.ALL.withStatuses(Set.of("open", "in_progress"));

    /** Elsewhere than where the snapshot is told, so that a mistaken zone shows. */
    static final Words WORDS = new Words(Locale.UK, ZoneId.of("Asia/Tokyo"));

    static final ReportOptions OPTIONS = ReportOptions.of("Northwind Health", "0.1.0");

    private Pdf() {}

    static byte[] northwind() throws IOException {
        return northwind(Paper.A4, TO_DO);
    }

    static byte[] northwind(Paper paper, RecommendationFilter filter) throws IOException {
        List<Change> changes = Changes.between(Postures.northwindEarlier(), Postures.northwind(), Duration.ofDays(90));
        return of(
                Postures.northwind(),
                changes,
                OPTIONS.withPaper(paper)
                        .withFilter(filter)
                        .withSince(Postures.LAST_VISIT)
                        .withOldAfterDays(90));
    }

    /** Everything of a posture, without a look back. */
    static byte[] of(Posture posture) throws IOException {
        return of(posture, List.of(), OPTIONS);
    }

    static byte[] of(Posture posture, List<Change> changes, ReportOptions options) throws IOException {
        return of(new ReportData(posture, changes, Alongside.NONE), options);
    }

    static byte[] of(ReportData data, ReportOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfReport(WORDS).write(data, options, out);
        return out.toByteArray();
    }

    static PDDocument open(byte[] pdf) throws IOException {
        return Loader.loadPDF(pdf);
    }

    /** The text of all pages in the order in which it is drawn, on one line. */
    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = open(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /** The text of one page, counted from 1. */
    static String page(PDDocument document, int number) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        return stripper.getText(document).replaceAll("\\s+", " ");
    }

    /** What a file lacks to be PDF/A-3a and PDF/UA-1, each rule once; empty when it is both. */
    static List<String> faults(byte[] pdf)
            throws IOException, ValidationException, ModelParsingException, EncryptedPdfException {
        VeraGreenfieldFoundryProvider.initialise();
        java.util.TreeSet<String> faults = new java.util.TreeSet<>();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var result = validator.validate(parser);
                if (!result.isCompliant()) {
                    faults.add(flavour + " not met");
                }
                for (TestAssertion assertion : result.getTestAssertions()) {
                    if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                        faults.add(flavour + " " + assertion.getRuleId().getClause() + ": " + assertion.getMessage());
                    }
                }
            }
        }
        return List.copyOf(faults);
    }
}
