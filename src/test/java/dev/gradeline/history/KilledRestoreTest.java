package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Posture;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it takes in another history: all of that is there afterwards, or nothing. */
class KilledRestoreTest {
    private static final int KILLS = Integer.getInteger("gradeline.kills", 10) / 10 + 2;

    private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");

    @TempDir
    Path directory;

    @Test
    void aRestoreIsThereWholeOrNotAtAll() throws Exception {
        Path mine = filled("mine.db", 0);
        Path theirs = filled("theirs.db", 1);
        Posture before = postureOf(mine);
        Path whole = copy(mine, "whole");
        try (History history = History.open(whole, clock)) {
            assertThat(history.restore(theirs, true, () -> false).answers()).isPositive();
        }
        Posture after = postureOf(whole);
        assertThat(after).isNotEqualTo(before);

        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            String when = "seed %d, kill %d".formatted(seed, kill);
            Path file = copy(mine, "kill-" + kill);
            boolean acknowledged = killedWhileTakingIn(file, theirs, random);
            Posture found = postureOf(file);
            assertThat(Database.flawOf(file)).as(when).isEmpty();
            assertThat(found).as(when).isIn(before, after);
            if (acknowledged) {
                assertThat(found).as(when).isEqualTo(after);
            }
            try (History history = History.open(file, clock)) {
                history.restore(theirs, true, () -> false);
            }
            assertThat(postureOf(file)).as(when + ", and again").isEqualTo(after);
        }
    }

    private static boolean killedWhileTakingIn(Path file, Path other, Random random) throws Exception {
        Process child = HistoryChild.start(List.of(), file.toString(), "restore", other.toString());
        try (BufferedReader lines = child.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("opened");
            LockSupport.parkNanos(random.nextInt(500) * 1_000_000L);
            child.toHandle().destroyForcibly();
            child.waitFor();
            return "restored".equals(lines.readLine());
        } finally {
            child.destroyForcibly();
        }
    }

    /** @param shift so that two histories do not know of each other's runs */
    private Path filled(String name, int shift) {
        Path file = directory.resolve(name);
        clock.set(Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(shift)));
        try (History history = History.open(file, clock)) {
            for (int number = 1; number <= 8; number++) {
                try (History.Run run = history.begin()) {
                    run.storeScores(List.of(
                            Answers.score("hipaa", String.valueOf(10 * shift + number), "A", "2026-01-0" + number)));
                    run.storeRecommendations(HistoryChild.recommendations(10 * shift + number));
                }
                clock.advance(Duration.ofHours(1));
            }
        }
        return file;
    }

    private Path copy(Path file, String name) throws Exception {
        Path folder = Files.createDirectory(directory.resolve(name));
        return Files.copy(file, folder.resolve("h.db"));
    }

    private Posture postureOf(Path file) {
        try (History history = History.open(file, clock)) {
            assertThat(history.rescue()).isNull();
            return history.posture(clock.instant());
        }
    }
}
