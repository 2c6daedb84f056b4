package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.Shell.Said;
import dev.gradeline.posture.Postures;
import dev.gradeline.report.Alongside;
import dev.gradeline.report.PdfReport;
import dev.gradeline.report.ReportData;
import dev.gradeline.report.ReportOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots written and verified by the command line, over the demo's history of two years. */
class VerifyCommandTest {
    @TempDir
    private static Path folder;

    private static Office office;
    private static Path snapshot;

    @BeforeAll
    static void write() throws IOException {
        office = new Office(GrownDemo.get().copyTo(folder.resolve("data")));
        snapshot = folder.resolve("snapshot.pdf");
        assertThat(demo("report", "--framework", "hipaa", "-o", snapshot.toString())
                        .code())
                .isZero();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static Said demo(String... arguments) {
        return office.plain(
                Stream.concat(Arrays.stream(arguments), Stream.of("--demo")).toArray(String[]::new));
    }

    private static Said verify(Path file) {
        return demo("verify", file.toString());
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void aSnapshotOfThisHistoryIsWholeAndAgrees() {
        Said said = verify(snapshot);

        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(said.out())
                .contains("is as Gradeline", "it is no signature", "It agrees with the history here as of 23 November");
        assertThat(said.err()).doesNotContain("snapshot.pdf");
    }

    @Test
    void soDoSnapshotsOfThePastWithoutNamesOrOnOnePage() {
        Path past = folder.resolve("past.pdf");
        assertThat(demo("report", "--as-of", "2026-03-01", "--redact", "-o", past.toString())
                        .code())
                .isZero();
        assertThat(verify(past).out()).contains("It agrees with the history here as of 1 March 2026");

        Path brief = folder.resolve("brief.pdf");
        assertThat(demo("report", "--brief", "--paper", "letter", "-o", brief.toString())
                        .code())
                .isZero();
        assertThat(verify(brief).code()).isZero();
    }

    @Test
    void oneChangedByteIsToldByExitEight() throws IOException {
        byte[] bytes = Files.readAllBytes(snapshot);
        bytes[bytes.length / 2] ^= 1;
        Path changed = Files.write(folder.resolve("changed.pdf"), bytes);

        Said said = verify(changed);
        assertThat(said.code()).isEqualTo(8);
        assertThat(said.out()).contains("is not as Gradeline wrote it").doesNotContain("is as Gradeline");
    }

    @Test
    void aFileSavedAgainIsChangedAndItsDataIsStillCompared() throws IOException {
        Path again = folder.resolve("again.pdf");
        try (PDDocument document = Loader.loadPDF(snapshot.toFile())) {
            document.save(again.toFile());
        }

        Said said = verify(again);
        assertThat(said.code()).isEqualTo(8);
        assertThat(said.out())
                .contains("another program saved it again", "still has the digest", "It agrees with the history here");
    }

    @Test
    void whatIsNoSnapshotIsToldApart() throws IOException {
        Path text = Files.writeString(folder.resolve("text.pdf"), "no PDF at all");
        Said notPdf = verify(text);
        assertThat(notPdf.code()).isEqualTo(2);
        assertThat(notPdf.err()).contains("text.pdf” is not a PDF");

        Path foreign = folder.resolve("foreign.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(foreign.toFile());
        }
        Said other = verify(foreign);
        assertThat(other.code()).isEqualTo(8);
        assertThat(other.out()).contains("none of Gradeline’s snapshots");

        assertThat(verify(folder.resolve("nowhere.pdf")).code()).isEqualTo(2);
    }

    @Test
    void aHistoryOfAnotherOrganisationIsNotComparedWith() throws IOException {
        for (boolean redacted : List.of(false, true)) {
            Path theirs = folder.resolve("theirs.pdf");
            try (OutputStream out = Files.newOutputStream(theirs)) {
                new PdfReport(Shell.WORDS)
                        .write(
                                new ReportData(Postures.northwind(), List.of(), Alongside.NONE),
                                ReportOptions.of("Other", "0.1.0").withRedacted(redacted),
                                out);
            }

            Said said = verify(theirs);
            assertThat(said.code()).as(said.toString()).isZero();
            assertThat(said.out()).contains("is as Gradeline 0.1.0", "of another organisation");
        }
    }

    @Test
    void withoutAHistoryOnlyTheFileIsJudgedAndNoneIsMade() throws IOException {
        try (Office fresh = new Office(folder.resolve("fresh"))) {
            Said said = fresh.plain("verify", snapshot.toString());
            assertThat(said.code()).as(said.toString()).isZero();
            assertThat(said.out()).contains("is as Gradeline", "There is no history here");
            try (Stream<Path> files = Files.walk(fresh.data)) {
                assertThat(files.filter(file -> file.toString().endsWith(".db")))
                        .isEmpty();
            }
        }
    }

    @Test
    void aHistoryThatKnowsOtherwiseSaysInWhat() throws IOException {
        // the same organisation, whose numbers were changed and the digest with them
        Path forged = folder.resolve("forged.pdf");
        try (OutputStream out = Files.newOutputStream(forged)) {
            var posture = Postures.northwind();
            new PdfReport(Shell.WORDS)
                    .write(
                            new ReportData(
                                    new dev.gradeline.posture.Posture(
                                            posture.asOf(),
                                            posture.lastSync(),
                                            null,
                                            posture.freshness(),
                                            posture.standings(),
                                            posture.recommendations(),
                                            posture.scans(),
                                            true,
                                            posture.openCounts()),
                                    List.of(),
                                    Alongside.NONE),
                            ReportOptions.of("Northwind Health", "0.1.0"),
                            out);
        }

        Said said = verify(forged);
        assertThat(said.code()).as(said.toString()).isEqualTo(8);
        assertThat(said.out())
                .contains(
                        "It does not agree with the history here as of 23 November 2026",
                        "soc-2 is in the history and not in the file.",
                        "115 recommendations in the file",
                        " more.",
                        "It may have been written from another history.");
    }

    @Test
    void sectionsAndFormAreChosen() throws IOException {
        Path file = folder.resolve("few.pdf");
        Said said = demo("report", "--sections", "bands,grades", "-o", file.toString());
        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(text(file))
                .containsSubsequence("How grades are banded", "Grades AI Security")
                .doesNotContain("Recommendations");

        Said unknown = demo("report", "--sections", "grades,gardes", "-o", file.toString());
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("“gardes”", "next-grade");
    }

    @Test
    void aRedactedSnapshotNamesNobody() throws IOException {
        Path file = folder.resolve("redacted.pdf");
        Said said = demo("report", "--redact", "--brief", "-o", file.toString());
        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(text(file))
                .contains("are left out")
                .doesNotContainIgnoringCase("northwind")
                .doesNotContain("Perplexity");
    }
}
