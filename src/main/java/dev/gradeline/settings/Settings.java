package dev.gradeline.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the person chose. Immutable; change it through the {@code with} methods and {@link SettingsStore#update}.
 *
 * @param theme system, light or dark
 * @param language the system's, or one that Gradeline has words in
 * @param textPercent 90 to 150
 * @param syncMinutes minutes between synchronisations; 0 turns them off
 * @param oldAfterDays a framework not assessed for longer is marked old; 0 for never
 * @param runDays of synchronisations longer ago in which nothing happened, one a day is kept on record; 0 keeps all
 * @param lastConnection the connection last used; null before the first
 * @param connections every connection, by unique name
 * @param window where the window was; null before the first time
 * @param tables column order, widths and sort of each table, as the table's own text, by table name
 * @param folders the folder last used for each purpose, such as {@code export}
 * @param limits what each organisation is held to, as the limits' own text, by connection name
 * @param alarms which of them were crossed and not left behind since, as the alarms' own text, by connection name
 * @param views views of the recommendations that were kept under a name, as the views' own text, by connection name
 */
public record Settings(
        Theme theme,
        Language language,
        int textPercent,
        int syncMinutes,
        int oldAfterDays,
        int runDays,
        @Nullable String lastConnection,
        List<Connection> connections,
        @Nullable WindowPlace window,
        Map<String, String> tables,
        Map<String, String> folders,
        Map<String, String> limits,
        Map<String, String> alarms,
        Map<String, String> views) {

    /** What a new installation starts with. */
    public static final Settings DEFAULT = new Settings(
            Theme.SYSTEM,
            Language.SYSTEM,
            100,
            15,
            90,
            0,
            null,
            List.of(),
            null,
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of());

    /** Light or dark. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** A language that there are words in, or whichever of them the system speaks. */
    public enum Language {
        SYSTEM,
        EN,
        DE
    }

    /**
     * One organisation, with its own key and its own history.
     *
     * @param name unique, a short text that is safe as a file name
     * @param label the organisation's name as the person writes it; the API never gives one
     * @param baseUrl the API's address
     */
    public record Connection(String name, String label, String baseUrl) {
        /** What to call it on screen: as the person wrote it, or its own name where nothing was written. */
        public String title() {
            return label.isBlank() ? name : label;
        }
    }

    /** Place and size in screen units. */
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

    public Settings {
        textPercent = Math.clamp(textPercent, 90, 150);
        syncMinutes = Math.clamp(syncMinutes, 0, 24 * 60);
        oldAfterDays = Math.clamp(oldAfterDays, 0, 3650);
        runDays = Math.clamp(runDays, 0, 3650);
        connections = List.copyOf(connections);
        tables = Map.copyOf(tables);
        folders = Map.copyOf(folders);
        limits = Map.copyOf(limits);
        alarms = Map.copyOf(alarms);
        views = Map.copyOf(views);
    }

    /** The connection of this name; null when there is none. */
    public @Nullable Connection connection(String name) {
        return connections.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    public Settings withTheme(Theme newTheme) {
        return with(draft -> draft.theme = newTheme);
    }

    public Settings withLanguage(Language newLanguage) {
        return with(draft -> draft.language = newLanguage);
    }

    public Settings withTextPercent(int percent) {
        return with(draft -> draft.textPercent = percent);
    }

    public Settings withSyncMinutes(int minutes) {
        return with(draft -> draft.syncMinutes = minutes);
    }

    public Settings withOldAfterDays(int days) {
        return with(draft -> draft.oldAfterDays = days);
    }

    public Settings withRunDays(int days) {
        return with(draft -> draft.runDays = days);
    }

    /** Names the connection last used. */
    public Settings withLastConnection(@Nullable String name) {
        return with(draft -> draft.lastConnection = name);
    }

    /** Adds a connection, or puts it in the place of the one of the same name. */
    public Settings withConnection(Connection connection) {
        List<Connection> all = new ArrayList<>(connections);
        int known = connections.stream().map(Connection::name).toList().indexOf(connection.name());
        if (known < 0) {
            all.add(connection);
        } else {
            all.set(known, connection);
        }
        return withConnections(all);
    }

    /** Takes a connection out, with its limits and alarms; when it was the one last used, none is. */
    public Settings withoutConnection(String name) {
        return with(draft -> {
            draft.connections =
                    connections.stream().filter(c -> !c.name().equals(name)).toList();
            draft.lastConnection = name.equals(lastConnection) ? null : lastConnection;
            // the next one of this name is another organisation
            draft.limits = without(limits, name);
            draft.alarms = without(alarms, name);
            draft.views = without(views, name);
        });
    }

    public Settings withConnections(List<Connection> all) {
        return with(draft -> draft.connections = all);
    }

    public Settings withWindow(@Nullable WindowPlace place) {
        return with(draft -> draft.window = place);
    }

    public Settings withTables(Map<String, String> layouts) {
        return with(draft -> draft.tables = layouts);
    }

    /** Remembers a table's columns and sort, as the table's own text. */
    public Settings withTable(String table, String layout) {
        return withTables(with(tables, table, layout));
    }

    public Settings withFolders(Map<String, String> all) {
        return with(draft -> draft.folders = all);
    }

    /** Remembers the folder last used for a purpose. */
    public Settings withFolder(String purpose, String folder) {
        return withFolders(with(folders, purpose, folder));
    }

    /** Remembers what an organisation is held to, as the limits' own text. */
    public Settings withLimits(String connection, String text) {
        Map<String, String> all = with(limits, connection, text);
        return with(draft -> draft.limits = all);
    }

    /** Remembers which limits of an organisation were crossed, as the alarms' own text. */
    public Settings withAlarms(String connection, String text) {
        Map<String, String> all = with(alarms, connection, text);
        return with(draft -> draft.alarms = all);
    }

    /** Remembers an organisation's named views, as their own text. */
    public Settings withViews(String connection, String text) {
        Map<String, String> all = with(views, connection, text);
        return with(draft -> draft.views = all);
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> changed = new HashMap<>(map);
        changed.put(key, value);
        return changed;
    }

    private static Map<String, String> without(Map<String, String> map, String key) {
        Map<String, String> changed = new HashMap<>(map);
        changed.remove(key);
        return changed;
    }

    private Settings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** A copy in the making: a new setting is named here and in the record, and nowhere else in this file. */
    private static final class Draft {
        private Theme theme;
        private Language language;
        private int textPercent;
        private int syncMinutes;
        private int oldAfterDays;
        private int runDays;
        private @Nullable String lastConnection;
        private List<Connection> connections;
        private @Nullable WindowPlace window;
        private Map<String, String> tables;
        private Map<String, String> folders;
        private Map<String, String> limits;
        private Map<String, String> alarms;
        private Map<String, String> views;

        Draft(Settings settings) {
            theme = settings.theme;
            language = settings.language;
            textPercent = settings.textPercent;
            syncMinutes = settings.syncMinutes;
            oldAfterDays = settings.oldAfterDays;
            runDays = settings.runDays;
            lastConnection = settings.lastConnection;
            connections = settings.connections;
            window = settings.window;
            tables = settings.tables;
            folders = settings.folders;
            limits = settings.limits;
            alarms = settings.alarms;
            views = settings.views;
        }

        Settings settings() {
            return new Settings(
                    theme,
                    language,
                    textPercent,
                    syncMinutes,
                    oldAfterDays,
                    runDays,
                    lastConnection,
                    connections,
                    window,
                    tables,
                    folders,
                    limits,
                    alarms,
                    views);
        }
    }
}
