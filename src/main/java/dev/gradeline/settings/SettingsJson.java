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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Settings as JSON and back, field by field: one field that cannot be read falls back to its default and takes nothing else
 * with it, and a field of a newer version survives being written by this one.
 */
final class SettingsJson {
    private static final Settings DEFAULT = Settings.DEFAULT;

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
        ObjectNode schedules = result.putObject("schedules");
        new TreeMap<>(own.syncMinutes()).forEach(schedules::put);
        result.put("oldAfterDays", settings.oldAfterDays());
        result.put("runDays", settings.runDays());
        write(settings.notices(), object(result, "notices"));
        write(settings.network(), object(result, "network"));
        result.put("lastConnection", settings.lastConnection());
        write(settings.connections(), result.putArray("connections"));
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
        putTexts(result.putObject("tables"), settings.tables());
        putTexts(result.putObject("folders"), settings.folders());
        putTexts(result.putObject("limits"), own.limits());
        putTexts(result.putObject("alarms"), own.alarms());
        putTexts(result.putObject("views"), own.views());
        putTexts(result.putObject("told"), own.told());
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
                choice(document.path("dateStyle"), usual.dateStyle()));
    }

    private static void write(Appearance appearance, ObjectNode document) {
        Appearance usual = DEFAULT.appearance();
        putChoice(document, "theme", appearance.theme(), usual.theme());
        putChoice(document, "language", appearance.language(), usual.language());
        document.put("textPercent", appearance.textPercent());
        document.put("startPage", appearance.startPage());
        putChoice(document, "dateStyle", appearance.dateStyle(), usual.dateStyle());
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

    private static void write(List<Connection> connections, ArrayNode array) {
        for (Connection connection : connections) {
            array.addObject()
                    .put("name", connection.name())
                    .put("label", connection.label())
                    .put("baseUrl", connection.baseUrl());
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

    private static void putTexts(ObjectNode node, Map<String, String> texts) {
        new TreeMap<>(texts).forEach(node::put);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }
}
