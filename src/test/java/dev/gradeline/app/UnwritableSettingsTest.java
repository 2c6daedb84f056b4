package dev.gradeline.app;

import static dev.gradeline.app.TwoOrganisations.CONTOSO;
import static dev.gradeline.app.TwoOrganisations.CONTOSO_TOO;
import static dev.gradeline.app.TwoOrganisations.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.cli.FakeKeychain;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.cli.Shell;
import dev.gradeline.history.HistoryException;
import dev.gradeline.keychain.KeyVault.Place;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Organisations whose settings or history cannot be written any more, as on a full disk: nothing is lost over it. */
class UnwritableSettingsTest {
    private static final String API = "http://127.0.0.1:1/api/v1";
    private static final GlobalOptions NORTH =
            new GlobalOptions(null, "northwind", null, false, GlobalOptions.DEFAULT_MAX_WAIT);

    @TempDir
    private Path folder;

    private final FakeKeychain keychain = new FakeKeychain() {
        @Override
        public KeychainResult<@Nullable String> read(String account) {
            if (!account.startsWith("northwind ")) {
                UnwritableSettingsTest.this.read();
            }
            return super.read(account);
        }
    };
    private boolean full;
    private CurrentProgram current;

    private DataDirectory directory() {
        return new DataDirectory(folder);
    }

    private static Settings.Connection connection(String name) {
        return new Settings.Connection(name, "The " + name, API);
    }

    private SettingsStore settings() {
        return new SettingsStore(directory().settingsFile());
    }

    /** Where the settings are, a directory is in the way: that holds for an administrator, too. */
    private void fill() {
        try {
            Path file = directory().settingsFile();
            Files.move(file, file.resolveSibling("kept"));
            Files.createDirectory(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void free() throws IOException {
        Path file = directory().settingsFile();
        Files.delete(file);
        Files.move(file.resolveSibling("kept"), file);
    }

    /** Called once the settings of another connection have been read: then they are in the way, if they are to be. */
    private void read() {
        if (full) {
            full = false;
            fill();
        }
    }

    @BeforeEach
    void twoOrganisations() {
        settings()
                .update(s -> s.withConnection(connection("contoso"))
                        .withConnection(connection("northwind"))
                        .withLastConnection("northwind")
                        .withViews("contoso", "name=Payroll")
                        .withSyncMinutes("contoso", 60));
        keychain.write("northwind " + API, NORTHWIND);
        keychain.write("contoso " + API, CONTOSO);
        Programs programs = new Programs(
                new Surroundings(Map.of(), directory(), InstantSource.system(), () -> keychain), Shell.WORDS);
        for (String name : List.of("northwind", "contoso")) {
            try (Program program =
                    programs.open(new GlobalOptions(null, name, null, false, GlobalOptions.DEFAULT_MAX_WAIT))) {
                program.history().firstSync();
            }
        }
        current = new CurrentProgram(programs, programs.open(NORTH));
    }

    @AfterEach
    void close() {
        current.close();
    }

    private Organising organising() {
        return new Organising(current, Shell.WORDS, NORTH);
    }

    private Belonging belonging() {
        return new Belonging(current, current.with(program -> program), NORTH, Shell.WORDS);
    }

    private @Nullable String key(String name) {
        return keychain.read(name + " " + API) instanceof KeychainResult.Ok<@Nullable String> ok ? ok.value() : null;
    }

    private String open() {
        return current.with(program -> program.connection().name());
    }

    private List<String> names() {
        return settings().current().connections().stream()
                .map(Settings.Connection::name)
                .toList();
    }

    @Test
    void nothingIsRemovedWhereTheSettingsCannotBeWritten() throws IOException {
        fill();
        assertThatThrownBy(() -> organising().remove(connection("contoso"))).isInstanceOf(UncheckedIOException.class);
        free();
        assertThat(directory().historyFile("contoso")).exists();
        assertThat(key("contoso")).isEqualTo(CONTOSO);
        assertThat(names()).containsExactly("contoso", "northwind");
    }

    @Test
    void nothingIsRemovedWhereTheHistoryCannotBe() {
        Settings before = settings().current();
        Programs others = new Programs(
                new Surroundings(Map.of(), directory(), InstantSource.system(), () -> keychain), Shell.WORDS);
        try (Program other =
                others.open(new GlobalOptions(null, "contoso", null, false, GlobalOptions.DEFAULT_MAX_WAIT))) {
            other.history().firstSync();
            assertThatThrownBy(() -> organising().remove(connection("contoso"))).isInstanceOf(HistoryException.class);
        }
        assertThat(settings().current()).isEqualTo(before);
        assertThat(key("contoso")).isEqualTo(CONTOSO);
        organising().remove(connection("contoso"));
        assertThat(settings().current()).isEqualTo(before.withoutConnection("contoso"));
        assertThat(directory().historyFile("contoso")).doesNotExist();
        assertThat(key("contoso")).isNull();
    }

    @Test
    void theKeyThatAnOrganisationHasIsNotLostWhereTheSettingsCannotBeWritten() throws IOException {
        full = true;
        Belonging belonging = belonging();
        assertThatThrownBy(() -> belonging.keep(ApiKey.of(CONTOSO_TOO), connection("contoso"), false))
                .isInstanceOf(UncheckedIOException.class);
        free();
        assertThat(key("contoso")).isEqualTo(CONTOSO);
        full = true;
        assertThatThrownBy(() -> belonging.keep(ApiKey.of(CONTOSO_TOO), connection("third"), false))
                .isInstanceOf(UncheckedIOException.class);
        free();
        assertThat(key("third")).as("a key that nobody would find").isNull();
        assertThat(open()).isEqualTo("northwind");
        assertThat(belonging
                        .keep(ApiKey.of(CONTOSO_TOO), connection("contoso"), false)
                        .place())
                .isEqualTo(Place.KEYCHAIN);
        assertThat(key("contoso")).isEqualTo(CONTOSO_TOO);
    }

    @Test
    void noConnectionIsLeftWhereTheKeychainFails() {
        Settings before = settings().current();
        Belonging belonging = belonging();
        for (String name : List.of("third", "contoso")) {
            keychain.fail(new KeychainResult.Locked<>());
            belonging.keep(ApiKey.of(CONTOSO_TOO), new Settings.Connection(name, "Another name", API), false);
            keychain.fail(null);
            assertThat(settings().current()).as(name).isEqualTo(before);
        }
        assertThat(key("contoso")).isEqualTo(CONTOSO);
        assertThat(open()).isEqualTo("northwind");
    }

    @Test
    void anotherOrganisationOpensWhereTheSettingsCannotBeWritten() throws IOException {
        Surroundings opening = new Surroundings(Map.of(), directory(), InstantSource.system(), () -> {
            read();
            return keychain;
        });
        Program left = current.with(program -> program);
        try (CurrentProgram others = new CurrentProgram(new Programs(opening, Shell.WORDS), left)) {
            full = true;
            new Organising(others, Shell.WORDS, NORTH)
                    .open(
                            connection("contoso"),
                            new GlobalOptions(null, "contoso", null, false, GlobalOptions.DEFAULT_MAX_WAIT));
            String now = others.with(program -> program.connection().name());
            assertThat(now).isEqualTo("contoso");
        }
        free();
        assertThat(settings().current().lastConnection()).isEqualTo("northwind");
    }
}
