package dev.gradeline.history;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
     * The lives of newcomers; those that begin one get it here, and its name in the order of their ids, as in {@link Replay}.
     *
     * @param uids in any order
     * @param continued the lives of those that begin none
     * @param at the moment of the answer
     */
    Map<String, Life> lives(Collection<String> uids, Map<String, Long> continued, long at) throws SQLException {
        Map<String, Life> lives = HashMap.newHashMap(uids.size());
        Set<String> begun = new HashSet<>();
        try (Sql.Rows begin = newLives(at);
                Sql.Question names = sql.question("SELECT lineage FROM recommendation WHERE id = ?");
                Sql.Question taken = sql.question("SELECT 1 FROM recommendation WHERE lineage = ?")) {
            long next = last + 1;
            // by id, and not in their order: the file is written from front to back then, in half the time
            for (String uid : new TreeSet<>(uids)) {
                Long continues = continued.get(uid);
                Life life = continues == null ? null : new Life(continues, named(names, continues));
                if (life == null) {
                    life = new Life(next++, free(uid, taken, begun));
                    begin.add(life.id(), life.lineage());
                }
                lives.put(uid, life);
            }
        }
        return lives;
    }

    /** Rows of a number and a name, all of them begun at one moment. */
    Sql.Rows newLives(long at) {
        return sql.rows("recommendation (id, lineage, first_seen)", "?", "?", String.valueOf(at));
    }

    private static String named(Sql.Question names, long life) throws SQLException {
        String lineage = names.first(row -> row.getString(1), life);
        if (lineage == null) {
            throw new IllegalStateException("no recommendation " + life);
        }
        return lineage;
    }

    /** @param begun the names of those that begin with the same answer; the one found is added */
    private String free(String uid, Sql.Question taken, Set<String> begun) throws SQLException {
        int life = 1;
        String name = Lives.lineage(uid, life);
        while (begun.contains(name) || (!isEmpty() && taken.first(row -> true, name) != null)) {
            life++;
            name = Lives.lineage(uid, life);
        }
        begun.add(name);
        return name;
    }
}
