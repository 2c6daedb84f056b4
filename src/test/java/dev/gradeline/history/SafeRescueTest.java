package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gradeline.history.HistoryException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rescue must not do: to a file in use, to one that is whole, and with what another left. */
class SafeRescueTest {
    private static final int PAGE = 4096;
    private static final int FRAME = 24 + PAGE;

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock("2026-11-28T12:00:00Z");

    private History open(Path file) {
        return History.open(file, clock);
    }

    private void score(History history, String score) {
        clock.advance(Duration.ofHours(1));
        try (History.Run run = history.begin()) {
            run.storeScores(List.of(Answers.score("hipaa", score, "B", "2026-01-01")));
        }
    }

    private static String scoreOf(History history) {
        return String.valueOf(history.posture().standings().getFirst().current().overallScore());
    }

    private Path filled(String name, String score, int recommendations) {
        Path file = directory.resolve(name);
        try (History history = open(file)) {
            score(history, score);
            clock.advance(Duration.ofHours(1));
            try (History.Run run = history.begin()) {
                run.storeRecommendations(Answers.recommendations(recommendations));
            }
        }
        return file;
    }

    private static void overwrite(Path file, long at, byte... bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), at);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(path -> String.valueOf(path.getFileName())).toList();
        }
    }

    private static Object key(Path file) throws IOException {
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key == null ? "none" : key;
    }

    private static void openElsewhere(Path file, String expected) throws Exception {
        Process child = HistoryChild.start(List.of(), file.toString(), "open");
        assertThat(child.inputReader().readLine()).isEqualTo(expected);
        assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    @Tag("long")
    void aFileInUseIsNotReplaced() throws Exception {
        Path file = filled("h.db", "50", 400);
        try (History history = open(file)) {
            Object before = key(file);
            long lastPage = Files.size(file) - PAGE;
            overwrite(file, lastPage, new byte[PAGE]);

            openElsewhere(file, "opened");
            assertThat(key(file)).isEqualTo(before);
            assertThat(names()).noneMatch(name -> name.contains("damaged"));
            score(history, "77");
        }
        // sealed with the damage, which nobody had met; who meets it says so, and then it is mended
        try (History again = open(file)) {
            assertThatExceptionOfType(HistoryException.class)
                    .isThrownBy(again::posture)
                    .extracting(HistoryException::kind)
                    .isEqualTo(Kind.DAMAGED);
        }
        try (History mended = open(file)) {
            assertThat(mended.rescue()).isNotNull();
            assertThat(scoreOf(mended)).isEqualTo("77");
        }
    }

    @Test
    void whatTookThePlaceOfAnOpenFileIsNeitherWrittenNorUnsealed() throws Exception {
        Path file = filled("h.db", "50", 10);
        Path other = filled("other.db", "60", 10);
        try (History history = open(file)) {
            Files.copy(other, directory.resolve("copy"));
            Files.copy(Seal.of(other), Seal.of(file), StandardCopyOption.REPLACE_EXISTING);
            Files.move(directory.resolve("copy"), file, StandardCopyOption.REPLACE_EXISTING);

            assertThatExceptionOfType(HistoryException.class)
                    .isThrownBy(() -> score(history, "77"))
                    .withMessageContaining("replaced")
                    .extracting(HistoryException::kind)
                    .isEqualTo(Kind.READ_ONLY);
        }
        assertThat(file).hasSameBinaryContentAs(other);
        assertThat(Seal.of(file)).hasSameBinaryContentAs(Seal.of(other));
    }

    /** Closing any channel of a file ends what SQLite holds on it: then another program would take the log away at its end. */
    @Test
    @Tag("long")
    void noLookOfOursEndsTheLocksOfAnOpenHistory() throws Exception {
        Path file = filled("h.db", "50", 10);
        try (History history = open(file);
                History other = open(directory.resolve("other.db"))) {
            score(history, "51");
            open(file).close();
            other.restore(file);
            assertThat(history.restore(file).answers()).isZero();

            openElsewhere(file, "opened");
            assertThat(HistoryFile.beside(file, "-wal")).exists();
            assertThat(scoreOf(other)).isEqualTo("51");
        }
        assertThat(Seal.isThere(file)).isTrue();
    }

    @Test
    void aPowerCutDuringACommitIsNoDamage() throws Exception {
        Path file = directory.resolve("h.db");
        Path cut = directory.resolve("cut.db");
        long committed;
        byte[] log;
        try (History history = open(file)) {
            score(history, "50");
            try (History.Run run = history.begin()) {
                run.storeRecommendations(HistoryChild.recommendations(1));
                clock.advance(Duration.ofHours(1));
                run.storeScores(List.of(Answers.score("hipaa", "60", "B", "2026-01-01")));
            }
            score(history, "61");
            try (History.Run run = history.begin()) {
                committed = Files.size(HistoryFile.beside(file, "-wal"));
                run.storeRecommendations(HistoryChild.recommendations(2));
                Files.copy(file, cut);
                log = Files.readAllBytes(HistoryFile.beside(file, "-wal"));
            }
        }
        assertThat(log.length - committed).isGreaterThan(10 * FRAME);
        for (int frame = Math.toIntExact(committed); frame < log.length; frame += FRAME) {
            Path own = Files.createDirectory(directory.resolve("frame-" + frame));
            Path copy = Files.copy(cut, own.resolve("h.db"));
            byte[] torn = log.clone();
            Arrays.fill(torn, frame + 24, frame + FRAME, (byte) 0);
            Files.write(HistoryFile.beside(copy, "-wal"), torn);
            try (History history = open(copy)) {
                assertThat(history.rescue()).as("frame at %d", frame).isNull();
                assertThat(HistoryChild.runOf(history.posture())).isEqualTo(1);
                assertThat(scoreOf(history)).isEqualTo("61");
            }
        }
    }

    @Test
    void whatARescueLeftIsNotPutOverAnotherFile() throws Exception {
        Path file = filled("h.db", "50", 10);
        Path theirs = filled("theirs.db", "99", 10);
        Path rescued = HistoryFile.beside(file, Rescue.RESCUED);
        Files.copy(theirs, rescued);
        try (History history = open(file)) {
            assertThat(scoreOf(history)).isEqualTo("50");
        }
        assertThat(rescued).doesNotExist();

        // nor over a new one, on its first opening or a later one
        Files.copy(theirs, rescued);
        Files.delete(file);
        Files.delete(Seal.of(file));
        open(file).close();
        assertThat(rescued).doesNotExist();
        try (History history = open(file)) {
            assertThat(history.posture().isEmpty()).isTrue();
        }
    }

    /** The states in which a power cut may leave the last step of a rescue. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void anInterruptedInstallationIsFinished(int steps) throws Exception {
        Path file = directory.resolve("h.db");
        Path spoilt = directory.resolve("spoilt");
        try (History history = open(file)) {
            score(history, "50");
            Files.copy(file, spoilt);
            Files.copy(HistoryFile.beside(file, "-wal"), HistoryFile.beside(spoilt, "-wal"));
        }
        filled("h.db", "60", 10);
        Path seal = Files.copy(Seal.of(file), Seal.of(spoilt));
        Path rescued = HistoryFile.beside(file, Rescue.RESCUED);
        Files.move(file, rescued);
        Files.delete(Seal.of(file));
        Path aside = HistoryFile.beside(file, ".damaged-20261128");
        for (Path to : List.of(file, aside)) {
            Files.copy(spoilt, to);
            if (steps < 1 || to.equals(aside)) {
                Files.copy(seal, Seal.of(to));
            }
            if (steps < 2 || to.equals(aside)) {
                Files.copy(HistoryFile.beside(spoilt, "-wal"), HistoryFile.beside(to, "-wal"));
            }
        }
        try (History history = open(file)) {
            assertThat(scoreOf(history)).isEqualTo("60");
        }
        assertThat(rescued).doesNotExist();
        assertThat(aside).hasSameBinaryContentAs(spoilt);
    }

    private static void setCounter(Path file, int counter) throws IOException {
        byte[] bytes = ByteBuffer.allocate(4).putInt(counter).array();
        overwrite(file, 24, bytes);
        overwrite(file, Header.VALID_FOR, bytes);
    }

    private static int counter(Path file) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(file)).getInt(24);
    }

    /** The count of changes is a small number: that of another file may well be the same. */
    @Test
    void aWholeFileInThePlaceOfASealedOneIsWelcome() throws Exception {
        Path file = filled("h.db", "50", 200);
        int counter = counter(file);
        Path backup = directory.resolve("backup.db");
        try (History history = open(file)) {
            history.backup(backup);
        }
        setCounter(backup, counter);
        Files.copy(backup, file, StandardCopyOption.REPLACE_EXISTING);
        try (History history = open(file)) {
            assertThat(history.rescue()).isNull();
            assertThat(scoreOf(history)).isEqualTo("50");
        }
        Path other = filled("other.db", "60", 300);
        setCounter(other, counter(file));
        Files.copy(other, file, StandardCopyOption.REPLACE_EXISTING);
        try (History history = open(file)) {
            assertThat(history.rescue()).isNull();
            assertThat(scoreOf(history)).isEqualTo("60");
        }
        assertThat(Seal.isThere(file)).isTrue();
        assertThat(names()).noneMatch(name -> name.contains("damaged"));
    }

    @Test
    void twoForksOfOneHistoryAreToldApart() throws Exception {
        Path file = filled("h.db", "50", 200);
        Path fork = directory.resolve("fork.db");
        Files.copy(file, fork);
        Files.copy(Seal.of(file), Seal.of(fork));
        try (History mine = open(file)) {
            score(mine, "51");
        }
        try (History theirs = open(fork)) {
            score(theirs, "52");
        }
        assertThat(counter(fork)).isEqualTo(counter(file));
        Files.copy(fork, file, StandardCopyOption.REPLACE_EXISTING);
        try (History history = open(file)) {
            assertThat(history.rescue()).isNull();
            assertThat(scoreOf(history)).isEqualTo("52");
        }
    }

    @Test
    void aDamagedBackupInAHistorysPlaceIsRescuedForGood() throws Exception {
        Path file = filled("h.db", "50", 400);
        Path backup = directory.resolve("backup.db");
        try (History history = open(file)) {
            history.backup(backup);
        }
        overwrite(backup, 10 * PAGE, new byte[PAGE]);
        open(backup).close();
        try (History again = open(backup)) {
            assertThat(again.rescue()).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDamagedFileOfANewerFormatIsRefusedAsNewer(boolean sealed) throws Exception {
        Path file = filled("h.db", "50", 400);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = " + (Schema.VERSION + 1));
        }
        Files.delete(Seal.of(file));
        if (sealed) {
            Seal.write(file, Map.of("sqlite_schema", 1), Schema.VERSION + 1, "theirs");
        }
        for (int page = 2; page < Files.size(file) / PAGE; page += 2) {
            overwrite(file, (long) page * PAGE, new byte[PAGE]);
        }
        byte[] before = Files.readAllBytes(file);

        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> open(file))
                .extracting(HistoryException::kind)
                .isEqualTo(Kind.NEWER);
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aSealThatCannotBeReadOrDoesNotFitIsMadeAnew() throws Exception {
        Path file = filled("h.db", "50", 10);
        byte[] stale = Files.readAllBytes(Seal.of(file));
        try (History history = open(file)) {
            score(history, "51");
        }
        Files.write(Seal.of(file), stale);
        open(file).close();
        assertThat(Seal.isThere(file)).isTrue();

        Files.delete(Seal.of(file));
        Files.createDirectory(Seal.of(file));
        try (History history = open(file)) {
            assertThat(history.rescue()).isNull();
        }
    }

    @Test
    void aLinkLeadsAmongTheHistoriesToo() throws Exception {
        Path histories = Files.createDirectory(directory.resolve("histories"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), histories);

        assertThat(History.isAmong(histories, link.resolve("h.db"))).isTrue();
        assertThat(History.isAmong(
                        link,
                        histories
                                .resolve("..")
                                .resolve("histories")
                                .resolve("new")
                                .resolve("h.db")))
                .isTrue();
        assertThat(History.isAmong(histories, directory.resolve("h.db"))).isFalse();
    }

    @Test
    void removingForGoodLeavesNothing() throws Exception {
        Path file = filled("h.db", "50", 10);
        List<String> made = new ArrayList<>(List.of(
                ".damaged-20261128",
                ".damaged-20261128-wal",
                ".damaged-20261128.seal",
                ".damaged-20261128-2",
                ".damaged-20261128.part",
                ".v3-backup-20261128",
                ".v3-backup.part",
                ".v3-backup.part-journal",
                ".rescued",
                ".rescued.part",
                ".seal.part",
                "-wal",
                "-shm"));
        for (String ending : made) {
            Files.write(HistoryFile.beside(file, ending), new byte[] {1});
        }
        Path another = Files.createFile(directory.resolve("h.db.damaged-20261128.db"));
        assertThat(History.remove(file)).isTrue();
        assertThat(names())
                .filteredOn(name -> !name.equals("native"))
                .containsExactly(String.valueOf(another.getFileName()));
        assertThat(History.remove(file)).isFalse();

        try (History history = open(file)) {
            assertThatExceptionOfType(HistoryException.class)
                    .isThrownBy(() -> History.remove(file))
                    .extracting(HistoryException::kind)
                    .isEqualTo(Kind.LOCKED);
            score(history, "51");
            assertThat(scoreOf(history)).isEqualTo("51");
        }
    }
}
