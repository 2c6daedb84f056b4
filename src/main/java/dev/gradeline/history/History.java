package dev.gradeline.history;

import dev.gradeline.posture.Annotations;
import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.Changes;
import dev.gradeline.posture.DayNote;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Lifetimes;
import dev.gradeline.posture.Moments;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.OwnNote;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Scan;
import dev.gradeline.posture.Unread;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was seen and when, of one connection, in one SQLite file. Blocking: call it from a worker thread. Safe for several
 * threads and several processes; one writes at a time. Every method throws {@link HistoryException} when the file fails.
 */
public final class History implements AutoCloseable {
    private static final Duration LONG_UNREAD = Duration.ofDays(7);

    static final long NOW = Long.MAX_VALUE;

    private final Path file;
    private final Database database;
    private final InstantSource clock;

    private History(Path file, Database database, InstantSource clock) {
        this.file = file;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Opens the file, making it (0600, in a directory 0700) or bringing its schema up to date as needed. An empty file is a
     * new history where nothing beside it tells that it was one, and so is a missing one that has left no seal; one that is newer
     * or another program's is refused and left as it is. A damaged one is set aside, what can be read of it goes into a new file
     * in its place, and {@link #rescue} tells of it; where nothing can be read, it is refused and left as it is. While others
     * have it open, nobody looks for damage. One that cannot be written, for its disk is full or its place read-only, is opened
     * to be read: what would write throws then, see {@link #isWritable}.
     *
     * @param clock dates the runs; one that goes back does not disturb their order
     */
    public static History open(Path file, InstantSource clock) {
        Path absolute = file.toAbsolutePath();
        try (Turn turn = HistoryFile.prepare(absolute, clock)) {
            try {
                return new History(absolute, Database.open(absolute, clock, turn.share()), clock);
            } catch (HistoryException e) {
                if (e.kind() == HistoryException.Kind.DAMAGED && turn.isAlone()) {
                    Seal.discardIfBlind(absolute);
                }
                throw e;
            }
        } catch (IOException e) {
            throw Faults.of(absolute, e);
        } catch (HistoryException e) {
            if (!ReadOnly.helps(absolute, e)) {
                throw e;
            }
            return new History(absolute, ReadOnly.open(absolute, e, clock), clock);
        }
    }

    /**
     * Opens a file that is there only to be read: nothing of it changes, whatever is done.
     *
     * @throws HistoryException when it cannot be read, is damaged, newer or another program's
     */
    public static History openToRead(Path file, InstantSource clock) {
        Path absolute = file.toAbsolutePath();
        return new History(absolute, ReadOnly.open(absolute, Faults.onlyRead(absolute), clock), clock);
    }

    /** Whether it could be opened to be written. */
    public boolean isWritable() {
        return database.isWritable();
    }

    /** Whether there is a history, or one is missing that was there: then {@link #open} says so. Makes nothing. */
    public static boolean isKnown(Path file) {
        return Files.exists(file) || Files.exists(Seal.of(file.toAbsolutePath()));
    }

    /**
     * Removes the file for good, whatever is in it, with all that was made beside it: damaged states that were set aside and the
     * copies of before a change of the format. Backups that the person made stay.
     *
     * @return whether there was anything
     * @throws HistoryException of kind LOCKED when any Gradeline has it open; then all of it is still there
     */
    public static boolean remove(Path file) {
        return Removal.of(file.toAbsolutePath());
    }

    /**
     * Puts a new history in the place of a file that cannot be opened. The old one is kept beside it untouched, with what
     * SQLite keeps beside it, under the name {@code NAME.db.damaged-20261128}. When that fails, all is as it was.
     *
     * @param file nobody has it open
     * @param backup what the new history begins with; null to begin with nothing
     * @param clock dates what is set aside
     * @return under which name the old file is kept
     * @throws HistoryException when the backup cannot be taken in, or nothing can be written
     */
    public static Path renew(Path file, @Nullable Path backup, InstantSource clock) {
        return Renewal.of(file.toAbsolutePath(), backup, clock);
    }

    /** The file, absolute. SQLite keeps two more beside it while it is open. */
    public Path file() {
        return file;
    }

    /**
     * One synchronisation being written. Each store method is one transaction; what is stored stays if later parts fail. A
     * part is stored once in a run. For one thread at a time.
     */
    public interface Run extends AutoCloseable {
        /**
         * The moment under which this run's sightings are kept: later than that of every run before it. Should another
         * process keep the same part while this run is under way, this run's part is kept under a later moment still.
         */
        Instant at();

        void storeScores(List<Assessment> reported);

        void storeRecommendations(List<Recommendation> reported);

        /** @param scan null when the server has no completed scan */
        void storeDiscovery(@Nullable Scan scan);

        /** Notes what was odd in the answer of a part that this run stored, shortly, for people to find. */
        void noteOddities(Part part, String detail);

        /** Notes that a part could not be read; what was stored of it stays as it is. */
        void storeFailure(Part part, Outcome outcome, String detail);

        /** Ends the run and dates it. */
        @Override
        void close();
    }

    /** Begins a run. One that is never closed counts as interrupted; the parts that it stored are there all the same. */
    public Run begin() {
        return new StoredRun(database, clock);
    }

    /** Everything known now. */
    public Posture posture() {
        return database.read(sql -> new PostureReader(sql).latest(clock.instant()));
    }

    /**
     * Everything that was known at a moment: nothing first seen later is in it. Moments have the grain of runs: a run that
     * began up to then counts whole.
     */
    public Posture posture(Instant asOf) {
        return database.read(sql -> new PostureReader(sql).posture(asOf));
    }

    /** Every assessment first seen up to a moment, superseded ones too, by framework and effective date. */
    public List<Assessment> assessments(Instant asOf) {
        return database.read(sql -> new AssessmentTable(sql).all(Micros.of(asOf)));
    }

    /**
     * The versions of one recommendation first seen up to a moment, oldest first, those under its other ids included.
     *
     * @param recommendationId any of its ids; should two recommendations have had it, the one that had it last is meant
     * @return empty for an id that was not seen by then
     */
    public List<Recommendation> versions(String recommendationId, Instant asOf) {
        return database.read(sql -> new RecommendationTable(sql).versions(recommendationId, Micros.of(asOf)));
    }

    /**
     * Every recommendation seen up to a moment, with each status that it had. One that lost rows of its past in a
     * {@linkplain #rescue rescue} begins anew with the first reading since.
     */
    public Lifetimes lifetimes(Instant asOf) {
        return database.read(sql -> new PostureReader(sql).lifetimes(asOf, LONG_UNREAD));
    }

    /** A remembered moment such as the last visit; null when never set. */
    public @Nullable Instant mark(Mark mark) {
        return database.read(sql -> new MarkTable(sql).get(mark));
    }

    public void setMark(Mark mark, Instant at) {
        database.write(sql -> {
            new MarkTable(sql).set(mark, at);
            return mark;
        });
    }

    /** When the first run ended that read at least one part; null when none did. Before it nothing was known. */
    public @Nullable Instant firstSync() {
        return database.read(sql -> new SyncTable(sql).firstSync());
    }

    /**
     * Where “what changed” begins when the person named no moment: the mark, if it lies before the moment looked at, else
     * 30 days before that. Never before the first synchronisation: against a moment at which nothing was known, everything
     * would pass for new.
     */
    public Instant periodStart(Mark mark, Instant asOf) {
        return database.read(sql -> new PostureReader(sql).periodStart(mark, asOf));
    }

    /**
     * What became of this history when it was found to be damaged, by this program or another, such as a nightly
     * synchronisation; null when it never was, or when the person has taken note.
     */
    public @Nullable Rescue rescue() {
        return database.read(RescueNote::get);
    }

    /** The person has taken note of the rescue. */
    public void dismissRescue() {
        database.write(sql -> {
            RescueNote.drop(sql);
            return true;
        });
    }

    /**
     * A damaged history that was brought back as far as it could be read. Counts are of what is there now.
     *
     * @param at when
     * @param damaged where the damaged file lies, as it was found
     * @param pages how many of its pages, of 4096 bytes as a rule, were not as they had been left, from 0, when only its length
     *     was not; -1 when it had no seal and that is not known
     * @param assessments with the imported ones
     */
    public record Rescue(
            Instant at,
            Path damaged,
            int pages,
            int synchronisations,
            int assessments,
            int recommendations,
            int scans) {}

    /** Moments that Gradeline remembers for the person. */
    public enum Mark {
        LAST_VISIT,
        LAST_REPORT
    }

    /** What differs between two moments, see {@link #changes(Instant, Posture, Duration)}. */
    public List<Change> changes(Instant from, Instant to, Duration oldAfter) {
        return changes(from, posture(to), oldAfter);
    }

    /**
     * What differs between a moment and a posture of this history, see {@link Changes#between}.
     *
     * @param from the start; of what was known up to then, nothing counts as new. A part that was not read by then counts from
     *     its first reading: what that brought was only newly known. So does one that lost rows, see {@link #comparable}
     */
    public List<Change> changes(Instant from, Posture to, Duration oldAfter) {
        Moments moments = database.read(sql -> new PostureReader(sql).moments(from, to.asOf()));
        Posture start = database.read(sql -> {
            PostureReader reader = new PostureReader(sql);
            return reader.comparable(reader.start(from, to.asOf()), to);
        });
        return Changes.between(start, to, oldAfter, moments);
    }

    /**
     * The start of a comparison, as far as this history can vouch for it: of a part that lost rows when the history was
     * {@linkplain #rescue rescued}, the first reading since stands in for all that was before, or, where there is none, the end.
     * What is only missing in the past must not pass for new. As it was given once the person has taken note of the rescue.
     */
    public Posture comparable(Posture start, Posture end) {
        return database.read(sql -> new PostureReader(sql).comparable(start, end));
    }

    /**
     * The parts that cannot be compared with what was known before a moment: they lost rows in a {@linkplain #rescue rescue},
     * and were first read again at that moment or later.
     */
    public Set<Part> beganAnew(Instant at) {
        return database.read(sql -> new PostureReader(sql).beganAnew(at));
    }

    /**
     * When for more than a week nobody looked at a part, up to a moment: before the first reading, between two, and after the
     * last. Scores that came and went meanwhile are not known.
     */
    public List<Unread> unread(Part part, Instant asOf) {
        return database.read(sql -> new SyncTable(sql).unread(part, Micros.of(asOf), LONG_UNREAD.toMillis() * 1_000));
    }

    /** The person's notes and targets, whatever moment one looks at. */
    public Annotations annotations() {
        return database.read(sql -> new AnnotationTable(sql).all());
    }

    /** Keeps a note: a new one, an edited one, or, to undo its removal, one that was removed. */
    public void keep(DayNote note) {
        database.write(sql -> {
            new AnnotationTable(sql).keep(note, Micros.of(clock.instant()));
            return note;
        });
    }

    /** Removes a note and its text; that it was there is remembered, so that no backup brings it back. */
    public void removeNote(String uid) {
        database.write(sql -> {
            new AnnotationTable(sql).remove(uid, Micros.of(clock.instant()));
            return uid;
        });
    }

    /**
     * Keeps a note and tags with the advice that has an id, or had it last, and that may come under another one; an empty note
     * removes them.
     */
    public void keep(String recommendationId, OwnNote note) {
        database.write(sql -> {
            new OwnNoteTable(sql).keep(recommendationId, note, Micros.of(clock.instant()));
            return note;
        });
    }

    /** Sets the score that a framework should reach, 0 to 100; null for none. */
    public void setTarget(Framework framework, @Nullable BigDecimal score) {
        if (score != null && (score.signum() < 0 || score.compareTo(BigDecimal.valueOf(100)) > 0)) {
            throw new IllegalArgumentException("not a score: " + score);
        }
        database.write(sql -> {
            new AnnotationTable(sql).setTarget(framework, score, Micros.of(clock.instant()));
            return framework;
        });
    }

    /**
     * Whether a file would lie in the directory in which the histories are, whatever links lead there. A backup must not: it might
     * replace a history that somebody lives in.
     *
     * @param file need not be there
     */
    public static boolean isAmong(Path histories, Path file) {
        return real(file).startsWith(real(histories));
    }

    /** Without links as far as it is there. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        try {
            return absolute.toRealPath();
        } catch (IOException notThere) {
            return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
        }
    }

    /**
     * Writes a consistent copy of this history, which may be in use meanwhile by any program. The copy appears whole or not at
     * all, readable for its owner alone, and is itself a history: {@link #restore} and {@link #open} take it.
     *
     * @param target a file in a directory that is there. A link is followed. One that is there already is replaced, if it is
     *     an earlier backup that knows nothing which this history does not
     * @throws BackupRefusedException when something else is there
     * @throws HistoryException when this history is damaged, or the copy cannot be written
     * @throws IllegalArgumentException when the target is this history itself
     */
    public void backup(Path target) {
        backup(target, () -> false);
    }

    /**
     * As {@link #backup(Path)}, until it is cancelled: then the target is as it was.
     *
     * @param cancelled asked often, on this thread
     * @throws CancellationException when it was cancelled before the copy stood
     */
    public void backup(Path target, BooleanSupplier cancelled) {
        backup(target, false, cancelled);
    }

    /**
     * As {@link #backup(Path, BooleanSupplier)}.
     *
     * @param overwrite whether a file that is there is replaced whatever it is
     */
    public void backup(Path target, boolean overwrite, BooleanSupplier cancelled) {
        Path destination = destination(target);
        if (isSameFile(destination)) {
            throw new IllegalArgumentException("a history is no backup of itself: " + target);
        }
        unless(cancelled, () -> {
            BackupTarget.requireFile(destination);
            // read in any case: no copy is made of tables that are no longer those that were opened
            database.read(sql -> {
                if (!overwrite) {
                    BackupTarget.requireNoLoss(sql, destination, clock, cancelled);
                }
                return destination;
            });
            Copies.replace(database.readable(), destination, cancelled);
            return destination;
        });
    }

    /** The file that {@link #backup} writes to when it is given this one: where links lead. Blocking. */
    public static Path destination(Path target) {
        try {
            return BackupTarget.resolved(target);
        } catch (IOException e) {
            throw new HistoryException(HistoryException.Kind.UNREADABLE, Faults.unreadable(target, e), e);
        }
    }

    /** SQLite and our own loops end in several ways when they are cancelled; to the caller it is one. */
    private static <T> T unless(BooleanSupplier cancelled, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (!cancelled.getAsBoolean()) {
                throw e;
            }
            CancellationException ended = new CancellationException("cancelled; everything is as it was");
            ended.addSuppressed(e);
            throw ended;
        }
    }

    /**
     * Takes in all that another history saw: afterwards this one is what it would be, had it seen every answer that either
     * saw. Nothing that is here is lost; a second time changes nothing; and whichever of the two takes in the other, both
     * come out alike, unless one was rescued: its answers from before that count for less. One transaction; the other file is
     * only read.
     *
     * @param other a backup, or any history of the same organisation; of this or an earlier format
     * @throws HistoryException about the other file when it cannot be read, is damaged or newer; about this one when it
     *     cannot be written
     * @throws OtherOrganizationException when both name an organisation, and not the same; or when one does not, both hold
     *     answers, and nothing tells that they are of one
     */
    public Restored restore(Path other) {
        return restore(other, () -> false);
    }

    /**
     * As {@link #restore(Path)}, until it is cancelled: then this history is as it was.
     *
     * @param cancelled asked often, on this thread
     * @throws CancellationException when it was cancelled before all was taken in
     */
    public Restored restore(Path other, BooleanSupplier cancelled) {
        return restore(other, false, cancelled);
    }

    /**
     * As {@link #restore(Path, BooleanSupplier)}, on a person's word.
     *
     * @param sameOrganisation whether a person says that both are of one organisation; it does not count where both name one
     */
    public Restored restore(Path other, boolean sameOrganisation, BooleanSupplier cancelled) {
        return isSameFile(other)
                ? Restored.NOTHING
                : unless(cancelled, () -> merge(other, sameOrganisation, cancelled));
    }

    private Restored merge(Path other, boolean sameOrganisation, BooleanSupplier cancelled) {
        Path directory = HistoryFile.directoryOf(file);
        try (WorkingCopy copy = WorkingCopy.of(other.toAbsolutePath(), directory, cancelled);
                Database theirs = Database.open(copy.file(), clock, null)) {
            return theirs.read(their -> database.write(mine -> database.read(before -> {
                Kinship kinship = Kinship.of(before, their);
                if (kinship.verdict() == Kinship.Verdict.OTHER
                        || kinship.verdict() == Kinship.Verdict.UNKNOWN && !sameOrganisation) {
                    throw new OtherOrganizationException(other, kinship.ours(), kinship.theirs());
                }
                return new Merge(mine, before, their, cancelled).restored();
            })));
        }
    }

    /**
     * How much this history holds.
     *
     * @param bytes on disk, of the file and what SQLite keeps beside it
     * @param firstSync as {@link #firstSync}
     * @param syncs the synchronisations on record
     * @param assessments every one ever seen or imported, restatements included
     * @param recommendations every one ever seen
     * @param scans every one ever seen
     */
    public record Contents(
            long bytes, @Nullable Instant firstSync, int syncs, int assessments, int recommendations, int scans) {}

    /** How much is kept now. */
    public Contents contents() {
        long bytes = HistoryFile.size(file);
        return database.read(sql -> new Contents(
                bytes,
                new SyncTable(sql).firstSync(),
                new SyncTable(sql).count(),
                new AssessmentTable(sql).all(NOW).size(),
                new RecommendationTable(sql).count(),
                new ScanTable(sql).scans(NOW).size()));
    }

    private boolean isSameFile(Path other) {
        try {
            return Files.exists(other) && Files.isSameFile(other, file);
        } catch (IOException e) {
            throw new HistoryException(HistoryException.Kind.UNREADABLE, Faults.unreadable(other, e), e);
        }
    }

    /**
     * Takes out the records of old synchronisations in which nothing happened, but for the last of each day (UTC). No
     * assessment, recommendation or scan is touched, nor when it was first or last seen otherwise.
     *
     * @param before later ones stay
     * @return how many went
     */
    public int thin(Instant before) {
        return database.write(sql -> new Thinning(sql).upTo(Micros.of(before)));
    }

    /**
     * What {@link #restore} brought. What is “more” is the count afterwards less the count before; that of versions may be below
     * 0, where two stretches became one.
     *
     * @param answers how many answers of endpoints, and failures to answer, were not known here
     * @param replaced how many answers were known here, but lacked what a damage took from them
     * @param assessments how many assessments more there are now, restatements included
     * @param recommendations how many recommendations more there are now
     * @param versions how many versions of recommendations more there are now
     * @param scans how many scans more there are now
     * @param imports how many imported assessments more there are now
     * @param annotations how many notes and targets are new or other than before
     */
    public record Restored(
            int answers,
            int replaced,
            int assessments,
            int recommendations,
            int versions,
            int scans,
            int imports,
            int annotations) {
        static final Restored NOTHING = new Restored(0, 0, 0, 0, 0, 0, 0, 0);

        /** Whether all of it was known here. */
        public boolean isNothing() {
            return answers == 0 && replaced == 0 && imports == 0 && annotations == 0;
        }
    }

    /**
     * Takes in past assessments that the person has from elsewhere. They count from now on as known, at their own completion;
     * what Ayliea itself says of an assessment always goes before what was imported of it. Of one assessment imported twice,
     * with one import or two, the later counts, and the earlier one is kept.
     *
     * @param past each with its completion date; of one assessment, what was said first comes first
     */
    public Imported importAssessments(List<Assessment> past) {
        return database.write(sql -> {
            long at = Math.max(Micros.of(clock.instant()), new SyncTable(sql).latest() + 1);
            return new ImportTable(sql).store(at, past, new AssessmentTable(sql).all(NOW));
        });
    }

    /**
     * What an import brought.
     *
     * @param added how many assessments were taken in
     * @param known how many were known already, from Ayliea or an earlier import
     * @param overruled which rows, from 0, were left out because Ayliea itself says another value of the same assessment
     */
    public record Imported(int added, int known, List<Integer> overruled) {
        public Imported {
            overruled = List.copyOf(overruled);
        }
    }

    /**
     * Whether nothing vouches for a key being of the organisation whose data this is: it is not remembered, others are or the
     * organisation has a name, and the key's own organisation has no name or another.
     *
     * @param secret the key; only a salted hash of it is ever kept
     * @param organizationId whose key it is, as far as the server says; null when it does not
     */
    public boolean isStranger(String secret, @Nullable String organizationId) {
        return database.read(sql -> {
            String ours = new ScanTable(sql).organization(NOW);
            KeyTable keys = new KeyTable(sql);
            boolean begun = ours != null || !keys.isEmpty();
            boolean fits = ours != null && ours.equals(organizationId);
            return begun && !fits && !keys.holds(secret);
        });
    }

    /** Remembers a key as one of the organisation whose data this is, as a salted hash. */
    public void rememberKey(String secret) {
        boolean known = database.read(sql -> new KeyTable(sql).holds(secret));
        if (!known) {
            database.write(sql -> new KeyTable(sql).add(secret));
        }
    }

    /** Notes how its connection is called and where it reads; see {@link Glance#bearerOf}. */
    public void setBearer(Glance.Bearer bearer) {
        boolean known = database.read(sql -> new NameTable(sql).get().equals(bearer));
        if (!known) {
            database.write(sql -> {
                new NameTable(sql).put(bearer);
                return true;
            });
        }
    }

    /** Waits for the work under way and brings everything into the one file. Afterwards every method throws. */
    @Override
    public void close() {
        database.close();
    }
}
