package dev.gradeline.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gradeline.settings.Settings.Connection;
import dev.gradeline.settings.Settings.WindowPlace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Settings as JSON and back, field by field: one field that cannot be read falls back to its default and takes nothing else
 * with it, and a field of a newer version survives being written by this one.
 */
final class SettingsJson {
    private static final Settings DEFAULT = Settings.DEFAULT;
    private static final String MISHAP = "damaged";

    private final ObjectMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxDocumentLength(4_000_000)
                            .build())
                    .build())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * The document in a text.
     *
     * @return null when the text is no JSON object: it is damaged
     */
    @Nullable ObjectNode parse(byte[] text) {
        try {
            return mapper.readTree(text) instanceof ObjectNode object ? object : null;
        } catch (java.io.IOException damaged) {
            return null;
        }
    }

    byte[] text(ObjectNode document) {
        try {
            return mapper.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings are always JSON", e);
        }
    }

    ObjectNode empty() {
        return mapper.createObjectNode();
    }

    Settings read(ObjectNode document) {
        return new Settings(
                appearance(document),
                document.path("syncMinutes").asInt(DEFAULT.syncMinutes()),
                document.path("oldAfterDays").asInt(DEFAULT.oldAfterDays()),
                document.path("runDays").asInt(DEFAULT.runDays()),
                notices(document.path("notices")),
                network(document.path("network")),
                text(document.path("lastConnection")),
                connections(document.path("connections")),
                new OfConnections(
                        texts(document.path("limits")),
                        texts(document.path("alarms")),
                        texts(document.path("views")),
                        texts(document.path("told")),
                        numbers(document.path("schedules"))),
                window(document.path("window")),
                texts(document.path("tables")),
                texts(document.path("folders")));
    }

    /** The document with these settings in it; whatever else it holds stays. */
    ObjectNode write(Settings settings, ObjectNode document) {
        ObjectNode result = document.deepCopy();
        write(settings.appearance(), result);
        result.put("syncMinutes", settings.syncMinutes());
        OfConnections own = settings.own();
        ObjectNode schedules = object(result, "schedules");
        drop(schedules, JsonNode::isInt, own.syncMinutes().keySet());
        new TreeMap<>(own.syncMinutes()).forEach(schedules::put);
        result.put("oldAfterDays", settings.oldAfterDays());
        result.put("runDays", settings.runDays());
        write(settings.notices(), object(result, "notices"));
        write(settings.network(), object(result, "network"));
        result.put("lastConnection", settings.lastConnection());
        writeConnections(settings.connections(), result);
        WindowPlace window = settings.window();
        if (window == null) {
            result.remove("window");
        } else {
            result.putObject("window")
                    .put("x", window.x())
                    .put("y", window.y())
                    .put("width", window.width())
                    .put("height", window.height())
                    .put("maximized", window.maximized());
        }
        putTexts(object(result, "tables"), settings.tables());
        putTexts(object(result, "folders"), settings.folders());
        putTexts(object(result, "limits"), own.limits());
        putTexts(object(result, "alarms"), own.alarms());
        putTexts(object(result, "views"), own.views());
        putTexts(object(result, "told"), own.told());
        return result;
    }

    private static Appearance appearance(ObjectNode document) {
        Appearance usual = DEFAULT.appearance();
        String page = text(document.path("startPage"));
        return new Appearance(
                choice(document.path("theme"), usual.theme()),
                choice(document.path("language"), usual.language()),
                document.path("textPercent").asInt(usual.textPercent()),
                page == null ? usual.startPage() : page,
                choice(document.path("dateStyle"), usual.dateStyle()),
                choice(document.path("motion"), usual.motion()));
    }

    private static void write(Appearance appearance, ObjectNode document) {
        Appearance usual = DEFAULT.appearance();
        putChoice(document, "theme", appearance.theme(), usual.theme());
        putChoice(document, "language", appearance.language(), usual.language());
        document.put("textPercent", appearance.textPercent());
        document.put("startPage", appearance.startPage());
        putChoice(document, "dateStyle", appearance.dateStyle(), usual.dateStyle());
        putChoice(document, "motion", appearance.motion(), usual.motion());
    }

    private static Notices notices(JsonNode node) {
        Notices usual = DEFAULT.notices();
        return new Notices(
                node.path("grades").asBoolean(usual.grades()),
                node.path("platforms").asBoolean(usual.platforms()),
                node.path("keys").asBoolean(usual.keys()),
                node.path("points").asInt(usual.points()),
                node.path("count").asInt(usual.count()));
    }

    private static void write(Notices notices, ObjectNode node) {
        node.put("grades", notices.grades())
                .put("platforms", notices.platforms())
                .put("keys", notices.keys())
                .put("points", notices.points())
                .put("count", notices.count());
    }

    private static Network network(JsonNode node) {
        Network usual = DEFAULT.network();
        String host = text(node.path("host"));
        String user = text(node.path("user"));
        List<String> certificates = new ArrayList<>();
        for (JsonNode each : node.path("certificates")) {
            if (each.isTextual() && !certificates.contains(each.textValue())) {
                certificates.add(each.textValue());
            }
        }
        return new Network(
                choice(node.path("proxy"), usual.proxy()),
                host == null ? usual.host() : host,
                node.path("port").asInt(usual.port()),
                user == null ? usual.user() : user,
                certificates);
    }

    private static void write(Network network, ObjectNode node) {
        putChoice(node, "proxy", network.proxy(), DEFAULT.network().proxy());
        node.put("host", network.host());
        node.put("port", network.port());
        node.put("user", network.user());
        ArrayNode certificates = node.putArray("certificates");
        network.certificates().forEach(certificates::add);
    }

    /** What a newer version keeps with a connection stays with it. */
    private static void writeConnections(List<Connection> connections, ObjectNode document) {
        JsonNode before = document.path("connections").deepCopy();
        ArrayNode array = document.putArray("connections");
        for (Connection connection : connections) {
            ObjectNode node = array.addObject();
            for (JsonNode each : before) {
                if (node.isEmpty()
                        && each instanceof ObjectNode known
                        && connection.name().equals(text(known.path("name")))) {
                    node.setAll(known);
                }
            }
            node.put("name", connection.name()).put("label", connection.label()).put("baseUrl", connection.baseUrl());
        }
    }

    /** Which damaged file was met; null when none was. */
    SettingsStore.@Nullable Mishap mishap(ObjectNode document, Path file) {
        JsonNode node = document.path(MISHAP);
        String kept = text(node.path("kept"));
        return kept == null || kept.isBlank()
                ? null
                : new SettingsStore.Mishap(
                        file.resolveSibling(kept), node.path("fromCopy").asBoolean());
    }

    /** Notes in the document that a damaged file was met; null takes that out. */
    void setMishap(ObjectNode document, SettingsStore.@Nullable Mishap mishap) {
        if (mishap == null) {
            document.remove(MISHAP);
        } else {
            document.putObject(MISHAP)
                    .put("kept", String.valueOf(mishap.kept().getFileName()))
                    .put("fromCopy", mishap.fromCopy());
        }
    }

    /** The object in a field, made where there is none: what a newer version put into it stays. */
    private static ObjectNode object(ObjectNode parent, String field) {
        return parent.path(field) instanceof ObjectNode there ? there : parent.putObject(field);
    }

    /** One of several names; what only a newer version knows is the usual one here. */
    private static <E extends Enum<E>> E choice(JsonNode node, E usual) {
        return Arrays.stream(usual.getDeclaringClass().getEnumConstants())
                .filter(each -> each.name().equalsIgnoreCase(node.asText()))
                .findFirst()
                .orElse(usual);
    }

    /** A name that only a newer version knows stays until the person chooses something else here. */
    private static <E extends Enum<E>> void putChoice(ObjectNode node, String field, E value, E usual) {
        boolean unchanged = node.path(field).isTextual() && choice(node.path(field), usual) == value;
        if (!unchanged) {
            node.put(field, value.name().toLowerCase(Locale.ROOT));
        }
    }

    private static List<Connection> connections(JsonNode node) {
        List<Connection> connections = new ArrayList<>();
        for (JsonNode entry : node) {
            String name = text(entry.path("name"));
            String baseUrl = text(entry.path("baseUrl"));
            boolean known = connections.stream().anyMatch(c -> c.name().equals(name));
            if (name != null && baseUrl != null && !known) {
                String label = text(entry.path("label"));
                connections.add(new Connection(name, label != null ? label : name, baseUrl));
            }
        }
        return connections;
    }

    private static @Nullable WindowPlace window(JsonNode node) {
        boolean whole = Arrays.asList("x", "y", "width", "height").stream()
                .allMatch(field -> Double.isFinite(node.path(field).asDouble(Double.NaN)));
        if (!whole) {
            return null;
        }
        return new WindowPlace(
                node.path("x").asDouble(),
                node.path("y").asDouble(),
                node.path("width").asDouble(),
                node.path("height").asDouble(),
                node.path("maximized").asBoolean());
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        node.properties().forEach(entry -> {
            if (entry.getValue().isTextual()) {
                texts.put(entry.getKey(), entry.getValue().textValue());
            }
        });
        return texts;
    }

    private static Map<String, Integer> numbers(JsonNode node) {
        Map<String, Integer> numbers = new TreeMap<>();
        node.properties().forEach(entry -> {
            if (entry.getValue().isInt()) {
                numbers.put(entry.getKey(), entry.getValue().intValue());
            }
        });
        return numbers;
    }

    /** Takes out what is there no more; what only a newer version understands stays. */
    private static void drop(ObjectNode node, Predicate<JsonNode> ours, Set<String> kept) {
        List<String> gone = new ArrayList<>();
        node.properties().forEach(entry -> {
            if (ours.test(entry.getValue()) && !kept.contains(entry.getKey())) {
                gone.add(entry.getKey());
            }
        });
        node.remove(gone);
    }

    private static void putTexts(ObjectNode node, Map<String, String> texts) {
        drop(node, JsonNode::isTextual, texts.keySet());
        new TreeMap<>(texts).forEach(node::put);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }
}
