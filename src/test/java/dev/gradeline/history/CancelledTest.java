package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup and restore that the person ends half-way. */
class CancelledTest {
    private static final int RUNS = 12;

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");

    private History open(String name) {
        return History.open(directory.resolve(name), clock);
    }

    private void synchronise(History history, int number) {
        clock.advance(Duration.ofDays(1));
        try (History.Run run = history.begin()) {
            run.storeScores(List.of(Answers.score("hipaa", "" + (40 + number), "C", "2026-01-01")));
            run.storeRecommendations(Answers.recommendations(300 + number));
            run.storeDiscovery(Answers.scan("scan-" + number, "2026-01-01"));
        }
    }

    /** False for so many questions, then true. */
    private static BooleanSupplier after(int questions, AtomicInteger asked) {
        return () -> asked.incrementAndGet() > questions;
    }

    @Test
    void aRestoreThatIsCancelledAtAnyMomentChangesNothing() throws IOException {
        Path backup = directory.resolve("backup.db");
        try (History mine = open("mine.db");
                History theirs = open("theirs.db")) {
            for (int run = 0; run < RUNS; run++) {
                synchronise(run % 2 == 0 ? mine : theirs, run);
            }
            theirs.backup(backup);
            History.Contents before = mine.contents();
            assertThat(before.syncs()).isEqualTo(RUNS / 2);
            assertThat(before.bytes()).isPositive();
            AtomicInteger all = new AtomicInteger();
            try (History trial = open("trial.db")) {
                trial.restore(backup, true, after(Integer.MAX_VALUE, all));
            }
            assertThat(all.get()).as("chances to cancel").isGreaterThan(RUNS);
            List<String> files = files();
            for (int questions = 0; questions < all.get(); questions += 1 + all.get() / 40) {
                BooleanSupplier cancelled = after(questions, new AtomicInteger());
                assertThatThrownBy(() -> mine.restore(backup, true, cancelled))
                        .as("after %d questions", questions)
                        .isInstanceOf(CancellationException.class);
                assertThat(mine.contents())
                        .usingRecursiveComparison()
                        .ignoringFields("bytes")
                        .isEqualTo(before);
            }
            assertThat(files()).as("nothing is left of the copies").isEqualTo(files);

            assertThat(mine.restore(backup, true, () -> false).answers()).isEqualTo(3 * RUNS / 2);
            assertThat(mine.contents().syncs()).isEqualTo(RUNS);
            assertThat(mine.contents().scans()).isEqualTo(RUNS);
        }
    }

    @Test
    void aBackupThatIsCancelledLeavesTheOlderOneThere() throws IOException {
        Path target = directory.resolve("backup.db");
        Files.writeString(target, "what was there before");
        try (History history = open("mine.db")) {
            synchronise(history, 2_000);
            AtomicInteger all = new AtomicInteger();
            history.backup(directory.resolve("trial.db"), after(Integer.MAX_VALUE, all));
            assertThat(all.get()).as("SQLite itself asks, too").isGreaterThan(1);
            for (int questions = 0; questions < all.get(); questions++) {
                BooleanSupplier cancelled = after(questions, new AtomicInteger());
                assertThatThrownBy(() -> history.backup(target, true, cancelled))
                        .isInstanceOf(CancellationException.class);
                assertThat(target).hasContent("what was there before");
            }
            assertThat(files()).noneMatch(name -> name.endsWith(".part"));
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith("-wal") && !name.endsWith("-shm"))
                    .sorted()
                    .toList();
        }
    }
}
