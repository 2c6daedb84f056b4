package dev.gradeline.settings;

import java.util.HashMap;
import java.util.Map;

/**
 * What is remembered for each connection, by its name. The texts are their owners' own.
 *
 * @param limits what each organisation is held to
 * @param alarms which of them were crossed and not left behind since
 * @param views views of the recommendations that were kept under a name
 * @param told what was last told of each, and when
 * @param syncMinutes minutes between synchronisations, 0 for never, where that differs from what holds for all
 */
public record OfConnections(
        Map<String, String> limits,
        Map<String, String> alarms,
        Map<String, String> views,
        Map<String, String> told,
        Map<String, Integer> syncMinutes) {
    static final OfConnections NONE = new OfConnections(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    public OfConnections {
        limits = Map.copyOf(limits);
        alarms = Map.copyOf(alarms);
        views = Map.copyOf(views);
        told = Map.copyOf(told);
        Map<String, Integer> minutes = new HashMap<>();
        syncMinutes.forEach((name, each) -> minutes.put(name, Settings.syncMinutes(each)));
        syncMinutes = Map.copyOf(minutes);
    }

    OfConnections withLimits(String connection, String text) {
        return new OfConnections(with(limits, connection, text), alarms, views, told, syncMinutes);
    }

    OfConnections withAlarms(String connection, String text) {
        return new OfConnections(limits, with(alarms, connection, text), views, told, syncMinutes);
    }

    OfConnections withViews(String connection, String text) {
        return new OfConnections(limits, alarms, with(views, connection, text), told, syncMinutes);
    }

    OfConnections withTold(String connection, String text) {
        return new OfConnections(limits, alarms, views, with(told, connection, text), syncMinutes);
    }

    OfConnections withSyncMinutes(String connection, int minutes) {
        return new OfConnections(limits, alarms, views, told, with(syncMinutes, connection, minutes));
    }

    OfConnections withoutSyncMinutes(String connection) {
        return new OfConnections(limits, alarms, views, told, without(syncMinutes, connection));
    }

    /** The next one of this name is another organisation. */
    OfConnections without(String connection) {
        return new OfConnections(
                without(limits, connection),
                without(alarms, connection),
                without(views, connection),
                without(told, connection),
                without(syncMinutes, connection));
    }

    /** As it was before for one of them. */
    OfConnections withAgain(String connection, OfConnections before) {
        return new OfConnections(
                again(limits, connection, before.limits),
                again(alarms, connection, before.alarms),
                again(views, connection, before.views),
                again(told, connection, before.told),
                again(syncMinutes, connection, before.syncMinutes));
    }

    private static <V> Map<String, V> again(Map<String, V> map, String key, Map<String, V> before) {
        V was = before.get(key);
        return was == null ? map : with(map, key, was);
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> changed = new HashMap<>(map);
        changed.put(key, value);
        return changed;
    }

    private static <V> Map<String, V> without(Map<String, V> map, String key) {
        Map<String, V> changed = new HashMap<>(map);
        changed.remove(key);
        return changed;
    }
}
