package dev.gradeline.history;

import dev.gradeline.history.HistoryException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether a history is as it was left.
 *
 * @param damaged whether something is wrong with it
 * @param seal the seal of the state that was damaged; null when there is none
 * @param spoilt the pages that are not as the seal says
 */
record Inspection(boolean damaged, @Nullable Seal seal, BitSet spoilt) {
    private static final Inspection SOUND = new Inspection(false, null, new BitSet());

    /** Others may write meanwhile: what looks like damage must look so again. */
    private static final int LOOKS = 5;

    private static Inspection unsealed() {
        return new Inspection(true, null, new BitSet());
    }

    /**
     * Compares a file with its seal, or, where it has none that fits, has SQLite look through all of it. Changes nothing.
     *
     * @throws HistoryException when it is another program's, or of a newer version
     */
    static Inspection of(Path file) throws IOException {
        for (int look = 1; ; look++) {
            byte[] before = fingerprint(file);
            Inspection found = look(file);
            if (!found.damaged() || look == LOOKS || Arrays.equals(before, fingerprint(file))) {
                return found;
            }
        }
    }

    /** Of what others change when they write: the file's seal and the lengths of the file and its log. */
    private static byte[] fingerprint(Path file) throws IOException {
        byte[] seal = Files.exists(Seal.of(file)) ? Files.readAllBytes(Seal.of(file)) : new byte[0];
        Path log = HistoryFile.beside(file, "-wal");
        return ByteBuffer.allocate(seal.length + 3 * Long.BYTES)
                .putLong(Files.size(file))
                .putLong(Files.exists(log) ? Files.size(log) : -1)
                .putLong(Files.exists(log) ? Files.getLastModifiedTime(log).toMillis() : -1)
                .put(seal)
                .array();
    }

    private static Inspection look(Path file) throws IOException {
        Seal seal = Seal.read(file);
        ByteBuffer header;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            header = WriteAheadLog.filled(channel, 0, Header.LENGTH);
        }
        long size = Files.size(file);
        int pageSize =
                seal != null ? seal.pageSize() : header == null ? Header.USUAL_PAGE_SIZE : Header.pageSize(header);
        WriteAheadLog log = WriteAheadLog.read(HistoryFile.beside(file, "-wal"), pageSize);
        if (log.isEmpty() && seal != null && seal.fits(header)) {
            BitSet spoilt = seal.spoilt(file);
            return spoilt.isEmpty() && size == seal.size() ? SOUND : new Inspection(true, seal, spoilt);
        }
        if (size == 0 && log.isEmpty()) {
            return SOUND;
        }
        if (header == null || !Header.isDatabase(header)) {
            return isRecognisable(file) ? unsealed() : notOurs(file);
        }
        return log.spoilt() || isFlawed(file) ? unsealed() : SOUND;
    }

    private static Inspection notOurs(Path file) {
        throw Faults.notOurs(file);
    }

    private static boolean isRecognisable(Path file) throws IOException {
        try (Pages pages = Pages.open(file, null, new BitSet())) {
            return new Salvage(pages, null).isOurs();
        }
    }

    private static boolean isFlawed(Path file) {
        try {
            Database.look(file);
            return !Database.flawOf(file).isEmpty();
        } catch (SQLException e) {
            RuntimeException fault = Faults.of(file, e);
            if (fault instanceof HistoryException history && history.kind() == Kind.DAMAGED) {
                return true;
            }
            throw fault;
        }
    }
}
