package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.app.Programs;
import dev.gradeline.cli.Shell.Said;
import dev.gradeline.settings.DataDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history that was damaged: told by every command that reads it, until the person has taken note. */
class RescuedHistoryTest {
    private static final String TOLD = "The stored history was damaged.";

    @TempDir
    Path folder;

    @Test
    void everyCommandTellsOfItUntilItIsDismissed() throws Exception {
        try (Office office = Office.withKey(folder.resolve("data"))) {
            assertThat(office.api("sync").code()).isZero();
            Path file = new DataDirectory(office.data).historyFile(Programs.DEFAULT);
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length - 1] ^= 1;
            Files.write(file, bytes);

            Said export = office.plain("export", "scores", "--format", "csv", "-o", "-");
            assertThat(export.code()).as(export.toString()).isZero();
            assertThat(export.out()).startsWith("framework_id,");
            assertThat(export.err())
                    .containsOnlyOnce(TOLD)
                    .contains("1 page was lost", ".damaged-", "gradeline restore");

            Said status = office.api("status", "--dismiss");
            assertThat(status.code()).isZero();
            assertThat(status.out()).containsPattern("History +recovered after damage, ");
            assertThat(office.api("status").toString()).doesNotContain("damage");
        }
    }

    @Test
    void whereNothingIsLeftThePersonIsToldWhatToDo() throws Exception {
        try (Office office = Office.withKey(folder.resolve("data"))) {
            assertThat(office.api("sync").code()).isZero();
            Path file = new DataDirectory(office.data).historyFile(Programs.DEFAULT);
            Files.write(file, new byte[0]);

            Said status = office.api("status");
            assertThat(status.code()).isEqualTo(6);
            assertThat(status.err()).contains("nothing in it can be read", "gradeline restore FILE");
            assertThat(file).isEmptyFile();
        }
    }
}
