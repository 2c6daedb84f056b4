package dev.gradeline.history;

import dev.gradeline.history.HistoryException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The copy of a history that is made beside it before its tables change. */
final class SafetyCopy {
    private static final Logger LOG = LoggerFactory.getLogger(SafetyCopy.class);

    private SafetyCopy() {}

    /**
     * Copies the file as it was last committed, also while others use it, to {@code h.db.v1-backup-20261123}. The copy bears
     * this name only when it is whole, was read back and is on the disk. One at a time: the caller holds the right to write.
     *
     * @param version the version of the tables in the file
     * @throws HistoryException when it cannot be made; then nothing of it is left
     */
    static Path of(Path file, int version, Instant now) {
        Path unfinished = HistoryFile.beside(file, ".v" + version + "-backup.part");
        try {
            Copies.remove(unfinished);
            Copies.into(file, unfinished, () -> false);
            check(unfinished, version);
            return Files.move(
                    unfinished,
                    HistoryFile.free(file, ".v" + version + "-backup-" + HistoryFile.day(now)),
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException e) {
            throw failed(file, unfinished, Faults.of(unfinished, e));
        } catch (IOException e) {
            throw failed(file, unfinished, new HistoryException(Kind.UNREADABLE, Faults.unreadable(unfinished, e), e));
        } catch (RuntimeException e) {
            throw failed(file, unfinished, e);
        }
    }

    /** Takes away what cannot be of use: logs, and does not fail. */
    static void discard(Path copy) {
        try {
            Copies.remove(copy);
        } catch (IOException e) {
            LOG.warn("a copy that is of no use could not be removed: {}", copy, e);
        }
    }

    private static void check(Path copy, int version) throws SQLException {
        try (Connection connection = Database.connectForReading(copy)) {
            int copied = Schema.check(new Sql(connection), copy);
            if (copied != version) {
                throw Faults.damaged(copy, new IOException("read back from the copy: version " + copied));
            }
        }
    }

    private static RuntimeException failed(Path file, Path unfinished, RuntimeException why) {
        discard(unfinished);
        return why instanceof HistoryException history ? Faults.notCopied(file, history) : why;
    }
}
