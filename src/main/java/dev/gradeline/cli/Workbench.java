package dev.gradeline.cli;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.AyliaClient;
import dev.gradeline.ayliea.RateLimiter;
import dev.gradeline.history.History;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Network;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.sync.Synchroniser;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The services of one connection, opened as they are first used and closed together. Safe for several threads; a first
 * use may block.
 */
public interface Workbench extends AutoCloseable {
    /** What time it is; in the demo, the story's time. */
    InstantSource clock();

    DataDirectory directory();

    SettingsStore settings();

    /** The connection in use, with the address of this run; it need not be in the settings. */
    Settings.Connection connection();

    /**
     * All connections of this data directory, in the order in which they came: one that was never named, too, as soon as it has a
     * history or is the only one. Of the demo or a backup, that alone. Never empty; blocking.
     */
    List<Settings.Connection> connections();

    /** Whether the API is the embedded one with sample data. */
    boolean demo();

    /** The backup that is looked at, and neither changed nor kept; null for an organisation of this computer, or the demo. */
    default @Nullable Path backup() {
        return null;
    }

    /** Whether what is stored outlives this run; false for a backup, and for sample data in a throw-away data directory. */
    boolean kept();

    KeyVault vault();

    AyliaClient client();

    /** A client of a key that is not kept yet, to be closed by the caller. */
    AyliaClient clientOf(ApiKey key);

    /** Where the password for a proxy of the settings is. */
    KeyVault proxyVault(Network network);

    RateLimiter limiter();

    /** @throws dev.gradeline.history.HistoryException when the file cannot be opened */
    History history();

    /**
     * What became of the history when it was found to be damaged, and the person has yet to take note of; null when this run
     * did not open it, or when there is nothing to tell. Blocking.
     */
    History.@Nullable Rescue rescue();

    Synchroniser synchroniser();

    /** Brings the demo's history up to the story's end, as far as it is not there yet. Without a demo, does nothing. */
    void prepareToRead();

    /**
     * Brings the demo's history up to the story's last moment but one and the clock to the last, so that a
     * synchronisation has something to find. Without a demo, does nothing.
     */
    void prepareToSynchronise();

    /** Closes what was opened, the last first; a throw-away data directory is deleted. */
    @Override
    void close();
}
