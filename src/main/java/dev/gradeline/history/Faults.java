package dev.gradeline.history;

import dev.gradeline.history.HistoryException.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's result codes mean for a person. Codes: <a href="https://sqlite.org/rescode.html">sqlite.org</a>. */
final class Faults {
    private static final int PRIMARY = 0xff;

    private static final Set<String> FULL = Set.of(
            "no space left on device",
            "disk quota exceeded",
            "file too large",
            "there is not enough space on the disk");

    private Faults() {}

    /** The fault of the file behind an exception; a fault of ours (a constraint, bad SQL) is an IllegalStateException. */
    static RuntimeException of(Path file, SQLException cause) {
        if (!(cause instanceof SQLiteException sqlite)) {
            return new HistoryException(Kind.UNREADABLE, unreadable(file, cause), cause);
        }
        int code = sqlite.getResultCode().code;
        if (code == SQLiteErrorCode.SQLITE_READONLY_DIRECTORY.code) {
            return new HistoryException(Kind.READ_ONLY, readOnly(file), cause);
        }
        if (code == SQLiteErrorCode.SQLITE_IOERR_WRITE.code || code == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE.code) {
            // a quota, or the greatest size of a file, and no room for the index of the log
            return new HistoryException(Kind.FULL, full(file), cause);
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY_DBMOVED.code) {
            return replaced(file, cause);
        }
        return switch (SQLiteErrorCode.getErrorCode(code & PRIMARY)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> new HistoryException(Kind.LOCKED, inUseText(file), cause);
            case SQLITE_FULL -> new HistoryException(Kind.FULL, full(file), cause);
            case SQLITE_READONLY, SQLITE_PERM -> new HistoryException(Kind.READ_ONLY, readOnly(file), cause);
            case SQLITE_CORRUPT, SQLITE_NOTADB -> damaged(file, cause);
            case SQLITE_CANTOPEN, SQLITE_IOERR, SQLITE_AUTH, SQLITE_NOLFS, SQLITE_PROTOCOL ->
                new HistoryException(Kind.UNREADABLE, unreadable(file, sqlite), cause);
            default -> new IllegalStateException("history " + file + ": " + sqlite.getMessage(), cause);
        };
    }

    /** The fault of the file system behind an exception. */
    static HistoryException of(Path file, IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return new HistoryException(Kind.READ_ONLY, readOnly(file), cause);
        }
        // Java has no exception of its own for these
        boolean full = cause instanceof FileSystemException system
                && FULL.contains(String.valueOf(system.getReason()).toLowerCase(Locale.ROOT));
        return full
                ? new HistoryException(Kind.FULL, full(file), cause)
                : new HistoryException(Kind.UNREADABLE, unreadable(file, cause), cause);
    }

    private static String full(Path file) {
        return "There is no room left to write the history: " + file
                + ". Free some space on that disk, or raise the limit that is set for you there, then try again.";
    }

    static HistoryException damaged(Path file, Throwable cause) {
        return new HistoryException(
                Kind.DAMAGED,
                "The history is damaged, and was left as it is: " + file
                        + ". Close all windows of Gradeline and start it again: what can still be read is recovered then.",
                cause);
    }

    /** A backup, or another file that is only read. */
    static HistoryException damagedCopy(Path file, @Nullable Throwable cause) {
        String message = "This copy of a history is damaged: " + file
                + ". Nothing was taken from it. Use another backup, or copy this one again from where it came.";
        return cause == null
                ? new HistoryException(Kind.DAMAGED, message)
                : new HistoryException(Kind.DAMAGED, message, cause);
    }

    static HistoryException beyondRescue(Path file, @Nullable Throwable cause) {
        String message = "The history is damaged, and nothing in it can be read any more. It was left as it is: " + file
                + ". Move the file to another place; then take a backup in with “gradeline restore FILE”."
                + " Without one, a new history begins.";
        return cause == null
                ? new HistoryException(Kind.DAMAGED, message)
                : new HistoryException(Kind.DAMAGED, message, cause);
    }

    static HistoryException missing(Path file, Instant lastThere) {
        return new HistoryException(
                Kind.DAMAGED,
                "The history is missing: " + file + ". It was there when it was last closed, on "
                        + LocalDate.ofInstant(lastThere, ZoneOffset.UTC)
                        + ". Put it back, or a backup under its name. To begin anew instead, remove "
                        + Seal.of(file).getFileName()
                        + " beside it; “gradeline restore FILE” then takes a backup in.");
    }

    static HistoryException beingOpened(Path file) {
        return new HistoryException(
                Kind.LOCKED,
                "Another program has been opening the history for minutes: " + file
                        + ". Perhaps it is damaged, and being recovered. Wait until that has ended, then try again.");
    }

    static String noRoomToRescue(Path file) {
        return "The history is damaged, and there is no room to recover it: " + file
                + ". It was left as it is. Free about three times the size of this file on that disk, then try again.";
    }

    static HistoryException inUse(Path file) {
        return new HistoryException(Kind.LOCKED, inUseText(file));
    }

    private static String inUseText(Path file) {
        return "Another program keeps the history in use: " + file
                + ". Close other windows of Gradeline, then try again.";
    }

    static HistoryException replaced(Path file, @Nullable Throwable cause) {
        String message = "The history was replaced or moved away while it was open here: " + file
                + ". Nothing more is written into it. Close Gradeline and start it again.";
        return cause == null
                ? new HistoryException(Kind.READ_ONLY, message)
                : new HistoryException(Kind.READ_ONLY, message, cause);
    }

    static HistoryException notOurs(Path file) {
        return new HistoryException(
                Kind.DAMAGED,
                "This file is not a history of Gradeline, and was left as it is: " + file
                        + ". Move it aside, or choose another data directory.");
    }

    static HistoryException newer(Path file, int found, int known) {
        return new HistoryException(
                Kind.NEWER,
                "The history was written by a newer version of Gradeline (format " + found
                        + ", this version knows up to " + known + "), and was left as it is: " + file
                        + ". If Gradeline was upgraded meanwhile, close it and start it again; else install the newer"
                        + " version again, or choose another data directory.");
    }

    /** While this program had it open. */
    static HistoryException renewed(Path file, int found, int known) {
        return new HistoryException(
                Kind.RENEWED,
                "A newer version of Gradeline has brought the history up to date meanwhile (format " + found
                        + ", this version knows up to " + known + "): " + file
                        + ". Close Gradeline and start it again.");
    }

    /** The copy before a change of the tables failed. */
    static HistoryException notCopied(Path file, HistoryException why) {
        return new HistoryException(
                why.kind(),
                "The history is of an older version of Gradeline. Before it is brought up to date a copy is made"
                        + " beside it, and that failed; the history was left as it is: " + file + ". "
                        + why.getMessage(),
                why);
    }

    static String readOnly(Path file) {
        return "The history cannot be written: " + file
                + ". Allow writing to the file and to its directory, or choose another data directory.";
    }

    /** What is told when something is to be written into a history that is only looked at. */
    static HistoryException onlyRead(Path file) {
        return new HistoryException(
                HistoryException.Kind.READ_ONLY, "The history is only looked at, and stays as it is: " + file + ".");
    }

    static String unreadable(Path file, Exception why) {
        return "The history cannot be opened: " + file + ". Check that the place exists and may be read (" + reason(why)
                + ").";
    }

    /** The name of an exception tells people nothing. */
    private static String reason(Exception why) {
        return switch (why) {
            case NoSuchFileException none -> "there is no " + none.getFile();
            case FileAlreadyExistsException other -> other.getFile() + " is a file, not a folder";
            case NotDirectoryException other -> other.getFile() + " is a file, not a folder";
            case FileSystemException other ->
                other.getFile() + ": " + Objects.requireNonNullElse(other.getReason(), "the system refuses");
            default -> String.valueOf(why.getMessage());
        };
    }
}
