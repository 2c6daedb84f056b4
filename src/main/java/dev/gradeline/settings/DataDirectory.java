package dev.gradeline.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Gradeline keeps its files. The directory is ours by contract: its files, {@code history} and {@code log} are for their
 * owner alone, and so is the directory itself as long as it holds nothing else. Where a person gave one that holds other things,
 * too, who may look into it is their affair.
 *
 * @param root absolute; need not exist yet
 */
public record DataDirectory(Path root) {
    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);

    /** Nothing takes longer to be written. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final Set<String> OURS =
            Set.of("history", "log", "keychain.lock", "window.lock", "window.sock", "window.address");

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

    /**
     * The person's home directory: {@code HOME}, as containers, services and {@code sudo} set it, else what the system's list of
     * users says. Java asks that list alone. On Windows no program goes by {@code HOME}, so it does not count there.
     *
     * @param os the value of {@code os.name}
     * @param listed the value of {@code user.home}
     */
    public static Path home(String os, Map<String, String> environment, String listed) {
        boolean windows = os.toLowerCase(Locale.ROOT).startsWith("windows");
        Path named = windows ? null : absolute(environment.get("HOME"));
        return named != null ? named : Path.of(listed);
    }

    /**
     * Takes from others what they may do with directories of ours that are there already, from an earlier version or made by
     * hand. Blocking. Where the system does not let us, all stays as it is; systems without POSIX permissions have their own rules.
     */
    public void keepPrivate() {
        if (!OwnerOnly.isPosix(root)) {
            return;
        }
        try {
            for (Path ours : List.of(historyDirectory(), logDirectory())) {
                narrow(ours);
            }
            if (Files.isDirectory(root) && holdsOnlyOurs()) {
                narrow(root);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("others may still look into the data directory: {}", e.toString());
        }
    }

    /** Deletes files of ours that were never finished, as when a process was killed, once a day has passed. Blocking. */
    public void clearLeftovers() {
        try {
            for (Path ours : List.of(root, historyDirectory())) {
                int cleared = Files.isDirectory(ours)
                        ? AtomicFile.clear(ours, Instant.now().minus(LONGEST))
                        : 0;
                if (cleared > 0) {
                    LOG.warn("{} files that were never finished are gone from {}", cleared, ours);
                }
            }
        } catch (IOException e) {
            LOG.warn("files that were never finished stay: {}", e.toString());
        }
    }

    private boolean holdsOnlyOurs() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.map(file -> String.valueOf(file.getFileName())).allMatch(DataDirectory::isOurs);
        }
    }

    private static boolean isOurs(String name) {
        return OURS.contains(name)
                || name.startsWith("requests-")
                || name.startsWith(".gradeline-")
                || name.startsWith("settings.json");
    }

    /** A link leads to where somebody else decided. */
    private static void narrow(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(directory);
        if (permissions.retainAll(OwnerOnly.DIRECTORY)) {
            Files.setPosixFilePermissions(directory, permissions);
        }
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
