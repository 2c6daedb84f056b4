package dev.gradeline.app;

import static dev.gradeline.app.TwoOrganisations.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ayliea.Call;
import dev.gradeline.cli.FakeKeychain;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.cli.Shell;
import dev.gradeline.history.History;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.posture.Posture;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.sync.SyncProgress;
import dev.gradeline.sync.SyncReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The window's synchroniser and “gradeline sync” as a process of its own, on one file, over one real server. */
@Timeout(300)
class TwoProcessesTest {
    private static final Map<String, String> KEY = Map.of(KeyVault.VARIABLE, NORTHWIND);

    @TempDir
    Path folder;

    private TwoOrganisations api;
    private Program program;

    @BeforeEach
    void synchroniseOnce() throws IOException {
        api = new TwoOrganisations();
        program = new Programs(
                        new Surroundings(KEY, new DataDirectory(folder), InstantSource.system(), FakeKeychain::new),
                        Shell.WORDS)
                .open(new GlobalOptions(null, null, api.baseUrl(), false, GlobalOptions.DEFAULT_MAX_WAIT));
        assertThat(synchroniseHere().complete()).isTrue();
    }

    @AfterEach
    void close() {
        program.close();
        api.close();
    }

    private SyncReport synchroniseHere() {
        return program.synchroniser().run(new Call(), SyncProgress.NONE);
    }

    private Process synchroniseElsewhere() throws IOException {
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.gradeline.Launcher", "sync"));
        command.addAll(List.of("--data-dir", folder.toString(), "--base-url", api.baseUrl()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(KEY);
        return builder.start();
    }

    private static void assertDone(Process process) throws Exception {
        String said = String.join("\n", process.inputReader().lines().toList());
        assertThat(process.waitFor()).as(said).isZero();
    }

    private Connection file() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + new DataDirectory(folder).historyFile(Programs.DEFAULT));
    }

    private int wholeRuns() throws SQLException {
        try (Connection connection = file();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT count(*) FROM sync s WHERE finished_at IS NOT NULL
                        AND 3 = (SELECT count(*) FROM sync_part p WHERE p.sync = s.id AND outcome = 'OK')
                        """)) {
            return row.getInt(1);
        }
    }

    private void assertWhole(Posture before, int runs) throws SQLException {
        assertThat(wholeRuns()).isEqualTo(runs);
        assertThat(program.history().rescue()).isNull();
        Posture after = program.history().posture();
        assertThat(after.recommendations()).isEqualTo(before.recommendations());
        assertThat(after.standings()).isEqualTo(before.standings());
        try (Connection connection = file();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
            assertThat(row.getString(1)).isEqualTo("ok");
        }
    }

    @Test
    void allSynchroniseOneAfterTheOther() throws Exception {
        Posture before = program.history().posture();
        List<Process> others = List.of(synchroniseElsewhere(), synchroniseElsewhere());
        int here = 0;
        while (others.stream().anyMatch(Process::isAlive)) {
            if (here < 20) {
                assertThat(synchroniseHere().complete()).isTrue();
                here++;
            } else {
                others.getFirst().waitFor(100, TimeUnit.MILLISECONDS);
            }
        }
        for (Process other : others) {
            assertDone(other);
        }
        assertWhole(before, 1 + here + others.size());
    }

    @Test
    void aWriterThatTakesSecondsIsWaitedForAndBlocksNoReader() throws Exception {
        Posture before = program.history().posture();
        Process other;
        try (Connection slow = file();
                Statement statement = slow.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("UPDATE sync SET at = at");
            other = synchroniseElsewhere();
            long until = System.nanoTime() + Duration.ofSeconds(4).toNanos();
            int reads = 0;
            while (System.nanoTime() < until) {
                assertThat(program.history().posture().recommendations()).isEqualTo(before.recommendations());
                reads++;
            }
            assertThat(reads).as("one that waited would have read once at most").isGreaterThan(10);
            assertThat(other.isAlive()).as("it waits").isTrue();
            statement.execute("COMMIT");
        }
        assertDone(other);
        assertWhole(before, 2);
        try (History again = History.open(program.history().file(), InstantSource.system())) {
            assertThat(again.posture().recommendations()).isEqualTo(before.recommendations());
        }
    }
}
