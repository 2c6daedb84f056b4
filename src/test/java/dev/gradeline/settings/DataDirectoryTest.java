package dev.gradeline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataDirectoryTest {
    private static final Path ROOT = Path.of("/").toAbsolutePath();
    private static final Path HOME = ROOT.resolve("home").resolve("me");

    @Test
    void eachSystemHasItsPlace() {
        assertThat(root("Linux", Map.of())).isEqualTo(HOME.resolve(".local/share/gradeline"));
        assertThat(root("FreeBSD", Map.of())).isEqualTo(HOME.resolve(".local/share/gradeline"));
        assertThat(root("Mac OS X", Map.of())).isEqualTo(HOME.resolve("Library/Application Support/Gradeline"));
        assertThat(root("Darwin", Map.of())).isEqualTo(HOME.resolve("Library/Application Support/Gradeline"));
        assertThat(root("Windows 11", Map.of())).isEqualTo(HOME.resolve("AppData/Roaming/Gradeline"));
    }

    @Test
    void theEnvironmentMovesIt() {
        String elsewhere = ROOT.resolve("elsewhere").toString();
        assertThat(root("Linux", Map.of("XDG_DATA_HOME", elsewhere))).isEqualTo(ROOT.resolve("elsewhere/gradeline"));
        assertThat(root("Windows 10", Map.of("APPDATA", elsewhere))).isEqualTo(ROOT.resolve("elsewhere/Gradeline"));
        assertThat(root("Mac OS X", Map.of("XDG_DATA_HOME", elsewhere)))
                .isEqualTo(HOME.resolve("Library/Application Support/Gradeline"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "relative/path", "\u0000"})
    void aVariableThatIsNoAbsolutePathCountsAsUnset(String value) {
        assertThat(root("Linux", Map.of("XDG_DATA_HOME", value))).isEqualTo(HOME.resolve(".local/share/gradeline"));
        assertThat(root("Windows 11", Map.of("APPDATA", value))).isEqualTo(HOME.resolve("AppData/Roaming/Gradeline"));
    }

    /** Java asks the system's list of users alone, which knows nothing of containers, services and sudo. */
    @Test
    void homeIsWhereTheEnvironmentSaysAndElseWhereTheListOfUsersDoes() {
        Path elsewhere = ROOT.resolve("elsewhere");
        Map<String, String> named = Map.of("HOME", elsewhere.toString());
        assertThat(DataDirectory.home("Linux", named, HOME.toString())).isEqualTo(elsewhere);
        assertThat(DataDirectory.home("Mac OS X", named, HOME.toString())).isEqualTo(elsewhere);
        assertThat(DataDirectory.home("Windows 11", named, HOME.toString())).isEqualTo(HOME);
        assertThat(DataDirectory.home("Linux", Map.of(), HOME.toString())).isEqualTo(HOME);
        assertThat(DataDirectory.home("Linux", Map.of("HOME", "here"), HOME.toString()))
                .isEqualTo(HOME);
    }

    @Test
    void filesLieInsideTheDirectory() {
        DataDirectory data = new DataDirectory(Path.of("some", "..", "where"));
        assertThat(data.root()).isAbsolute().isEqualTo(Path.of("where").toAbsolutePath());
        assertThat(data.settingsFile()).isEqualTo(data.root().resolve("settings.json"));
        assertThat(data.historyFile("northwind")).isEqualTo(data.root().resolve("history/northwind.db"));
        assertThat(data.logDirectory()).isEqualTo(data.root().resolve("log"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "../up", "a/b", "a\\b", "/abs", "C:x", "a\u0000b", "..\\x"})
    void aConnectionsNameCannotLeadOutOfTheDirectory(String name) {
        DataDirectory data = new DataDirectory(HOME);
        assertThatIllegalArgumentException().isThrownBy(() -> data.historyFile(name));
    }

    @Test
    void whatIsOursIsClosedToOthersAndWhatIsNotIsLeft(@TempDir Path folder) throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX file system");
        DataDirectory ours = opened(folder.resolve("ours"));
        Files.createFile(ours.settingsFile());
        DataDirectory shared = opened(folder.resolve("shared"));
        Files.createFile(shared.root().resolve("thesis.odt"));

        ours.keepPrivate();
        shared.keepPrivate();
        new DataDirectory(folder.resolve("missing")).keepPrivate();

        assertThat(permissions(ours.root())).isEqualTo("rwx------");
        assertThat(permissions(ours.historyDirectory())).isEqualTo("rwx------");
        assertThat(permissions(ours.logDirectory())).isEqualTo("rwx------");
        assertThat(permissions(shared.root())).isEqualTo("rwxr-xr-x");
        assertThat(permissions(shared.historyDirectory())).isEqualTo("rwx------");
        // what its owner may not is not given either
        Files.setPosixFilePermissions(ours.root(), PosixFilePermissions.fromString("r-xr-x---"));
        ours.keepPrivate();
        assertThat(permissions(ours.root())).isEqualTo("r-x------");
        Files.setPosixFilePermissions(ours.root(), PosixFilePermissions.fromString("rwx------"));
    }

    private static DataDirectory opened(Path root) throws IOException {
        DataDirectory data = new DataDirectory(root);
        for (Path each : List.of(data.root(), data.historyDirectory(), data.logDirectory())) {
            Files.createDirectory(each);
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return data;
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static Path root(String os, Map<String, String> environment) {
        return DataDirectory.standard(os, HOME, environment).root();
    }
}
