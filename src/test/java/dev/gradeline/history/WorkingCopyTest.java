package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody's backup is only read: what is opened, brought up to date and merged is a copy of one's own. */
class WorkingCopyTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-28T10:00:00Z"));

    @TempDir
    Path directory;

    private Path backup;

    @BeforeEach
    void aBackup() {
        backup = directory.resolve("backup.db");
        try (History history = History.open(directory.resolve("theirs.db"), CLOCK)) {
            history.setTarget(new dev.gradeline.posture.Framework("hipaa"), BigDecimal.TEN);
            history.backup(backup);
        }
    }

    @Test
    void theCopyIsItsOwnersAloneAndGoesAgain() throws Exception {
        assumeTrue(Files.getFileStore(directory).supportsFileAttributeView("posix"));
        // as a stick or a shared folder has it
        Files.setPosixFilePermissions(backup, PosixFilePermissions.fromString("rw-r--r--"));
        Path under = Files.createDirectory(directory.resolve("mine"));
        Path made;
        try (WorkingCopy copy = WorkingCopy.of(backup, under, () -> false)) {
            made = copy.file();
            assertThat(made).hasParent(onlyIn(under));
            assertThat(mode(made)).isEqualTo("rw-------");
            assertThat(mode(onlyIn(under))).isEqualTo("rwx------");
        }
        assertThat(made).doesNotExist();
        assertThat(under).isEmptyDirectory();
    }

    @Test
    void aBackupThatIsMergedStaysAsItWasToTheByte() throws Exception {
        byte[] before = Files.readAllBytes(backup);
        List<Path> beside = names();

        try (History mine = History.open(directory.resolve("mine.db"), CLOCK)) {
            mine.restore(backup, true, () -> false);
            assertThat(mine.annotations().targets()).hasSize(1);
        }

        assertThat(Files.readAllBytes(backup)).isEqualTo(before);
        // nothing of SQLite's stays beside it either
        assertThat(names()).containsAll(beside).doesNotContain(beside(backup, "-wal"), beside(backup, "-journal"));
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.filter(Files::isDirectory)).isEmpty();
        }
    }

    /** A backup may come from somebody who means ill: a trigger is a program inside a database. */
    @Test
    void aBackupThatWouldRunSomethingIsRefused() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + backup);
                Statement statement = connection.createStatement()) {
            String table;
            try (var tables = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table' LIMIT 1")) {
                table = tables.getString(1);
            }
            statement.execute(
                    "CREATE TRIGGER theirs AFTER INSERT ON \"" + table + "\" BEGIN DELETE FROM \"" + table + "\"; END");
        }
        Path file = directory.resolve("mine.db");
        try (History mine = History.open(file, CLOCK)) {
            assertThatExceptionOfType(HistoryException.class).isThrownBy(() -> mine.restore(backup, true, () -> false));
            assertThat(mine.annotations().targets()).isEmpty();
        }
    }

    private List<Path> names() throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static Path onlyIn(Path under) throws Exception {
        try (Stream<Path> files = Files.list(under)) {
            return files.toList().getFirst();
        }
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
