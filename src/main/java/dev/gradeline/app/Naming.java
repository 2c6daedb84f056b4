package dev.gradeline.app;

import dev.gradeline.settings.Settings;
import dev.gradeline.words.Words;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What organisations are called on screen. One that nobody named has a name in the language that is spoken. */
final class Naming {
    /** What earlier versions kept as the name of one that nobody named: these are read, and never shown as they are. */
    private static final Set<String> UNNAMED = Set.of("My organisation", "Meine Organisation");

    private static final Pattern NUMBER = Pattern.compile("-(\\d{1,6})$");

    private final Words words;

    Naming(Words words) {
        this.words = words;
    }

    /** The connection with what it is called on screen as its label: to be shown, not to be kept. */
    Settings.Connection shown(Settings.Connection connection) {
        return isUnnamed(connection)
                ? new Settings.Connection(connection.name(), unnamed(connection.name()), connection.baseUrl())
                : connection;
    }

    String title(Settings.Connection connection) {
        return shown(connection).title();
    }

    /** Two that nobody named are told apart by a number, which is part of the connection's name. */
    private String unnamed(String name) {
        String plain = words.of("connect.organisation.default");
        Matcher number = NUMBER.matcher(name);
        return number.find()
                ? words.of("connect.organisation.numbered", plain, Integer.valueOf(number.group(1)))
                : plain;
    }

    static boolean isUnnamed(Settings.Connection connection) {
        return connection.label().isBlank() || UNNAMED.contains(connection.label());
    }

    /** Whether another connection than the one of this name is called so. */
    boolean isTaken(String label, Settings settings, String name) {
        String wanted = folded(label);
        return settings.connections().stream()
                .anyMatch(
                        each -> !each.name().equals(name) && folded(title(each)).equals(wanted));
    }

    /** The label, or, where another connection is called so, with the first number that tells the two apart. */
    String apart(String label, Settings settings, String name) {
        String made = label.strip();
        if (made.isEmpty()) {
            return made;
        }
        for (int number = 2; isTaken(made, settings, name); number++) {
            made = words.of("connect.organisation.numbered", label.strip(), number);
        }
        return made;
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
