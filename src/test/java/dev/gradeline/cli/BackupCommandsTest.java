package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gradeline.cli.Shell.Said;
import dev.gradeline.demo.Story;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code backup}, {@code restore} and {@code import}, between computers. */
class BackupCommandsTest {
    @TempDir
    Path folder;

    private Office office(String name) {
        return Office.withKey(folder.resolve(name));
    }

    private static String export(Office office, String what) {
        Said said = office.plain("export", what, "--format", "json", "-o", "-");
        assertThat(said.code()).as(said.toString()).isZero();
        return said.out();
    }

    @Test
    void aBackupGivesAnEmptyComputerTheWholeHistoryWithoutAKeyOrANetwork() throws IOException {
        Path backup = folder.resolve("gradeline.backup");
        try (Office first = office("first");
                Office second = new Office(folder.resolve("second"))) {
            first.clock.moveTo(Story.LAST_VISIT);
            assertThat(first.api("sync").code()).isZero();
            first.clock.moveTo(Story.END);
            assertThat(first.api("sync").code()).isZero();

            Said made = first.plain("backup", "-o", backup.toString());
            assertThat(made.code()).as(made.toString()).isZero();
            assertThat(made.err()).contains(backup.toString());
            Said restored = second.plain("restore", backup.toString());

            assertThat(restored.code()).as(restored.toString()).isZero();
            assertThat(restored.err()).contains("6 synchronised parts");
            for (String what : List.of("scores", "history", "recommendations", "platforms")) {
                assertThat(export(second, what)).isEqualTo(export(first, what));
            }
            Said again = second.plain("restore", backup.toString());
            assertThat(again.err()).contains("known here already");
            assertThat(folder.resolve("second").resolve("history"))
                    .isDirectoryNotContaining(
                            path -> String.valueOf(path.getFileName()).startsWith("copy-"));
        }
    }

    @Test
    void anotherOrganisationsBackupIsRefusedAndItsOwnConnectionTakesIt() throws IOException {
        Path backup = folder.resolve("other.backup");
        try (Office mine = office("mine");
                Office theirs = office("theirs");
                OtherOrganisation other = new OtherOrganisation()) {
            assertThat(mine.api("sync").code()).isZero();
            assertThat(theirs.plain("sync", "--base-url", other.baseUrl()).code())
                    .isZero();
            assertThat(theirs.plain("backup", "-o", backup.toString()).code()).isZero();
            String before = export(mine, "recommendations");

            Said refused = mine.plain("restore", backup.toString());

            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("another organisation", "--connection");
            assertThat(export(mine, "recommendations")).isEqualTo(before);
            assertThat(mine.plain("restore", backup.toString(), "--connection", "other")
                            .code())
                    .isZero();
            assertThat(mine.plain("export", "scores", "--connection", "other", "--format", "csv", "-o", "-")
                            .code())
                    .isZero();
        }
    }

    @Test
    void whatIsNoBackupIsRefusedWithItsName() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "not a backup at all ".repeat(100));
        try (Office office = office("data")) {
            Said said = office.plain("restore", text.toString());
            assertThat(said.code()).isEqualTo(6);
            assertThat(said.err()).contains("notes.txt");
            assertThat(Files.readString(text)).startsWith("not a backup");
            Said none = office.plain("restore", folder.resolve("none").toString());
            assertThat(none.code()).isEqualTo(2);
            assertThat(none.err()).contains("There is no file");
        }
    }

    @Test
    void aBackupIsNotPutWhereHistoriesLiveAndNotMadeOfNothing() {
        try (Office office = office("data")) {
            Said nothing = office.plain("backup", "-o", folder.resolve("b").toString());
            assertThat(nothing.code()).isEqualTo(2);
            assertThat(folder.resolve("b")).doesNotExist();
            assertThat(office.api("sync").code()).isZero();
            Path own = office.data.resolve("history").resolve("default.db");
            Said said = office.plain("backup", "-o", own.toString());
            assertThat(said.code()).isEqualTo(2);
            assertThat(office.plain("backup", "-o", "-").code()).isEqualTo(2);
            assertThat(export(office, "recommendations")).isNotEqualTo("[]");
        }
    }

    @Test
    void aNewcomerStartsWithThePast() throws Exception {
        Path csv = Files.writeString(folder.resolve("past.csv"), """
                framework_id,overall_score,grade,completed_at
                hipaa,55.5,F,2024-01-31
                hipaa,61,D,2024-06-30T10:00:00Z
                soc-2,80,B,2024-06-30
                """);
        try (Office office = office("data")) {
            assertThat(office.api("sync").code()).isZero();
            int before = Api.array(export(office, "history")).size();

            Said said = office.plain("import", csv.toString());
            assertThat(said.code()).as(said.toString()).isZero();
            assertThat(said.err()).contains("3 assessments");
            assertThat(office.plain("import", csv.toString()).err()).contains("no assessment", "3 were known");

            List<JsonNode> rows = Api.array(export(office, "history"));
            assertThat(rows).hasSize(before + 3);
            assertThat(rows.stream()
                            .filter(row -> row.path("completed_at").asText().startsWith("2024-01-31"))
                            .map(row -> row.path("overall_score").decimalValue().toPlainString()))
                    .containsExactly("55.5");
        }
    }

    @Test
    void aFileWithMistakesBringsNothingAndNamesThem() throws IOException {
        Path csv = Files.write(
                folder.resolve("past.csv"),
                ("framework_id,overall_score,grade,completed_at\nhipaa,55,F,2024-01-31\nhipaa,much,F,31.1.2024\n"
                                + "hipaa,101,F,2024-01-31\n".repeat(20))
                        .getBytes(StandardCharsets.UTF_8));
        try (Office office = office("data")) {
            Said said = office.plain("import", csv.toString());

            assertThat(said.code()).isEqualTo(2);
            assertThat(said.err())
                    .contains(
                            "Line 3: overall_score “much”",
                            "Line 3: completed_at “31.1.2024”",
                            "12 more lines are wrong");
            assertThat(Api.array(export(office, "history"))).isEmpty();
        }
    }

    @Test
    void whereAylieaSaysAnotherScoreTheRowIsToldAndLeftOut() throws Exception {
        try (Office office = office("data")) {
            assertThat(office.api("sync").code()).isZero();
            JsonNode row = Api.array(export(office, "history")).getFirst();
            String id = row.path("framework_id").asText();
            String at = row.path("completed_at").asText();
            String before = export(office, "history");
            Path csv = Files.writeString(
                    folder.resolve("past.csv"),
                    "framework_id,overall_score,grade,completed_at\n" + id + ",80,B,2020-01-01\n" + id + ",1,F," + at
                            + "\n" + id + "," + row.path("overall_score").asText() + ","
                            + row.path("grade").asText() + "," + at + "\n");

            Said said = office.plain("import", csv.toString());

            assertThat(said.code()).as(said.toString()).isZero();
            assertThat(said.err())
                    .contains("one assessment; one was known", "One says another score than Ayliea", "line 3.");
            assertThat(Api.array(export(office, "history")))
                    .hasSize(Api.array(before).size() + 1);
        }
    }

    @Test
    void anExportedHistoryComesBackWithItsRestatement() throws Exception {
        Path csv = Files.writeString(folder.resolve("history.csv"), """
                framework_id,overall_score,grade,completed_at,first_seen
                hipaa,61,D,2026-01-10T10:00:00Z,2026-03-01T00:00:00Z
                hipaa,58.5,D,2026-01-10T10:00:00Z,2026-02-01T00:00:00Z
                """);
        try (Office office = new Office(folder.resolve("empty"))) {
            Said said = office.plain("import", csv.toString());
            assertThat(said.code()).as(said.toString()).isZero();
            assertThat(said.err()).contains("2 assessments");
            assertThat(Api.array(export(office, "history")).stream()
                            .map(row -> row.path("overall_score").decimalValue().toPlainString()))
                    .containsExactly("58.5", "61");
            assertThat(office.stored().standings().getFirst().assessments())
                    .as("the last counts, and says that it is a restatement")
                    .singleElement()
                    .satisfies(a ->
                            assertThat(a.overallScore() + " " + a.restated()).isEqualTo("61 true"));
            assertThat(office.plain("import", csv.toString()).err()).contains("no assessment", "2 were known");
        }
    }
}
