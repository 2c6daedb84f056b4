package dev.gradeline.ui.settings;

import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.settings.Appearance;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.DateStyle;
import dev.gradeline.words.DayWords;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.Words;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What can be chosen, and what there is to know about the connection. Each choice is kept at once. JavaFX thread. */
public final class SettingsViewModel {
    /** Text sizes offered, in percent. */
    public static final List<Integer> TEXT_SIZES = List.of(90, 100, 110, 125, 150);
    /** Intervals offered, in minutes; 0 turns automatic synchronisation off. */
    public static final List<Integer> INTERVALS = List.of(0, 5, 15, 30, 60, 240, 1440);
    /** Pages offered to begin with, by id, in the order of the navigation. */
    public static final List<String> START_PAGES =
            Arrays.stream(PageId.values()).map(PageId::id).toList();
    /** Ages offered, in days, past which an assessment is marked old; 0 for never. */
    public static final List<Integer> OLD_AFTER = List.of(0, 30, 60, 90, 180, 365);

    /** How long the record of every synchronisation is kept, in days; 0 for ever. */
    public static final List<Integer> RUN_DAYS = List.of(0, 30, 90, 365);

    /**
     * What the page shows and nobody changes.
     *
     * @param folder where history and settings are
     * @param folderOpens whether the system can show the folder
     * @param today the day that examples of dates are made with
     */
    public record Facts(
            Settings.Connection connection,
            boolean demo,
            Path folder,
            boolean folderOpens,
            LocalDate today,
            String onlyLooked) {
        /** Of an organisation that can be read and written. */
        public Facts(Settings.Connection connection, boolean demo, Path folder, boolean folderOpens, LocalDate today) {
            this(connection, demo, folder, folderOpens, today, "");
        }

        /** Whether there is a key that the person can put another in the place of. */
        public boolean hasKeyOfItsOwn() {
            return !demo && onlyLooked.isEmpty();
        }
    }

    /** What follows from a choice beyond this page. JavaFX thread. */
    public interface Effects {
        /** The settings were written. */
        void applied(Settings now);

        /** The key is another one, or gone. */
        void keyChanged();

        /** Opens the connect page. */
        void connect();

        /** Shows the data folder to the person. */
        void openFolder();
    }

    private final Words words;
    private final SettingsStore store;
    private final KeyVault vault;
    private final TaskRunner tasks;
    private final Facts facts;
    private final Effects effects;
    private final Choices choices;
    private final KeyState keyState;
    private final ObjectProperty<Settings.Theme> theme;
    private final ObjectProperty<Settings.Language> language;
    private final ObjectProperty<Integer> textPercent;
    private final ObjectProperty<Integer> syncMinutes;
    private final ObjectProperty<Appearance.DateStyle> dateStyle;
    private final ObjectProperty<Appearance.Motion> motion;
    private final ObjectProperty<String> startPage;
    private final ObjectProperty<Integer> oldAfterDays;
    private final ObjectProperty<Integer> runDays;
    private final ReadOnlyBooleanWrapper confirming = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private boolean showing;

    public SettingsViewModel(
            Words words, SettingsStore store, KeyVault vault, TaskRunner tasks, Facts facts, Effects effects) {
        this.words = words;
        this.store = store;
        this.vault = vault;
        this.tasks = tasks;
        this.facts = facts;
        this.effects = effects;
        this.choices = new Choices(store, tasks, this::applied, this::notKept);
        this.keyState = new KeyState(words, vault, tasks, keyless(words, facts));
        Settings now = store.current();
        theme = kept(now.theme(), Settings::withTheme);
        language = kept(now.language(), Settings::withLanguage);
        textPercent = kept(now.textPercent(), Settings::withTextPercent);
        syncMinutes = kept(now.syncMinutes(), Settings::withSyncMinutes);
        dateStyle = kept(
                now.appearance().dateStyle(),
                (s, style) -> s.withAppearance(s.appearance().withDateStyle(style)));
        motion = kept(
                now.appearance().motion(),
                (s, chosen) -> s.withAppearance(s.appearance().withMotion(chosen)));
        startPage = kept(
                startPage(now), (s, page) -> s.withAppearance(s.appearance().withStartPage(page)));
        oldAfterDays = kept(now.oldAfterDays(), Settings::withOldAfterDays);
        runDays = kept(now.runDays(), Settings::withRunDays);
    }

    /** A page that is not there, such as a newer version's, is the first. */
    private static String startPage(Settings now) {
        return PageId.of(now.appearance().startPage()).orElse(PageId.OVERVIEW).id();
    }

    /** Asks where the key is and how the keychain does; call whenever the page comes into sight. */
    public void open() {
        confirming.set(false);
        keyState.ask();
    }

    private <T> ObjectProperty<T> kept(T now, BiFunction<Settings, T, Settings> change) {
        ObjectProperty<T> property = new SimpleObjectProperty<>(now);
        property.addListener((observable, was, value) -> {
            if (value != null && !showing) {
                choices.keep(settings -> change.apply(settings, value));
            }
        });
        return property;
    }

    private void applied(Settings now) {
        if (choices.settled() && !setBack()) {
            message.set("");
        }
        effects.applied(now);
    }

    private void notKept(Exception error) {
        message.set(words.of("settings.notKept", FaultText.of(error)));
        if (choices.settled()) {
            setBack();
        }
    }

    /** What is shown must be what holds: the boxes go back to what is written. Gives whether one of them had to. */
    private boolean setBack() {
        Settings now = store.current();
        showing = true;
        // every box, also after the first that differs
        List<Boolean> changed = List.of(
                set(theme, now.theme()),
                set(language, now.language()),
                set(textPercent, now.textPercent()),
                set(syncMinutes, now.syncMinutes()),
                set(dateStyle, now.appearance().dateStyle()),
                set(motion, now.appearance().motion()),
                set(startPage, startPage(now)),
                set(oldAfterDays, now.oldAfterDays()),
                set(runDays, now.runDays()));
        showing = false;
        return changed.contains(true);
    }

    private static <T> boolean set(ObjectProperty<T> box, T value) {
        boolean other = !value.equals(box.get());
        box.set(value);
        return other;
    }

    /** Where the key is, in words, and what can be done with it. */
    public KeyState keyState() {
        return keyState;
    }

    public ObjectProperty<Settings.Theme> theme() {
        return theme;
    }

    private static String keyless(Words words, Facts facts) {
        return facts.hasKeyOfItsOwn() ? "" : facts.demo() ? words.of("settings.key.demo") : facts.onlyLooked();
    }

    /** Applied by building the window anew. */
    public ObjectProperty<Settings.Language> language() {
        return language;
    }

    public ObjectProperty<Integer> textPercent() {
        return textPercent;
    }

    public ObjectProperty<Integer> syncMinutes() {
        return syncMinutes;
    }

    /** Applied by building the window anew. */
    public ObjectProperty<Appearance.DateStyle> dateStyle() {
        return dateStyle;
    }

    public ObjectProperty<Appearance.Motion> motion() {
        return motion;
    }

    /** The page that the next start opens with, by its id. */
    public ObjectProperty<String> startPage() {
        return startPage;
    }

    public ObjectProperty<Integer> oldAfterDays() {
        return oldAfterDays;
    }

    public ObjectProperty<Integer> runDays() {
        return runDays;
    }

    public String runDaysName(int days) {
        return days == 0 ? words.of("settings.runs.all") : words.of("settings.runs.days", days);
    }

    /** How the last action went; empty before. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    Words words() {
        return words;
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

    /** Each language under its own name, for whoever cannot read the one that is shown. */
    public String languageName(Settings.Language value) {
        return switch (value) {
            case SYSTEM -> words.of("settings.language.system");
            case EN -> words.of("settings.language.en");
            case DE -> words.of("settings.language.de");
        };
    }

    public String percentName(int percent) {
        return words.of("settings.textSize.value", percent);
    }

    public String intervalName(int minutes) {
        return intervalName(minutes, words);
    }

    static String intervalName(int minutes, Words words) {
        if (minutes == 0) {
            return words.of("settings.sync.off");
        }
        return minutes < 60
                ? words.of("settings.sync.minutes", minutes)
                : words.of("settings.sync.hours", minutes / 60);
    }

    /** The day of today, as it would be written. */
    public String dateStyleName(Appearance.DateStyle style) {
        return switch (style) {
            case SYSTEM -> words.of("settings.dates.system");
            case ISO -> words.of("settings.dates.iso", today(DateStyle.ISO));
            case SHORT -> today(DateStyle.SHORT);
            case LONG -> today(DateStyle.LONG);
        };
    }

    private String today(DateStyle style) {
        return new DayWords(new Words(words.locale(), words.zone(), style)).day(facts.today());
    }

    public String motionName(Appearance.Motion value) {
        return switch (value) {
            case SYSTEM -> words.of("settings.motion.system");
            case REDUCED -> words.of("settings.motion.reduced");
        };
    }

    public String startPageName(String id) {
        return words.of("page." + id);
    }

    public String ageName(int days) {
        return days == 0 ? words.of("settings.old.never") : words.of("settings.old.days", days);
    }

    /** Opens the connect page for another key: the old one stays until the new one is kept. */
    public void replaceKey() {
        effects.connect();
    }

    /** Does what helps where the key cannot be read. */
    public void cureKey() {
        keyState.takeCure(effects::keyChanged);
    }

    /** Whether the person is being asked if the key is really to be removed. */
    public ReadOnlyBooleanProperty confirming() {
        return confirming.getReadOnlyProperty();
    }

    /** Asks first: the key cannot be read again anywhere. */
    public void askToForgetKey() {
        message.set("");
        confirming.set(true);
    }

    public void keepKey() {
        confirming.set(false);
    }

    /** Removes the key; the history stays. Does nothing unless the person was asked. */
    public void forgetKey() {
        if (!confirming.get()) {
            return;
        }
        confirming.set(false);
        tasks.run(
                vault::forget,
                result -> forgotten(
                        result instanceof KeychainResult.Ok || result instanceof KeychainResult.Absent
                                ? words.of("settings.key.forgotten")
                                : words.of("settings.key.notForgotten", vault.keychainName())),
                error -> forgotten(words.of("settings.key.notForgotten", vault.keychainName())));
    }

    private void forgotten(String how) {
        message.set(how);
        keyState.ask();
        effects.keyChanged();
    }

    /** Opens the data folder in the system's file manager; does nothing where there is none. */
    public void openFolder() {
        if (facts.folderOpens()) {
            effects.openFolder();
        }
    }
}
