package dev.gradeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ayliea.Call;
import dev.gradeline.cli.FakeKeychain;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.cli.Shell;
import dev.gradeline.history.History;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.posture.Posture;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.sync.SyncProgress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One person's computer: a data directory, a keychain, and organisations in both. */
final class Computer {
    final FakeKeychain keychain = new FakeKeychain();
    final Chosen chooser = new Chosen();

    /** How far this computer's clock is ahead of the world's. */
    volatile Duration ahead = Duration.ZERO;

    /** Its variables. */
    volatile Map<String, String> environment = Map.of();

    private final DataDirectory directory;
    private final String api;

    /** @param api the address that every connection here has */
    Computer(Path folder, String api) {
        this.directory = new DataDirectory(folder);
        this.api = api;
        settings().update(settings -> settings.withSyncMinutes(0));
    }

    SettingsStore settings() {
        return new SettingsStore(directory.settingsFile());
    }

    Path historyFile(String name) {
        return directory.historyFile(name);
    }

    private String account(String name) {
        return name + " " + api;
    }

    /** Adds an organisation with its key, as the one last used. */
    void add(String name, String label, String key) {
        settings()
                .update(settings -> settings.withConnection(new Settings.Connection(name, label, api))
                        .withLastConnection(name));
        keychain.write(account(name), key);
    }

    void synchronise(String name) {
        try (Program program =
                programs().open(new GlobalOptions(null, name, null, false, GlobalOptions.DEFAULT_MAX_WAIT))) {
            assertThat(program.synchroniser().run(new Call(), SyncProgress.NONE).complete())
                    .isTrue();
        }
    }

    Programs programs() {
        return new Programs(
                new Surroundings(environment, directory, () -> Instant.now().plus(ahead), () -> keychain), Shell.WORDS);
    }

    LiveWindow window() {
        return new LiveWindow(programs(), chooser);
    }

    @Nullable String key(String name) {
        return keychain.read(account(name)) instanceof KeychainResult.Ok<@Nullable String> ok ? ok.value() : null;
    }

    Posture stored(String name) {
        try (History history = History.open(historyFile(name), InstantSource.system())) {
            return history.posture();
        }
    }

    /** Makes a backup of a connection's history, as the command line does; gives the file. */
    Path backup(String name, Path file) {
        try (History history = History.open(historyFile(name), InstantSource.system())) {
            history.backup(file);
        }
        return file;
    }

    /** The names of the connections, in their order. */
    List<String> names() {
        return settings().current().connections().stream()
                .map(Settings.Connection::name)
                .toList();
    }
}
