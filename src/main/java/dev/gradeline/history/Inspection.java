package dev.gradeline.history;

import dev.gradeline.history.HistoryException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
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

    private static Inspection unsealed() {
        return new Inspection(true, null, new BitSet());
    }

    /**
     * Compares a file with its seal, or, where it has none that fits, has SQLite look through all of it. Only for who is
     * {@link Turn#isAlone alone}. Changes nothing in the file; a seal that proves to be another file's goes.
     *
     * @throws HistoryException when it is another program's, or of a newer version
     */
    static Inspection of(Path file) throws IOException {
        ByteBuffer header = header(file);
        Inspection found = look(file, header);
        if (found.damaged()) {
            requireKnown(file, header, found.seal());
        }
        return found;
    }

    private static @Nullable ByteBuffer header(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = WriteAheadLog.filled(channel, 0, Header.LENGTH);
            return header != null && Header.isDatabase(header) ? header : null;
        }
    }

    /** What a newer version wrote is not ours to rescue: we do not know its tables. */
    private static void requireKnown(Path file, @Nullable ByteBuffer header, @Nullable Seal seal) {
        int version = 0;
        if (seal != null) {
            version = seal.version();
        } else if (header != null && Header.application(header) == Schema.APPLICATION) {
            version = Header.version(header);
        }
        if (version > Schema.VERSION) {
            throw Faults.newer(file, version, Schema.VERSION);
        }
    }

    private static Inspection look(Path file, @Nullable ByteBuffer header) throws IOException {
        Seal seal = Seal.read(file);
        long size = Files.size(file);
        int pageSize =
                seal != null ? seal.pageSize() : header == null ? Header.USUAL_PAGE_SIZE : Header.pageSize(header);
        WriteAheadLog log = WriteAheadLog.read(HistoryFile.beside(file, "-wal"), pageSize);
        if (log.isEmpty() && seal != null && seal.fits(header)) {
            BitSet spoilt = seal.spoilt(file);
            if (spoilt.isEmpty() && size == seal.size()) {
                return SOUND;
            }
            if (!isAnother(file, seal, spoilt)) {
                return new Inspection(true, seal, spoilt);
            }
            Seal.discard(file);
        }
        if (size == 0 && log.isEmpty()) {
            return SOUND;
        }
        if (header == null) {
            return isRecognisable(file) ? unsealed() : notOurs(file);
        }
        return log.spoilt() || isFlawed(file) ? unsealed() : SOUND;
    }

    /**
     * Whether this is not the file that was sealed, with damage, but another one put in its place, such as a backup: nothing is
     * wrong with it, and its number is another. One without a number, of an earlier version, differs almost everywhere.
     */
    private static boolean isAnother(Path file, Seal seal, BitSet spoilt) throws IOException {
        // to SQLite an empty file is whole
        if (Files.size(file) == 0 || !Database.flawOf(file).isEmpty()) {
            return false;
        }
        try (Connection connection = Database.connectForReading(file)) {
            String mark = SealMark.get(new Sql(connection));
            return mark == null
                    ? spoilt.cardinality() > seal.pages() / 2
                    : SealMark.isWhole(mark) && !mark.equals(seal.mark());
        } catch (SQLException e) {
            return false;
        }
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
