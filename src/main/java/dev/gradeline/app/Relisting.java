package dev.gradeline.app;

import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists the organisations again whose histories are there, where the settings that listed them were lost. Blocking. */
final class Relisting {
    private static final Logger LOG = LoggerFactory.getLogger(Relisting.class);

    private final DataDirectory directory;
    private final SettingsStore settings;

    Relisting(DataDirectory directory, SettingsStore settings) {
        this.directory = directory;
        this.settings = settings;
    }

    void run() {
        if (!isLost()) {
            return;
        }
        Strays strays = new Strays(directory);
        // the one that was never named is found without being listed; no file is opened for it, at each start of most
        // people
        if (strays.names(settings.current()).stream().allMatch(Programs.DEFAULT::equals)) {
            return;
        }
        List<Settings.Connection> found = strays.of(settings.current());
        Settings.Connection last =
                found.stream().max(Comparator.comparing(this::used)).orElseThrow();
        try {
            settings.update(now -> {
                Settings all = now;
                for (Settings.Connection each : found) {
                    all = all.connection(each.name()) == null ? all.withConnection(each) : all;
                }
                String known = all.lastConnection();
                return known != null && all.connection(known) != null ? all : all.withLastConnection(last.name());
            });
        } catch (UncheckedIOException e) {
            LOG.warn("the histories that are there cannot be listed again", e);
        }
    }

    private boolean isLost() {
        SettingsStore.Mishap mishap = settings.mishap();
        return settings.current().connections().isEmpty() || mishap != null && !mishap.fromCopy();
    }

    private FileTime used(Settings.Connection connection) {
        try {
            return Files.getLastModifiedTime(directory.historyFile(connection.name()));
        } catch (IOException unknown) {
            return FileTime.fromMillis(0);
        }
    }
}
