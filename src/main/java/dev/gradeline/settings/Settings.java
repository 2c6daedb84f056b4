package dev.gradeline.settings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the person chose. Immutable; change it through the {@code with} methods and {@link SettingsStore#update}.
 *
 * @param theme system, light or dark
 * @param textPercent 90 to 150
 * @param syncMinutes minutes between synchronisations; 0 turns them off
 * @param oldAfterDays a framework not assessed for longer is marked old; 0 for never
 * @param lastConnection the connection last used; null before the first
 * @param connections every connection, by unique name
 * @param window where the window was; null before the first time
 * @param tables column order, widths and sort of each table, as the table's own text, by table name
 * @param folders the folder last used for each purpose, such as {@code export}
 */
public record Settings(
        Theme theme,
        int textPercent,
        int syncMinutes,
        int oldAfterDays,
        @Nullable String lastConnection,
        List<Connection> connections,
        @Nullable WindowPlace window,
        Map<String, String> tables,
        Map<String, String> folders) {

    /** What a new installation starts with. */
    public static final Settings DEFAULT =
            new Settings(Theme.SYSTEM, 100, 15, 90, null, List.of(), null, Map.of(), Map.of());

    /** Light or dark. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /**
     * One organisation, with its own key and its own history.
     *
     * @param name unique, a short text that is safe as a file name
     * @param label the organisation's name as the person writes it; the API never gives one
     * @param baseUrl the API's address
     */
    public record Connection(String name, String label, String baseUrl) {}

    /** Place and size in screen units. */
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

    public Settings {
        textPercent = Math.clamp(textPercent, 90, 150);
        syncMinutes = Math.clamp(syncMinutes, 0, 24 * 60);
        oldAfterDays = Math.clamp(oldAfterDays, 0, 3650);
        connections = List.copyOf(connections);
        tables = Map.copyOf(tables);
        folders = Map.copyOf(folders);
    }

    /** The connection of this name; null when there is none. */
    public @Nullable Connection connection(String name) {
        return connections.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    public Settings withTheme(Theme value) {
        return new Settings(
                value, textPercent, syncMinutes, oldAfterDays, lastConnection, connections, window, tables, folders);
    }

    public Settings withTextPercent(int value) {
        return new Settings(
                theme, value, syncMinutes, oldAfterDays, lastConnection, connections, window, tables, folders);
    }

    public Settings withSyncMinutes(int value) {
        return new Settings(
                theme, textPercent, value, oldAfterDays, lastConnection, connections, window, tables, folders);
    }

    public Settings withOldAfterDays(int value) {
        return new Settings(
                theme, textPercent, syncMinutes, value, lastConnection, connections, window, tables, folders);
    }

    public Settings withLastConnection(@Nullable String value) {
        return new Settings(theme, textPercent, syncMinutes, oldAfterDays, value, connections, window, tables, folders);
    }

    public Settings withConnections(List<Connection> value) {
        return new Settings(
                theme, textPercent, syncMinutes, oldAfterDays, lastConnection, value, window, tables, folders);
    }

    /** With this connection added, or in place of the one of the same name. */
    public Settings withConnection(Connection connection) {
        List<Connection> others = new java.util.ArrayList<>(connections);
        others.removeIf(each -> each.name().equals(connection.name()));
        others.add(connection);
        return withConnections(others);
    }

    public Settings withWindow(@Nullable WindowPlace value) {
        return new Settings(
                theme, textPercent, syncMinutes, oldAfterDays, lastConnection, connections, value, tables, folders);
    }

    public Settings withTables(Map<String, String> value) {
        return new Settings(
                theme, textPercent, syncMinutes, oldAfterDays, lastConnection, connections, window, value, folders);
    }

    public Settings withFolders(Map<String, String> value) {
        return new Settings(
                theme, textPercent, syncMinutes, oldAfterDays, lastConnection, connections, window, tables, value);
    }
}
