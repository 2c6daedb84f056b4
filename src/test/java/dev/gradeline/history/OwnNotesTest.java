package dev.gradeline.history;

import static dev.gradeline.history.Answers.recommendation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.OwnNote;
import dev.gradeline.posture.Recommendation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes and tags of one's own on recommendations. */
class OwnNotesTest {
    private static final OwnNote WAITING = OwnNote.of("ask the vendor\nagain in May", "waiting, vendor");

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock("2026-07-01T00:00:00Z");
    private int copies;

    private History open(String name) {
        return History.open(directory.resolve(name), clock);
    }

    private Path backup(History history) {
        Path copy = directory.resolve("backup-" + copies++ + ".db");
        history.backup(copy);
        return copy;
    }

    private void store(History history, Recommendation... rows) {
        clock.advance(Duration.ofHours(1));
        try (History.Run run = history.begin()) {
            run.storeRecommendations(List.of(rows));
        }
        clock.advance(Duration.ofHours(1));
    }

    private static Map<String, OwnNote> notes(History history) {
        Map<String, OwnNote> notes = new TreeMap<>();
        for (Recommendation row : history.posture().recommendations()) {
            if (!row.own().isNone()) {
                notes.put(row.id(), row.own());
            }
        }
        return notes;
    }

    @Test
    void aNoteIsKeptEditedAndRemovedAndItsWordsAreGone() throws Exception {
        try (History history = open("h.db")) {
            store(history, recommendation("a", "open"), recommendation("b", "open"));
            history.keep("a", WAITING);
            history.keep("b", OwnNote.NONE);
        }
        try (History history = open("h.db")) {
            assertThat(notes(history)).isEqualTo(Map.of("a", WAITING));
            assertThat(history.posture(Instant.parse("2026-07-01T01:30:00Z")).recommendations())
                    .as("whatever moment one looks at")
                    .extracting(Recommendation::own)
                    .containsExactly(WAITING, OwnNote.NONE);
            history.keep("a", OwnNote.of("", "done"));
            assertThat(notes(history)).isEqualTo(Map.of("a", OwnNote.of("", "done")));
            history.keep("a", OwnNote.NONE);
            assertThat(notes(history)).isEmpty();
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("h.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement
                            .executeQuery("SELECT text FROM recommendation_note")
                            .getString(1))
                    .isNull();
        }
    }

    @Test
    void aRetakeThatReissuesTheIdKeepsTheNote() {
        try (History history = open("h.db")) {
            store(history, recommendation("old", "Rotate keys", 1, "open"), recommendation("x", "open"));
            history.keep("old", WAITING);
            store(history, recommendation("new", "rotate  KEYS", 2, "open"), recommendation("x", "open"));
            assertThat(notes(history)).isEqualTo(Map.of("new", WAITING));
            history.keep("new", OwnNote.of("later", ""));
            store(history, recommendation("x", "open"));
            assertThat(notes(history)).isEmpty();
            store(history, recommendation("newest", "Rotate keys", 2, "open"));
            assertThat(notes(history)).isEqualTo(Map.of("newest", OwnNote.of("later", "")));
        }
    }

    @Test
    void aMergeThatGivesTheLifeAnOlderNameKeepsTheNote() {
        try (History early = open("early.db");
                History late = open("late.db")) {
            store(early, recommendation("first", "Rotate keys", 1, "open"));
            store(late, recommendation("second", "Rotate keys", 1, "open"));
            late.keep("second", WAITING);
            late.restore(backup(early), true, () -> false);
            assertThat(late.posture().recommendations())
                    .extracting(Recommendation::lineage)
                    .containsExactly("first");
            assertThat(notes(late)).isEqualTo(Map.of("second", WAITING));
            clock.advance(Duration.ofHours(1));
            late.keep("second", OwnNote.of("edited", ""));
            assertThat(notes(late)).isEqualTo(Map.of("second", OwnNote.of("edited", "")));
        }
    }

    @Test
    void theNewestEditWinsAndABackupBringsNothingRemovedBack() {
        try (History mine = open("mine.db");
                History theirs = open("theirs.db")) {
            store(mine, recommendation("a", "open"));
            mine.keep("a", WAITING);
            Path old = backup(mine);
            theirs.restore(old);
            assertThat(notes(theirs)).isEqualTo(Map.of("a", WAITING));
            clock.set(Instant.parse("2020-01-01T00:00:00Z"));
            mine.keep("a", OwnNote.NONE);
            assertThat(mine.restore(old).isNothing()).isTrue();
            assertThat(notes(mine)).as("even where the clock went back").isEmpty();
            assertThat(theirs.restore(backup(mine)).annotations()).isEqualTo(1);
            assertThat(notes(theirs)).isEmpty();
        }
    }

    @Test
    void aBackupThatLacksANoteIsPoorerThanTheHistory() {
        try (History history = open("h.db")) {
            store(history, recommendation("a", "open"));
            history.keep("a", WAITING);
            Path full = backup(history);
            try (History other = open("other.db")) {
                other.restore(full, true, () -> false);
                assertThat(notes(other)).isEqualTo(Map.of("a", WAITING));
            }
        }
    }

    /** Three computers write on the same two recommendations; in whatever order they are merged, all come out alike. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void mergingHasNoOrder(long seed) {
        Random random = new Random(seed);
        List<Path> backups = new ArrayList<>();
        for (int computer = 0; computer < 3; computer++) {
            try (History history = open("computer-" + computer + ".db")) {
                for (int step = 0; step < 12; step++) {
                    String retake = "-" + random.nextInt(3);
                    clock.set(Instant.EPOCH.plusSeconds(3_600L * (step * 3 + computer)));
                    try (History.Run run = history.begin()) {
                        run.storeRecommendations(List.of(
                                recommendation("a" + retake, "A", 1, "open"),
                                recommendation("b" + retake, "B", 1, "open")));
                    }
                    // few moments: many edits fall into the same microsecond
                    clock.set(Instant.EPOCH.plusSeconds(1_000_000L + random.nextInt(3)));
                    String text = "text " + random.nextInt(3);
                    history.keep(
                            (random.nextBoolean() ? "a" : "b") + retake,
                            random.nextInt(3) == 0 ? OwnNote.NONE : OwnNote.of(text, "t" + random.nextInt(2)));
                }
                backups.add(backup(history));
            }
        }
        List<Map<String, OwnNote>> results = new ArrayList<>();
        for (int[] order : new int[][] {{0, 1, 2}, {1, 0, 2}, {2, 1, 0}, {2, 0, 1, 2}}) {
            try (History merged = open("merged-" + results.size() + ".db")) {
                for (int each : order) {
                    merged.restore(backups.get(each), true, () -> false);
                }
                results.add(notes(merged));
            }
        }
        assertThat(results)
                .as("seed %d", seed)
                .allSatisfy(each -> assertThat(each).isEqualTo(results.getFirst()));
    }

    @Test
    void aRescueCarriesNotesOver() throws Exception {
        Path file = directory.resolve("h.db");
        try (History history = open("h.db")) {
            store(history, Answers.recommendations(3_000).toArray(Recommendation[]::new));
            history.keep("00000007-0000-4000-8000-000000000000", WAITING);
        }
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 4_096, (byte) 0x5a);
        Files.write(file, bytes);
        try (History history = open("h.db")) {
            assertThat(history.rescue()).isNotNull();
            assertThat(notes(history)).containsValue(WAITING);
        }
    }

    @Test
    void aTagMayHaveSeveralWordsAndOnesOfOneWordEachAreReadAsEver() throws Exception {
        OwnNote several = OwnNote.of("", "board meeting, waiting");
        OwnNote one = OwnNote.of("", "next board meeting");
        try (History history = open("h.db")) {
            store(history, recommendation("a", "open"), recommendation("b", "open"));
            history.keep("a", several);
            history.keep("b", one);
        }
        try (History history = open("h.db")) {
            assertThat(notes(history)).isEqualTo(Map.of("a", several, "b", one));
            assertThat(Objects.requireNonNull(notes(history).get("a")).tags())
                    .containsExactly("board meeting", "waiting");
        }
        assertThat(OwnNote.stored("", "waiting vendor").tags()).containsExactly("waiting", "vendor");
        assertThat(OwnNote.stored("", one.storedTags())).isEqualTo(one);
    }
}
