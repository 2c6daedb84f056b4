package dev.gradeline.history;

import dev.gradeline.history.LifeTable.Life;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Status;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    /** The fields whose change makes a version. */
    private record Content(
            @Nullable String title,
            @Nullable Integer priority,
            @Nullable String status,
            @Nullable String framework,
            @Nullable String category) {
        static Content of(Recommendation r) {
            Status status = r.status();
            Framework framework = r.framework();
            return new Content(
                    Text.storableOrNull(r.title()),
                    r.priority(),
                    status == null ? null : Text.storable(status.id()),
                    framework == null ? null : Text.storable(framework.id()),
                    Text.storableOrNull(r.category()));
        }

        @Nullable Advice advice() {
            return Advice.of(framework, category, title);
        }
    }

    /** A life in the answer before. */
    private record Current(Life life, Content content, long orderKey) {
        long id() {
            return life.id();
        }
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
        Map<String, Current> current = current();
        Map<Long, Current> leaving = new HashMap<>();
        current.forEach((uid, life) -> {
            if (!wanted.containsKey(uid)) {
                leaving.put(life.id(), life);
            }
        });
        Map<String, Life> newcomers = newcomers(wanted, current, leaving);
        List<Placed> rows = versions(wanted, current, newcomers, leaving);
        close(leaving.values());
        order(rows);
        return wanted.size();
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

    /** The answer before, by id. */
    private Map<String, Current> current() throws SQLException {
        Map<String, Current> current = new HashMap<>();
        sql.each("""
                SELECT v.uid, r.lineage, r.id, v.title, v.priority, v.status, v.framework_id, v.category, o.order_key
                FROM recommendation_order o
                JOIN recommendation_version v ON v.recommendation = o.recommendation AND v.valid_to IS NULL
                JOIN recommendation r ON r.id = o.recommendation
                WHERE o.valid_to IS NULL
                """, row -> {
            String uid = row.getString("uid");
            Life life = new Life(row.getLong("id"), row.getString("lineage"));
            current.put(
                    uid == null ? life.lineage() : uid,
                    new Current(
                            life,
                            new Content(
                                    row.getString("title"),
                                    Sql.integer(row, "priority"),
                                    row.getString("status"),
                                    row.getString("framework_id"),
                                    row.getString("category")),
                            row.getLong("order_key")));
        });
        return current;
    }

    /** The lives of the ids that the answer before did not hold. */
    private Map<String, Life> newcomers(
            Map<String, Content> wanted, Map<String, Current> current, Map<Long, Current> leaving) throws SQLException {
        List<String> uids = wanted.keySet().stream()
                .filter(uid -> !current.containsKey(uid))
                .toList();
        if (uids.isEmpty()) {
            return Map.of();
        }
        LifeTable table = new LifeTable(sql);
        return table.lives(uids, table.isEmpty() ? Map.of() : continued(uids, wanted, current, leaving), at);
    }

    private Map<String, Long> continued(
            List<String> uids, Map<String, Content> wanted, Map<String, Current> current, Map<Long, Current> leaving)
            throws SQLException {
        List<Lives.Newcomer> newcomers = new ArrayList<>(uids.size());
        for (String uid : uids) {
            newcomers.add(new Lives.Newcomer(
                    uid, Objects.requireNonNull(wanted.get(uid)).advice()));
        }
        Set<Long> staying = new HashSet<>();
        current.forEach((uid, life) -> {
            if (wanted.containsKey(uid)) {
                staying.add(life.id());
            }
        });
        List<Lives.Absent> absent = new ArrayList<>();
        for (Current life : leaving.values()) {
            Advice advice = life.content().advice();
            if (advice != null) {
                absent.add(new Lives.Absent(life.id(), advice, at, life.orderKey()));
            }
        }
        try (StoredPast past = new StoredPast(sql, staying, absent)) {
            return Lives.continued(newcomers, past);
        }
    }

    /** Writes the versions that are new, taking from {@code leaving} the lives that go on under another id. */
    private List<Placed> versions(
            Map<String, Content> wanted,
            Map<String, Current> current,
            Map<String, Life> newcomers,
            Map<Long, Current> leaving)
            throws SQLException {
        List<Placed> rows = new ArrayList<>(wanted.size());
        List<Version> begun = new ArrayList<>();
        try (Sql.Repeated end = sql.batched(END_VERSION)) {
            for (Map.Entry<String, Content> entry : wanted.entrySet()) {
                String uid = entry.getKey();
                Content content = entry.getValue();
                Current same = current.get(uid);
                Life life = same != null ? same.life() : Objects.requireNonNull(newcomers.get(uid));
                Current before = same != null ? same : leaving.remove(life.id());
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
        try (Sql.Repeated insert = sql.batched("""
                INSERT INTO recommendation_version
                    (recommendation, valid_from, uid, title, priority, status, framework_id, category)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            for (Version version : begun) {
                Content content = version.content();
                insert.run(
                        version.life(),
                        at,
                        version.uid(),
                        content.title(),
                        content.priority(),
                        content.status(),
                        content.framework(),
                        content.category());
            }
        }
    }

    private void close(Collection<Current> gone) throws SQLException {
        try (Sql.Repeated version = sql.batched(END_VERSION);
                Sql.Repeated order = sql.batched(END_ORDER)) {
            for (Current row : gone) {
                version.run(at, row.id());
                order.run(at, row.id());
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
        try (Sql.Repeated begin = sql.batched(
                "INSERT INTO recommendation_order (recommendation, valid_from, order_key) VALUES (?, ?, ?)")) {
            for (Placed row : moved) {
                begin.run(row.id(), at, row.orderKey());
            }
        }
    }
}
