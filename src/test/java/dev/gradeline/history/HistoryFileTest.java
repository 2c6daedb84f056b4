package dev.gradeline.history;

import static dev.gradeline.history.Answers.recommendation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gradeline.history.HistoryException.Kind;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Status;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file itself: how it is made, shared, refused and reported. */
class HistoryFileTest {
    @TempDir
    Path directory;

    private History open(Path file) {
        return History.open(file, InstantSource.system());
    }

    private static void store(History history, Recommendation... rows) {
        try (History.Run run = history.begin()) {
            run.storeRecommendations(List.of(rows));
        }
    }

    private Path filled() {
        return filled("h.db");
    }

    private Path filled(String name) {
        Path file = directory.resolve(name);
        try (History history = open(file)) {
            store(history, recommendation("r", "open"));
        }
        return file;
    }

    private static void sql(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void refused(Path file, Kind kind) throws Exception {
        byte[] before = Files.readAllBytes(file);
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> open(file))
                .withMessageContaining(file.toString())
                .extracting(HistoryException::kind)
                .isEqualTo(kind);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    /** As an upgrade does under a window that stays open: what the older program knows of the tables no longer holds. */
    @Test
    void tablesThatANewerProgramChangedUnderAnOpenHistoryAreLeftToIt() throws Exception {
        Path file = directory.resolve("h.db");
        Path backup = directory.resolve("backup.db");
        try (History open = open(file)) {
            store(open, recommendation("r", "open"));
            sql(file, "PRAGMA user_version = " + (Schema.VERSION + 1));
            for (ThrowingCallable each : List.<ThrowingCallable>of(
                    () -> store(open, recommendation("r", "done")),
                    open::posture,
                    () -> open.restore(filled("other.db")),
                    () -> open.backup(backup),
                    () -> open.backup(backup, true, () -> false))) {
                assertThatExceptionOfType(HistoryException.class)
                        .isThrownBy(each)
                        .withMessageContaining("start it again")
                        .extracting(HistoryException::kind)
                        .isEqualTo(Kind.RENEWED);
            }
        }
        assertThat(backup).doesNotExist();
        assertThat(Seal.of(file)).as("sealed as what it no longer is").doesNotExist();
        sql(file, "PRAGMA user_version = " + Schema.VERSION);
        try (History open = open(file)) {
            assertThat(open.posture().recommendations())
                    .singleElement()
                    .extracting(Recommendation::status)
                    .isEqualTo(Status.OPEN);
        }
    }

    @Test
    void directoryAndFilesAreTheOwnersAlone() throws Exception {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "this file system knows no POSIX permissions");
        Path file = directory.resolve("data").resolve("history").resolve("h.db");
        try (History history = open(file)) {
            store(history, recommendation("r", "open"));
            for (Path made : List.of(directory.resolve("data"), directory.resolve("data/history"))) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                        .isEqualTo("rwx------");
            }
            for (String name : List.of("h.db", "h.db-wal", "h.db-shm")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.resolveSibling(name))))
                        .isEqualTo("rw-------");
            }
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        open(file).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.db", "a b?c#d%20e;f'g.db", "ü 漢字.db", "file:x.db"})
    void anyFileNameWill(String name) throws Exception {
        Path file = directory.resolve(name);
        try (History history = open(file)) {
            store(history, recommendation("r", "open"));
        }
        assertThat(Files.size(file)).isPositive();
        assertThat(directory)
                .isDirectoryNotContaining(
                        p -> !Set.of(name, name + ".seal", name + ".inuse", name + ".opening", "native")
                                .contains(String.valueOf(p.getFileName())));
        try (History history = open(file)) {
            assertThat(history.posture().recommendations()).hasSize(1);
        }
    }

    @Test
    void aMissingFileWhoseSealIsThereIsNotBegunAnew() throws Exception {
        Path file = filled();
        Files.delete(file);

        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> open(file))
                .withMessageContainingAll("The history is missing: " + file, "backup", "remove h.db.seal")
                .extracting(HistoryException::kind)
                .isEqualTo(Kind.DAMAGED);
        assertThat(file).doesNotExist();
        Files.delete(Seal.of(file));
        try (History history = open(file)) {
            assertThat(history.posture().isEmpty()).isTrue();
        }
        assertThat(History.remove(file)).isTrue();
        open(file).close();
    }

    @Test
    void anEmptyFileIsANewHistory() throws Exception {
        Path file = Files.createFile(directory.resolve("h.db"));

        try (History history = open(file)) {
            store(history, recommendation("r", "open"));
            assertThat(history.posture().recommendations()).hasSize(1);
        }
    }

    @Test
    void aNewerFormatIsRefusedAndLeftAlone() throws Exception {
        Path file = filled();
        sql(file, "PRAGMA user_version = " + (Schema.VERSION + 1), "PRAGMA wal_checkpoint(TRUNCATE)");

        refused(file, Kind.NEWER);
    }

    /** As a newer program leaves it that was killed: the file still says what it said, its log says more. */
    @Test
    void aNewerFormatInTheLogIsRefusedAndLeftAlone() throws Exception {
        Path file = filled();
        Path copy = directory.resolve("copy.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = " + (Schema.VERSION + 1));
            Files.copy(file, copy);
            Files.copy(directory.resolve("h.db-wal"), directory.resolve("copy.db-wal"));
        }
        byte[] log = Files.readAllBytes(directory.resolve("copy.db-wal"));

        refused(copy, Kind.NEWER);
        assertThat(Files.readAllBytes(directory.resolve("copy.db-wal"))).isEqualTo(log);
    }

    @Test
    void anotherProgramsDatabaseIsRefusedAndLeftAlone() throws Exception {
        Path file = directory.resolve("h.db");
        sql(file, "CREATE TABLE theirs (x)");
        refused(file, Kind.DAMAGED);

        sql(file, "PRAGMA user_version = 1");
        refused(file, Kind.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 99, 100, 5_000})
    void whatIsNoDatabaseIsRefusedAndLeftAlone(int length) throws Exception {
        Path file = directory.resolve("h.db");
        Files.write(
                file, "this is no database ".repeat(300).substring(0, length).getBytes(StandardCharsets.US_ASCII));

        refused(file, Kind.DAMAGED);
    }

    @Test
    void aFileOfWhichNothingIsLeftIsReportedAndLeftAlone() throws Exception {
        Path file = directory.resolve("h.db");
        try (History history = open(file)) {
            store(history, Answers.recommendations(2_000).toArray(Recommendation[]::new));
        }
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 4096, bytes.length, (byte) 0x5a);
        Files.write(file, bytes);

        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> {
                    try (History history = open(file)) {
                        history.posture();
                    }
                })
                .withMessageContaining(file.toString())
                .extracting(HistoryException::kind)
                .isEqualTo(Kind.DAMAGED);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void aPlaceThatCannotBeIsReported() throws Exception {
        Path notADirectory = Files.createFile(directory.resolve("file"));

        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> open(notADirectory.resolve("h.db")))
                .withMessageContaining("h.db")
                .extracting(HistoryException::kind)
                .isEqualTo(Kind.UNREADABLE);
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> open(Files.createDirectory(directory.resolve("d.db"))))
                .extracting(HistoryException::kind)
                .isEqualTo(Kind.UNREADABLE);
    }

    @Test
    void manyMayOpenANewHistoryAtOnceAndWriteInTurn() throws Exception {
        Path file = directory.resolve("h.db");
        int openers = 4;
        int runs = 8;
        CyclicBarrier start = new CyclicBarrier(openers);
        List<Callable<Integer>> work = new ArrayList<>();
        for (int opener = 0; opener < openers; opener++) {
            String name = "opener-" + opener;
            work.add(() -> {
                start.await();
                try (History history = open(file)) {
                    for (int run = 0; run < runs; run++) {
                        store(history, recommendation(name, "open"), recommendation(name + run, "open"));
                        history.posture();
                    }
                }
                return runs;
            });
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(openers)) {
            for (Future<Integer> done : pool.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(runs);
            }
        }
        try (History history = open(file)) {
            assertThat(history.posture().recommendations()).hasSize(2);
            for (int opener = 0; opener < openers; opener++) {
                assertThat(history.versions("opener-" + opener, java.time.Instant.MAX))
                        .isNotEmpty();
            }
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            assertThat(statement
                            .executeQuery("SELECT count(*) FROM sync WHERE finished_at IS NOT NULL")
                            .getInt(1))
                    .isEqualTo(openers * runs);
            assertThat(statement.executeQuery("PRAGMA integrity_check").getString(1))
                    .isEqualTo("ok");
        }
    }
}
