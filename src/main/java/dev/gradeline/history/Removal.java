package dev.gradeline.history;

import dev.gradeline.history.HistoryException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** Takes a history off the disk, but never from under a program that has it open: that one would write into nothing. */
final class Removal {
    /** Whoever has the file open keeps it so for long: there is no use in waiting. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final List<String> BESIDE = List.of("-wal", "-shm", "-journal", ".seal", ".rescuing");

    private Removal() {}

    static boolean of(Path file) {
        try {
            if (!Files.exists(file)) {
                return deleteBeside(file);
            }
            if (!empty(file)) {
                makeAlone(file);
            }
            boolean there = Files.deleteIfExists(file);
            return deleteBeside(file) || there;
        } catch (IOException e) {
            throw new HistoryException(
                    Kind.READ_ONLY,
                    "The history could not be removed: " + file + ". Allow writing to its directory. (" + e + ")",
                    e);
        }
    }

    private static boolean empty(Path file) throws IOException {
        return Files.size(file) == 0;
    }

    /**
     * Leaving the write-ahead log needs the file for oneself alone, and SQLite refuses it while any other connection is open,
     * idle or not (<a href="https://sqlite.org/wal.html">sqlite.org/wal.html</a>); it also takes the log's two files away.
     * A file that is no database can be in nobody's use as one.
     */
    private static void makeAlone(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(PATIENCE.toMillis()));
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file.toUri());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
        } catch (SQLException e) {
            RuntimeException fault = Faults.of(file, e);
            if (!(fault instanceof HistoryException history) || history.kind() != Kind.DAMAGED) {
                throw fault;
            }
        }
    }

    private static boolean deleteBeside(Path file) throws IOException {
        boolean there = false;
        for (String ending : BESIDE) {
            there |= Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
        }
        return there;
    }
}
