package dev.gradeline.history;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Loads SQLite's native library. The packaged program has it beside its jars and names the place ({@code org.sqlite.lib.path},
 * installer/Slim.java): that needs no file of its own. Otherwise the driver unpacks it: first to a place beside the histories,
 * for the system's temporary directory is often mounted so that nothing in it may run; where that cannot be written, as on a full
 * disk, to the temporary directory, then to the user's cache. Once for each process: the first history decides.
 */
final class NativeLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
    private static final String UNPACKED = "org.sqlite.tmpdir";
    private static final String BESIDE = "org.sqlite.lib.path";

    /** Long enough that no process can still be between unpacking and loading. */
    private static final Duration STALE = Duration.ofHours(1);

    private NativeLibrary() {}

    /** @throws IOException when the library can be unpacked nowhere */
    static synchronized void load(Path directory) throws IOException {
        if (System.getProperty(UNPACKED) != null || isLoadedAsItLies()) {
            return;
        }
        List<Path> places = List.of(
                directory.resolve("native"), Path.of(System.getProperty("java.io.tmpdir")), cache().resolve("native"));
        for (Path place : places) {
            if (isLoadedFrom(place)) {
                return;
            }
        }
        System.clearProperty(UNPACKED);
        throw new IOException("SQLite’s library can be unpacked to none of " + places);
    }

    /** Done again for each history, which costs a look at one file: the driver knows that it is loaded. */
    private static boolean isLoadedAsItLies() {
        String place = System.getProperty(BESIDE);
        if (place == null) {
            return false;
        }
        // where there is none the driver would go on to unpack its own, to wherever it likes
        if (Files.isRegularFile(Path.of(place, System.mapLibraryName("sqlitejdbc"))) && isInitialised()) {
            return true;
        }
        LOG.warn("SQLite's library cannot be loaded from {}", place);
        System.clearProperty(BESIDE);
        return false;
    }

    private static boolean isLoadedFrom(Path place) {
        try {
            PrivateFiles.createDirectories(place);
            if (place.endsWith("native")) {
                removeLeftovers(place);
            }
            System.setProperty(UNPACKED, place.toString());
        } catch (IOException e) {
            LOG.debug("SQLite’s library is not unpacked to {}", place, e);
            return false;
        }
        return isInitialised();
    }

    private static boolean isInitialised() {
        try {
            return SQLiteJDBCLoader.initialize();
        } catch (Exception | LinkageError e) {
            LOG.debug("SQLite’s library is not loaded", e);
            return false;
        }
    }

    private static Path cache() {
        String named = System.getenv("XDG_CACHE_HOME");
        Path base =
                named == null || named.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(named);
        return base.resolve("gradeline");
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
            LOG.debug("left in place, in use still: {}", file, e);
        }
    }
}
