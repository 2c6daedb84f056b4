package dev.gradeline.history;

import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a history of the rows that were left of one. What no longer has a place is taken out, and nothing is put in that the
 * rows do not prove, but for one thing: a recommendation whose place in the answer is lost stands behind all others.
 */
final class Lawful {
    private static final Map<Part, List<String>> MOMENTS = new EnumMap<>(Map.of(
            Part.SCORES, List.of("assessment.seen_at", "standing.valid_from", "standing.valid_to"),
            Part.RECOMMENDATIONS,
                    List.of(
                            "recommendation_version.valid_from",
                            "recommendation_version.valid_to",
                            "recommendation_order.valid_from",
                            "recommendation_order.valid_to"),
            Part.DISCOVERY, List.of("scan.seen_at", "scan_report.valid_from", "scan_report.valid_to")));

    private final Sql sql;

    Lawful(Sql sql) {
        this.sql = sql;
    }

    /** Takes out rows that refer to nothing, and those that refer to them. Works on the tables of any version. */
    void dropDangling() throws SQLException {
        List<String> statements = new ArrayList<>();
        for (String table : sql.list(
                "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid", row -> row.getString(1))) {
            sql.each(
                    "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?)",
                    row -> statements.add(
                            "DELETE FROM %1$s WHERE %2$s IS NOT NULL AND %2$s NOT IN (SELECT %4$s FROM %3$s)"
                                    .formatted(table, row.getString(1), row.getString(2), row.getString(3))),
                    table);
        }
        boolean dropped = true;
        while (dropped) {
            dropped = false;
            for (String statement : statements) {
                dropped |= sql.update(statement) > 0;
            }
        }
    }

    /**
     * On the newest tables.
     *
     * @param proven whether each row that is here was in the history for certain
     * @param runsLost whether answers may be missing from the record of synchronisations
     */
    void make(boolean proven, boolean runsLost) throws SQLException {
        for (Part part : Part.values()) {
            new AnswerDigestTable(sql).forget(part);
        }
        if (!proven) {
            dropOverlapping();
        }
        if (proven || runsLost) {
            noteTurns();
        } else {
            dropMomentless();
        }
        dropDangling();
        dropBare("recommendation_order");
        dropBare("recommendation");
        new Places(sql).restore();
        dropDangling();
    }

    /** Of two stretches that cannot both be, the one that ends is the one that was written later. */
    private void dropOverlapping() throws SQLException {
        for (String[] stretches : List.of(
                new String[] {"standing", "o.assessment = r.assessment"},
                new String[] {"recommendation_version", "o.recommendation = r.recommendation"},
                new String[] {"recommendation_order", "o.recommendation = r.recommendation"},
                new String[] {"scan_report", "true"})) {
            sql.update("DELETE FROM %1$s AS r WHERE EXISTS (SELECT 1 FROM %1$s o WHERE %2$s"
                            .formatted((Object[]) stretches)
                    + " AND o.valid_from > r.valid_from AND (r.valid_to IS NULL OR o.valid_from < r.valid_to))");
        }
    }

    /** A stretch that begins or ends proves that its part was read at that moment. */
    private void noteTurns() throws SQLException {
        for (Part part : Part.values()) {
            Set<Long> noted = new HashSet<>(
                    sql.list("SELECT at FROM sync_part WHERE part = ?", row -> row.getLong(1), part.id()));
            for (long at : Answer.turns(sql, part)) {
                if (!noted.contains(at)) {
                    sql.update("INSERT OR IGNORE INTO sync (at) VALUES (?)", at);
                    sql.update(
                            "INSERT OR IGNORE INTO sync_part (part, at, sync, outcome)"
                                    + " SELECT ?1, ?2, id, ?3 FROM sync WHERE at = ?2",
                            part.id(),
                            at,
                            Outcome.OK.name());
                }
            }
        }
    }

    private void dropMomentless() throws SQLException {
        for (Map.Entry<Part, List<String>> part : MOMENTS.entrySet()) {
            for (String column : part.getValue()) {
                sql.update(
                        "DELETE FROM %1$s WHERE %2$s IS NOT NULL AND %2$s NOT IN (SELECT at FROM sync_part WHERE part = ?)"
                                .formatted(column.split("\\.")[0], column.split("\\.")[1]),
                        part.getKey().id());
            }
        }
    }

    /** Of lives of which no version is left, nothing can be shown; and their names should be free for those that come. */
    private void dropBare(String table) throws SQLException {
        String key = table.equals("recommendation") ? "id" : "recommendation";
        sql.update("DELETE FROM " + table + " WHERE " + key
                + " NOT IN (SELECT recommendation FROM recommendation_version)");
    }

    /** Gives each stretch of a recommendation a place in the answer, and no place to what is in none. */
    private static final class Places {
        private final Sql sql;

        Places(Sql sql) {
            this.sql = sql;
        }

        private record Stretch(
                long life, long from, @Nullable Long to) {
            long end() {
                return to == null ? Long.MAX_VALUE : to;
            }
        }

        void restore() throws SQLException {
            cutOpen();
            List<Stretch> bare = bare();
            Long last = sql.first("SELECT max(order_key) FROM recommendation_order", row -> row.getLong(1));
            long key = last == null ? 0 : last;
            try (Sql.Repeated insert = sql.batched(
                    "INSERT OR IGNORE INTO recommendation_order (recommendation, valid_from, valid_to, order_key)"
                            + " VALUES (?, ?, ?, ?)")) {
                for (Stretch stretch : bare) {
                    insert.run(stretch.life(), stretch.from(), stretch.to(), ++key);
                }
            }
        }

        /** A place that is held still, by what is no longer in the answer as far as we know, ends with the last we know. */
        private void cutOpen() throws SQLException {
            String lost = " WHERE valid_to IS NULL AND NOT EXISTS (SELECT 1 FROM recommendation_version v"
                    + " WHERE v.recommendation = recommendation_order.recommendation AND v.valid_to IS NULL)";
            String end = "(SELECT max(v.valid_to) FROM recommendation_version v"
                    + " WHERE v.recommendation = recommendation_order.recommendation)";
            sql.update("DELETE FROM recommendation_order" + lost + " AND valid_from >= " + end);
            sql.update("UPDATE recommendation_order SET valid_to = " + end + lost);
        }

        private List<Stretch> bare() throws SQLException {
            List<Stretch> bare = new ArrayList<>();
            List<Stretch> held = stretches("recommendation_version");
            List<Stretch> placed = stretches("recommendation_order");
            int next = 0;
            for (int i = 0; i < held.size(); ) {
                // versions that follow each other without a break are one stretch in the answer
                Stretch first = held.get(i++);
                @Nullable Long to = first.to();
                while (i < held.size()
                        && held.get(i).life() == first.life()
                        && to != null
                        && held.get(i).from() == to) {
                    to = held.get(i++).to();
                }
                Stretch whole = new Stretch(first.life(), first.from(), to);
                while (next < placed.size() && isBefore(placed.get(next), whole)) {
                    next++;
                }
                fill(whole, placed, next, bare);
            }
            return bare;
        }

        private static boolean isBefore(Stretch place, Stretch whole) {
            return place.life() < whole.life() || place.life() == whole.life() && place.end() <= whole.from();
        }

        private static void fill(Stretch whole, List<Stretch> placed, int next, List<Stretch> bare) {
            long from = whole.from();
            for (int i = next; i < placed.size() && placed.get(i).life() == whole.life(); i++) {
                Stretch place = placed.get(i);
                if (place.from() >= whole.end()) {
                    break;
                }
                if (place.from() > from) {
                    bare.add(new Stretch(whole.life(), from, place.from()));
                }
                from = Math.max(from, place.end());
            }
            if (from < whole.end()) {
                bare.add(new Stretch(whole.life(), from, whole.to()));
            }
        }

        private List<Stretch> stretches(String table) throws SQLException {
            return sql.list(
                    "SELECT recommendation, valid_from, valid_to FROM " + table
                            + " ORDER BY recommendation, valid_from",
                    row -> new Stretch(row.getLong(1), row.getLong(2), Sql.whole(row, "valid_to")));
        }
    }
}
