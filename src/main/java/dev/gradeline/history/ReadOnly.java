package dev.gradeline.history;

import dev.gradeline.history.HistoryException.Kind;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a history where nothing can be written, for its disk is full or its place read-only: the file itself where it is whole
 * by itself, else a private copy in the temporary directory, in which SQLite can bring in the log or new tables.
 */
final class ReadOnly {
    private static final Logger LOG = LoggerFactory.getLogger(ReadOnly.class);

    private static final List<String> ENDINGS = List.of("", "-wal", ".seal");

    /** Others may write meanwhile: a copy counts when nothing changed while it was made. */
    private static final int ATTEMPTS = 3;

    private ReadOnly() {}

    /** Whether there is anything to read although it cannot be opened to be written. */
    static boolean helps(Path file, HistoryException fault) {
        try {
            return (fault.kind() == Kind.READ_ONLY || fault.kind() == Kind.FULL) && Files.size(file) > 0;
        } catch (IOException e) {
            fault.addSuppressed(e);
            return false;
        }
    }

    /**
     * Opens it to be read alone.
     *
     * @param obstacle why it cannot be written
     * @throws HistoryException the obstacle, when it cannot be read either, or is damaged
     */
    static Database open(Path file, HistoryException obstacle, InstantSource clock) {
        try {
            NativeLibrary.load(HistoryFile.directoryOf(file));
            Database inPlace = inPlace(file, obstacle);
            return inPlace != null ? inPlace : ofCopy(file, obstacle, clock);
        } catch (IOException | SQLException | HistoryException e) {
            if (e != obstacle) {
                obstacle.addSuppressed(e);
            }
            throw obstacle;
        }
    }

    private static @Nullable Database inPlace(Path file, HistoryException obstacle) throws IOException {
        if (hasLog(file)) {
            return null;
        }
        if (Inspection.of(file).damaged()) {
            throw obstacle;
        }
        try {
            Connection connection = Database.connectForReading(file);
            if (Schema.check(new Sql(connection), file) == Schema.VERSION) {
                return Database.reading(file, connection, obstacle);
            }
            connection.close();
        } catch (SQLException e) {
            obstacle.addSuppressed(e);
        }
        return null;
    }

    static boolean hasLog(Path file) {
        try {
            return Files.size(HistoryFile.beside(file, "-wal")) > 0;
        } catch (IOException none) {
            return false;
        }
    }

    private static Database ofCopy(Path file, HistoryException obstacle, InstantSource clock)
            throws IOException, SQLException {
        Path scratch = Files.createTempDirectory("gradeline-");
        Path copy = scratch.resolve("copy.db");
        try {
            for (int attempt = 1; !isCopied(file, copy); attempt++) {
                if (attempt == ATTEMPTS) {
                    throw obstacle;
                }
            }
            if (Inspection.of(copy).damaged()) {
                throw obstacle;
            }
            return Database.open(copy, clock, null).onlyRead(file, obstacle, scratch);
        } catch (IOException | RuntimeException | Error e) {
            discard(scratch);
            throw e;
        }
    }

    private static boolean isCopied(Path file, Path copy) throws IOException {
        String before = state(file);
        for (String ending : ENDINGS) {
            if (Files.exists(HistoryFile.beside(file, ending))) {
                Files.copy(
                        HistoryFile.beside(file, ending),
                        HistoryFile.beside(copy, ending),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return before.equals(state(file));
    }

    private static String state(Path file) throws IOException {
        StringBuilder state = new StringBuilder();
        for (String ending : ENDINGS) {
            Path each = HistoryFile.beside(file, ending);
            state.append(Files.exists(each) ? Files.size(each) + " " + Files.getLastModifiedTime(each) : "none")
                    .append(';');
        }
        return state.toString();
    }

    /** The copy is in a directory of its own. */
    static void discard(Path scratch) {
        try {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(scratch)) {
                for (Path each : files) {
                    Files.delete(each);
                }
            }
            Files.delete(scratch);
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("a private copy could not be removed: {}", scratch, e);
        }
    }
}
