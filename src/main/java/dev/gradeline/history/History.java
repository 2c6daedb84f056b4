package dev.gradeline.history;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Scan;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen and when, of one connection, in one SQLite file. Blocking: call it from a worker thread. Safe for several
 * threads and several processes; one writes at a time. Every method throws {@link HistoryException} when the file fails.
 */
public final class History implements AutoCloseable {

    /** Opens the file, making it (0600, in a directory 0700) or bringing its schema up to date as needed. */
    public static History open(Path file, InstantSource clock) {
        throw new UnsupportedOperationException();
    }

    public Path file() {
        throw new UnsupportedOperationException();
    }

    /** One synchronisation being written. Each store method is one transaction; what is stored stays if later parts fail. */
    public interface Run extends AutoCloseable {
        /** The moment under which this run's sightings are kept: later than that of every run before it. */
        Instant at();

        void storeScores(List<Assessment> reported);

        void storeRecommendations(List<Recommendation> reported);

        /** @param scan null when the server has no completed scan */
        void storeDiscovery(@Nullable Scan scan);

        /** Notes that a part could not be read; what was stored of it stays as it is. */
        void storeFailure(Part part, Outcome outcome, String detail);

        /** Ends the run and dates it. */
        @Override
        void close();
    }

    public Run begin() {
        throw new UnsupportedOperationException();
    }

    /** Everything known now. */
    public Posture posture() {
        throw new UnsupportedOperationException();
    }

    /** Everything that was known at a moment: nothing first seen later is in it. */
    public Posture posture(Instant asOf) {
        throw new UnsupportedOperationException();
    }

    /** Every assessment first seen up to a moment, superseded ones too, by framework and effective date. */
    public List<Assessment> assessments(Instant asOf) {
        throw new UnsupportedOperationException();
    }

    /** The versions of one recommendation first seen up to a moment, oldest first; empty for an unknown id. */
    public List<Recommendation> versions(String recommendationId, Instant asOf) {
        throw new UnsupportedOperationException();
    }

    /** A remembered moment such as the last visit; null when never set. */
    public @Nullable Instant mark(Mark mark) {
        throw new UnsupportedOperationException();
    }

    public void setMark(Mark mark, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Moments that Gradeline remembers for the person. */
    public enum Mark {
        LAST_VISIT,
        LAST_REPORT
    }

    /** What differs between two moments, see {@link dev.gradeline.posture.Changes#between}. */
    public List<Change> changes(Instant from, Instant to, java.time.Duration oldAfter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
