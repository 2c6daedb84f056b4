package dev.gradeline.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;

/**
 * The right to open, seal, rescue or remove a history, for one at a time across threads and processes. Who has it can tell
 * whether anybody has the history open, since all who have hold a {@link Lease}.
 *
 * <p>Both are SQLite's own locks, on two empty files beside the history: they hold between threads as well as between
 * processes, and end with the process. Java's file locks belong to the whole process, and two of one process do not share.
 */
final class Turn implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Turn.class);
    static final String OPENING = ".opening";
    static final String IN_USE = ".inuse";

    /** How long another may open, which may be a rescue, before we give up. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String ALONE = "BEGIN EXCLUSIVE";
    private static final String SHARED = "BEGIN; SELECT count(*) FROM sqlite_schema";

    private final Path file;
    private final Connection opening;
    private @Nullable Connection alone;

    private Turn(Path file, Connection opening) {
        this.file = file;
        this.opening = opening;
    }

    /**
     * Waits for it.
     *
     * @param file the history, which need not be there; its directory must
     * @throws HistoryException of kind LOCKED when another takes too long
     */
    static Turn take(Path file) throws IOException {
        Connection opening = hold(file, OPENING, PATIENCE, ALONE);
        if (opening == null) {
            throw Faults.beingOpened(file);
        }
        return new Turn(file, opening);
    }

    /** Whether nobody has the history open; then it stays so until the turn ends or is shared. */
    boolean isAlone() throws IOException {
        if (alone == null) {
            alone = hold(file, IN_USE, Duration.ZERO, ALONE);
        }
        return alone != null;
    }

    /** From now on the history counts as open, until this is closed. */
    Lease share() throws IOException {
        release(alone);
        alone = null;
        // nobody else holds it alone: that takes a turn
        return new Lease(Objects.requireNonNull(hold(file, IN_USE, PATIENCE, SHARED)));
    }

    /** That somebody has the history open. */
    static final class Lease implements AutoCloseable {
        private final Connection held;

        private Lease(Connection held) {
            this.held = held;
        }

        @Override
        public void close() {
            release(held);
        }
    }

    @Override
    public void close() {
        release(alone);
        release(opening);
    }

    /** @return what holds the lock; null when others have it */
    private static @Nullable Connection hold(Path file, String ending, Duration patience, String begin)
            throws IOException {
        Path lock = HistoryFile.beside(file, ending);
        PrivateFiles.createFile(lock);
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
        // no file of its own: nothing is ever written
        config.setJournalMode(JournalMode.MEMORY);
        Connection connection = null;
        try {
            connection = config.createConnection("jdbc:sqlite:" + lock.toUri());
            try (Statement statement = connection.createStatement()) {
                for (String each : begin.split("; ", -1)) {
                    statement.execute(each);
                }
            }
            return connection;
        } catch (SQLException e) {
            release(connection);
            RuntimeException fault = Faults.of(file, e);
            if (fault instanceof HistoryException known && known.kind() == HistoryException.Kind.LOCKED) {
                return null;
            }
            throw fault;
        }
    }

    private static void release(@Nullable Connection held) {
        try {
            if (held != null) {
                held.close();
            }
        } catch (SQLException e) {
            LOG.warn("a lock could not be given back; it ends with this process", e);
        }
    }
}
