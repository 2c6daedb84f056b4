package dev.gradeline.history;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The lives as such: a row for each, with the name that stays with it whatever ids it has. */
final class LifeTable {
    private final Sql sql;
    private final long last;

    LifeTable(Sql sql) throws SQLException {
        this.sql = sql;
        Long highest = sql.first("SELECT id FROM recommendation ORDER BY id DESC LIMIT 1", row -> row.getLong(1));
        this.last = highest == null ? 0 : highest;
    }

    record Life(long id, String lineage) {}

    /** Whether no life ever began. */
    boolean isEmpty() {
        return last == 0;
    }

    /**
     * The lives of newcomers; those that begin one get it here.
     *
     * @param uids in the order of the answer
     * @param continued the lives of those that begin none
     * @param at the moment of the answer
     */
    Map<String, Life> lives(Collection<String> uids, Map<String, Long> continued, long at) throws SQLException {
        Map<String, Life> lives = HashMap.newHashMap(uids.size());
        try (Sql.Repeated begin =
                        sql.repeated("INSERT INTO recommendation (id, lineage, first_seen) VALUES (?, ?, ?)");
                Sql.Question names = sql.question("SELECT lineage FROM recommendation WHERE id = ?");
                Sql.Question taken = sql.question("SELECT 1 FROM recommendation WHERE lineage = ?")) {
            long next = last + 1;
            for (String uid : uids) {
                Long continues = continued.get(uid);
                Life life = continues == null ? null : new Life(continues, named(names, continues));
                if (life == null) {
                    life = new Life(next++, isEmpty() ? uid : free(uid, taken));
                    begin.run(life.id(), life.lineage(), at);
                }
                lives.put(uid, life);
            }
        }
        return lives;
    }

    private static String named(Sql.Question names, long life) throws SQLException {
        String lineage = names.first(row -> row.getString(1), life);
        if (lineage == null) {
            throw new IllegalStateException("no recommendation " + life);
        }
        return lineage;
    }

    private static String free(String uid, Sql.Question taken) throws SQLException {
        int life = 1;
        while (taken.first(row -> true, Lives.lineage(uid, life)) != null) {
            life++;
        }
        return Lives.lineage(uid, life);
    }
}
