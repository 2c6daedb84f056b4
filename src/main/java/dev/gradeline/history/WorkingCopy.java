package dev.gradeline.history;

import dev.gradeline.history.HistoryException.Kind;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A copy of somebody's history to work on, so that the file itself is only read: bringing it up to date would change it. */
final class WorkingCopy implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkingCopy.class);

    private final Path directory;
    private final Path file;

    private WorkingCopy(Path directory, Path file) {
        this.directory = directory;
        this.file = file;
    }

    /**
     * @param under a directory of this user's own with room for the copy
     * @param cancelled ends the copying with any exception, and leaves nothing
     * @throws HistoryException about the original when it cannot be read, is damaged, newer or another program's
     */
    static WorkingCopy of(Path original, Path under, BooleanSupplier cancelled) {
        if (!Files.isRegularFile(original)) {
            throw new HistoryException(
                    Kind.UNREADABLE, Faults.unreadable(original, new NoSuchFileException("there is no such file")));
        }
        try {
            requireHistory(original);
            Path directory = Files.createTempDirectory(under, "copy-");
            WorkingCopy copy = new WorkingCopy(directory, directory.resolve("copy.db"));
            try {
                Copies.into(original, copy.file, cancelled);
                requireUnchanged(original, copy.file);
                return copy;
            } catch (RuntimeException e) {
                copy.close();
                throw asCopy(original, e);
            } catch (SQLException | Error e) {
                copy.close();
                throw e;
            }
        } catch (SQLException e) {
            throw asCopy(original, Faults.of(original, e));
        } catch (IOException e) {
            throw new HistoryException(Kind.UNREADABLE, Faults.unreadable(original, e), e);
        }
    }

    /**
     * Asks SQLite alone: the file may be a history that this very program has open, and to close it after a look of our own would
     * end the locks that SQLite holds on it.
     */
    private static void requireHistory(Path original) throws SQLException {
        try (Connection connection = Database.connectForReading(original)) {
            Sql sql = new Sql(connection);
            if (Schema.check(sql, original) == 0 || runsSomething(sql)) {
                throw Faults.notOurs(original);
            }
        } catch (SQLiteException e) {
            if (e.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB) {
                throw Faults.notOurs(original);
            }
            throw e;
        }
    }

    /** A trigger or a view is a program inside a file. No history has one, and the copy's own would run when it is brought up to date. */
    private static boolean runsSomething(Sql sql) throws SQLException {
        return sql.first("SELECT 1 FROM sqlite_schema WHERE type IN ('trigger', 'view')", row -> row.getInt(1)) != null;
    }

    private static void requireUnchanged(Path original, Path copy) throws SQLException {
        try (Connection connection = Database.connectForReading(copy)) {
            if (!ContentDigest.agrees(new Sql(connection))) {
                throw Faults.damagedCopy(original, null);
            }
        }
    }

    /** What helps with a damaged history of one's own does not help with somebody's copy. */
    private static RuntimeException asCopy(Path original, RuntimeException fault) {
        return fault instanceof HistoryException history && history.kind() == Kind.DAMAGED
                ? Faults.damagedCopy(original, fault)
                : fault;
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
                for (Path each : files) {
                    Files.delete(each);
                }
            }
            Files.delete(directory);
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("a working copy could not be removed: {}", directory, e);
        }
    }
}
