package dev.gradeline.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gradeline.history.Glance;
import dev.gradeline.history.HistoryException;
import dev.gradeline.settings.AtomicFile;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.settings.Diagnostics;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Diagnostics as a ZIP file: a README that says what is in it, versions, settings, log, how each history does and how its last
 * synchronisations went. No key, no password, nothing that a history knows; names are replaced, see {@link Scrub}.
 */
final class DiagnosticsFile implements Diagnostics {
    /** Three parts each, so some two weeks at four a day. */
    private static final int ANSWERS = 200;

    private static final String DATABASE = ".db";

    /** What a connection is called, in settings that are too damaged to be read. */
    private static final Pattern NAMED =
            Pattern.compile("\"(?:name|label|lastConnection)\"\\s*+:\\s*+\"([^\"\\\\\\r\\n]++)\"");

    private final DataDirectory directory;
    private final SettingsStore settings;
    private final Words words;
    private final String version;
    private final ObjectMapper json = new ObjectMapper();

    DiagnosticsFile(DataDirectory directory, SettingsStore settings, Words words, String version) {
        this.directory = directory;
        this.settings = settings;
        this.words = words;
        this.version = version;
    }

    @Override
    public void write(Path target, BooleanSupplier cancelled) throws IOException {
        Settings now = settings.current();
        Scrub scrub = new Scrub(
                now,
                otherNames(),
                Surroundings.home(System.getenv()).toString(),
                System.getProperty("user.name"),
                computer());
        AtomicFile.write(target, out -> write(out, scrub, cancelled));
    }

    /**
     * The names that lie beside the settings: of histories whose connection is not in them, and in earlier settings that were set
     * aside, as far as they can be made out.
     */
    private Set<String> otherNames() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : files(directory.historyDirectory(), "")) {
            String name = String.valueOf(file.getFileName());
            int end = name.indexOf(DATABASE);
            if (end > 0) {
                names.add(name.substring(0, end));
            }
        }
        for (Path file : files(directory.root(), "")) {
            if (String.valueOf(file.getFileName()).startsWith("settings.json") && Files.isReadable(file)) {
                NAMED.matcher(text(file)).results().forEach(each -> names.add(each.group(1)));
            }
        }
        return names;
    }

    /** Without asking the network, which may take its time. */
    private static @Nullable String computer() {
        String name = System.getenv("COMPUTERNAME");
        if (name != null) {
            return name;
        }
        try {
            return Files.readString(Path.of("/etc/hostname")).strip();
        } catch (IOException elsewhere) {
            return System.getenv("HOSTNAME");
        }
    }

    private void write(OutputStream out, Scrub scrub, BooleanSupplier cancelled) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        add(zip, "README.txt", words.of("diagnostics.readme", version, Instant.now()) + "\n");
        add(zip, "versions.txt", versions());
        add(zip, "settings.json", scrub.of(settings()));
        List<Path> histories = files(directory.historyDirectory(), DATABASE);
        StringBuilder state = new StringBuilder();
        for (Path history : histories) {
            throwIfCancelled(cancelled);
            state.append(scrub.of(health(history)));
        }
        add(zip, "histories.txt", state.isEmpty() ? "none\n" : state.toString());
        for (Path log : files(directory.logDirectory(), ".log")) {
            throwIfCancelled(cancelled);
            add(zip, "log/" + log.getFileName(), scrub.of(text(log)));
        }
        zip.finish();
    }

    private static void throwIfCancelled(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> String.valueOf(file.getFileName()).endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** A log that was torn is still worth reading. */
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private String versions() {
        Runtime runtime = Runtime.getRuntime();
        List<String> lines = new ArrayList<>();
        lines.add("Gradeline " + version);
        for (String name : List.of(
                "java.runtime.version",
                "java.vendor",
                "javafx.runtime.version",
                "os.name",
                "os.version",
                "os.arch",
                "glass.platform",
                "prism.order",
                "native.encoding")) {
            lines.add(name + " " + System.getProperty(name, "unknown"));
        }
        lines.add("locale " + Locale.getDefault().toLanguageTag() + ", words "
                + words.locale().toLanguageTag());
        lines.add("zone " + ZoneId.systemDefault());
        lines.add("processors " + runtime.availableProcessors());
        lines.add("memory " + (runtime.maxMemory() >> 20) + " MiB at most");
        return String.join("\n", lines) + "\n";
    }

    /** As they are written, without what the person typed into views and the folders that were used. */
    private String settings() throws IOException {
        Path file = directory.settingsFile();
        JsonNode document;
        try {
            document = json.readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException neverWritten) {
            return "{}\n";
        } catch (JsonProcessingException damaged) {
            return "damaged\n";
        } catch (IOException e) {
            return "not readable: " + e + "\n";
        }
        if (document instanceof ObjectNode object) {
            object.remove(List.of("views", "folders"));
            int number = 1;
            for (JsonNode each : object.path("connections")) {
                instead(each, "label", "organisation " + number);
                number++;
            }
            if (object.path("network").path("certificates") instanceof ArrayNode files) {
                for (int i = 0; i < files.size(); i++) {
                    files.set(i, "certificates-" + (i + 1));
                }
            }
            instead(object.path("network"), "host", "proxy-host");
            instead(object.path("network"), "user", "proxy-user");
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(object) + "\n";
        }
        return "damaged\n";
    }

    /** Here the field says what it is, however short or strange the name. */
    private static void instead(JsonNode node, String field, String text) {
        if (node instanceof ObjectNode object && !object.path(field).asText().isEmpty()) {
            object.put(field, text);
        }
    }

    private static String health(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        StringBuilder text = new StringBuilder(name.substring(0, name.length() - DATABASE.length()))
                .append(": ")
                .append(Files.size(file))
                .append(" bytes");
        Path log = file.resolveSibling(name + "-wal");
        if (Files.exists(log)) {
            text.append(" and ").append(Files.size(log)).append(" not yet brought in");
        }
        try {
            Glance.Health health = Glance.health(file, ANSWERS);
            text.append(", format ")
                    .append(health.version())
                    .append(health.flaw().isEmpty() ? ", sound" : ", flawed: " + health.flaw())
                    .append("\n");
            for (Glance.Answered each : health.answers()) {
                text.append("  ")
                        .append(each.at())
                        .append(' ')
                        .append(each.part())
                        .append(' ')
                        .append(each.outcome())
                        .append(' ')
                        .append(each.rows())
                        .append(
                                each.detail().isEmpty()
                                        ? ""
                                        : " " + each.detail().replace('\n', ' '))
                        .append("\n");
            }
        } catch (HistoryException e) {
            text.append(", not readable: ").append(e.kind()).append("\n");
        }
        return text.toString();
    }
}
