package dev.gradeline.app;

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
import java.util.function.Predicate;
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

    /** All of them, to be looked at side by side; of sample data, that alone. */
    List<Holdings.Member> members() {
        return (program.demo() ? List.of(program.connection()) : all())
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
        return of(organization, each -> true);
    }

    /** As {@link #of}, at the open connection's address: a key that was tried there is sent nowhere else. */
    Settings.@Nullable Connection ofKey(String organization) {
        String address = program.connection().baseUrl();
        return of(organization, each -> each.baseUrl().equals(address));
    }

    private Settings.@Nullable Connection of(String organization, Predicate<Settings.Connection> wanted) {
        return all().stream()
                .filter(wanted)
                .filter(each -> organization.equals(organizationOf(each)))
                .findFirst()
                .orElse(null);
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
