package dev.gradeline.history;

import dev.gradeline.history.HistoryException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /**
     * KiB, as a negative number (<a href="https://sqlite.org/pragma.html#pragma_cache_size">sqlite.org</a>); taken only as it is
     * needed. With the usual 2 MiB a first answer of 100,000 rows writes its pages into the log several times.
     */
    static final int CACHE = -32 * 1024;

    private final Path file;
    private final Connection writer;
    private final Connection reader;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock reading = new ReentrantLock();
    private final @Nullable Object identity;
    private final Turn.@Nullable Lease lease;
    private final @Nullable HistoryException obstacle;
    private final @Nullable Path scratch;
    private volatile boolean damaged;

    private Database(Path file, Connection writer, Connection reader, Turn.@Nullable Lease lease) {
        this(file, writer, reader, lease, null, null);
    }

    /**
     * @param lease null for a file that is not to be sealed
     * @param obstacle why nothing can be written; null when it can
     * @param scratch the directory of the private copy that is read in the file's place; null when the file itself is
     */
    private Database(
            Path file,
            Connection writer,
            Connection reader,
            Turn.@Nullable Lease lease,
            @Nullable HistoryException obstacle,
            @Nullable Path scratch) {
        this.obstacle = obstacle;
        this.scratch = scratch;
        this.file = file;
        this.writer = writer;
        this.reader = reader;
        this.identity = identityOf(file);
        this.lease = lease;
    }

    /** Statements that give a result; all of them take effect or none. */
    interface Work<T extends @Nullable Object> {
        T run(Sql sql) throws SQLException;
    }

    /**
     * Opens the file, which must be there, and brings its tables up to date.
     *
     * @param clock dates the copy that is made before the tables change
     * @param lease is given back at the end, by whichever end; null for a file of one's own that is not to be sealed
     */
    static Database open(Path file, InstantSource clock, Turn.@Nullable Lease lease) {
        try {
            look(file);
            Connection writer = connect(file);
            try {
                bringUpToDate(file, writer, clock);
                Connection reader = connect(file);
                execute(reader, "PRAGMA query_only = ON");
                return new Database(file, writer, reader, lease);
            } catch (SQLException | RuntimeException | Error e) {
                closeAfter(writer, e);
                throw e;
            }
        } catch (SQLException e) {
            release(lease);
            throw Faults.of(file, e);
        } catch (RuntimeException | Error e) {
            release(lease);
            throw e;
        }
    }

    private static void release(Turn.@Nullable Lease lease) {
        if (lease != null) {
            lease.close();
        }
    }

    /** One that is only read, see {@link ReadOnly}. */
    static Database reading(Path file, Connection connection, HistoryException obstacle) {
        return new Database(file, connection, connection, null, obstacle, null);
    }

    /** This one, which is a copy in a directory of its own, in place of a file that cannot be written. */
    Database onlyRead(Path original, HistoryException why, Path directory) {
        return new Database(original, writer, reader, null, why, directory);
    }

    boolean isWritable() {
        return obstacle == null;
    }

    /** The file that is read: this one, or its private copy. */
    Path readable() {
        return scratch == null ? file : scratch.resolve("copy.db");
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
                boolean backup = version > 0 && ContentDigest.isThere(sql);
                if (backup && !ContentDigest.agrees(sql)) {
                    throw Faults.damagedCopy(file, null);
                }
                if (version < Schema.VERSION || backup) {
                    unseal(sql, file);
                    Schema.migrate(sql, file);
                    ContentDigest.drop(sql);
                }
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

    /**
     * One that changes nothing in the file, not even its journal. SQLite keeps a log and its index beside the file even to read,
     * and leaves them there; where there is no log nobody has the file open, or none can be made, and the file is read as one that
     * nobody changes.
     */
    static Connection connectForReading(Path file) throws SQLException {
        if (!Files.exists(HistoryFile.beside(file, "-wal"))) {
            return connectForReading(file, "?immutable=1");
        }
        try {
            return connectForReading(file, "");
        } catch (SQLException e) {
            RuntimeException fault = Faults.of(file, e);
            boolean place = fault instanceof HistoryException history
                    && (history.kind() == Kind.UNREADABLE
                            || history.kind() == Kind.FULL
                            || history.kind() == Kind.READ_ONLY);
            if (!place || ReadOnly.hasLog(file)) {
                throw e;
            }
            return connectForReading(file, "?immutable=1");
        }
    }

    private static Connection connectForReading(Path file, String how) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(Math.toIntExact(PATIENCE.toMillis()));
        Connection connection = config.createConnection(url(file) + how);
        try {
            execute(connection, "PRAGMA schema_version");
            return connection;
        } catch (SQLException e) {
            closeAfter(connection, e);
            throw e;
        }
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
        config.setCacheSize(CACHE);
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
        if (obstacle != null) {
            throw new HistoryException(obstacle.kind(), String.valueOf(obstacle.getMessage()), obstacle);
        }
        return locked(writing, writer, "BEGIN IMMEDIATE", sql -> {
            requireSame();
            unseal(sql, file);
            T result = work.run(sql);
            requireSame();
            return result;
        });
    }

    /** What is written into a file that lost its name is lost; SQLite does not look. */
    private void requireSame() {
        if (!isSame()) {
            throw Faults.replaced(file, null);
        }
    }

    /**
     * Before anything else changes: the header changes, so that the seal no longer fits even if its removal should be lost
     * with the power.
     */
    private static void unseal(Sql sql, Path file) throws SQLException {
        if (Files.exists(Seal.of(file))) {
            Schema.touch(sql);
            try {
                Seal.discard(file);
            } catch (IOException e) {
                throw new HistoryException(Kind.READ_ONLY, Faults.readOnly(file), e);
            }
        }
    }

    private <T extends @Nullable Object> T locked(
            ReentrantLock lock, Connection connection, String begin, Work<T> work) {
        lock.lock();
        try {
            if (connection.isClosed()) {
                throw new IllegalStateException("the history is closed: " + file);
            }
            return transaction(connection, begin, sql -> {
                Schema.requireKnown(sql, file);
                return work.run(sql);
            });
        } catch (SQLException e) {
            RuntimeException fault = Faults.of(file, e);
            damaged |= fault instanceof HistoryException history && history.kind() == Kind.DAMAGED;
            throw fault;
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

    /**
     * Leaves a seal, if nobody else has the file open: whoever closes it last does it. Not over damage that was met, nor where the
     * file at this place is no longer the one that was open, nor over tables of a newer program.
     */
    private void seal() throws IOException, SQLException {
        if (lease == null || !isSame()) {
            return;
        }
        try (Turn turn = Turn.take(file)) {
            if (!turn.isAlone() || !isSame()) {
                return;
            }
            if (damaged) {
                Seal.discardIfBlind(file);
                return;
            }
            if (Seal.isThere(file)) {
                return;
            }
            Map<String, Integer> roots = new LinkedHashMap<>(Map.of("sqlite_schema", 1));
            String mark;
            try (Connection last = connect(file)) {
                mark = transaction(last, "BEGIN IMMEDIATE", sql -> {
                    Schema.requireKnown(sql, file);
                    sql.each(
                            "SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0",
                            row -> roots.put(row.getString(1), row.getInt(2)));
                    return SealMark.renew(sql);
                });
                execute(last, "PRAGMA wal_checkpoint(TRUNCATE)");
            }
            Path log = HistoryFile.beside(file, "-wal");
            if (!Files.exists(log) || Files.size(log) == 0) {
                Seal.write(file, roots, Schema.VERSION, mark);
            }
        }
    }

    private boolean isSame() {
        return Objects.equals(identity, identityOf(file));
    }

    /**
     * What tells a file from another that takes its name; null where the system has nothing like it, as Windows, which in turn
     * does not let an open file be replaced.
     */
    private static @Nullable Object identityOf(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    /** Waits for the work under way, and brings everything into the one file. */
    @Override
    public void close() {
        writing.lock();
        reading.lock();
        try {
            if (!writer.isClosed()) {
                try (lease;
                        reader;
                        writer) {
                    if (obstacle == null) {
                        execute(writer, "PRAGMA wal_checkpoint(TRUNCATE)");
                    }
                }
                seal();
            }
        } catch (SQLException | IOException | HistoryException e) {
            boolean renewed = e instanceof HistoryException fault && fault.kind() == Kind.RENEWED;
            if (!renewed) {
                LOG.warn("{}: not closed in order; nothing is lost, the next start looks through all of it", file, e);
            }
        } finally {
            reading.unlock();
            writing.unlock();
            if (scratch != null) {
                ReadOnly.discard(scratch);
            }
        }
    }
}
