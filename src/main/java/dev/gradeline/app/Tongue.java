package dev.gradeline.app;

import dev.gradeline.settings.Appearance;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.words.DateStyle;
import dev.gradeline.words.Words;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Which language the program speaks: the person's choice, or else the system's where there are words in it, or else English.
 * Immutable; any thread.
 *
 * @param system the system's locale
 * @param zone in which times are shown
 * @param controls told the locale in which the toolkit's own controls are to speak, such as the months of a date field
 */
record Tongue(Locale system, ZoneId zone, Consumer<Locale> controls) {
    private static final String DATA_DIRECTORY = "--data-dir";

    /** The real one. The toolkit takes its texts from the locale of the process. */
    static Tongue ofThisProcess() {
        return new Tongue(
                Locale.getDefault(Locale.Category.DISPLAY), ZoneId.systemDefault(), Tongue::localeOfTheProcess);
    }

    /** One whose system speaks as the words do, for a window that is not the process's only one. */
    static Tongue of(Words words) {
        return new Tongue(words.locale(), words.zone(), locale -> {});
    }

    private static void localeOfTheProcess(Locale locale) {
        Locale.setDefault(locale);
    }

    /** The words in the language that was chosen, with days in the chosen style. */
    Words words(Appearance chosen) {
        return new Words(locale(chosen.language()), zone, dates(chosen));
    }

    private static DateStyle dates(Appearance chosen) {
        return switch (chosen.dateStyle()) {
            case SYSTEM -> DateStyle.LOCALE;
            case ISO -> DateStyle.ISO;
            case SHORT -> DateStyle.SHORT;
            case LONG -> DateStyle.LONG;
        };
    }

    /** Whether somebody who chose this is spoken to as these words speak. */
    boolean speaks(Words words, Appearance chosen) {
        return locale(chosen.language()).equals(words.locale()) && dates(chosen) == words.dates();
    }

    /**
     * The locale of a language. Where the system speaks it, too, the system's: an American's English, an Austrian's German. A
     * system in a third language gets English days and numbers with the English words.
     */
    Locale locale(Settings.Language chosen) {
        return switch (chosen) {
            case EN -> speaks("en") ? system : Locale.ENGLISH;
            case DE -> speaks("de") ? system : Locale.GERMAN;
            case SYSTEM -> speaks("en") || speaks("de") ? system : Locale.ENGLISH;
        };
    }

    private boolean speaks(String language) {
        return system.getLanguage().equals(language);
    }

    /**
     * The language and the style of days chosen in the settings that a run with these arguments is going to use. They are looked at before the command
     * line is read, because that answers in this language, too.
     *
     * @param standard where the settings are unless the arguments name another place
     */
    static Appearance chosen(DataDirectory standard, String... arguments) {
        Path given = null;
        boolean demo = false;
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            demo |= argument.equals("--demo");
            if (argument.equals(DATA_DIRECTORY) && i + 1 < arguments.length) {
                given = path(arguments[i + 1]);
            } else if (argument.startsWith(DATA_DIRECTORY + "=")) {
                given = path(argument.substring(DATA_DIRECTORY.length() + 1));
            }
        }
        if (given == null && demo) {
            // its settings are made with its throw-away directory
            return Settings.DEFAULT.appearance();
        }
        DataDirectory directory = given == null ? standard : new DataDirectory(given);
        return SettingsStore.peek(directory.settingsFile()).appearance();
    }

    /** The command line says what is wrong with a path that is none. */
    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException notAPath) {
            return Path.of("");
        }
    }
}
