package dev.gradeline.history;

import dev.gradeline.history.LastAnswer.Content;
import dev.gradeline.history.LastAnswer.Row;
import dev.gradeline.history.LifeTable.Life;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Recommendation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stores one answer's recommendations: what is there is read once, compared in memory, and only differences written. */
final class RecommendationWriter {
    private static final String END_VERSION =
            "UPDATE recommendation_version SET valid_to = ? WHERE recommendation = ? AND valid_to IS NULL";
    private static final String END_ORDER =
            "UPDATE recommendation_order SET valid_to = ? WHERE recommendation = ? AND valid_to IS NULL";

    private final Sql sql;
    private final long at;

    /** @param at the moment under which the differences are kept */
    RecommendationWriter(Sql sql, long at) {
        this.sql = sql;
        this.at = at;
    }

    /** @param uid null where it is the lineage */
    private record Version(long life, @Nullable String uid, Content content) {}

    private record Placed(long id, long orderKey) {}

    /** @return how many different recommendations were reported; of rows with one id the first counts */
    int store(List<Recommendation> reported) throws SQLException {
        Map<String, Content> wanted = LinkedHashMap.newLinkedHashMap(reported.size());
        for (Recommendation r : reported) {
            wanted.putIfAbsent(Text.storable(r.id()), Content.of(r));
        }
        String digest = digest(wanted);
        AnswerDigestTable digests = new AnswerDigestTable(sql);
        if (digests.holds(Part.RECOMMENDATIONS, digest)) {
            return wanted.size();
        }
        digests.put(Part.RECOMMENDATIONS, digest);
        LifeTable lives = new LifeTable(sql);
        if (lives.isEmpty()) {
            storeFirst(wanted, lives);
            return wanted.size();
        }
        LastAnswer last = LastAnswer.read(sql);
        Map<Long, Row> leaving = last.leaving(wanted.keySet());
        Map<String, Life> newcomers = newcomers(wanted, last, leaving, lives);
        List<Placed> rows = versions(wanted, last, newcomers, leaving);
        close(leaving.values());
        order(rows);
        return wanted.size();
    }

    private record First(String uid, Content content, int place) {}

    /** Where no life ever began there is nothing to compare with: the lives are numbered and named in the order of their ids. */
    private void storeFirst(Map<String, Content> wanted, LifeTable lives) throws SQLException {
        List<First> rows = new ArrayList<>(wanted.size());
        wanted.forEach((uid, content) -> rows.add(new First(uid, content, rows.size())));
        rows.sort(Comparator.comparing(First::uid));
        long[] noKeys = new long[rows.size()];
        Arrays.fill(noKeys, OrderKeys.NONE);
        long[] keys = OrderKeys.place(noKeys);
        // one table after the other: row by row in turns they push each other out of the caches
        try (Sql.Rows begin = lives.newLives(at)) {
            for (int i = 0; i < rows.size(); i++) {
                begin.add(i + 1L, rows.get(i).uid());
            }
        }
        try (Sql.Rows insert = newVersions("NULL")) {
            for (int i = 0; i < rows.size(); i++) {
                Content content = rows.get(i).content();
                insert.add(
                        i + 1L,
                        content.title(),
                        content.priority(),
                        content.status(),
                        content.framework(),
                        content.category());
            }
        }
        try (Sql.Rows begin = newPlaces()) {
            for (int i = 0; i < rows.size(); i++) {
                begin.add(i + 1L, keys[rows.get(i).place()]);
            }
        }
    }

    private static String digest(Map<String, Content> wanted) {
        Digest digest = new Digest();
        wanted.forEach((uid, content) -> {
            digest.add(uid);
            digest.add(content.title());
            digest.add(content.priority());
            digest.add(content.status());
            digest.add(content.framework());
            digest.add(content.category());
        });
        return digest.hex();
    }

    /** The lives of the ids that the answer before did not hold. */
    private Map<String, Life> newcomers(
            Map<String, Content> wanted, LastAnswer last, Map<Long, Row> leaving, LifeTable lives) throws SQLException {
        List<String> uids =
                wanted.keySet().stream().filter(uid -> last.get(uid) == null).toList();
        if (uids.isEmpty()) {
            return Map.of();
        }
        return lives.lives(uids, continued(uids, wanted, last, leaving), at);
    }

    private Map<String, Long> continued(
            List<String> uids, Map<String, Content> wanted, LastAnswer last, Map<Long, Row> leaving)
            throws SQLException {
        List<Lives.Newcomer> newcomers = new ArrayList<>(uids.size());
        for (String uid : uids) {
            newcomers.add(new Lives.Newcomer(
                    uid, Objects.requireNonNull(wanted.get(uid)).advice()));
        }
        List<Lives.Absent> absent = new ArrayList<>();
        for (Row row : leaving.values()) {
            Advice advice = row.content().advice();
            if (advice != null) {
                absent.add(new Lives.Absent(row.life().id(), advice, at, row.orderKey()));
            }
        }
        try (StoredPast past = new StoredPast(sql, last.staying(wanted.keySet()), absent)) {
            return Lives.continued(newcomers, past);
        }
    }

    /** Writes the versions that are new, taking from {@code leaving} the lives that go on under another id. */
    private List<Placed> versions(
            Map<String, Content> wanted, LastAnswer last, Map<String, Life> newcomers, Map<Long, Row> leaving)
            throws SQLException {
        List<Placed> rows = new ArrayList<>(wanted.size());
        List<Version> begun = new ArrayList<>();
        try (Sql.Repeated end = sql.batched(END_VERSION)) {
            for (Map.Entry<String, Content> entry : wanted.entrySet()) {
                String uid = entry.getKey();
                Content content = entry.getValue();
                Row same = last.get(uid);
                Life life = same != null ? same.life() : Objects.requireNonNull(newcomers.get(uid));
                Row before = same != null ? same : leaving.remove(life.id());
                if (same == null || !same.content().equals(content)) {
                    if (before != null) {
                        end.run(at, life.id());
                    }
                    begun.add(new Version(life.id(), uid.equals(life.lineage()) ? null : uid, content));
                }
                rows.add(new Placed(life.id(), before == null ? OrderKeys.NONE : before.orderKey()));
            }
        }
        insert(begun);
        return rows;
    }

    /** By life: a table is written from front to back in half the time. */
    private void insert(List<Version> begun) throws SQLException {
        begun.sort(Comparator.comparingLong(Version::life));
        try (Sql.Rows insert = newVersions("?")) {
            for (Version version : begun) {
                Content content = version.content();
                insert.add(
                        version.life(),
                        version.uid(),
                        content.title(),
                        content.priority(),
                        content.status(),
                        content.framework(),
                        content.category());
            }
        }
    }

    /** @param uid a question mark, or NULL where none of them has another id than its name */
    private Sql.Rows newVersions(String uid) {
        return sql.rows(
                "recommendation_version"
                        + " (recommendation, valid_from, uid, title, priority, status, framework_id, category)",
                "?",
                String.valueOf(at),
                uid,
                "?",
                "?",
                "?",
                "?",
                "?");
    }

    private Sql.Rows newPlaces() {
        return sql.rows("recommendation_order (recommendation, valid_from, order_key)", "?", String.valueOf(at), "?");
    }

    private void close(Collection<Row> gone) throws SQLException {
        try (Sql.Repeated version = sql.batched(END_VERSION);
                Sql.Repeated order = sql.batched(END_ORDER)) {
            for (Row row : gone) {
                version.run(at, row.life().id());
                order.run(at, row.life().id());
            }
        }
    }

    private void order(List<Placed> rows) throws SQLException {
        long[] keys = OrderKeys.place(rows.stream().mapToLong(Placed::orderKey).toArray());
        List<Placed> moved = new ArrayList<>();
        try (Sql.Repeated end = sql.batched(END_ORDER)) {
            for (int i = 0; i < keys.length; i++) {
                Placed row = rows.get(i);
                if (keys[i] != row.orderKey()) {
                    if (row.orderKey() != OrderKeys.NONE) {
                        end.run(at, row.id());
                    }
                    moved.add(new Placed(row.id(), keys[i]));
                }
            }
        }
        moved.sort(Comparator.comparingLong(Placed::id));
        try (Sql.Rows begin = newPlaces()) {
            for (Placed row : moved) {
                begin.add(row.id(), row.orderKey());
            }
        }
    }
}
