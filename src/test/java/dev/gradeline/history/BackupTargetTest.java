package dev.gradeline.history;

import static dev.gradeline.history.Answers.recommendation;
import static dev.gradeline.history.Answers.recommendations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gradeline.history.BackupRefusedException.Reason;
import dev.gradeline.posture.Recommendation;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a backup may be written: over nothing that the history does not hold itself. */
class BackupTargetTest {
    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");

    private History open(String name) {
        return History.open(folder.resolve(name), clock);
    }

    private static void store(History history, List<Recommendation> rows) {
        try (History.Run run = history.begin()) {
            run.storeRecommendations(rows);
        }
    }

    private static void refused(History history, Path target, Reason reason) throws Exception {
        byte[] before = Files.isRegularFile(target) ? Files.readAllBytes(target) : new byte[0];
        assertThatExceptionOfType(BackupRefusedException.class)
                .isThrownBy(() -> history.backup(target))
                .extracting(BackupRefusedException::reason)
                .isEqualTo(reason);
        assertThat(Files.isRegularFile(target) ? Files.readAllBytes(target) : new byte[0])
                .isEqualTo(before);
    }

    @Test
    void anOlderBackupOfTheSameHistoryGivesWay() throws Exception {
        Path backup = folder.resolve("backup.db");
        try (History history = open("h.db")) {
            store(history, List.of(recommendation("r", "open")));
            history.backup(backup);
            store(history, List.of(recommendation("r", "done"), recommendation("s", "open")));
            history.backup(backup);
        }
        try (History restored = open("other.db")) {
            restored.restore(backup);
            assertThat(restored.posture().recommendations()).hasSize(2);
        }
    }

    @Test
    void oneThatKnowsMoreStays() throws Exception {
        Path backup = folder.resolve("backup.db");
        Path older = folder.resolve("older.db");
        try (History history = open("h.db")) {
            store(history, List.of(recommendation("r", "open")));
            history.backup(older);
            store(history, List.of(recommendation("r", "open"), recommendation("s", "open")));
            history.backup(backup);
        }
        try (History other = open("other.db")) {
            other.restore(older);
            refused(other, backup, Reason.MORE);
            assertThatExceptionOfType(BackupRefusedException.class)
                    .isThrownBy(() -> other.backup(backup))
                    .satisfies(refused -> {
                        assertThat(refused.answers()).isOne();
                        assertThat(refused.assessments()).isZero();
                        assertThat(refused.recommendations()).isOne();
                        assertThat(refused.others()).isZero();
                    });
            other.backup(backup, true, () -> false);
            other.backup(backup);
        }
    }

    @Test
    void whatIsNoBackupOfThisHistoryStays() throws Exception {
        Path others = folder.resolve("others.db");
        try (History history = open("h.db");
                History other = open("other.db")) {
            store(history, List.of(recommendation("r", "open")));
            store(other, List.of(recommendation("x", "open")));
            other.backup(others);
            refused(history, others, Reason.OTHER);
            refused(history, Files.writeString(folder.resolve("letter.txt"), "Dear reader"), Reason.NO_BACKUP);
            refused(history, Files.write(folder.resolve("zeros"), new byte[5_000]), Reason.NO_BACKUP);
            refused(history, Files.createDirectory(folder.resolve("folder")), Reason.NO_FILE);
        }
    }

    @Test
    void aBackupOfANewerVersionOrADamagedOneStays() throws Exception {
        Path newer = folder.resolve("newer.db");
        Path damaged = folder.resolve("damaged.db");
        try (History history = open("h.db")) {
            store(history, recommendations(300));
            history.backup(newer);
            history.backup(damaged);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + newer);
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA user_version = 1000");
            }
            refused(history, newer, Reason.NEWER);
            byte[] bytes = Files.readAllBytes(damaged);
            Arrays.fill(bytes, 4_096, bytes.length, (byte) 7);
            Files.write(damaged, bytes);
            refused(history, damaged, Reason.UNREADABLE);
        }
        assertThat(Seal.of(folder.resolve("h.db")))
                .as("damage elsewhere is none of the history's")
                .exists();
    }

    @Test
    void aBackupOfAnOlderVersionGivesWay() throws Exception {
        Path old = folder.resolve("old.db");
        Path backup = folder.resolve("backup.db");
        try (VersionOne first = new VersionOne(old)) {
            first.synchronise(clock.instant(), new VersionOne.Answer(null, List.of(recommendation("r", "open")), null));
        }
        Files.copy(old, backup);
        byte[] before = Files.readAllBytes(backup);
        try (History history = History.open(old, clock)) {
            history.backup(backup);
            assertThat(Files.readAllBytes(backup)).isNotEqualTo(before);
        }
        try (History history = open("h.db")) {
            store(history, List.of(recommendation("x", "open")));
            Files.write(backup, before);
            refused(history, backup, Reason.OTHER);
        }
    }

    @Test
    void anEmptyFileLosesNothing() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty"));
        try (History history = open("h.db")) {
            store(history, List.of(recommendation("r", "open")));
            history.backup(empty);
        }
        assertThat(Files.size(empty)).isPositive();
    }

    @Test
    void aLinkStaysALinkAndOneThatLeadsNowhereIsMadeToLeadSomewhere() throws Exception {
        Path link = folder.resolve("link.db");
        Path far = Files.createDirectory(folder.resolve("far")).resolve("backup.db");
        try {
            Files.createSymbolicLink(link, Path.of("far", "backup.db"));
        } catch (UnsupportedOperationException | FileSystemException e) {
            Assumptions.abort("this system makes no links here: " + e);
        }
        try (History history = open("h.db")) {
            store(history, List.of(recommendation("r", "open")));
            history.backup(link);
            history.backup(link);
            assertThat(link).isSymbolicLink();
            assertThat(far).isRegularFile();

            Path around = folder.resolve("around");
            Files.createSymbolicLink(around, around.getFileName());
            assertThatExceptionOfType(HistoryException.class)
                    .isThrownBy(() -> history.backup(around))
                    .extracting(HistoryException::kind)
                    .isEqualTo(HistoryException.Kind.UNREADABLE);
        }
    }
}
