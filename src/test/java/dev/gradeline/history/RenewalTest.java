package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody can read is kept, and its place is free again. */
class RenewalTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-28T10:00:00Z"));

    @TempDir
    Path directory;

    private Path unreadable() throws Exception {
        Path file = directory.resolve("h.db");
        Files.writeString(file, "not a history");
        return file;
    }

    @Test
    void aBackupTakesThePlaceOfWhatNobodyCanRead() throws Exception {
        Path backup = directory.resolve("backup.db");
        try (History other = History.open(directory.resolve("other.db"), CLOCK)) {
            other.setTarget(new dev.gradeline.posture.Framework("hipaa"), BigDecimal.TEN);
            other.backup(backup);
        }
        Path file = unreadable();
        assertThatExceptionOfType(HistoryException.class).isThrownBy(() -> History.open(file, CLOCK));

        Path aside = History.renew(file, backup, CLOCK);

        assertThat(aside).hasFileName("h.db.damaged-20261128").hasContent("not a history");
        try (History history = History.open(file, CLOCK)) {
            assertThat(history.annotations().targets()).hasSize(1);
        }
    }

    @Test
    void twiceOnADayNothingIsReplaced() throws Exception {
        History.renew(unreadable(), null, CLOCK);
        Files.writeString(directory.resolve("h.db-wal"), "a log");
        Path aside = History.renew(unreadable(), null, CLOCK);

        assertThat(aside).hasFileName("h.db.damaged-20261128-2").hasContent("not a history");
        assertThat(directory.resolve("h.db.damaged-20261128-2-wal")).hasContent("a log");
        try (History history = History.open(directory.resolve("h.db"), CLOCK)) {
            assertThat(history.posture().isEmpty()).isTrue();
        }
    }

    @Test
    void whatIsNoBackupLeavesAllAsItWas() throws Exception {
        Path file = unreadable();
        Path backup = Files.writeString(directory.resolve("backup.db"), "no backup either");

        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> History.renew(file, backup, CLOCK))
                .withMessageContaining("backup.db");

        assertThat(file).hasContent("not a history");
        assertThat(directory.resolve("h.db.damaged-20261128")).doesNotExist();
    }
}
