package dev.gradeline.app;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.BaseUrl;
import dev.gradeline.cli.Workbench;
import dev.gradeline.history.Glance;
import dev.gradeline.history.HistoryException;
import dev.gradeline.settings.SafeName;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.portfolio.Holdings;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections on this computer, and which of them holds whose data. Blocking; opens no history. */
final class Homes {
    private static final Logger LOG = LoggerFactory.getLogger(Homes.class);

    private final Workbench program;

    Homes(Workbench program) {
        this.program = program;
    }

    /** The connection of whoever never named one. */
    static Settings.Connection unnamed() {
        return new Settings.Connection(Programs.DEFAULT, "", BaseUrl.AYLIEA.toString());
    }

    /** The settings with a connection that is about to be left: one that was never named must be found again, too. */
    static Settings named(Settings settings, Settings.Connection left) {
        return settings.connection(left.name()) == null ? settings.withConnection(left) : settings;
    }

    /** In the order in which they came; one that was never named is there, too. */
    List<Settings.Connection> all() {
        List<Settings.Connection> all = new ArrayList<>();
        for (Settings.Connection each : program.settings().current().connections()) {
            if (SafeName.isConnection(each.name())) {
                all.add(each);
            }
        }
        if (all.stream().noneMatch(this::isOpen)) {
            all.addFirst(program.connection());
        }
        Settings.Connection first = unnamed();
        if (all.stream().noneMatch(each -> each.name().equals(first.name())) && hasHistory(first)) {
            all.addFirst(first);
        }
        return all;
    }

    /** All that there is to read for; of sample data and of a backup, that alone. */
    List<Settings.Connection> reachable() {
        if (program.demo() || program.backup() != null) {
            return List.of(program.connection());
        }
        Settings settings = program.settings().current();
        List<Settings.Connection> used = all().stream()
                .filter(each -> settings.connection(each.name()) != null || hasHistory(each))
                .toList();
        return used.isEmpty() ? List.of(program.connection()) : used;
    }

    /** All of them, to be looked at side by side; of sample data, that alone. */
    List<Holdings.Member> members() {
        return (program.demo() || program.backup() != null ? List.of(program.connection()) : all())
                .stream()
                        .map(each -> new Holdings.Member(
                                each, isOpen(each), program.directory().historyFile(each.name())))
                        .toList();
    }

    boolean isOpen(Settings.Connection connection) {
        return connection.name().equals(program.connection().name());
    }

    boolean hasHistory(Settings.Connection connection) {
        return Files.exists(program.directory().historyFile(connection.name()));
    }

    /** Which connection holds an organisation's data, whatever its address; null when none does. */
    Settings.@Nullable Connection of(String organization) {
        return of(organization, all());
    }

    /**
     * Which connection holds the data that a key belongs to, at the open connection's address: a key that was tried there is sent
     * nowhere else. A history that no connection leads to counts, too.
     *
     * @param organization whose key it is, as far as the server says; null when it does not
     * @return null when none does
     */
    Settings.@Nullable Connection ofKey(@Nullable String organization, ApiKey key) {
        String address = program.connection().baseUrl();
        List<Settings.Connection> there = new ArrayList<>(all());
        for (Settings.Connection stray :
                new Strays(program.directory()).of(program.settings().current())) {
            if (there.stream().noneMatch(each -> each.name().equals(stray.name()))) {
                there.add(stray);
            }
        }
        there.removeIf(each -> !each.baseUrl().equals(address));
        Settings.Connection named = organization == null ? null : of(organization, there);
        return named != null ? named : readWith(key, there);
    }

    private Settings.@Nullable Connection of(String organization, List<Settings.Connection> among) {
        return among.stream()
                .filter(each -> organization.equals(organizationOf(each)))
                .findFirst()
                .orElse(null);
    }

    /** Of those that do not name their organisation, the one that was read with the key before. */
    private Settings.@Nullable Connection readWith(ApiKey key, List<Settings.Connection> among) {
        return among.stream()
                .filter(each -> hasHistory(each) && organizationOf(each) == null && isReadWith(each, key))
                .findFirst()
                .orElse(null);
    }

    private boolean isReadWith(Settings.Connection connection, ApiKey key) {
        try {
            return Glance.isReadWith(program.directory().historyFile(connection.name()), key.secret());
        } catch (HistoryException e) {
            LOG.warn("with which keys {} was read is not known", connection.name(), e);
            return false;
        }
    }

    private @Nullable String organizationOf(Settings.Connection connection) {
        try {
            return hasHistory(connection)
                    ? Glance.organizationOf(program.directory().historyFile(connection.name()))
                    : null;
        } catch (HistoryException e) {
            LOG.warn("whose data is stored as {} is not known", connection.name(), e);
            return null;
        }
    }
}
