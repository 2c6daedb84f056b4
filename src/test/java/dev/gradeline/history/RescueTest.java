package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.gradeline.history.HistoryException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged histories: found, set aside, told of, and brought back as far as they can be read. */
class RescueTest {
    private static final int HISTORIES = Integer.getInteger("gradeline.spoilt", 12);
    private static final int SPOILT_EACH = 28;
    private static final Path MEMORY = Path.of("/dev/shm");

    @TempDir
    Path directory;

    private Path place = Path.of("unset");
    private final TestClock clock = new TestClock("2026-11-28T12:00:00Z");

    @BeforeEach
    void place() throws Exception {
        place = Files.isWritable(MEMORY) ? Files.createTempDirectory(MEMORY, "gradeline-rescue-") : directory;
    }

    @AfterEach
    void clear() throws Exception {
        if (!place.equals(directory)) {
            delete(place);
        }
    }

    static void delete(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A history on the disk, and what it told. */
    private record Original(Path file, Remembered remembered) {}

    /** @param live whether the files are as a killed program leaves them, with a log beside */
    private Original original(Path file, Random random, boolean live) throws Exception {
        RandomOrganisation organisation = new RandomOrganisation(random);
        List<Instant> moments = new ArrayList<>();
        try (History history = History.open(file, clock)) {
            history.importAssessments(List.of(Answers.score("cobit", "41", "C", "2025-01-01")));
            for (int run = 0; run < 10; run++) {
                clock.advance(Duration.ofHours(7));
                organisation.live();
                organisation.live();
                synchronise(history, organisation, moments);
            }
            moments.add(clock.instant().plusSeconds(1));
            Remembered remembered = new Remembered(history, moments);
            if (!live) {
                return new Original(file, remembered);
            }
            Path copy = HistoryFile.beside(file, ".live");
            Files.copy(file, copy);
            Files.copy(HistoryFile.beside(file, "-wal"), HistoryFile.beside(copy, "-wal"));
            return new Original(copy, remembered);
        }
    }

    private static void synchronise(History history, RandomOrganisation organisation, List<Instant> moments) {
        try (History.Run run = history.begin()) {
            moments.add(run.at());
            run.storeScores(organisation.scores());
            run.storeRecommendations(organisation.recommendations());
            run.storeDiscovery(organisation.scan());
        }
    }

    private static Path copy(Path file, Path to) throws IOException {
        for (String ending : List.of("", "-wal", ".seal")) {
            Path from = HistoryFile.beside(file, ending);
            if (Files.exists(from)) {
                Files.copy(from, HistoryFile.beside(to, ending), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return to;
    }

    private enum Ended {
        AS_IT_WAS,
        RESCUED,
        REFUSED
    }

    /** Opens a spoilt file and holds what it tells against what was there. */
    private Ended open(Path file, Original original) throws Exception {
        byte[] spoilt = Files.readAllBytes(file);
        try (History history = History.open(file, clock)) {
            History.Rescue rescue = history.rescue();
            if (rescue == null) {
                return original.remembered().equalsAll(history) ? Ended.AS_IT_WAS : fail("silently wrong");
            }
            assertThat(Files.readAllBytes(rescue.damaged())).isEqualTo(spoilt);
            original.remembered().containsAllOf(history);
            assertThat(Database.flawOf(file)).isEmpty();
            goOn(history);
        } catch (HistoryException e) {
            assertThat(e.kind()).isEqualTo(Kind.DAMAGED);
            assertThat(Files.readAllBytes(file)).isEqualTo(spoilt);
            return Ended.REFUSED;
        }
        try (History again = History.open(file, clock)) {
            assertThat(again.rescue()).isNotNull();
            again.dismissRescue();
            assertThat(again.rescue()).isNull();
        }
        return Ended.RESCUED;
    }

    /** The rescued history is one that can be lived in. */
    private void goOn(History history) {
        clock.advance(Duration.ofHours(1));
        RandomOrganisation organisation = new RandomOrganisation(new Random(1));
        organisation.live();
        synchronise(history, organisation, new ArrayList<>());
        assertThat(history.posture().recommendations()).hasSameSizeAs(organisation.recommendations());
    }

    @Test
    void aSpoiltFileIsNeverSilentlyWrong() throws Exception {
        long first = new Random().nextLong();
        Map<Spoilt, Map<Ended, Integer>> tally = new EnumMap<>(Spoilt.class);
        for (int number = 0; number < HISTORIES; number++) {
            Random random = new Random(first + number);
            Original original = original(place.resolve("o" + number + ".db"), random, false);
            for (int i = 0; i < SPOILT_EACH; i++) {
                Spoilt how = List.of(Spoilt.values()).get(i % Spoilt.values().length);
                Path own = Files.createDirectory(place.resolve("s" + number + "-" + i));
                Path file = copy(original.file(), own.resolve("h.db"));
                how.spoil(file, random);
                try {
                    tally.computeIfAbsent(how, each -> new EnumMap<>(Ended.class))
                            .merge(open(file, original), 1, Integer::sum);
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError(how + ", seed " + first + " + " + number + ", " + i, e);
                }
                delete(own);
            }
        }
        // as many flips as these small files have pages may spoil each of them
        Map<Ended, Integer> flipped = tally.getOrDefault(Spoilt.FLIPPED, Map.of());
        assertThat(flipped.getOrDefault(Ended.RESCUED, 0)).isGreaterThan(2 * flipped.getOrDefault(Ended.REFUSED, 0));
        assertThat(tally.get(Spoilt.BLOCK_ZEROED)).doesNotContainKey(Ended.REFUSED);
        assertThat(tally.get(Spoilt.HEADER_GARBLED)).doesNotContainKey(Ended.REFUSED);
        assertThat(tally.get(Spoilt.EMPTIED)).containsOnlyKeys(Ended.REFUSED);
    }

    @Test
    void aSpoiltLogIsNeverSilentlyWrong() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Original original = original(place.resolve("o.db"), random, true);
        Path log = HistoryFile.beside(original.file(), "-wal");
        for (int i = 0; i < 40; i++) {
            Path own = Files.createDirectory(place.resolve("l" + i));
            Path file = copy(original.file(), own.resolve("h.db"));
            byte[] bytes = Files.readAllBytes(log);
            // the last transaction's end cannot be told from one that was never finished
            int spoilt = random.nextInt(bytes.length * 3 / 4);
            bytes[spoilt] ^= (byte) (1 << random.nextInt(8));
            Files.write(HistoryFile.beside(file, "-wal"), bytes);
            try {
                assertThat(open(file, original)).isNotEqualTo(Ended.REFUSED);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", " + i + ", byte " + spoilt, e);
            }
            delete(own);
        }
    }

    /** A file that is gone, while its log still has all of it. */
    @Test
    void anEmptiedFileIsReadFromItsLog() throws Exception {
        Original original = original(place.resolve("o.db"), new Random(7), true);
        Spoilt.EMPTIED.spoil(original.file(), new Random());

        assertThat(open(original.file(), original)).isEqualTo(Ended.RESCUED);
    }

    @Test
    void aSpoiltSealCostsALookAndNothingElse() throws Exception {
        Original original = original(place.resolve("o.db"), new Random(8), false);
        Path seal = Seal.of(original.file());
        for (Spoilt how : List.of(Spoilt.FLIPPED, Spoilt.TRUNCATED, Spoilt.EMPTIED)) {
            how.spoil(seal, new Random(3));
            assertThat(open(original.file(), original)).isEqualTo(Ended.AS_IT_WAS);
        }
        Files.delete(seal);
        assertThat(open(original.file(), original)).isEqualTo(Ended.AS_IT_WAS);
        assertThat(seal).exists();
    }

    /** As when the power fails and takes the removal of the seal with it. */
    @Test
    void aSealThatCameBackDoesNotFitWhatWasWrittenSince() throws Exception {
        Path file = place.resolve("h.db");
        Original original = original(file, new Random(9), false);
        byte[] old = Files.readAllBytes(Seal.of(file));
        try (History history = History.open(file, clock)) {
            history.setMark(History.Mark.LAST_VISIT, clock.instant());
        }
        Files.write(Seal.of(file), old);

        assertThat(open(file, original)).isEqualTo(Ended.AS_IT_WAS);
    }

    @Test
    void withoutASealAndAHeaderOursIsStillKnown() throws Exception {
        Original original = original(place.resolve("h.db"), new Random(10), false);
        Files.delete(Seal.of(original.file()));
        Spoilt.HEADER_GARBLED.spoil(original.file(), new Random(2));

        assertThat(open(original.file(), original)).isEqualTo(Ended.RESCUED);
    }

    @Test
    void aFileThatWasMovedAwayMakesRoomForANewHistoryOnceItsSealIsGone() throws Exception {
        Original original = original(place.resolve("h.db"), new Random(11), false);
        Files.delete(original.file());
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> History.open(original.file(), clock))
                .withMessageContaining("missing");
        Files.delete(Seal.of(original.file()));

        try (History history = History.open(original.file(), clock)) {
            assertThat(history.rescue()).isNull();
            assertThat(history.posture().isEmpty()).isTrue();
        }
    }

    @Test
    void anOlderFormatIsRescuedAndBroughtUpToDate() throws Exception {
        Path file = place.resolve("h.db");
        Instant at;
        try (VersionOne old = new VersionOne(file)) {
            at = old.synchronise(
                    clock.instant(),
                    new VersionOne.Answer(
                            List.of(Answers.score("hipaa", "88", "B", "2026-01-01")),
                            Answers.recommendations(300),
                            Answers.scan("s", "2026-01-01", Answers.platform("a", "One", "0.5"))));
        }
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 10 * 4096, 11 * 4096, (byte) 0);
        Files.write(file, bytes);

        try (History history = History.open(file, clock)) {
            assertThat(history.rescue()).isNotNull();
            assertThat(history.posture(at).recommendations()).hasSizeBetween(150, 300);
            assertThat(history.posture(at).standings()).hasSize(1);
        }
    }

    /** Each page once: it takes its own rows with it, and those of others only where they mean nothing without them. */
    @Test
    void aLostPageCostsItsOwnRows() throws Exception {
        Path file = place.resolve("o.db");
        try (History history = History.open(file, clock)) {
            for (int run = 0; run < 60; run++) {
                clock.advance(Duration.ofDays(1));
                int number = run;
                try (History.Run each = history.begin()) {
                    each.storeScores(List.of(Answers.score("hipaa", String.valueOf(number), "B", "2026-01-01")));
                    each.storeRecommendations(Answers.recommendations(number < 30 ? 150 : 200));
                    each.storeDiscovery(Answers.scan(
                            "scan " + number,
                            "2026-01-01",
                            Answers.platform("a" + number, "One", "0.5"),
                            Answers.platform("b", "Two", "0.4")));
                }
            }
        }
        Seal seal = Seal.read(file);
        assertThat(seal).isNotNull();
        Map<String, Integer> before = counts(file);
        for (int page = 1; seal != null && page <= seal.pages(); page++) {
            Path own = Files.createDirectory(place.resolve("p" + page));
            Path spoilt = copy(file, own.resolve("h.db"));
            byte[] bytes = Files.readAllBytes(spoilt);
            Arrays.fill(bytes, (page - 1) * 4096, page * 4096, (byte) 0);
            Files.write(spoilt, bytes);
            int lost = rowsOn(file, page);
            History.open(spoilt, clock).close();
            compare(seal.owner(page), lost, before, counts(spoilt), page);
            delete(own);
        }
    }

    private static final Map<String, List<String>> HANGING = Map.of(
            "assessment", List.of("standing"),
            "scan", List.of("scan_platform", "scan_report"),
            "scan_platform", List.of("scan", "scan_report"),
            "recommendation_version", List.of("recommendation", "recommendation_order"));

    private static void compare(
            String owner, int lost, Map<String, Integer> before, Map<String, Integer> after, int page) {
        before.forEach((table, count) -> {
            int left = after.getOrDefault(table, 0);
            if (table.equals(owner)) {
                // scans of two platforms each may reach from this page into its neighbours, or end where that is not
                // known
                int torn = table.equals("scan_platform") ? 4 : 0;
                assertThat(left).as("%s, page %d", table, page).isGreaterThanOrEqualTo(count - lost - torn);
            } else if (!HANGING.getOrDefault(owner, List.of()).contains(table)) {
                assertThat(left).as("%s, page %d of %s", table, page, owner).isEqualTo(count);
            }
        });
    }

    private static int rowsOn(Path file, int number) throws IOException {
        try (Pages pages = Pages.open(file, null, new BitSet())) {
            TreePage page = pages.tree(number);
            return page == null ? 0 : page.count();
        }
    }

    private static Map<String, Integer> counts(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Sql sql = new Sql(connection);
            Map<String, Integer> counts = new HashMap<>();
            for (String table : List.of(
                    "mark",
                    "sync",
                    "sync_part",
                    "assessment",
                    "standing",
                    "recommendation",
                    "recommendation_version",
                    "recommendation_order",
                    "scan",
                    "scan_platform",
                    "scan_report",
                    "imported_assessment")) {
                Integer count = sql.first("SELECT count(*) FROM " + table, row -> row.getInt(1));
                counts.put(table, count == null ? 0 : count);
            }
            return counts;
        }
    }

    @Test
    void aFlippedBitInABackupIsRefused() throws Exception {
        Original original = original(place.resolve("o.db"), new Random(12), false);
        Path backup = place.resolve("backup.db");
        try (History history = History.open(original.file(), clock)) {
            history.backup(backup);
        }
        byte[] bytes = Files.readAllBytes(backup);
        byte[] text = "Category ".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        int at = indexOf(bytes, text);
        bytes[at] ^= 1;
        Files.write(place.resolve("flipped.db"), bytes);
        try (History history = History.open(place.resolve("mine.db"), clock)) {
            assertThatExceptionOfType(HistoryException.class)
                    .isThrownBy(() -> history.restore(place.resolve("flipped.db")))
                    .withMessageContaining("flipped.db")
                    .extracting(HistoryException::kind)
                    .isEqualTo(Kind.DAMAGED);
            assertThat(history.posture().isEmpty()).isTrue();
            history.restore(backup);
            assertThat(original.remembered().equalsAll(history)).isTrue();
        }
        // in the place of a history it is one, and goes on
        assertThat(open(backup, original)).isEqualTo(Ended.AS_IT_WAS);
        try (History history = History.open(backup, clock);
                History other = History.open(place.resolve("other.db"), clock)) {
            history.setMark(History.Mark.LAST_VISIT, clock.instant());
            other.restore(backup);
            assertThat(original.remembered().equalsAll(other)).isTrue();
        }
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> History.open(place.resolve("flipped.db"), clock));
    }

    /** What a damaged history says of a moment is less than what a backup says of it. */
    @Test
    void aBackupFillsTheGaps() throws Exception {
        Path file = place.resolve("h.db");
        Path backup = place.resolve("backup.db");
        Instant at;
        Remembered remembered;
        try (History history = History.open(file, clock)) {
            try (History.Run run = history.begin()) {
                at = run.at();
                run.storeRecommendations(Answers.recommendations(400));
            }
            history.backup(backup);
            remembered = new Remembered(history, List.of(at));
        }
        Seal seal = Seal.read(file);
        byte[] bytes = Files.readAllBytes(file);
        for (int page = 1; seal != null && page <= seal.pages(); page++) {
            if (seal.owner(page).equals("recommendation_version") && page % 2 == 0) {
                bytes[page * 4096 - 1] ^= 1;
            }
        }
        Files.write(file, bytes);
        Path theirs = place.resolve("theirs.db");
        try (History history = History.open(file, clock);
                History other = History.open(theirs, clock)) {
            assertThat(history.posture(at).recommendations()).hasSizeBetween(50, 350);
            other.restore(backup);
            other.restore(file);
            assertThat(remembered.equalsAll(other)).isTrue();
            history.restore(backup);
            assertThat(remembered.equalsAll(history)).isTrue();
            assertThat(history.rescue()).isNull();
        }
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int at = bytes.length - part.length; at > 0; at--) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return fail("not there");
    }
}
