package dev.gradeline.ui.settings;

import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What can be chosen, and what there is to know about the connection. Each choice is kept at once. JavaFX thread. */
public final class SettingsViewModel {
    /** Text sizes offered, in percent. */
    public static final List<Integer> TEXT_SIZES = List.of(90, 100, 110, 125, 150);
    /** Intervals offered, in minutes; 0 turns automatic synchronisation off. */
    public static final List<Integer> INTERVALS = List.of(0, 5, 15, 30, 60, 240, 1440);
    /** Ages offered, in days, past which an assessment is marked old; 0 for never. */
    public static final List<Integer> OLD_AFTER = List.of(0, 30, 60, 90, 180, 365);

    /**
     * What the page shows and nobody changes.
     *
     * @param folder where history and settings are
     */
    public record Facts(Settings.Connection connection, boolean demo, Path folder, String version) {}

    private final Words words;
    private final SettingsStore store;
    private final KeyVault vault;
    private final TaskRunner tasks;
    private final Facts facts;
    private final Consumer<Settings> applied;
    private final Runnable connect;
    private final ObjectProperty<Settings.Theme> theme;
    private final ObjectProperty<Integer> textPercent;
    private final ObjectProperty<Integer> syncMinutes;
    private final ObjectProperty<Integer> oldAfterDays;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    /**
     * @param applied told the new settings once they are written
     * @param connect opens the connect page
     */
    public SettingsViewModel(
            Words words,
            SettingsStore store,
            KeyVault vault,
            TaskRunner tasks,
            Facts facts,
            Consumer<Settings> applied,
            Runnable connect) {
        this.words = words;
        this.store = store;
        this.vault = vault;
        this.tasks = tasks;
        this.facts = facts;
        this.applied = applied;
        this.connect = connect;
        Settings now = store.current();
        theme = kept(now.theme(), (settings, value) -> settings.withTheme(value));
        textPercent = kept(now.textPercent(), (settings, value) -> settings.withTextPercent(value));
        syncMinutes = kept(now.syncMinutes(), (settings, value) -> settings.withSyncMinutes(value));
        oldAfterDays = kept(now.oldAfterDays(), (settings, value) -> settings.withOldAfterDays(value));
    }

    private interface Change<T> {
        Settings in(Settings settings, T value);
    }

    private <T> ObjectProperty<T> kept(T now, Change<T> change) {
        ObjectProperty<T> property = new SimpleObjectProperty<>(now);
        property.addListener((observable, was, value) -> {
            if (value != null) {
                keep(settings -> change.in(settings, value));
            }
        });
        return property;
    }

    private void keep(UnaryOperator<Settings> change) {
        tasks.run(
                () -> store.update(change),
                applied,
                error -> message.set(words.of("settings.notKept", String.valueOf(error.getMessage()))));
    }

    public ObjectProperty<Settings.Theme> theme() {
        return theme;
    }

    public ObjectProperty<Integer> textPercent() {
        return textPercent;
    }

    public ObjectProperty<Integer> syncMinutes() {
        return syncMinutes;
    }

    public ObjectProperty<Integer> oldAfterDays() {
        return oldAfterDays;
    }

    /** How the last action went; empty before. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    public Facts facts() {
        return facts;
    }

    public String themeName(Settings.Theme value) {
        return switch (value) {
            case SYSTEM -> words.of("settings.theme.system");
            case LIGHT -> words.of("settings.theme.light");
            case DARK -> words.of("settings.theme.dark");
        };
    }

    public String percentName(int percent) {
        return words.of("settings.textSize.value", percent);
    }

    public String intervalName(int minutes) {
        if (minutes == 0) {
            return words.of("settings.sync.off");
        }
        return minutes < 60
                ? words.of("settings.sync.minutes", minutes)
                : words.of("settings.sync.hours", minutes / 60);
    }

    public String ageName(int days) {
        return days == 0 ? words.of("settings.old.never") : words.of("settings.old.days", days);
    }

    /** Opens the connect page for another key: the old one stays until the new one is kept. */
    public void replaceKey() {
        connect.run();
    }

    /** Removes the key; the history stays. */
    public void forgetKey() {
        tasks.run(
                vault::forget,
                result -> message.set(
                        result instanceof KeychainResult.Ok || result instanceof KeychainResult.Absent
                                ? words.of("settings.key.forgotten")
                                : words.of("settings.key.notForgotten", vault.keychainName())),
                error -> message.set(words.of("settings.key.notForgotten", vault.keychainName())));
    }
}
