package dev.gradeline.history;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Scan;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One synchronisation being written: each part with what it answered in one transaction. For one thread. */
final class StoredRun implements History.Run {
    private final Database database;
    private final InstantSource clock;
    private final SyncTable.Begun run;

    StoredRun(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.run = database.write(sql -> new SyncTable(sql).begin(Micros.of(clock.instant())));
    }

    /** Writes one part, and gives how many rows it had. */
    private interface PartWriter {
        int write(Sql sql, long at) throws SQLException;
    }

    @Override
    public Instant at() {
        return Micros.instant(run.at());
    }

    @Override
    public void storeScores(List<Assessment> reported) {
        store(Part.SCORES, Outcome.OK, "", (sql, at) -> new AssessmentTable(sql).store(at, reported));
    }

    @Override
    public void storeRecommendations(List<Recommendation> reported) {
        store(Part.RECOMMENDATIONS, Outcome.OK, "", (sql, at) -> new RecommendationWriter(sql, at).store(reported));
    }

    @Override
    public void storeDiscovery(@Nullable Scan scan) {
        store(Part.DISCOVERY, Outcome.OK, "", (sql, at) -> new ScanTable(sql).store(at, scan));
    }

    @Override
    public void noteOddities(Part part, String detail) {
        database.write(sql -> new SyncTable(sql).noteDetail(run, part, detail));
    }

    @Override
    public void storeFailure(Part part, Outcome outcome, String detail) {
        if (outcome == Outcome.OK) {
            throw new IllegalArgumentException("not a failure: " + outcome);
        }
        store(part, outcome, detail, (sql, at) -> 0);
    }

    private void store(Part part, Outcome outcome, String detail, PartWriter writer) {
        database.write(sql -> {
            SyncTable syncs = new SyncTable(sql);
            long at = syncs.momentFor(run, part, Micros.of(clock.instant()));
            int rows = writer.write(sql, at);
            syncs.note(run, part, at, outcome, rows, detail);
            return rows;
        });
    }

    @Override
    public void close() {
        database.write(sql -> {
            new SyncTable(sql).finish(run.id(), Micros.of(clock.instant()));
            return run;
        });
    }
}
