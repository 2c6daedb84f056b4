package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process without the superuser's right to write anywhere, for builds often run as the superuser. */
class ReadOnlyDirectoryTest {
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    @TempDir
    Path directory;

    private Path history = Path.of("unset");

    @BeforeEach
    void posix() throws Exception {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "this file system knows no POSIX permissions");
        history = Files.createDirectory(directory.resolve("history"));
    }

    @AfterEach
    void writableAgain() throws Exception {
        permit(history, "rwx------");
    }

    private static void permit(Path path, String permissions) throws Exception {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void aNewHistoryIsRefused() throws Exception {
        permit(history, "r-x------");

        assertThat(openElsewhere(history.resolve("h.db"))).isEqualTo("refused READ_ONLY");
        assertThat(history.toFile().list()).isEmpty();
    }

    @Test
    void anOldHistoryIsReadAndLeftAlone() throws Exception {
        Path file = history.resolve("h.db");
        History.open(file, InstantSource.system()).close();
        byte[] before = Files.readAllBytes(file);
        permit(history, "r-x------");
        assertThat(openElsewhere(file)).isEqualTo("opened");
        assertThat(look(file)).containsExactly("opened", "run 0", "copied", "not written READ_ONLY");

        permit(history, "rwx------");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aHistoryIsReadWithTheLogThatAKilledProgramLeft() throws Exception {
        Path file = history.resolve("h.db");
        Process killed = HistoryChild.start(List.of(), file.toString(), "wait");
        killed.outputWriter().append("1\n").flush();
        assertThat(killed.inputReader().lines().anyMatch("run 3"::equals)).isTrue();
        killed.destroyForcibly().waitFor();
        Files.deleteIfExists(history.resolve("h.db-shm"));
        assertThat(history.resolve("h.db-wal")).isNotEmptyFile();
        permit(history, "r-x------");

        List<String> said = look(file);
        assertThat(said).startsWith("opened").endsWith("copied", "not written READ_ONLY");
        assertThat(said.get(1)).matches("run [3-9]\\d*|run \\d\\d+");
    }

    private List<String> look(Path file) throws Exception {
        Path place = Files.createDirectories(directory.resolve("elsewhere"));
        Process child = HistoryChild.start(
                unprivileged(), file.toString(), "look", place.resolve("b.db").toString());
        List<String> said = child.inputReader().lines().toList();
        child.waitFor();
        return said;
    }

    @Test
    void aDamagedHistoryIsLeftAlone() throws Exception {
        Path file = history.resolve("h.db");
        History.open(file, InstantSource.system()).close();
        byte[] spoilt = Files.readAllBytes(file);
        spoilt[spoilt.length - 1] ^= 1;
        Files.write(file, spoilt);
        permit(history, "r-x------");
        assertThat(openElsewhere(file)).isEqualTo("refused READ_ONLY");

        permit(history, "rwx------");
        assertThat(Files.readAllBytes(file)).isEqualTo(spoilt);
        assertThat(history.toFile().list())
                .allMatch(name -> List.of("h.db", "h.db.seal", "h.db.inuse", "h.db.opening", "native")
                        .contains(name));
    }

    private static String openElsewhere(Path file) throws Exception {
        Process child = HistoryChild.start(unprivileged(), file.toString(), "open");
        String line = child.inputReader().readLine();
        child.waitFor();
        return String.valueOf(line);
    }

    private static List<String> unprivileged() {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        if (!Files.isExecutable(SETPRIV)) {
            if (Boolean.getBoolean("gradeline.ci")) {
                fail("as the superuser this test needs setpriv (util-linux)");
            }
            Assumptions.abort("the superuser may write anywhere, and there is no setpriv here to take that away");
        }
        return List.of(SETPRIV.toString(), "--bounding-set=-all", "--inh-caps=-all", "--");
    }
}
