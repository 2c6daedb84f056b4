package dev.gradeline.ui.shell;

import dev.gradeline.ayliea.RateLimiter;
import dev.gradeline.history.History;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.sync.Synchroniser;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.settings.Diagnostics;
import dev.gradeline.ui.settings.Outward;
import dev.gradeline.words.Words;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What the window is built from: the services of one open connection.
 *
 * @param connection which organisation
 * @param demo whether the connection is the embedded sample
 * @param kept whether what is stored outlives this run
 * @param tasks where slow work goes
 * @param ui runs work on the JavaFX thread
 * @param version the program's version
 * @param outward the way to the API
 * @param diagnostics writes what helps to find out what went wrong
 * @param backup what is looked at and neither changed nor kept; null where it is an organisation of this computer, or the sample
 */
public record Services(
        Words words,
        InstantSource clock,
        SettingsStore settings,
        DataDirectory directory,
        Settings.Connection connection,
        boolean demo,
        boolean kept,
        History history,
        Synchroniser synchroniser,
        KeyVault vault,
        RateLimiter limiter,
        TaskRunner tasks,
        Executor ui,
        String version,
        Outward outward,
        Diagnostics diagnostics,
        @Nullable Path backup) {
    /** Why nothing can be read or written here; empty where it can. */
    String onlyLooked() {
        return backup == null ? "" : words.of("shell.backup.why");
    }
}
