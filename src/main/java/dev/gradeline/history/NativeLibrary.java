package dev.gradeline.history;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives SQLite's native library a place of its own to unpack to: the system's temporary directory is often mounted so that
 * nothing in it may run. The driver reads the property once for each process, so the first history decides.
 */
final class NativeLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
    private static final String PROPERTY = "org.sqlite.tmpdir";

    /** Long enough that no process can still be between unpacking and loading. */
    private static final Duration STALE = Duration.ofHours(1);

    private NativeLibrary() {}

    static void unpackUnder(Path directory) throws IOException {
        if (System.getProperty(PROPERTY) == null) {
            Path home = directory.resolve("native");
            PrivateFiles.createDirectories(home);
            removeLeftovers(home);
            System.setProperty(PROPERTY, home.toString());
        }
    }

    /** The driver removes its copy at an orderly end only; a killed process leaves it behind. */
    private static void removeLeftovers(Path home) throws IOException {
        Instant limit = Instant.now().minus(STALE);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(home, "sqlite-*")) {
            for (Path file : files) {
                removeIfOlder(file, limit);
            }
        }
    }

    private static void removeIfOlder(Path file, Instant limit) {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.debug("left in place, still in use: {}", file, e);
        }
    }
}
