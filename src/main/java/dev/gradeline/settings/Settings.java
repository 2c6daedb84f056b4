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
 * @param appearance how the window looks and speaks
 * @param syncMinutes minutes between synchronisations; 0 turns them off; see {@link #syncMinutes(String)}
 * @param oldAfterDays a framework not assessed for longer is marked old; 0 for never
 * @param runDays of synchronisations longer ago in which nothing happened, one a day is kept on record; 0 keeps all
 * @param notices what the window tells by itself
 * @param network the way to the API
 * @param lastConnection the connection last used; null before the first
 * @param connections every connection, by unique name
 * @param own what is remembered for each connection
 * @param window where the window was; null before the first time
 * @param tables column order, widths and sort of each table, as the table's own text, by table name
 * @param folders the folder last used for each purpose, such as {@code export}
 */
public record Settings(
        Appearance appearance,
        int syncMinutes,
        int oldAfterDays,
        int runDays,
        Notices notices,
        Network network,
        @Nullable String lastConnection,
        List<Connection> connections,
        OfConnections own,
        @Nullable WindowPlace window,
        Map<String, String> tables,
        Map<String, String> folders) {

    /** What a new installation starts with. */
    public static final Settings DEFAULT = new Settings(
            Appearance.DEFAULT,
            15,
            90,
            0,
            Notices.DEFAULT,
            Network.DEFAULT,
            null,
            List.of(),
            OfConnections.NONE,
            null,
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
        syncMinutes = syncMinutes(syncMinutes);
        oldAfterDays = Math.clamp(oldAfterDays, 0, 3650);
        runDays = Math.clamp(runDays, 0, 3650);
        connections = List.copyOf(connections);
        tables = Map.copyOf(tables);
        folders = Map.copyOf(folders);
    }

    /** At most a day. */
    static int syncMinutes(int minutes) {
        return Math.clamp(minutes, 0, 24 * 60);
    }

    public Theme theme() {
        return appearance.theme();
    }

    public Language language() {
        return appearance.language();
    }

    /** 90 to 150. */
    public int textPercent() {
        return appearance.textPercent();
    }

    /** What each organisation is held to, as the limits' own text, by connection name. */
    public Map<String, String> limits() {
        return own.limits();
    }

    /** Which limits were crossed and not left behind since, as the alarms' own text, by connection name. */
    public Map<String, String> alarms() {
        return own.alarms();
    }

    /** Views of the recommendations, as the views' own text, by connection name. */
    public Map<String, String> views() {
        return own.views();
    }

    /** What was last told of each organisation, as the notices' own text, by connection name. */
    public Map<String, String> told() {
        return own.told();
    }

    /** Minutes between the synchronisations of one connection: its own, else those of all; 0 for never. */
    public int syncMinutes(String connection) {
        return own.syncMinutes().getOrDefault(connection, syncMinutes);
    }

    /** The connection of this name; null when there is none. */
    public @Nullable Connection connection(String name) {
        return connections.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    public Settings withAppearance(Appearance newAppearance) {
        return with(draft -> draft.appearance = newAppearance);
    }

    public Settings withTheme(Theme newTheme) {
        return withAppearance(appearance.withTheme(newTheme));
    }

    public Settings withLanguage(Language newLanguage) {
        return withAppearance(appearance.withLanguage(newLanguage));
    }

    public Settings withTextPercent(int percent) {
        return withAppearance(appearance.withTextPercent(percent));
    }

    public Settings withNotices(Notices newNotices) {
        return with(draft -> draft.notices = newNotices);
    }

    public Settings withNetwork(Network newNetwork) {
        return with(draft -> draft.network = newNetwork);
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

    /** Takes a connection out, with all that was remembered for it; when it was the one last used, none is. */
    public Settings withoutConnection(String name) {
        return with(draft -> {
            draft.connections =
                    connections.stream().filter(c -> !c.name().equals(name)).toList();
            draft.lastConnection = name.equals(lastConnection) ? null : lastConnection;
            draft.own = own.without(name);
        });
    }

    /**
     * Takes back that a connection was taken out, and leaves alone what was changed since.
     *
     * @param before where it still was, or was not
     */
    public Settings withAgain(String name, Settings before) {
        Connection was = before.connection(name);
        List<Connection> all = new ArrayList<>(connections);
        if (was != null && connection(name) == null) {
            all.add(Math.min(before.connections.indexOf(was), all.size()), was);
        }
        return with(draft -> {
            draft.connections = all;
            draft.lastConnection = name.equals(before.lastConnection) && lastConnection == null ? name : lastConnection;
            draft.own = own.withAgain(name, before.own);
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
        return withOwn(own.withLimits(connection, text));
    }

    /** Remembers which limits of an organisation were crossed, as the alarms' own text. */
    public Settings withAlarms(String connection, String text) {
        return withOwn(own.withAlarms(connection, text));
    }

    /** Remembers an organisation's named views, as their own text. */
    public Settings withViews(String connection, String text) {
        return withOwn(own.withViews(connection, text));
    }

    /** Remembers what was told of an organisation, as the notices' own text. */
    public Settings withTold(String connection, String text) {
        return withOwn(own.withTold(connection, text));
    }

    /** Gives a connection a schedule of its own. */
    public Settings withSyncMinutes(String connection, int minutes) {
        return withOwn(own.withSyncMinutes(connection, minutes));
    }

    /** From now on the connection keeps to the schedule of all. */
    public Settings withoutSyncMinutes(String connection) {
        return withOwn(own.withoutSyncMinutes(connection));
    }

    private Settings withOwn(OfConnections all) {
        return with(draft -> draft.own = all);
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> changed = new HashMap<>(map);
        changed.put(key, value);
        return changed;
    }

    private Settings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** A copy in the making: a new setting is named here and in the record, and nowhere else in this file. */
    private static final class Draft {
        private Appearance appearance;
        private int syncMinutes;
        private int oldAfterDays;
        private int runDays;
        private Notices notices;
        private Network network;
        private @Nullable String lastConnection;
        private List<Connection> connections;
        private OfConnections own;
        private @Nullable WindowPlace window;
        private Map<String, String> tables;
        private Map<String, String> folders;

        Draft(Settings settings) {
            appearance = settings.appearance;
            syncMinutes = settings.syncMinutes;
            oldAfterDays = settings.oldAfterDays;
            runDays = settings.runDays;
            notices = settings.notices;
            network = settings.network;
            lastConnection = settings.lastConnection;
            connections = settings.connections;
            own = settings.own;
            window = settings.window;
            tables = settings.tables;
            folders = settings.folders;
        }

        Settings settings() {
            return new Settings(
                    appearance,
                    syncMinutes,
                    oldAfterDays,
                    runDays,
                    notices,
                    network,
                    lastConnection,
                    connections,
                    own,
                    window,
                    tables,
                    folders);
        }
    }
}
