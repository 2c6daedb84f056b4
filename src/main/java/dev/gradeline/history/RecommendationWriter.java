package dev.gradeline.history;

import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Status;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores one answer's recommendations: what is there is read once, compared in memory, and only differences written. */
final class RecommendationWriter {
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
    }

    private record Current(long id, Content content, long orderKey) {}

    private record Placed(long id, long orderKey) {}

    /** @return how many different recommendations were reported; of rows with one id the first counts */
    int store(List<Recommendation> reported) throws SQLException {
        Map<String, Content> wanted = LinkedHashMap.newLinkedHashMap(reported.size());
        for (Recommendation r : reported) {
            wanted.putIfAbsent(Text.storable(r.id()), Content.of(r));
        }
        Map<String, Current> current = current();
        List<Placed> rows = versions(wanted, current);
        close(current.values());
        order(rows);
        return wanted.size();
    }

    private Map<String, Current> current() throws SQLException {
        Map<String, Current> current = new HashMap<>();
        sql.each(
                """
                SELECT r.uid, r.id, v.title, v.priority, v.status, v.framework_id, v.category, o.order_key
                FROM recommendation_order o
                JOIN recommendation_version v ON v.recommendation = o.recommendation AND v.valid_to IS NULL
                JOIN recommendation r ON r.id = o.recommendation
                WHERE o.valid_to IS NULL
                """,
                row -> current.put(
                        row.getString("uid"),
                        new Current(
                                row.getLong("id"),
                                new Content(
                                        row.getString("title"),
                                        Sql.integer(row, "priority"),
                                        row.getString("status"),
                                        row.getString("framework_id"),
                                        row.getString("category")),
                                row.getLong("order_key"))));
        return current;
    }

    /** Writes the versions that are new, taking from {@code current} what is still there; the rest is gone. */
    private List<Placed> versions(Map<String, Content> wanted, Map<String, Current> current) throws SQLException {
        List<Placed> rows = new ArrayList<>(wanted.size());
        Identities identities = new Identities();
        try (Sql.Repeated recommendation =
                        sql.repeated("INSERT INTO recommendation (id, uid, first_seen) VALUES (?, ?, ?)");
                Sql.Repeated end = sql.repeated(
                        "UPDATE recommendation_version SET valid_to = ? WHERE recommendation = ? AND valid_to IS NULL");
                Sql.Repeated version = sql.repeated("""
                        INSERT INTO recommendation_version
                            (recommendation, valid_from, title, priority, status, framework_id, category)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)) {
            for (Map.Entry<String, Content> entry : wanted.entrySet()) {
                Current known = current.remove(entry.getKey());
                Content content = entry.getValue();
                long id = known != null ? known.id() : identities.of(entry.getKey(), recommendation);
                if (known == null || !known.content().equals(content)) {
                    if (known != null) {
                        end.run(at, id);
                    }
                    version.run(
                            id,
                            at,
                            content.title(),
                            content.priority(),
                            content.status(),
                            content.framework(),
                            content.category());
                }
                rows.add(new Placed(id, known == null ? OrderKeys.NONE : known.orderKey()));
            }
        }
        return rows;
    }

    private void close(Collection<Current> gone) throws SQLException {
        try (Sql.Repeated version = sql.repeated(
                        "UPDATE recommendation_version SET valid_to = ? WHERE recommendation = ? AND valid_to IS NULL");
                Sql.Repeated order = sql.repeated(
                        "UPDATE recommendation_order SET valid_to = ? WHERE recommendation = ? AND valid_to IS NULL")) {
            for (Current row : gone) {
                version.run(at, row.id());
                order.run(at, row.id());
            }
        }
    }

    private void order(List<Placed> rows) throws SQLException {
        long[] keys = OrderKeys.place(rows.stream().mapToLong(Placed::orderKey).toArray());
        try (Sql.Repeated end = sql.repeated(
                        "UPDATE recommendation_order SET valid_to = ? WHERE recommendation = ? AND valid_to IS NULL");
                Sql.Repeated begin = sql.repeated(
                        "INSERT INTO recommendation_order (recommendation, valid_from, order_key) VALUES (?, ?, ?)")) {
            for (int i = 0; i < keys.length; i++) {
                Placed row = rows.get(i);
                if (keys[i] != row.orderKey()) {
                    if (row.orderKey() != OrderKeys.NONE) {
                        end.run(at, row.id());
                    }
                    begin.run(row.id(), at, keys[i]);
                }
            }
        }
    }

    /** Numbers for identifiers: the old one for one that comes back, the next free one for a new one. */
    private final class Identities {
        private final long first;
        private long next;

        Identities() throws SQLException {
            Long last = sql.first("SELECT id FROM recommendation ORDER BY id DESC LIMIT 1", row -> row.getLong(1));
            first = last == null ? 1 : last + 1;
            next = first;
        }

        long of(String uid, Sql.Repeated recommendation) throws SQLException {
            Long known = first == 1
                    ? null
                    : sql.first("SELECT id FROM recommendation WHERE uid = ?", row -> row.getLong(1), uid);
            if (known != null) {
                return known;
            }
            recommendation.run(next, uid, at);
            return next++;
        }
    }
}
