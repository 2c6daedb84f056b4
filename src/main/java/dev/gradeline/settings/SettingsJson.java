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
import dev.gradeline.settings.Settings.Language;
import dev.gradeline.settings.Settings.Theme;
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
                theme(document.path("theme")),
                language(document.path("language")),
                document.path("textPercent").asInt(DEFAULT.textPercent()),
                document.path("syncMinutes").asInt(DEFAULT.syncMinutes()),
                document.path("oldAfterDays").asInt(DEFAULT.oldAfterDays()),
                document.path("runDays").asInt(DEFAULT.runDays()),
                text(document.path("lastConnection")),
                connections(document.path("connections")),
                window(document.path("window")),
                texts(document.path("tables")),
                texts(document.path("folders")),
                texts(document.path("limits")),
                texts(document.path("alarms")),
                texts(document.path("views")));
    }

    /** The document with these settings in it; whatever else it holds stays. */
    ObjectNode write(Settings settings, ObjectNode document) {
        ObjectNode result = document.deepCopy();
        result.put("theme", settings.theme().name().toLowerCase(Locale.ROOT));
        result.put("language", settings.language().name().toLowerCase(Locale.ROOT));
        result.put("textPercent", settings.textPercent());
        result.put("syncMinutes", settings.syncMinutes());
        result.put("oldAfterDays", settings.oldAfterDays());
        result.put("runDays", settings.runDays());
        result.put("lastConnection", settings.lastConnection());
        ArrayNode connections = result.putArray("connections");
        for (Connection connection : settings.connections()) {
            connections
                    .addObject()
                    .put("name", connection.name())
                    .put("label", connection.label())
                    .put("baseUrl", connection.baseUrl());
        }
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
        putTexts(result.putObject("limits"), settings.limits());
        putTexts(result.putObject("alarms"), settings.alarms());
        putTexts(result.putObject("views"), settings.views());
        return result;
    }

    private static Theme theme(JsonNode node) {
        return Arrays.stream(Theme.values())
                .filter(theme -> theme.name().equalsIgnoreCase(node.asText()))
                .findFirst()
                .orElse(DEFAULT.theme());
    }

    /** A language that only a newer version knows is the system's here. */
    private static Language language(JsonNode node) {
        return Arrays.stream(Language.values())
                .filter(language -> language.name().equalsIgnoreCase(node.asText()))
                .findFirst()
                .orElse(DEFAULT.language());
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

    private static void putTexts(ObjectNode node, Map<String, String> texts) {
        new TreeMap<>(texts).forEach(node::put);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }
}
