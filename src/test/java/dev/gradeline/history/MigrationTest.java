package dev.gradeline.history;

import static dev.gradeline.history.Answers.recommendation;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.gradeline.posture.Annotations;
import dev.gradeline.posture.DayNote;
import dev.gradeline.posture.OwnNote;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A history that version 1 of the tables kept: brought up to date it tells of every moment what it told before. */
class MigrationTest {
    /** Each is of half a second: in a whole build 20. */
    private static final int KILLS = Integer.getInteger("gradeline.kills", 10) / 10 + 2;

    private static final Instant DAY = Instant.parse("2026-11-23T06:40:00Z");

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");

    private Path file() {
        return directory.resolve("h.db");
    }

    private List<Path> copies() throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(path -> path.toString().contains("backup"))
                    .sorted()
                    .toList();
        }
    }

    // ---- what it tells

    @ParameterizedTest(name = "seed {0}")
    @Tag("long")
    @ValueSource(longs = {11, 12, 13, 14})
    void everyMomentIsToldAsBeforeAndReissuesAreFollowed(long seed) throws Exception {
        Random random = new Random(seed);
        RandomOrganisation organisation = new RandomOrganisation(random);
        FollowedModel model = new FollowedModel();
        Map<Instant, Posture> before = new TreeMap<>();
        Map<Instant, List<Recommendation>> followed = new TreeMap<>();
        List<Recommendation> last = List.of();
        try (VersionOne old = new VersionOne(file())) {
            for (int run = 0; run < 80; run++) {
                organisation.live();
                clock.advance(Duration.ofMinutes(random.nextInt(2_000)));
                boolean failed = random.nextInt(6) == 0;
                List<Recommendation> rows = organisation.recommendations();
                Instant at = old.synchronise(
                        clock.instant(),
                        new VersionOne.Answer(
                                random.nextInt(6) == 0 ? null : organisation.scores(),
                                failed ? null : rows,
                                organisation.scan()));
                last = failed ? last : model.answer(at, rows);
                before.put(at, old.posture(at));
                followed.put(at, last);
            }
            for (Map.Entry<Instant, Posture> entry : before.entrySet()) {
                entry.setValue(old.posture(entry.getKey()));
            }
        }

        try (History history = History.open(file(), clock)) {
            for (Map.Entry<Instant, Posture> entry : before.entrySet()) {
                Posture then = history.posture(entry.getKey());
                assertThat(then)
                        .usingRecursiveComparison()
                        .ignoringFields("recommendations.lineage", "recommendations.firstSeen")
                        .isEqualTo(entry.getValue());
                assertThat(then.recommendations()).isEqualTo(followed.get(entry.getKey()));
            }
            for (int run = 0; run < 10; run++) {
                organisation.live();
                clock.advance(Duration.ofHours(1));
                try (History.Run next = history.begin()) {
                    next.storeRecommendations(organisation.recommendations());
                    last = model.answer(next.at(), organisation.recommendations());
                }
                assertThat(history.posture().recommendations()).isEqualTo(last);
            }
        }
        assertWhole(file());
    }

    @Test
    void withoutReissuesNothingAtAllDiffers() throws Exception {
        Map<Instant, Posture> before = new TreeMap<>();
        try (VersionOne old = new VersionOne(file())) {
            for (List<Recommendation> rows : List.of(
                    List.of(recommendation("r", "open"), recommendation("s", "open")),
                    List.of(recommendation("s", "completed"), recommendation("t", "open")),
                    List.of(recommendation("t", "open"), recommendation("s", "completed")),
                    List.<Recommendation>of(),
                    List.of(recommendation("r", "in_progress"), recommendation("u", "open")))) {
                clock.advance(Duration.ofDays(1));
                old.synchronise(
                        clock.instant(),
                        new VersionOne.Answer(
                                List.of(Answers.score("hipaa", "72.50", "C", "2026-01-01")),
                                rows,
                                Answers.scan("s", "2026-01-01", Answers.platform("p", "ChatGPT", "0.9"))));
                Posture posture = old.posture(clock.instant());
                before.put(posture.asOf(), posture);
            }
        }

        try (History history = History.open(file(), clock)) {
            before.forEach((at, posture) -> assertThat(history.posture(at)).isEqualTo(posture));
            assertThat(history.versions("r", clock.instant())).hasSize(2);
        }
    }

    private static void assertWhole(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("PRAGMA integrity_check").getString(1))
                    .isEqualTo("ok");
            assertThat(statement.executeQuery("PRAGMA foreign_key_check").next())
                    .isFalse();
        }
    }

    private static int version(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
                Statement statement = connection.createStatement()) {
            return statement.executeQuery("PRAGMA user_version").getInt(1);
        }
    }

    /** Every row of every table, as text. */
    private static List<String> dump(Path file) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri())) {
            Sql sql = new Sql(connection);
            List<String> tables = sql.list(
                    "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", row -> row.getString(1));
            for (String table : tables) {
                sql.each("SELECT * FROM " + table, row -> {
                    StringBuilder text = new StringBuilder(table);
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        text.append('|').append(row.getString(i));
                    }
                    rows.add(text.toString());
                });
            }
        }
        return rows;
    }

    // ---- the copy

    /** So many recommendations, all of which came under new ids once. */
    private void fill(int rows) throws Exception {
        try (VersionOne old = new VersionOne(file())) {
            for (String prefix : List.of("a", "b")) {
                clock.advance(Duration.ofDays(1));
                List<Recommendation> answer = new ArrayList<>();
                for (int i = 0; i < rows; i++) {
                    answer.add(
                            recommendation(prefix + "-id-of-this-one-" + i, "Do the thing of number " + i, 1, "open"));
                }
                old.synchronise(clock.instant(), new VersionOne.Answer(List.of(), answer, null));
            }
        }
    }

    @Test
    void aCopyIsMadeBeforeAndToldInTheLog() throws Exception {
        fill(50);
        List<String> before = dump(file());
        Logger log = (Logger) LoggerFactory.getLogger(Database.class);
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        told.start();
        log.addAppender(told);
        try {
            History.open(file(), () -> DAY).close();
            History.open(file(), () -> DAY).close();
        } finally {
            log.detachAppender(told);
        }

        Path copy = directory.resolve("h.db.v1-backup-20261123");
        assertThat(copies()).containsExactly(copy);
        assertThat(dump(copy)).isEqualTo(before);
        assertThat(version(copy)).isEqualTo(1);
        assertThat(version(file())).isEqualTo(Schema.VERSION);
        assertThat(told.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .contains(copy.toString());
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void anOlderCopyStays() throws Exception {
        fill(5);
        Path older = Files.writeString(directory.resolve("h.db.v1-backup-20261123"), "older");
        History.open(file(), () -> DAY).close();

        assertThat(older).hasContent("older");
        assertThat(copies()).containsExactly(older, directory.resolve("h.db.v1-backup-20261123-2"));
    }

    @Test
    void aNewHistoryNeedsNoCopy() throws Exception {
        History.open(file(), clock).close();

        assertThat(copies()).isEmpty();
    }

    @Test
    void theCopyCanBePutInItsPlace() throws Exception {
        fill(20);
        History.open(file(), clock).close();
        Path copy = copies().getFirst();
        Files.delete(file());
        Files.move(copy, file());

        try (History history = History.open(file(), clock)) {
            assertThat(history.posture().recommendations()).hasSize(20);
        }
    }

    // ---- what may go wrong

    // A limit on the length of files stands for the end of a disk: SQLite meets it in the same place.

    @Test
    @Tag("long")
    void withoutACopyNothingChanges() throws Exception {
        fill(10_000);
        List<String> before = dump(file());
        long limit = Files.size(file()) / 2;

        Process child = HistoryChild.start(Limits.filesUpTo(limit), file().toString(), "open");
        assertThat(child.inputReader().readLine()).isEqualTo("refused FULL");
        child.waitFor();
        assertThat(copies()).isEmpty();
        assertThat(version(file())).isEqualTo(1);
        assertThat(dump(file())).isEqualTo(before);
    }

    @Test
    @Tag("long")
    void aStepThatFailsHalfWayLeavesTheFileAsItWas() throws Exception {
        fill(10_000);
        List<String> before = dump(file());
        long limit = Files.size(file()) + 100_000;
        Path copy = SafetyCopy.of(file(), 1, DAY);
        assertThat(Files.size(copy)).as("there is room for the copy").isLessThan(limit);
        SafetyCopy.discard(copy);

        Process child = HistoryChild.start(Limits.filesUpTo(limit), file().toString(), "open");
        assertThat(child.inputReader().readLine()).isEqualTo("refused FULL");
        child.waitFor();
        assertThat(copies()).isEmpty();
        assertThat(version(file())).isEqualTo(1);
        assertThat(dump(file())).isEqualTo(before);

        History.open(file(), clock).close();
        assertThat(version(file())).isEqualTo(Schema.VERSION);
        assertWhole(file());
    }

    @Test
    @Tag("long")
    void aProcessThatIsKilledInTheMiddleLeavesOneOrTheOther() throws Exception {
        fill(6_000);
        List<String> before = dump(file());
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = HistoryChild.start(List.of(), file().toString(), "open");
            while (child.isAlive() && copies().isEmpty()) {
                LockSupport.parkNanos(1_000_000);
            }
            LockSupport.parkNanos(random.nextInt(700) * 1_000_000L);
            child.destroyForcibly().waitFor();

            assertWhole(file());
            if (version(file()) == 1) {
                assertThat(dump(file())).as("seed %d, kill %d", seed, kill).isEqualTo(before);
            }
        }
        try (History history = History.open(file(), clock)) {
            assertThat(history.posture().recommendations())
                    .as("seed %d", seed)
                    .hasSize(6_000)
                    .allSatisfy(r -> assertThat(r.lineage()).startsWith("a-"));
        }
        assertThat(copies()).isNotEmpty().allSatisfy(copy -> {
            assertThat(copy.toString()).doesNotEndWith(".part");
            assertThat(dump(copy)).isEqualTo(before);
        });
    }

    @Test
    @Tag("long")
    void twoProcessesAtOnceChangeItOnce() throws Exception {
        fill(3_000);
        List<Process> children = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            children.add(HistoryChild.start(List.of(), file().toString(), "open"));
        }
        for (Process child : children) {
            assertThat(child.inputReader().readLine()).isEqualTo("opened");
            assertThat(child.waitFor()).isZero();
        }

        assertThat(copies()).hasSize(1);
        assertThat(version(copies().getFirst())).isEqualTo(1);
        assertThat(version(file())).isEqualTo(Schema.VERSION);
        assertWhole(file());
    }

    @Test
    void aDamagedFileIsSetAsideBeforeAnythingChanges() throws Exception {
        fill(3_000);
        byte[] bytes = Files.readAllBytes(file());
        java.util.Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 40_000, (byte) 0x5a);
        Files.write(file(), bytes);

        try (History history = History.open(file(), clock)) {
            History.Rescue rescue = history.rescue();
            assertThat(rescue).isNotNull();
            if (rescue != null) {
                assertThat(Files.readAllBytes(rescue.damaged())).isEqualTo(bytes);
                assertThat(rescue.recommendations()).isBetween(2_000, 3_000);
            }
        }
        assertThat(copies()).isEmpty();
        assertWhole(file());
    }

    // ---- from the version before this one

    @Test
    void aHistoryOfVersionThreeGetsRoomForNotesAndKeepsAllElse() throws Exception {
        Posture before;
        try (History history = History.open(file(), clock)) {
            try (History.Run run = history.begin()) {
                run.storeRecommendations(List.of(recommendation("r", "open")));
                run.storeScores(List.of(Answers.score("hipaa", "61", "C", "2025-11-01")));
            }
            before = history.posture(clock.instant());
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            for (String back : List.of(
                    "DROP TABLE recommendation_note",
                    "DROP TABLE note",
                    "DROP TABLE target",
                    "PRAGMA user_version = 3")) {
                statement.execute(back);
            }
        }

        try (History history = History.open(file(), clock)) {
            assertThat(history.posture(before.asOf())).isEqualTo(before);
            assertThat(history.annotations()).isEqualTo(Annotations.NONE);
            history.keep(new DayNote("u", LocalDate.of(2026, 1, 1), "MFA roll-out"));
            assertThat(history.annotations().notes()).hasSize(1);
        }
        assertThat(version(file())).isEqualTo(Schema.VERSION);
        assertThat(copies()).singleElement().satisfies(copy -> {
            assertThat(copy.toString()).contains(".v3-backup-");
            assertThat(version(copy)).isEqualTo(3);
        });
        assertWhole(file());
    }

    @Test
    void aHistoryOfVersionFourGetsRoomForNotesOnRecommendations() throws Exception {
        Posture before;
        try (History history = History.open(file(), clock)) {
            try (History.Run run = history.begin()) {
                run.storeRecommendations(List.of(recommendation("r", "open")));
            }
            history.keep(new DayNote("u", LocalDate.of(2026, 1, 1), "MFA roll-out"));
            before = history.posture(clock.instant());
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE recommendation_note");
            statement.execute("PRAGMA user_version = 4");
        }

        try (History history = History.open(file(), clock)) {
            assertThat(history.posture(before.asOf())).isEqualTo(before);
            assertThat(history.annotations().notes()).hasSize(1);
            history.keep("r", OwnNote.of("ask the vendor", "waiting"));
            assertThat(history.posture().recommendations().getFirst().own())
                    .isEqualTo(new OwnNote("ask the vendor", List.of("waiting")));
        }
        assertThat(version(file())).isEqualTo(Schema.VERSION);
        assertWhole(file());
    }
}
