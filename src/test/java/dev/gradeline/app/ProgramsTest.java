package dev.gradeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradeline.cli.FakeKeychain;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.cli.Shell;
import dev.gradeline.cli.UsageException;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Network;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which connection, which address, which directory. */
class ProgramsTest {
    @TempDir
    private Path folder;

    private final FakeKeychain keychain = new FakeKeychain();

    private Programs programs() {
        return new Programs(
                new Surroundings(Map.of(), new DataDirectory(folder), InstantSource.system(), () -> keychain),
                Shell.WORDS);
    }

    private static GlobalOptions options(@Nullable String connection, @Nullable String baseUrl) {
        return new GlobalOptions(null, connection, baseUrl, false, GlobalOptions.DEFAULT_MAX_WAIT);
    }

    private static GlobalOptions demo(@Nullable Path directory) {
        return new GlobalOptions(directory, null, null, true, GlobalOptions.DEFAULT_MAX_WAIT);
    }

    private Settings.Connection opened(GlobalOptions options) {
        try (Program program = programs().open(options)) {
            return program.connection();
        }
    }

    private void remember(String last) {
        new SettingsStore(folder.resolve("settings.json"))
                .update(settings -> settings.withConnection(
                                new Settings.Connection("one", "One", "https://one.example/api/v1"))
                        .withConnection(new Settings.Connection("two", "Two", "https://two.example/api/v1"))
                        .withLastConnection(last));
    }

    @Test
    void theFirstConnectionIsTheVendorsUnderADefaultName() {
        assertThat(opened(options(null, null)))
                .isEqualTo(new Settings.Connection("default", "", "https://assess.ayliea.com/api/v1"));
    }

    @Test
    void theConnectionIsTheNamedOneElseTheOneLastUsed() {
        remember("two");
        assertThat(opened(options(null, null)).name()).isEqualTo("two");
        assertThat(opened(options("one", null)).baseUrl()).isEqualTo("https://one.example/api/v1");
        remember("gone");
        assertThat(opened(options(null, null)).name()).isEqualTo("default");
    }

    @Test
    void anotherAddressHoldsForThisRunOnly() {
        remember("one");
        assertThat(opened(options(null, "https://three.example")).baseUrl()).isEqualTo("https://three.example/api/v1");
        assertThat(opened(options(null, null)).baseUrl()).isEqualTo("https://one.example/api/v1");
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThatThrownBy(() -> opened(options("nobody", null)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> opened(options("../x", null))).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> opened(options(null, "http://example.test/api/v1")))
                .isInstanceOf(UsageException.class);
    }

    @Test
    void aNewConnectionMayBeOpenedToBeConnected() {
        try (Program program = programs().openToConnect(options("new-one", null))) {
            assertThat(program.connection().name()).isEqualTo("new-one");
        }
    }

    @Test
    void theThrowAwayDirectoryOfTheDemoIsGoneAfterwards() {
        Path root;
        try (Program program = programs().open(demo(null))) {
            root = program.directory().root();
            assertThat(program.demo()).isTrue();
            assertThat(program.history().posture().isEmpty()).isTrue();
            assertThat(root).isDirectory();
            assertThat(program.vault().find().place()).isEqualTo(KeyVault.Place.SESSION);
        }
        assertThat(root).doesNotExist();
        assertThat(keychain.asked()).isZero();
    }

    @Test
    void aDirectoryThatThePersonNamedIsKept() {
        Path named = folder.resolve("demo");
        try (Program program = programs().open(demo(named))) {
            program.history();
        }
        assertThat(Files.exists(named.resolve("history/demo.db"))).isTrue();
    }

    @Test
    void oneKeychainServesAllConnections() {
        AtomicInteger opened = new AtomicInteger();
        Surroundings surroundings =
                new Surroundings(Map.of(), new DataDirectory(folder), InstantSource.system(), () -> {
                    opened.incrementAndGet();
                    return keychain;
                });
        Programs programs = new Programs(surroundings, Shell.WORDS);
        remember("one");
        try (Program program = programs.open(options(null, null))) {
            program.settings()
                    .current()
                    .connections()
                    .forEach(each -> programs.vault(each).find());
            program.proxyVault(Network.ofProxy("proxy.example", 8080, "ada")).find();
            program.vault().find();
        }
        assertThat(opened)
                .as("each would have a thread of its own, beside one that hangs")
                .hasValue(1);
    }

    @Test
    void whatIsFoundOnTheComputerIsPrintedWithoutAKey() {
        String key = "ayliea_pk_" + "a1b2c3d4".repeat(8);
        Surroundings surroundings = new Surroundings(
                Map.of(KeyVault.VARIABLE, key), new DataDirectory(folder), InstantSource.system(), () -> keychain);
        assertThat(surroundings.toString()).doesNotContain("a1b2c3d4");
        assertThat(programs().vault(new Settings.Connection("one", "One", "https://one.example/api/v1")))
                .asString()
                .doesNotContain("a1b2c3d4");
    }

    @Test
    void nothingIsOpenedBeforeItIsNeeded() {
        try (Program program = programs().open(options(null, null))) {
            assertThat(program.directory().root()).isEqualTo(folder.toAbsolutePath());
        }
        assertThat(folder.resolve("history")).doesNotExist();
        assertThat(keychain.asked()).isZero();
    }

    @Test
    void whatWasNeverFinishedIsClearedAwayAndTheLogTellsOfIt() throws IOException {
        Path history = Files.createDirectories(folder.resolve("history"));
        Path old = Files.writeString(folder.resolve(".gradeline-1.part"), "half");
        Path older = Files.writeString(history.resolve(".gradeline-2.part"), "half");
        Path now = Files.writeString(folder.resolve(".gradeline-3.part"), "half");
        Path other = Files.writeString(folder.resolve("mine.part"), "half");
        for (Path each : List.of(old, older, other)) {
            Files.setLastModifiedTime(each, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        }
        programs().open(options(null, null)).close();
        assertThat(old).doesNotExist();
        assertThat(older).doesNotExist();
        assertThat(now).exists();
        assertThat(other).exists();
        try (Stream<Path> logs = Files.list(folder.resolve("log"))) {
            assertThat(logs.findFirst().orElseThrow()).content().contains("1 files that were never finished are gone");
        }
    }
}
