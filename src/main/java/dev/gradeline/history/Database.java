package dev.gradeline.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * The open file: one connection that writes and one that reads, each for one thread at a time, so that reading need not wait
 * for a synchronisation. Every piece of work is one transaction.
 */
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** How long another process may write before we give up. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path file;
    private final Connection writer;
    private final Connection reader;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock reading = new ReentrantLock();

    private Database(Path file, Connection writer, Connection reader) {
        this.file = file;
        this.writer = writer;
        this.reader = reader;
    }

    /** Statements that give a result; all of them take effect or none. */
    interface Work<T extends @Nullable Object> {
        T run(Sql sql) throws SQLException;
    }

    /**
     * Opens the file, which must be there, and brings its tables up to date.
     *
     * @param clock dates the copy that is made before the tables change
     */
    static Database open(Path file, InstantSource clock) {
        try {
            look(file);
            Connection writer = connect(file);
            try {
                bringUpToDate(file, writer, clock);
                Connection reader = connect(file);
                execute(reader, "PRAGMA query_only = ON");
                return new Database(file, writer, reader);
            } catch (SQLException | RuntimeException | Error e) {
                closeAfter(writer, e);
                throw e;
            }
        } catch (SQLException e) {
            throw Faults.of(file, e);
        }
    }

    /**
     * A connection that may write changes the file even to be refused: it makes a write-ahead log of another program's
     * journal, and at its end brings the log that a killed program left into the file. So look through one that may not.
     */
    static void look(Path file) throws SQLException {
        try (Connection connection = connectForReading(file)) {
            Schema.check(new Sql(connection), file);
        }
    }

    /** Others wait meanwhile: nobody writes between the copy and the change, and the tables change once. */
    private static void bringUpToDate(Path file, Connection writer, InstantSource clock) throws SQLException {
        List<Path> copies = new ArrayList<>();
        try {
            transaction(writer, "BEGIN IMMEDIATE", sql -> {
                int version = Schema.check(sql, file);
                if (version > 0 && version < Schema.VERSION) {
                    copies.add(SafetyCopy.of(file, version, clock.instant()));
                }
                Schema.migrate(sql, file);
                return version;
            });
            copies.forEach(copy -> LOG.info("{}: brought up to date; as it was before: {}", file, copy));
        } catch (SQLException | RuntimeException | Error e) {
            if (!copies.isEmpty() && isOld(file, e)) {
                copies.forEach(SafetyCopy::discard);
            }
            throw e;
        }
    }

    /** Whether a fault left the tables as they were, for certain. */
    private static boolean isOld(Path file, Throwable fault) {
        try (Connection connection = connectForReading(file)) {
            return Schema.check(new Sql(connection), file) < Schema.VERSION;
        } catch (SQLException | HistoryException e) {
            fault.addSuppressed(e);
            return false;
        }
    }

    /** One that changes nothing in the file, not even its journal. */
    static Connection connectForReading(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(Math.toIntExact(PATIENCE.toMillis()));
        return config.createConnection(url(file));
    }

    /** What is wrong within a file that opens, by looking at all of it; empty when nothing is. */
    static String flawOf(Path file) {
        try (Connection connection = connectForReading(file)) {
            Sql sql = new Sql(connection);
            String flaw = sql.first("PRAGMA integrity_check(1)", row -> row.getString(1));
            Boolean dangling = sql.first("PRAGMA foreign_key_check", row -> true);
            return dangling != null ? "a reference to nothing" : "ok".equals(flaw) ? "" : String.valueOf(flaw);
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(PATIENCE.toMillis()));
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        return config.createConnection(url(file));
    }

    /** As a URI: the driver would take a question mark in a plain path for the start of its options. */
    private static String url(Path file) {
        return "jdbc:sqlite:" + file.toUri();
    }

    /** Reads from one consistent state. */
    <T extends @Nullable Object> T read(Work<T> work) {
        return locked(reading, reader, "BEGIN", work);
    }

    /** Writes alone, across processes. */
    <T extends @Nullable Object> T write(Work<T> work) {
        return locked(writing, writer, "BEGIN IMMEDIATE", work);
    }

    private <T extends @Nullable Object> T locked(
            ReentrantLock lock, Connection connection, String begin, Work<T> work) {
        lock.lock();
        try {
            if (connection.isClosed()) {
                throw new IllegalStateException("the history is closed: " + file);
            }
            return transaction(connection, begin, work);
        } catch (SQLException e) {
            throw Faults.of(file, e);
        } finally {
            lock.unlock();
        }
    }

    private static <T extends @Nullable Object> T transaction(Connection connection, String begin, Work<T> work)
            throws SQLException {
        execute(connection, begin);
        try {
            T result = work.run(new Sql(connection));
            execute(connection, "COMMIT");
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(connection, e);
            throw e;
        }
    }

    /** SQLite has rolled back by itself after some faults; then this one says so, beside the fault. */
    private static void rollBack(Connection connection, Throwable fault) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            fault.addSuppressed(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void closeAfter(Connection connection, Throwable fault) {
        try {
            connection.close();
        } catch (SQLException e) {
            fault.addSuppressed(e);
        }
    }

    /** Waits for the work under way, and brings everything into the one file. */
    @Override
    public void close() {
        writing.lock();
        reading.lock();
        try (writer;
                reader) {
            if (!writer.isClosed()) {
                execute(writer, "PRAGMA wal_checkpoint(TRUNCATE)");
            }
        } catch (SQLException e) {
            LOG.warn("{}: not closed in order; nothing is lost, the next start reads the log beside it", file, e);
        } finally {
            reading.unlock();
            writing.unlock();
        }
    }
}
