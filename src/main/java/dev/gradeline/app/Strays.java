package dev.gradeline.app;

import dev.gradeline.ayliea.BadAddressException;
import dev.gradeline.ayliea.BaseUrl;
import dev.gradeline.history.Glance;
import dev.gradeline.history.HistoryException;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.SafeName;
import dev.gradeline.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Histories in the data directory that no connection of the settings leads to. Blocking; opens none. */
final class Strays {
    private static final Logger LOG = LoggerFactory.getLogger(Strays.class);
    private static final String ENDING = ".db";

    private final DataDirectory directory;

    Strays(DataDirectory directory) {
        this.directory = directory;
    }

    /** By name, each as its history knows it. */
    List<Settings.Connection> of(Settings settings) {
        return names(settings).stream()
                .map(name -> connection(name, directory.historyFile(name)))
                .toList();
    }

    /** The names alone, in their order, by which no history is opened. */
    List<String> names(Settings settings) {
        if (!Files.isDirectory(directory.historyDirectory())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory.historyDirectory())) {
            return files.sorted()
                    .map(Strays::name)
                    .filter(name -> SafeName.isConnection(name)
                            && !name.equals(Programs.DEMO)
                            && settings.connection(name) == null)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("which histories there are is not known", e);
            return List.of();
        }
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(ENDING) && Files.isRegularFile(file)
                ? name.substring(0, name.length() - ENDING.length())
                : "";
    }

    private static Settings.Connection connection(String name, Path file) {
        Glance.Bearer bearer = bearer(file);
        boolean unnamed = name.equals(Programs.DEFAULT);
        String label = bearer.label().isBlank() && !unnamed ? inWords(name) : bearer.label();
        return new Settings.Connection(name, label, address(bearer.address()));
    }

    /** What a history tells of itself; nothing where it cannot be read. */
    static Glance.Bearer bearer(Path file) {
        try {
            return Glance.bearerOf(file);
        } catch (HistoryException e) {
            LOG.warn("{} does not tell whose it is", file.getFileName(), e);
            return new Glance.Bearer("", "");
        }
    }

    /** {@code my-organisation} was made of what somebody wrote. */
    private static String inWords(String name) {
        String spaced = name.replace('-', ' ').strip();
        return spaced.isEmpty() ? name : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    /** What was noted, where that is an address; else the vendor's. */
    static String address(String noted) {
        try {
            return BaseUrl.of(noted).toString();
        } catch (BadAddressException e) {
            return BaseUrl.AYLIEA.toString();
        }
    }
}
