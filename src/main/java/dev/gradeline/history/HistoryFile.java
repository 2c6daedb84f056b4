package dev.gradeline.history;

import dev.gradeline.history.HistoryException.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The file before SQLite touches it: made when missing, looked into when there. */
final class HistoryFile {
    private HistoryFile() {}

    /**
     * Makes the file and its directory when missing, and rescues a damaged one that nobody has open. Where somebody has, that one
     * looked through it. A file that is missing beside its seal was there: no other is made in its place.
     *
     * @param clock dates what is set aside
     * @return the right to open it, until it is closed
     * @throws HistoryException when it cannot be written, is no history or cannot be rescued; it was not changed
     */
    static Turn prepare(Path file, InstantSource clock) {
        Path directory = directoryOf(file);
        try {
            PrivateFiles.createDirectories(directory);
            if (!Files.isWritable(directory) || Files.exists(file) && !Files.isWritable(file)) {
                throw new HistoryException(Kind.READ_ONLY, Faults.readOnly(file));
            }
            NativeLibrary.load(directory);
            Turn turn = Turn.take(file);
            try {
                makeOrMend(file, turn, clock);
                return turn;
            } catch (IOException | RuntimeException | Error e) {
                turn.close();
                throw e;
            }
        } catch (AccessDeniedException | ReadOnlyFileSystemException e) {
            throw new HistoryException(Kind.READ_ONLY, Faults.readOnly(file), e);
        } catch (IOException e) {
            throw Faults.of(file, e);
        }
    }

    private static void makeOrMend(Path file, Turn turn, InstantSource clock) throws IOException {
        boolean isNew = !Files.exists(file);
        if (isNew && Files.exists(Seal.of(file))) {
            // a seal is written only beside a history: to begin anew in silence would pass for all that there ever was
            throw Faults.missing(file, Files.getLastModifiedTime(Seal.of(file)).toInstant());
        }
        PrivateFiles.createFile(file);
        if (isNew) {
            // whose file was moved away
            Rescue.discard(file);
        } else if (turn.isAlone()) {
            Rescue.ifDamaged(file, clock);
        } else if (size(file, "") == 0 && size(file, "-wal") > 0) {
            // SQLite would take the log away
            throw Faults.damaged(file, new IOException("an empty file beside a log"));
        }
    }

    static Path directoryOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("not a file in a directory: " + file);
        }
        return parent;
    }

    /** The file of the same name with this behind it. */
    static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /** As {@link #beside}, with {@code -2}, {@code -3} … behind that where the name is taken. */
    static Path free(Path file, String ending) {
        Path free = beside(file, ending);
        for (int number = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); number++) {
            free = beside(file, ending + "-" + number);
        }
        return free;
    }

    /** The bytes of the file and of what SQLite keeps beside it. */
    static long size(Path file) {
        try {
            return size(file, "") + size(file, "-wal");
        } catch (IOException e) {
            throw new HistoryException(Kind.UNREADABLE, Faults.unreadable(file, e), e);
        }
    }

    private static long size(Path file, String ending) throws IOException {
        try {
            return Files.size(beside(file, ending));
        } catch (NoSuchFileException notNow) {
            return 0;
        }
    }

    /** A day in a file's name: 20261123, in UTC. */
    static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
