package dev.gradeline.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where Gradeline keeps its files.
 *
 * @param root absolute; need not exist yet
 */
public record DataDirectory(Path root) {
    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * The system's place for application data: {@code %APPDATA%}, {@code ~/Library/Application Support},
     * {@code $XDG_DATA_HOME} or {@code ~/.local/share}, and in it {@code gradeline} (or {@code Gradeline}). A variable that
     * is blank or no absolute path counts as unset, as the XDG rules ask.
     *
     * @param os the value of {@code os.name}
     * @param home the person's home directory
     */
    public static DataDirectory standard(String os, Path home, Map<String, String> environment) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            Path roaming = absolute(environment.get("APPDATA"));
            Path base = roaming != null ? roaming : home.resolve("AppData").resolve("Roaming");
            return new DataDirectory(base.resolve("Gradeline"));
        }
        if (system.startsWith("mac") || system.startsWith("darwin")) {
            return new DataDirectory(
                    home.resolve("Library").resolve("Application Support").resolve("Gradeline"));
        }
        Path data = absolute(environment.get("XDG_DATA_HOME"));
        Path base = data != null ? data : home.resolve(".local").resolve("share");
        return new DataDirectory(base.resolve("gradeline"));
    }

    public Path settingsFile() {
        return root.resolve("settings.json");
    }

    /** Where the histories of all connections live. */
    public Path historyDirectory() {
        return root.resolve("history");
    }

    /**
     * The history of one connection.
     *
     * @throws IllegalArgumentException when the name is not a plain file name: it must not lead out of the directory
     */
    public Path historyFile(String connection) {
        Path directory = historyDirectory();
        Path file = directory.resolve(connection + ".db").normalize();
        boolean plain = !connection.isBlank()
                && connection.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':' || Character.isISOControl(c));
        if (!plain || !directory.equals(file.getParent())) {
            throw new IllegalArgumentException("not the name of a connection: " + connection);
        }
        return file;
    }

    public Path logDirectory() {
        return root.resolve("log");
    }

    private static @Nullable Path absolute(@Nullable String path) {
        if (path == null || path.isBlank()) {
            return null;
        }
        try {
            Path candidate = Path.of(path);
            return candidate.isAbsolute() ? candidate : null;
        } catch (InvalidPathException notAPath) {
            return null;
        }
    }
}
