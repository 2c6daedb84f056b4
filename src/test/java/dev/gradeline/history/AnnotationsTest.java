package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradeline.posture.Annotations;
import dev.gradeline.posture.DayNote;
import dev.gradeline.posture.Framework;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes and targets of the person's own. */
class AnnotationsTest {
    private static final Framework HIPAA = new Framework("hipaa");
    private static final DayNote MFA = new DayNote("u1", LocalDate.of(2026, 6, 15), "MFA roll-out");

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock("2026-07-01T00:00:00Z");

    private History open(String name) {
        return History.open(directory.resolve(name), clock);
    }

    @Test
    void aNoteAndATargetAreThereAfterReopening() {
        try (History history = open("h.db")) {
            assertThat(history.annotations()).isEqualTo(Annotations.NONE);
            history.keep(new DayNote("u2", LocalDate.of(2026, 8, 1), "New CISO"));
            history.keep(MFA);
            history.setTarget(HIPAA, new BigDecimal("82.5"));
        }
        try (History history = open("h.db")) {
            assertThat(history.annotations().notes())
                    .extracting(DayNote::text)
                    .as("by their own day")
                    .containsExactly("MFA roll-out", "New CISO");
            assertThat(history.annotations().targets()).containsEntry(HIPAA, new BigDecimal("82.5"));
            assertThat(history.posture(Instant.EPOCH).isEmpty()).isTrue();
        }
    }

    @Test
    void aNoteIsEditedRemovedAndBroughtBack() {
        try (History history = open("h.db")) {
            history.keep(MFA);
            history.keep(new DayNote("u1", LocalDate.of(2026, 6, 20), "MFA for all"));
            assertThat(history.annotations().notes())
                    .containsExactly(new DayNote("u1", LocalDate.of(2026, 6, 20), "MFA for all"));
            history.removeNote("u1");
            history.removeNote("never there");
            assertThat(history.annotations().notes()).isEmpty();
            history.keep(MFA);
            assertThat(history.annotations().notes()).containsExactly(MFA);
            history.setTarget(HIPAA, BigDecimal.TEN);
            history.setTarget(HIPAA, null);
            assertThat(history.annotations().targets()).isEmpty();
        }
    }

    @Test
    void removedWordsAreNotInTheFile() throws Exception {
        try (History history = open("h.db")) {
            history.keep(MFA);
            history.removeNote("u1");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("h.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("SELECT text FROM note").getString(1))
                    .isNull();
        }
    }

    @Test
    void whatIsNoNoteAndNoScoreIsRefused() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThatThrownBy(() -> new DayNote("u", day, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DayNote("u", day, "x".repeat(121))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DayNote("u", LocalDate.MAX, "x")).isInstanceOf(IllegalArgumentException.class);
        try (History history = open("h.db")) {
            assertThatThrownBy(() -> history.setTarget(HIPAA, new BigDecimal("100.01")))
                    .isInstanceOf(IllegalArgumentException.class);
            history.keep(new DayNote("u", day, "\uD83D\uDE80".repeat(120)));
            history.keep(new DayNote("v", day, "half \uD83D of one"));
            assertThat(history.annotations().notes())
                    .extracting(DayNote::text)
                    .contains("half \uFFFD of one", "\uD83D\uDE80".repeat(120));
        }
    }

    @Test
    void theNewestEditWinsWhicheverTakesInTheOther() {
        try (History mine = open("mine.db");
                History theirs = open("theirs.db")) {
            mine.keep(MFA);
            theirs.restore(backup(mine));
            clock.advance(Duration.ofDays(1));
            mine.keep(new DayNote("u1", MFA.day(), "edited here"));
            mine.setTarget(HIPAA, new BigDecimal("80"));
            clock.advance(Duration.ofDays(1));
            theirs.removeNote("u1");
            theirs.keep(new DayNote("u2", MFA.day(), "only there"));
            theirs.setTarget(HIPAA, new BigDecimal("90"));
            Path mineAlone = backup(mine);

            mine.restore(backup(theirs));
            theirs.restore(mineAlone);

            assertThat(mine.annotations())
                    .isEqualTo(theirs.annotations())
                    .isEqualTo(new Annotations(
                            List.of(new DayNote("u2", MFA.day(), "only there")),
                            java.util.Map.of(HIPAA, new BigDecimal("90"))));
            mine.restore(mineAlone);
            assertThat(mine.annotations())
                    .as("a backup brings back nothing removed")
                    .isEqualTo(theirs.annotations());
        }
    }

    @Test
    void anEditIsNewerThanWhatItReplacesEvenIfTheClockWentBack() {
        try (History mine = open("mine.db");
                History theirs = open("theirs.db")) {
            mine.keep(MFA);
            Path old = backup(mine);
            clock.set(Instant.parse("2020-01-01T00:00:00Z"));
            mine.keep(new DayNote("u1", MFA.day(), "edited"));
            mine.restore(old);
            theirs.restore(old);
            theirs.restore(backup(mine));
            assertThat(mine.annotations()).isEqualTo(theirs.annotations());
            assertThat(mine.annotations().notes()).extracting(DayNote::text).containsExactly("edited");
        }
    }

    /** Three computers edit, remove and exchange; in whatever order they are merged, all come out alike. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void mergingHasNoOrder(long seed) {
        Random random = new Random(seed);
        List<Path> backups = new ArrayList<>();
        for (int computer = 0; computer < 3; computer++) {
            try (History history = open("computer-" + computer + ".db")) {
                for (int step = 0; step < 12; step++) {
                    // few moments: many edits fall into the same microsecond
                    clock.set(Instant.EPOCH.plusSeconds(random.nextInt(3)));
                    String uid = "u" + random.nextInt(4);
                    switch (random.nextInt(3)) {
                        case 0 -> history.removeNote(uid);
                        case 1 ->
                            history.keep(new DayNote(
                                    uid, LocalDate.ofEpochDay(random.nextInt(3)), "text " + random.nextInt(3)));
                        default ->
                            history.setTarget(
                                    HIPAA, random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(100)));
                    }
                }
                backups.add(backup(history));
            }
        }
        List<Annotations> results = new ArrayList<>();
        for (int[] order :
                new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}, {2, 1, 0, 1}}) {
            try (History merged = open("merged-" + results.size() + ".db")) {
                for (int each : order) {
                    merged.restore(backups.get(each));
                }
                results.add(merged.annotations());
            }
        }
        assertThat(results).allSatisfy(each -> assertThat(each).isEqualTo(results.getFirst()));
    }

    private int copies;

    private Path backup(History history) {
        Path copy = directory.resolve("backup-" + copies++ + ".db");
        history.backup(copy);
        return copy;
    }
}
