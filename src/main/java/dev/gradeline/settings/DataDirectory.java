package dev.gradeline.settings;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where Gradeline keeps its files.
 *
 * @param root absolute; need not exist yet
 */
public record DataDirectory(Path root) {
    /**
     * The system's place for application data: {@code %APPDATA%}, {@code ~/Library/Application Support},
     * {@code $XDG_DATA_HOME} or {@code ~/.local/share}, and in it {@code gradeline} (or {@code Gradeline}).
     *
     * @param os the value of {@code os.name}
     * @param home the person's home directory
     */
    public static DataDirectory standard(String os, Path home, Map<String, String> environment) {
        throw new UnsupportedOperationException(os);
    }

    public Path settingsFile() {
        return root.resolve("settings.json");
    }

    /** The history of one connection. */
    public Path historyFile(String connection) {
        return root.resolve("history").resolve(connection + ".db");
    }

    public Path logDirectory() {
        return root.resolve("log");
    }
}
