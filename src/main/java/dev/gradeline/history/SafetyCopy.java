package dev.gradeline.history;

import dev.gradeline.history.HistoryException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The copy of a history that is made beside it before its tables change. */
final class SafetyCopy {
    private static final Logger LOG = LoggerFactory.getLogger(SafetyCopy.class);

    private SafetyCopy() {}

    /**
     * Copies the file as it was last committed, also while others use it, to {@code h.db.v1-backup-20261123}, 0600. The copy
     * bears this name only when it is whole, was read back and is on the disk. One at a time: the caller holds the right to
     * write.
     *
     * @param version the version of the tables in the file
     * @throws HistoryException when it cannot be made; then nothing of it is left
     */
    static Path of(Path file, int version, Instant now) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".v" + version + "-backup.part");
        try {
            remove(unfinished);
            PrivateFiles.createFile(unfinished);
            fill(file, unfinished);
            check(unfinished, version);
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            return Files.move(
                    unfinished, free(file, "v" + version + "-backup-" + day(now)), StandardCopyOption.ATOMIC_MOVE);
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
            remove(copy);
        } catch (IOException e) {
            LOG.warn("a copy that is of no use could not be removed: {}", copy, e);
        }
    }

    private static void remove(Path copy) throws IOException {
        Files.deleteIfExists(copy);
        Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + "-journal"));
    }

    /** Into an empty file, whose permissions are ours: SQLite would give a new one those of the process's mask. */
    private static void fill(Path file, Path copy) throws SQLException {
        try (Connection connection = Database.connectForReading(file)) {
            new Sql(connection).update("VACUUM INTO ?", copy.toUri().toString());
        }
    }

    private static void check(Path copy, int version) throws SQLException {
        try (Connection connection = Database.connectForReading(copy)) {
            Sql sql = new Sql(connection);
            String integrity = sql.first("PRAGMA integrity_check", row -> row.getString(1));
            if (!"ok".equals(integrity) || Schema.check(sql, copy) != version) {
                throw Faults.damaged(copy, new IOException("read back from the copy: " + integrity));
            }
        }
    }

    private static String day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static Path free(Path file, String ending) {
        Path copy = file.resolveSibling(file.getFileName() + "." + ending);
        for (int number = 2; Files.exists(copy); number++) {
            copy = file.resolveSibling(file.getFileName() + "." + ending + "-" + number);
        }
        return copy;
    }

    private static RuntimeException failed(Path file, Path unfinished, RuntimeException why) {
        discard(unfinished);
        return why instanceof HistoryException history ? Faults.notCopied(file, history) : why;
    }
}
