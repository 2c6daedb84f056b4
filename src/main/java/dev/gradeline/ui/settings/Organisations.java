package dev.gradeline.ui.settings;

import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.posture.Outcome;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.KeySight;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The organisations on this computer: each a connection with a key and a history of its own. */
public interface Organisations {
    /** None to look after, as while the window shows sample data. */
    Organisations NONE = new None();

    /**
     * One of them.
     *
     * @param open whether the window shows it
     */
    record Organisation(Settings.Connection connection, boolean open, Schedule schedule, Stored stored) {}

    /**
     * How often it is synchronised, in minutes; 0 for never.
     *
     * @param own its own interval; null when it keeps to that of all
     */
    record Schedule(@Nullable Integer own, int ofAll) {}

    /**
     * What is stored of it.
     *
     * @param bytes 0 where there is nothing
     * @param synced when it was synchronised last; null for never
     * @param trouble how a part failed last time; null where none did
     * @param unreadable why nothing can be said of it; empty where all can
     */
    record Stored(
            long bytes, @Nullable Instant synced, @Nullable Outcome trouble, String unreadable) {
        public static final Stored NOTHING = new Stored(0, null, null, "");
    }

    /** All of them, in the order in which they came. Blocking, but never for long: no keychain is asked. */
    List<Organisation> list();

    /**
     * Gives one of them an interval of its own, open or not. Blocking.
     *
     * @param minutes null has it keep to that of all
     * @return the settings as they are now
     */
    Settings schedule(Settings.Connection connection, @Nullable Integer minutes);

    /**
     * Where their keys are, by the connection's name. Blocking, for as long as a keychain takes; never prompts for an
     * organisation that is not open.
     */
    Map<String, KeySight> keys();

    /** Keeps another label. Blocking. */
    void rename(Settings.Connection renamed);

    /** Removes the key; the history stays. Blocking. */
    KeychainResult<Boolean> forgetKey(Settings.Connection connection);

    /**
     * Copies the history into a file. Blocking.
     *
     * @param cancelled ends it with a {@link java.util.concurrent.CancellationException}; the file is then as it was
     */
    void backup(Settings.Connection connection, Path target, BooleanSupplier cancelled);

    /**
     * Removes an organisation that is not open from the settings, then its history, then its key. Blocking.
     *
     * @return what the keychain said when the key was to be removed: all else is gone by then
     * @throws java.io.UncheckedIOException when the settings cannot be written: then all is as it was
     * @throws dev.gradeline.history.HistoryException when the history cannot be removed: then all is as it was, too
     */
    KeychainResult<Boolean> remove(Settings.Connection closed);

    /** Shows another organisation's dashboard. JavaFX thread. */
    void open(Settings.Connection connection);

    /** Leads to the connect page for one more organisation. JavaFX thread. */
    void add();

    /** Asks for a backup and shows what it knows. JavaFX thread. */
    void openBackup();

    /** Shows what a backup knows, without changing or keeping it. JavaFX thread. */
    void openBackup(Path backup);

    /** Makes an organisation of its own of a backup. JavaFX thread. */
    void keepBackup(Path backup);

    /** Leaves the organisation that is open, removes its history and key, and goes on with another. JavaFX thread. */
    void leaveAndRemove(Settings.Connection opened);

    /** Nothing happens. */
    final class None implements Organisations {
        private None() {}

        @Override
        public List<Organisation> list() {
            return List.of();
        }

        @Override
        public Settings schedule(Settings.Connection connection, @Nullable Integer minutes) {
            return Settings.DEFAULT;
        }

        @Override
        public Map<String, KeySight> keys() {
            return Map.of();
        }

        @Override
        public void rename(Settings.Connection renamed) {}

        @Override
        public KeychainResult<Boolean> forgetKey(Settings.Connection connection) {
            return new KeychainResult.Ok<>(false);
        }

        @Override
        public void backup(Settings.Connection connection, Path target, BooleanSupplier cancelled) {}

        @Override
        public KeychainResult<Boolean> remove(Settings.Connection closed) {
            return new KeychainResult.Ok<>(false);
        }

        @Override
        public void open(Settings.Connection connection) {}

        @Override
        public void add() {}

        @Override
        public void openBackup() {}

        @Override
        public void openBackup(Path backup) {}

        @Override
        public void keepBackup(Path backup) {}

        @Override
        public void leaveAndRemove(Settings.Connection opened) {}
    }
}
