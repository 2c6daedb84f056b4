package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.app.Programs;
import dev.gradeline.cli.Shell.Said;
import dev.gradeline.settings.DataDirectory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /** A scheduler mails what `sync` prints: what was lost must not come out as news. */
    @Test
    void whatWasLostIsNoNews() throws Exception {
        try (Office office = Office.withKey(folder.resolve("data"))) {
            Said first = office.api("sync");
            assertThat(first.code()).as(first.toString()).isZero();
            Path file = new DataDirectory(office.data).historyFile(Programs.DEFAULT);
            lose(file, List.of("assessment", "recommendation"));

            Said second = office.api("sync");
            assertThat(second.code()).as(second.toString()).isZero();
            assertThat(second.out().strip())
                    .startsWith("Not compared with before: ")
                    .hasLineCount(1);
            Said third = office.api("sync");
            assertThat(third.out().strip()).isEqualTo("Nothing changed.");
            Said changes = office.plain("export", "changes", "--since", "2020-01-01", "--format", "csv", "-o", "-");
            assertThat(changes.code()).as(changes.toString()).isZero();
            assertThat(changes.out()).doesNotContain("recommendation_opened", "newly_assessed");
        }
    }

    /** Spoils the first page of each of these tables. */
    private static void lose(Path file, List<String> tables) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        int size = ByteBuffer.wrap(bytes).getShort(16) & 0xffff;
        List<Integer> roots = new ArrayList<>();
        // immutable: nothing beside the file is touched
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri() + "?immutable=1");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, rootpage FROM sqlite_schema")) {
            while (rows.next()) {
                if (tables.contains(rows.getString(1))) {
                    roots.add(rows.getInt(2));
                }
            }
        }
        assertThat(roots).hasSize(tables.size());
        for (int root : roots) {
            Arrays.fill(bytes, (root - 1) * size, root * size, (byte) 0x5a);
        }
        Files.write(file, bytes);
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
