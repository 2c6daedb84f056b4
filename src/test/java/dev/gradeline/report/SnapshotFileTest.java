package dev.gradeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gradeline.posture.Annotations;
import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.DayNote;
import dev.gradeline.posture.OwnNote;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Standing;
import dev.gradeline.report.ReportOptions.Form;
import dev.gradeline.report.SnapshotFile.State;
import dev.gradeline.report.pdf.PdfSeal;
import dev.gradeline.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a snapshot carries, and what shows that it was changed. */
class SnapshotFileTest {
    private static byte[] file = {};

    @BeforeAll
    static void write() throws IOException {
        file = Pdf.northwind();
    }

    @Test
    void theDataInsideIsWhatThePagesShow() throws IOException {
        JsonNode data = data(file);

        assertThat(data.path("format").asText()).isEqualTo("gradeline-snapshot");
        assertThat(data.path("organisation").asText()).isEqualTo("Northwind Health");
        assertThat(data.path("as_of").asText()).isEqualTo("2026-11-23T06:40:00Z");
        assertThat(data.path("scores")).hasSize(5);
        assertThat(data.at("/scores/0/overall_score").intValue()).isEqualTo(72);
        assertThat(data.at("/next_grades/0/points").intValue()).isEqualTo(3);
        assertThat(data.path("recommendations")).hasSize(49);
        assertThat(data.path("recommendations_total").intValue()).isEqualTo(115);
        assertThat(data.at("/discovery/platforms")).hasSize(14);
        assertThat(data.at("/discovery/gone/0").asText()).isEqualTo("Jasper");
        assertThat(data.path("options").path("filter").asText()).isEqualTo("open or in progress");
    }

    @Test
    void whatNoPageShowsIsNotInside() throws IOException {
        ReportOptions grades = Pdf.OPTIONS.withSections(List.of(ReportSection.GRADES));
        JsonNode few = data(Pdf.of(Postures.northwind(), List.of(), grades));
        assertThat(few.has("recommendations") || few.has("discovery") || few.has("history") || few.has("changes"))
                .isFalse();

        JsonNode brief = data(Pdf.of(Postures.northwind(), List.of(), Pdf.OPTIONS.withForm(Form.BRIEF)));
        assertThat(brief.path("recommendations")).hasSize(RecommendationsSection.MOST);
        assertThat(brief.at("/discovery").has("platforms")).isFalse();
    }

    @Test
    void whatAPersonKeepsForThemselvesStaysAtHome() throws IOException {
        Posture noted = withOwnNotes("wait for the merger", "secret");
        Annotations annotations = new Annotations(
                List.of(
                        new DayNote("1", LocalDate.of(2025, 11, 22), "before the chart"),
                        new DayNote("2", LocalDate.of(2026, 11, 23), "on the last day"),
                        new DayNote("3", LocalDate.of(2026, 11, 24), "after the moment shown")),
                Map.of(Postures.HIPAA, BigDecimal.TEN, Postures.ISO, BigDecimal.ONE));
        for (Form form : Form.values()) {
            byte[] pdf = Pdf.of(
                    new ReportData(noted, List.of(), new Alongside(annotations, List.of())),
                    Pdf.OPTIONS.withForm(form));
            JsonNode data = data(pdf);
            assertThat(data.toString()).doesNotContain("own_", "merger", "secret");
            assertThat(data.at("/recommendations/0").properties()).hasSize(9);
            assertThat(data.path("notes").findValuesAsText("text")).containsExactly("on the last day");
            assertThat(SnapshotFile.of(pdf)
                            .differences(withOwnNotes("it came", "done"), null, "Northwind Health", Pdf.WORDS))
                    .as("notes of one's own are no part of what is vouched for")
                    .isEmpty();
        }
    }

    private static Posture withOwnNotes(String text, String tag) {
        Posture base = Postures.northwind();
        return new Posture(
                base.asOf(),
                base.lastSync(),
                base.organizationId(),
                base.freshness(),
                base.standings(),
                base.recommendations().stream()
                        .map(row -> row.with(new OwnNote(text, List.of(tag))))
                        .toList(),
                base.scans(),
                base.scanReported(),
                base.openCounts());
    }

    @Test
    void aFileAsItWasWrittenIsWhole() {
        SnapshotFile read = SnapshotFile.of(file);
        assertThat(read.state()).isEqualTo(State.WHOLE);
        assertThat(read.isDataWhole()).isTrue();
        assertThat(read.program()).isEqualTo("Gradeline 0.1.0");
        assertThat(read.asOf()).isEqualTo(Postures.NOW);
        assertThat(read.lastSync()).isEqualTo(Postures.LAST_SYNC);
        assertThat(read.isOfOtherThan(Postures.ORGANIZATION)).isFalse();
        assertThat(read.isOfOtherThan(null)).isFalse();
        assertThat(read.isOfOtherThan("another")).isTrue();
    }

    @Test
    void oneByteAnywhereShows() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            byte[] changed = file.clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(SnapshotFile.of(changed).state())
                    .as("byte %d, seed %d", at, seed)
                    .isIn(State.CHANGED, State.FOREIGN, State.NOT_PDF)
                    .isNotEqualTo(State.WHOLE);
        }
    }

    @Test
    void whatWasAddedOrCutShows() {
        byte[] longer = Arrays.copyOf(file, file.length + 1);
        longer[file.length] = '\n';
        assertThat(SnapshotFile.of(longer).state()).isEqualTo(State.CHANGED);
        assertThat(SnapshotFile.of(longer).isDataWhole()).isTrue();
        SnapshotFile half = SnapshotFile.of(Arrays.copyOf(file, file.length / 2));
        assertThat(half.state()).isNotEqualTo(State.WHOLE);
        assertThat(half.isDataWhole()).isFalse();
    }

    @Test
    void aFileSavedAgainByAnotherProgramShowsAndItsDataIsStillWhole() throws IOException {
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        try (PDDocument document = Pdf.open(file)) {
            document.save(again);
        }
        SnapshotFile read = SnapshotFile.of(again.toByteArray());
        assertThat(read.state()).isEqualTo(State.CHANGED);
        assertThat(read.isDataWhole()).isTrue();
    }

    @Test
    void otherFilesAreToldApart() throws IOException {
        assertThat(SnapshotFile.of(new byte[0]).state()).isEqualTo(State.NOT_PDF);
        assertThat(SnapshotFile.of("PK, no PDF at all".getBytes(StandardCharsets.US_ASCII))
                        .state())
                .isEqualTo(State.NOT_PDF);
        assertThat(SnapshotFile.of("%PDF-1.7 and then nothing".getBytes(StandardCharsets.US_ASCII))
                        .state())
                .isEqualTo(State.FOREIGN);
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(other);
        }
        assertThat(SnapshotFile.of(other.toByteArray()).state()).isEqualTo(State.FOREIGN);
    }

    @Test
    void aTextThatPosesAsTheDigestChangesNothing() throws IOException {
        String trick = "<gradeline:fileDigest>" + "0".repeat(64) + "</gradeline:fileDigest> 漢字";
        byte[] pdf = Pdf.of(Postures.northwind(), List.of(), ReportOptions.of(trick, "0.1.0"));
        assertThat(SnapshotFile.of(pdf).state()).isEqualTo(State.WHOLE);
        assertThat(PdfSeal.isThere(pdf)).isTrue();
    }

    @Test
    void theFileIsNamedByItsContent() throws IOException {
        assertThat(id(file)).isEqualTo(id(Pdf.northwind()));
        byte[] other = Pdf.of(Postures.onePoint());
        assertThat(id(other)).isNotEqualTo(id(file));
    }

    @Test
    void theDataAgreesWithWhatItWasMadeOfAndWithNothingElse() throws IOException {
        SnapshotFile read = SnapshotFile.of(file);
        assertThat(read.differences(Postures.northwind(), null, "Northwind Health", Pdf.WORDS))
                .isEmpty();
        List<String> differences =
                new ArrayList<>(read.differences(Postures.northwindEarlier(), null, "Northwind Health", Pdf.WORDS));
        assertThat(differences)
                .anyMatch(line -> line.startsWith("AI Security: 72 (C)") && line.contains("66 (C)"))
                .anyMatch(line -> line.contains("scan"));
        assertThat(read.differences(Postures.onePoint(), null, "", Pdf.WORDS))
                .contains("115 recommendations in the file, 0 in the history.", "HIPAA is not in the history.");
    }

    @Test
    void itIsComparedInItsOwnLanguageWithoutNames() throws IOException {
        Words german = new Words(Locale.GERMANY, ZoneId.of("Europe/Berlin"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfReport(german)
                .write(
                        new ReportData(Postures.northwind(), List.of(), Alongside.NONE),
                        Pdf.OPTIONS.withRedacted(true),
                        out);
        SnapshotFile read = SnapshotFile.of(out.toByteArray());

        assertThat(data(out.toByteArray())
                        .at("/discovery/platforms/0/platform_name")
                        .asText())
                .startsWith("Plattform");
        assertThat(read.differences(Postures.northwind(), null, "Northwind Health", Pdf.WORDS))
                .isEmpty();
        assertThat(read.isOfOtherThan(Postures.ORGANIZATION)).isFalse();
        assertThat(read.isOfOtherThan("another")).isTrue();
    }

    @Test
    void theClockChangeOfAReaderIsNoDifference() throws IOException {
        // a year before, New York had not yet put its clocks back: there the chart would begin an hour earlier
        Posture posture = new Posture(
                Instant.parse("2026-11-01T12:00:00Z"),
                Postures.LAST_SYNC,
                null,
                Postures.onePoint().freshness(),
                List.of(new Standing(
                        Postures.AI,
                        List.of(assessment("2025-06-01T00:00:00Z"), assessment("2025-11-01T11:30:00Z")),
                        true)),
                List.of(),
                List.of(),
                false,
                List.of());
        SnapshotFile read = SnapshotFile.of(Pdf.of(posture));

        assertThat(read.differences(posture, null, "", new Words(Locale.US, ZoneId.of("America/New_York"))))
                .isEmpty();
    }

    private static Assessment assessment(String completedAt) {
        return new Assessment(
                Postures.AI, BigDecimal.TEN, null, Instant.parse(completedAt), Instant.parse(completedAt), false);
    }

    private static String id(byte[] pdf) throws IOException {
        try (PDDocument document = Pdf.open(pdf)) {
            return String.valueOf(document.getDocument().getDocumentID());
        }
    }

    static JsonNode data(byte[] pdf) throws IOException {
        try (PDDocument document = Pdf.open(pdf)) {
            var files =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            PDComplexFileSpecification specification = Objects.requireNonNull(files.get("snapshot.json"));
            return new JsonMapper().readTree(specification.getEmbeddedFile().toByteArray());
        }
    }
}
