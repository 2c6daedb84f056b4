package dev.gradeline.history;

import dev.gradeline.history.Replay.Life;
import dev.gradeline.history.Replay.Sight;
import dev.gradeline.history.Replay.Stretch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The part of the step to version 2 that SQL cannot take: in version 1 each id was a life, now advice that went on under
 * another id is one. What was known at any moment stays as it was, but for when such advice was first seen.
 */
final class Reissues {
    private final Sql sql;

    private Reissues(Sql sql) {
        this.sql = sql;
    }

    /** Joins what is one, within the caller's transaction, which also checks the references at its end. */
    static void follow(Sql sql) throws SQLException {
        Reissues reissues = new Reissues(sql);
        if (reissues.anyLeft()) {
            List<Stretch> stretches = reissues.stretches();
            Replay.Result result = Replay.of(stretches);
            sql.script("PRAGMA defer_foreign_keys = ON");
            reissues.writeLives(stretches, result.lives());
            reissues.move(stretches, result);
        }
    }

    /** While nothing ever left the answer, each id is a life of its own. */
    private boolean anyLeft() throws SQLException {
        return sql.first("""
                SELECT 1 FROM recommendation r
                WHERE NOT EXISTS (
                        SELECT 1 FROM recommendation_version WHERE recommendation = r.id AND valid_to IS NULL)
                    OR EXISTS (
                        SELECT 1 FROM recommendation_version v WHERE v.recommendation = r.id AND v.valid_to IS NOT NULL
                            AND NOT EXISTS (
                                SELECT 1 FROM recommendation_version
                                WHERE recommendation = r.id AND valid_from = v.valid_to))
                LIMIT 1
                """, row -> true) != null;
    }

    private List<Stretch> stretches() throws SQLException {
        List<Stretch> stretches = new ArrayList<>();
        sql.each("""
                SELECT r.id, r.lineage, v.valid_from, coalesce(v.valid_to, ?1) AS valid_to,
                    v.framework_id, v.category, v.title,
                    (SELECT order_key FROM recommendation_order
                        WHERE recommendation = r.id AND valid_from <= v.valid_from
                        ORDER BY valid_from DESC LIMIT 1) AS first_place,
                    (SELECT order_key FROM recommendation_order
                        WHERE recommendation = r.id AND valid_from < coalesce(v.valid_to, ?1)
                        ORDER BY valid_from DESC LIMIT 1) AS last_place
                FROM recommendation r JOIN recommendation_version v ON v.recommendation = r.id
                ORDER BY r.id, v.valid_from
                """, row -> add(row, stretches), Replay.OPEN);
        return stretches;
    }

    /** Versions that follow one another without a gap are one stretch. */
    private static void add(ResultSet row, List<Stretch> stretches) throws SQLException {
        long id = row.getLong("id");
        long from = row.getLong("valid_from");
        long to = row.getLong("valid_to");
        Sight last = sight(row, "last_place");
        Stretch before = stretches.isEmpty() ? null : stretches.getLast();
        if (before != null && before.row() == id && before.to() == from) {
            stretches.set(stretches.size() - 1, new Stretch(id, before.uid(), before.from(), to, before.first(), last));
        } else {
            stretches.add(new Stretch(id, row.getString("lineage"), from, to, sight(row, "first_place"), last));
        }
    }

    private static Sight sight(ResultSet row, String place) throws SQLException {
        return new Sight(
                row.getString("framework_id"), row.getString("category"), row.getString("title"), row.getLong(place));
    }

    /**
     * Rows that began no life go; then the last life first, because a lineage with a number may be the id of a row that came
     * later and so gets another lineage itself.
     */
    private void writeLives(List<Stretch> stretches, List<Life> lives) throws SQLException {
        Map<Long, Life> rows = new HashMap<>();
        stretches.forEach(first -> rows.putIfAbsent(first.row(), new Life(first.row(), first.uid(), first.from())));
        Set<Long> kept = new HashSet<>();
        lives.forEach(life -> kept.add(life.id()));
        try (Sql.Repeated remove = sql.batched("DELETE FROM recommendation WHERE id = ?")) {
            for (long row : rows.keySet()) {
                if (!kept.contains(row)) {
                    remove.run(row);
                }
            }
        }
        try (Sql.Repeated change = sql.repeated("UPDATE recommendation SET lineage = ?, first_seen = ? WHERE id = ?");
                Sql.Repeated begin =
                        sql.repeated("INSERT INTO recommendation (lineage, first_seen, id) VALUES (?, ?, ?)")) {
            for (Life life : lives.reversed()) {
                if (!life.equals(rows.get(life.id()))) {
                    (rows.containsKey(life.id()) ? change : begin).run(life.lineage(), life.firstSeen(), life.id());
                }
            }
        }
    }

    private record Move(Stretch stretch, Life to) {
        private boolean isNeeded() {
            return stretch.row() != to.id() || !stretch.uid().equals(to.lineage());
        }
    }

    /**
     * By way of numbers below zero: two lives may change places. In the order of the lives, so that the file is written from
     * one end to the other.
     */
    private void move(List<Stretch> stretches, Replay.Result result) throws SQLException {
        Map<Long, Life> lives = new HashMap<>();
        result.lives().forEach(life -> lives.put(life.id(), life));
        List<Move> moves = stretches.stream()
                .map(stretch -> new Move(
                        stretch,
                        Objects.requireNonNull(
                                lives.get(Objects.requireNonNull(result.homes().get(stretch))))))
                .filter(Move::isNeeded)
                .sorted(Comparator.comparingLong((Move move) -> move.to().id()).reversed())
                .toList();
        try (Sql.Repeated versions = sql.batched("UPDATE recommendation_version SET recommendation = -?1, uid = ?2"
                + " WHERE recommendation = ?3 AND valid_from >= ?4 AND valid_from < ?5")) {
            for (Move move : moves) {
                Stretch from = move.stretch();
                String uid = from.uid().equals(move.to().lineage()) ? null : from.uid();
                versions.run(move.to().id(), uid, from.row(), from.from(), from.to());
            }
        }
        try (Sql.Repeated orders = sql.batched("UPDATE recommendation_order SET recommendation = -?1"
                + " WHERE recommendation = ?2 AND valid_from >= ?3 AND valid_from < ?4")) {
            for (Move move : moves) {
                Stretch from = move.stretch();
                orders.run(move.to().id(), from.row(), from.from(), from.to());
            }
        }
        sql.script("UPDATE recommendation_version SET recommendation = -recommendation WHERE recommendation < 0");
        sql.script("UPDATE recommendation_order SET recommendation = -recommendation WHERE recommendation < 0");
    }
}
