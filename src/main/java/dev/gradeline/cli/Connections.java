package dev.gradeline.cli;

import dev.gradeline.settings.Settings;
import dev.gradeline.settings.Settings.Connection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes to the list of connections in the settings. */
final class Connections {
    private Connections() {}

    /** The settings with this connection, in place of one of the same name, as the one last used. */
    static Settings with(Settings settings, Connection connection) {
        List<Connection> connections = new ArrayList<>(others(settings, connection.name()));
        connections.add(connection);
        return withConnections(settings, connections, connection.name());
    }

    /** The settings without the connection of this name. */
    static Settings without(Settings settings, String name) {
        String last = settings.lastConnection();
        return withConnections(settings, others(settings, name), name.equals(last) ? null : last);
    }

    private static List<Connection> others(Settings settings, String name) {
        return settings.connections().stream()
                .filter(connection -> !connection.name().equals(name))
                .toList();
    }

    private static Settings withConnections(
            Settings settings, List<Connection> connections, @Nullable String lastConnection) {
        return new Settings(
                settings.theme(),
                settings.textPercent(),
                settings.syncMinutes(),
                settings.oldAfterDays(),
                lastConnection,
                connections,
                settings.window(),
                settings.tables(),
                settings.folders());
    }
}
