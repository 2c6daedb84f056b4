package dev.gradeline.history;

import dev.gradeline.history.HistoryException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * Brings a damaged history back as far as it can be read. First the damaged files are copied beside it, as they are; then what
 * is left goes into a new file, and only when that one is whole and on the disk does it take the damaged one's place.
 */
final class Rescue {
    private static final Logger LOG = LoggerFactory.getLogger(Rescue.class);

    static final String RESCUED = ".rescued";
    static final String PART = ".rescued.part";
    private static final String LOG_ENDING = "-wal";

    private final Path file;
    private final InstantSource clock;
    private final Path rescued;

    private Rescue(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.rescued = HistoryFile.beside(file, RESCUED);
    }

    /**
     * Looks whether a file is damaged, and rescues it then. Only for who is {@link Turn#isAlone alone}: nobody may write into the
     * file whose place the rescued one takes.
     *
     * @throws HistoryException when nothing can be recovered, or there is no room for it; the file was not changed
     */
    static void ifDamaged(Path file, InstantSource clock) {
        Rescue rescue = new Rescue(file, clock);
        try {
            if (Files.exists(rescue.rescued)) {
                rescue.goOn();
            }
            Inspection found = Inspection.of(file);
            if (found.damaged()) {
                rescue.run(found);
            }
        } catch (IOException e) {
            throw rescue.failed(e);
        } catch (SQLException e) {
            throw Faults.of(rescue.rescued, e);
        }
    }

    /** Takes away what an interrupted rescue of a file of this name left. */
    static void discard(Path file) throws IOException {
        Files.deleteIfExists(HistoryFile.beside(file, RESCUED));
        Copies.remove(HistoryFile.beside(file, PART));
    }

    /** A finished file is of use only in the place of the very file that it was made of: meanwhile another may be there. */
    private void goOn() throws IOException {
        if (SetAside.of(file) == null) {
            discard(file);
        } else {
            install();
        }
    }

    private void run(Inspection found) throws IOException, SQLException {
        SetAside aside = SetAside.of(file, clock.instant());
        Path part = HistoryFile.beside(file, PART);
        try {
            Copies.remove(part);
            PrivateFiles.createFile(part);
            History.Rescue result = fill(part, aside.file(), found);
            if (result.synchronisations() + result.assessments() + result.recommendations() + result.scans() == 0) {
                throw Faults.beyondRescue(file, null);
            }
            String flaw = Database.flawOf(part);
            if (!flaw.isEmpty()) {
                throw Faults.beyondRescue(file, new SQLException("rescued, and still flawed: " + flaw));
            }
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, rescued, StandardCopyOption.ATOMIC_MOVE);
            install();
            LOG.warn("{} was damaged; recovered: {}", file, result);
        } catch (IOException | SQLException | RuntimeException e) {
            Copies.remove(part);
            if (!Files.exists(rescued)) {
                aside.discardIfNew();
            }
            throw e;
        }
    }

    private History.Rescue fill(Path part, Path damaged, Inspection found) throws IOException, SQLException {
        SQLiteConfig config = new SQLiteConfig();
        // of no use unless whole: an interrupted one is begun anew
        config.setJournalMode(JournalMode.OFF);
        config.setSynchronous(SynchronousMode.OFF);
        config.enforceForeignKeys(false);
        try (Pages pages = Pages.open(damaged, found.seal(), found.spoilt());
                Connection connection = config.createConnection("jdbc:sqlite:" + part.toUri())) {
            Sql sql = new Sql(connection);
            sql.script("BEGIN");
            Salvage salvage = new Salvage(pages, found.seal());
            int version = salvage.version();
            Schema.make(sql, version);
            salvage.into(sql, version);
            Lawful lawful = new Lawful(sql);
            lawful.dropDangling();
            Schema.migrate(sql, file);
            lawful.make(found.seal() != null, salvage.hasGap("sync_part") || salvage.hasGap("sync"));
            Schema.identify(sql);
            // of a backup: it holds what is left, and is one that is lived in
            ContentDigest.drop(sql);
            History.Rescue result = new History.Rescue(
                    clock.instant(),
                    damaged,
                    found.seal() == null ? -1 : found.spoilt().cardinality(),
                    count(sql, "sync"),
                    count(sql, "assessment") + count(sql, "imported_assessment"),
                    count(sql, "recommendation"),
                    count(sql, "scan"));
            RescueNote.put(sql, result);
            RescueNote.putLost(sql, salvage.lost(found.seal() != null));
            sql.script("COMMIT");
            return result;
        }
    }

    private static int count(Sql sql, String table) throws SQLException {
        Integer count = sql.first("SELECT count(*) FROM " + table, row -> row.getInt(1));
        return count == null ? 0 : count;
    }

    /** Puts the finished file in the place of the damaged one. Whatever interrupts this, the next start goes on with it. */
    private void install() throws IOException {
        Seal.discard(file);
        for (String ending : new String[] {LOG_ENDING, "-shm", "-journal"}) {
            Files.deleteIfExists(HistoryFile.beside(file, ending));
        }
        SetAside.sync(HistoryFile.directoryOf(file));
        Files.move(rescued, file, StandardCopyOption.ATOMIC_MOVE);
        SetAside.sync(HistoryFile.directoryOf(file));
    }

    private HistoryException failed(IOException why) {
        String said = String.valueOf(why.getMessage());
        boolean full = said.contains("No space left") || said.contains("File too large") || said.contains("quota");
        return new HistoryException(
                full ? Kind.FULL : Kind.UNREADABLE,
                full ? Faults.noRoomToRescue(file) : Faults.unreadable(file, why),
                why);
    }

    /**
     * The damaged files as they were found, under names of their own.
     *
     * @param isNew whether this rescue made the copy
     */
    private record SetAside(Path file, boolean isNew) {
        private static SetAside of(Path file, Instant now) throws IOException {
            SetAside before = of(file);
            if (before != null) {
                return before;
            }
            Path aside = HistoryFile.free(file, ".damaged-" + HistoryFile.day(now));
            SetAside made = new SetAside(aside, true);
            try {
                // the file itself comes last: with it the copy is whole
                copy(Seal.of(file), Seal.of(aside));
                copy(HistoryFile.beside(file, LOG_ENDING), HistoryFile.beside(aside, LOG_ENDING));
                copy(file, aside);
                sync(HistoryFile.directoryOf(file));
                return made;
            } catch (IOException | RuntimeException e) {
                made.discardIfNew();
                throw e;
            }
        }

        /** The copy that an interrupted rescue of this very file made; null when there is none. */
        private static @Nullable SetAside of(Path file) throws IOException {
            String name = file.getFileName() + ".damaged-";
            try (DirectoryStream<Path> all =
                    Files.newDirectoryStream(HistoryFile.directoryOf(file), each -> isCopy(each, name))) {
                for (Path aside : all) {
                    if (Files.mismatch(file, aside) < 0
                            && sameOrGone(Seal.of(file), Seal.of(aside))
                            && sameOrGone(
                                    HistoryFile.beside(file, LOG_ENDING), HistoryFile.beside(aside, LOG_ENDING))) {
                        return new SetAside(aside, false);
                    }
                }
                return null;
            }
        }

        private static boolean isCopy(Path path, String name) {
            String its = String.valueOf(path.getFileName());
            return its.startsWith(name) && its.substring(name.length()).matches("\\d{8}(-\\d+)?");
        }

        /** An interrupted {@link Rescue#install} took seal and log away before it replaced the file. */
        private static boolean sameOrGone(Path one, Path copy) throws IOException {
            return !Files.exists(one) || Files.size(one) == 0 || Files.exists(copy) && Files.mismatch(one, copy) < 0;
        }

        private static void copy(Path from, Path to) throws IOException {
            if (!Files.exists(from)) {
                return;
            }
            Path part = HistoryFile.beside(to, ".part");
            try {
                Files.deleteIfExists(part);
                PrivateFiles.createFile(part);
                try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
                        FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
                    for (long done = 0, size = in.size(); done < size; ) {
                        done += in.transferTo(done, size - done, out);
                    }
                    out.force(true);
                }
                Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        }

        /** Where a rescue comes to nothing the damaged file stays in its place, and its copy is of no use. */
        void discardIfNew() throws IOException {
            if (isNew) {
                Files.deleteIfExists(file);
                Files.deleteIfExists(Seal.of(file));
                Files.deleteIfExists(HistoryFile.beside(file, LOG_ENDING));
            }
        }

        /** Names in a directory are on the disk when the directory is; systems that cannot be told so see to it themselves. */
        static void sync(Path directory) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (IOException e) {
                LOG.debug("not synced: {}", directory, e);
            }
        }
    }
}
