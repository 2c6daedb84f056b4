package dev.gradeline.history;

import dev.gradeline.history.BackupRefusedException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/** Where a backup is to go, and what would be lost there. */
final class BackupTarget {
    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private BackupTarget() {}

    /** The file that is written: a link stays a link, and what it points to is replaced, or made. */
    static Path resolved(Path target) throws IOException {
        Path at = target.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(at); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(target.toString());
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        Path folder = at.getParent();
        return folder != null && Files.isDirectory(folder) ? folder.toRealPath().resolve(at.getFileName()) : at;
    }

    /** @throws BackupRefusedException where something lies that is no file */
    static void requireFile(Path target) {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(target)) {
            throw new BackupRefusedException(target, Reason.NO_FILE);
        }
    }

    /**
     * Only looks. A file without a byte in it loses nothing.
     *
     * @throws BackupRefusedException where something lies that the history does not hold
     */
    static void requireNoLoss(Sql history, Path target, InstantSource clock, BooleanSupplier cancelled)
            throws SQLException {
        try {
            if (Files.notExists(target) || Files.size(target) == 0) {
                return;
            }
            look(target);
            if (isUpToDate(target)) {
                try (Connection connection = Database.connectForReading(target)) {
                    Sql there = new Sql(connection);
                    there.script("BEGIN");
                    compare(history, there, target);
                } catch (SQLException e) {
                    // of one of the two, and only the one that is to be replaced may be damaged without harm
                    if (!Database.flawOf(target).isEmpty()) {
                        throw new BackupRefusedException(target, Reason.UNREADABLE);
                    }
                    throw e;
                }
            } else {
                Path scratch = Path.of(System.getProperty("java.io.tmpdir"));
                try (WorkingCopy copy = WorkingCopy.of(target, scratch, cancelled);
                        Database there = Database.open(copy.file(), clock, null)) {
                    there.read(sql -> {
                        compare(history, sql, target);
                        return target;
                    });
                }
            }
        } catch (HistoryException e) {
            throw new BackupRefusedException(target, reason(e, target));
        } catch (IOException e) {
            throw new BackupRefusedException(target, Reason.UNREADABLE);
        }
    }

    /** Where no history is open, so that no lock of SQLite's ends with this look past it. */
    private static void look(Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.READ)) {
            ByteBuffer header = WriteAheadLog.filled(channel, 0, Header.LENGTH);
            if (header == null || !Header.isDatabase(header)) {
                throw Faults.notOurs(target);
            }
        }
    }

    private static boolean isUpToDate(Path target) {
        try (Connection connection = Database.connectForReading(target)) {
            return Schema.check(new Sql(connection), target) == Schema.VERSION;
        } catch (SQLException e) {
            throw Faults.of(target, e);
        }
    }

    private static void compare(Sql history, Sql there, Path target) throws SQLException {
        if (Kinship.of(history, there).verdict() != Kinship.Verdict.SAME) {
            throw new BackupRefusedException(target, Reason.OTHER);
        }
        Surplus surplus = Surplus.of(history, there);
        if (!surplus.isNone()) {
            throw new BackupRefusedException(target, Reason.MORE, surplus);
        }
    }

    private static Reason reason(HistoryException fault, Path target) {
        boolean foreign =
                String.valueOf(fault.getMessage()).equals(Faults.notOurs(target).getMessage());
        return switch (fault.kind()) {
            case NEWER -> Reason.NEWER;
            case DAMAGED -> foreign ? Reason.NO_BACKUP : Reason.UNREADABLE;
            case UNREADABLE, READ_ONLY, RENEWED, LOCKED, FULL -> Reason.UNREADABLE;
        };
    }
}
