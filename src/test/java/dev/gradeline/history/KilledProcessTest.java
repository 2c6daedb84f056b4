package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Scan;
import dev.gradeline.posture.Standing;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed in the middle of a synchronisation, again and again: the file stays whole, what was acknowledged is
 * there, and no part is there by half. {@code -Dgradeline.kills=200} kills as often.
 */
class KilledProcessTest {
    private static final int KILLS = Integer.getInteger("gradeline.kills", 10);

    @TempDir
    Path directory;

    @Test
    @Timeout(600)
    void whatWasAcknowledgedSurvivesAndNothingIsThereByHalf() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Path file = directory.resolve("history").resolve("h.db");
        int next = 1;
        Map<String, Integer> acknowledged = new HashMap<>();
        Process ready = waiting(file);
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = ready;
            // the next one starts while this one's remains are looked at
            ready = waiting(file);
            runAndKill(child, next, random, acknowledged);

            assertThat(integrity(file)).isEqualTo("ok");
            try (History history = History.open(file, InstantSource.system())) {
                assertThat(history.rescue()).as("seed %d, kill %d", seed, kill).isNull();
                Posture posture = history.posture();
                String when = "seed %d, kill %d, acknowledged %s".formatted(seed, kill, acknowledged);
                Map<String, Integer> stored = Map.of(
                        "scores", scores(posture),
                        "recommendations", HistoryChild.runOf(posture),
                        "discovery", discovery(posture));
                for (String part : stored.keySet()) {
                    int last = acknowledged.getOrDefault(part, 0);
                    // one run at most is stored that was not yet acknowledged
                    assertThat(stored.get(part)).as(when + ": " + part).isBetween(last, Math.max(last + 1, next));
                }
                acknowledged.putAll(stored);
                next = Collections.max(stored.values()) + 1;
            }
        }
        ready.destroyForcibly();
        assertThat(finishedRuns(file)).as("seed %d", seed).isPositive();
    }

    private static Process waiting(Path file) throws IOException {
        return HistoryChild.start(List.of(), file.toString(), "wait");
    }

    private static void runAndKill(Process child, int first, Random random, Map<String, Integer> acknowledged)
            throws Exception {
        try (BufferedReader lines = child.inputReader();
                BufferedWriter begin = child.outputWriter()) {
            begin.write(first + "\n");
            begin.flush();
            for (int patience = random.nextInt(30); patience > 0; patience--) {
                note(String.valueOf(lines.readLine()), acknowledged);
            }
            LockSupport.parkNanos(random.nextInt(8_000_000));
            // by its handle: killed as a process, its output could no longer be read to the end
            child.toHandle().destroyForcibly();
            child.waitFor();
            lines.lines().forEach(rest -> note(rest, acknowledged));
        } finally {
            child.destroyForcibly();
        }
        assertThat(child.exitValue()).as("killed, not ended").isNotZero();
    }

    private static void note(String line, Map<String, Integer> acknowledged) {
        int space = line.indexOf(' ');
        if (space > 0) {
            acknowledged.put(line.substring(0, space), Integer.parseInt(line.substring(space + 1)));
        }
    }

    private static int scores(Posture posture) {
        return posture.standings().stream()
                .map(Standing::current)
                .map(Assessment::overallScore)
                .findFirst()
                .map(BigDecimal::intValueExact)
                .orElse(0);
    }

    private static int discovery(Posture posture) {
        Scan scan = posture.scan();
        if (scan == null) {
            return 0;
        }
        assertThat(scan.platforms()).hasSize(2);
        return Integer.parseInt(String.valueOf(scan.id()).substring("scan ".length()));
    }

    /** Of a copy: whoever looks at the file itself brings the log into it, and our own opening would not meet that any more. */
    private String integrity(Path file) throws Exception {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return "ok";
        }
        Path copy = Files.createTempDirectory(directory, "copy").resolve("h.db");
        Files.copy(file, copy);
        Path log = HistoryFile.beside(file, "-wal");
        if (Files.exists(log)) {
            Files.copy(log, HistoryFile.beside(copy, "-wal"));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                Statement statement = connection.createStatement()) {
            String foreign = statement.executeQuery("PRAGMA foreign_key_check").next() ? "a reference to nothing" : "";
            return foreign + statement.executeQuery("PRAGMA integrity_check").getString(1);
        }
    }

    private static int finishedRuns(Path file) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            return statement
                    .executeQuery("SELECT count(*) FROM sync WHERE finished_at IS NOT NULL")
                    .getInt(1);
        }
    }
}
