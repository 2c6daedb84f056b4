package dev.gradeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Grade;
import dev.gradeline.report.AssessmentCsv.Flaw;
import dev.gradeline.report.AssessmentCsv.Kind;
import dev.gradeline.report.TableExport.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentCsvTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String HEADER = "framework_id,overall_score,grade,completed_at\n";

    @TempDir
    Path folder;

    private AssessmentCsv.Read read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private AssessmentCsv.Read read(byte[] bytes) throws IOException {
        return AssessmentCsv.read(Files.write(folder.resolve("past.csv"), bytes), NOW);
    }

    private static Assessment assessment(String framework, String score, String grade, String completed) {
        return new Assessment(
                new Framework(framework),
                new BigDecimal(score),
                new Grade(grade),
                Instant.parse(completed),
                NOW,
                false);
    }

    @Test
    void readsDatesAndTimesAndWhatIsMissing() throws IOException {
        AssessmentCsv.Read read = read(HEADER
                + "hipaa,71.50,C,2026-03-01T14:02:11+02:00\n"
                + "soc-2, 88 ,B,2026-01-31\n"
                + "\n"
                + "iso,,A,2026-01-31\n"
                + "nist,64,,2026-01-31\n");

        assertThat(read.flaws()).isEmpty();
        assertThat(read.assessments())
                .startsWith(
                        assessment("hipaa", "71.50", "C", "2026-03-01T12:02:11Z"),
                        assessment("soc-2", "88", "B", "2026-01-31T00:00:00Z"))
                .hasSize(4);
        assertThat(read.assessments().get(2).overallScore()).isNull();
        assertThat(read.assessments().get(3).grade()).isNull();
    }

    @Test
    void aSpreadsheetsMarkItsSemicolonsAndItsOrderOfColumnsWillDo() throws IOException {
        AssessmentCsv.Read read =
                read("\uFEFFgrade;notes;completed_at;framework_id;overall_score\r\nC;\"a; b\";2026-03-01;hipaa;71\r\n");

        assertThat(read.flaws()).isEmpty();
        assertThat(read.assessments()).containsExactly(assessment("hipaa", "71", "C", "2026-03-01T00:00:00Z"));
    }

    @Test
    void whatTheProgramExportsItReadsBack() throws IOException {
        List<Assessment> exported = List.of(
                assessment("hipaa", "71.50", "C", "2026-03-01T14:02:11Z"),
                assessment("=cmd|' /C calc'!A0", "100", "+A", "2026-04-01T00:00:00Z"),
                assessment("a,\"b\"", "0", "F", "2026-05-01T00:00:00.123456Z"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableExport.history(exported, Format.CSV, out);

        AssessmentCsv.Read read = read(out.toByteArray());

        assertThat(read.flaws()).isEmpty();
        assertThat(read.assessments()).isEqualTo(exported);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",71,C,2026-03-01|FRAMEWORK|''",
                "hipaa,seventy,C,2026-03-01|SCORE|seventy",
                "hipaa,\"71,5\",C,2026-03-01|SCORE|71,5",
                "hipaa,100.1,C,2026-03-01|SCORE|100.1",
                "hipaa,-1,C,2026-03-01|SCORE|-1",
                "hipaa,1e999999999,C,2026-03-01|SCORE|1e999999999",
                "hipaa,71,C,01.03.2026|DATE|01.03.2026",
                "hipaa,71,C,2026-02-30|DATE|2026-02-30",
                "hipaa,71,C,2026-03-01T14:00:00|DATE|2026-03-01T14:00:00",
                "hipaa,71,C,|DATE|''",
                "hipaa,71,C|SYNTAX|''",
                "hipaa,71,C,2026-11-21|FUTURE|2026-11-21",
                "hipaa,,,2026-03-01|NOTHING|hipaa",
            })
    void aLineThatIsWrongIsNamedWithItsNumber(String line, Kind kind, String value) throws IOException {
        AssessmentCsv.Read read = read(HEADER + "hipaa,70,C,2026-02-01\n" + line + "\n");

        assertThat(read.flaws()).containsExactly(new Flaw(3, kind, value));
    }

    @Test
    void everyWrongLineIsNamed() throws IOException {
        AssessmentCsv.Read read = read(HEADER + ",1,A,2026-01-01\nhipaa,x,A,yesterday\n");

        assertThat(read.flaws()).extracting(Flaw::line).containsExactly(2L, 3L, 3L);
    }

    @ParameterizedTest
    @CsvSource({"'', EMPTY", "'framework_id,overall_score,grade,completed_at', EMPTY", "'a,b\n1,2', COLUMN"})
    void aFileThatIsNoSuchTableIsRefused(String text, Kind kind) throws IOException {
        assertThat(read(text.replace("\\n", "\n")).flaws()).isNotEmpty().allMatch(flaw -> flaw.kind() == kind);
    }

    @Test
    void bytesThatAreNotUtf8AreNotGuessedAt() throws IOException {
        assertThat(read("framework_id,ä\n".getBytes(StandardCharsets.ISO_8859_1))
                        .flaws())
                .containsExactly(new Flaw(1, Kind.ENCODING, ""));
    }

    @Test
    void aQuoteWithoutItsPairIsNoCrash() throws IOException {
        AssessmentCsv.Read read = read(HEADER + "\"hipaa,70,C,2026-02-01\n");

        assertThat(read.flaws()).isNotEmpty();
    }
}
