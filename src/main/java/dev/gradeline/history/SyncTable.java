package dev.gradeline.history;

import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Unread;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs, and what each endpoint answered in them. */
final class SyncTable {
    private final Sql sql;

    SyncTable(Sql sql) {
        this.sql = sql;
    }

    /** A run that was begun. */
    record Begun(long id, long at) {}

    /** Begins a run, at a moment later than all that the file speaks of, even when the clock stood still or went back. */
    Begun begin(long now) throws SQLException {
        long at = Math.max(now, latest() + 1);
        return new Begun(sql.insert("INSERT INTO sync (at) VALUES (?)", at), at);
    }

    void finish(long sync, long now) throws SQLException {
        sql.update("UPDATE sync SET finished_at = max(at, ?) WHERE id = ? AND finished_at IS NULL", now, sync);
    }

    /**
     * The moment under which a run may keep a part: its own, unless another run of this file has kept that part since,
     * whose sightings must not come out later than ours.
     */
    long momentFor(Begun run, Part part, long now) throws SQLException {
        Long latest = sql.first(
                "SELECT at FROM sync_part WHERE part = ? ORDER BY at DESC LIMIT 1", row -> row.getLong(1), part.id());
        return latest == null || latest < run.at() ? run.at() : Math.max(now, latest + 1);
    }

    /** The latest moment of which the file speaks: a sighting's, an import's or a run's end; {@link Long#MIN_VALUE} when of none. */
    long latest() throws SQLException {
        Long at = sql.first("""
                SELECT max(
                    coalesce((SELECT max(at) FROM sync), ?1),
                    coalesce((SELECT max(finished_at) FROM sync), ?1),
                    coalesce((SELECT max(imported_at) FROM imported_assessment), ?1),
                    coalesce((SELECT max(at) FROM sync_part WHERE part = 'scores'), ?1),
                    coalesce((SELECT max(at) FROM sync_part WHERE part = 'recommendations'), ?1),
                    coalesce((SELECT max(at) FROM sync_part WHERE part = 'discovery'), ?1))
                """, row -> row.getLong(1), Long.MIN_VALUE);
        return at == null ? Long.MIN_VALUE : at;
    }

    void note(Begun run, Part part, long at, Outcome outcome, int rows, String detail) throws SQLException {
        sql.update(
                "INSERT INTO sync_part (part, at, sync, outcome, row_count, detail) VALUES (?, ?, ?, ?, ?, ?)",
                part.id(),
                at,
                run.id(),
                outcome.name(),
                rows,
                Text.storable(detail));
    }

    /** @return how many rows changed */
    int noteDetail(Begun run, Part part, String detail) throws SQLException {
        return sql.update(
                "UPDATE sync_part SET detail = ? WHERE sync = ? AND part = ?",
                Text.storable(detail),
                run.id(),
                part.id());
    }

    int count() throws SQLException {
        Integer count = sql.first("SELECT count(*) FROM sync", row -> row.getInt(1));
        return count == null ? 0 : count;
    }

    /** When the first run ended that read at least one part: before it nothing was known. */
    @Nullable Instant firstSync() throws SQLException {
        return sql.first("""
                SELECT finished_at FROM sync
                WHERE finished_at IS NOT NULL
                    AND EXISTS (SELECT 1 FROM sync_part WHERE sync = sync.id AND outcome = 'OK')
                ORDER BY at LIMIT 1
                """, row -> Sql.instant(row, "finished_at"));
    }

    /** When the last run up to a moment ended that read at least one part. */
    @Nullable Instant lastSync(long asOf) throws SQLException {
        return sql.first("""
                SELECT finished_at FROM sync
                WHERE at <= ? AND finished_at IS NOT NULL
                    AND EXISTS (SELECT 1 FROM sync_part WHERE sync = sync.id AND outcome = 'OK')
                ORDER BY at DESC LIMIT 1
                """, row -> Sql.instant(row, "finished_at"), asOf);
    }

    Map<Part, Freshness> freshness(long asOf) throws SQLException {
        Map<Part, Freshness> freshness = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            Instant refreshed = firstRead(part, asOf, "DESC");
            Freshness last = sql.first(
                    "SELECT at, outcome, detail FROM sync_part WHERE part = ? AND at <= ? ORDER BY at DESC LIMIT 1",
                    row -> new Freshness(
                            part,
                            refreshed,
                            Sql.instant(row, "at"),
                            Outcome.valueOf(row.getString("outcome")),
                            row.getString("detail")),
                    part.id(),
                    asOf);
            freshness.put(part, last == null ? Freshness.never(part) : last);
        }
        return freshness;
    }

    /** The stretches longer than this between two readings of a part up to a moment, and that before the first. */
    List<Unread> unread(Part part, long asOf, long longest) throws SQLException {
        List<Unread> stretches = new ArrayList<>();
        Instant first = firstRead(part, asOf);
        if (first == null) {
            return List.of();
        }
        stretches.add(new Unread(Instant.MIN, first));
        sql.each(
                """
                SELECT at, next FROM (
                    SELECT at, lead(at, 1, ?2) OVER (ORDER BY at) AS next FROM sync_part
                    WHERE part = ?1 AND at <= ?2 AND outcome = 'OK')
                WHERE next - at > ?3 ORDER BY at
                """,
                row -> stretches.add(
                        new Unread(Micros.instant(row.getLong("at")), Micros.instant(row.getLong("next")))),
                part.id(),
                asOf,
                longest);
        return stretches;
    }

    /** When a part was first read in full; null when it never was. */
    @Nullable Instant firstRead(Part part, long asOf) throws SQLException {
        return firstRead(part, asOf, "ASC");
    }

    /** When a part was first read in full after a moment and up to another; null when it was not. */
    @Nullable Instant firstReadAfter(Part part, long after, long asOf) throws SQLException {
        return sql.first(
                "SELECT at FROM sync_part WHERE part = ? AND at > ? AND at <= ? AND outcome = 'OK' ORDER BY at LIMIT 1",
                row -> Sql.instant(row, "at"),
                part.id(),
                after,
                asOf);
    }

    private @Nullable Instant firstRead(Part part, long asOf, String direction) throws SQLException {
        return sql.first(
                "SELECT at FROM sync_part WHERE part = ? AND at <= ? AND outcome = 'OK' ORDER BY at " + direction
                        + " LIMIT 1",
                row -> Sql.instant(row, "at"),
                part.id(),
                asOf);
    }
}
