package dev.gradeline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
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

    private static Path root(String os, Map<String, String> environment) {
        return DataDirectory.standard(os, HOME, environment).root();
    }
}
