package dev.gradeline.history;

import dev.gradeline.history.LifeTable.Life;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The recommendations that the file holds as the last answer, by id. */
final class LastAnswer {
    private final Map<String, Row> rows;

    private LastAnswer(Map<String, Row> rows) {
        this.rows = rows;
    }

    /** The fields whose change makes a version. */
    record Content(
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

        private static Content of(ResultSet row) throws SQLException {
            return new Content(
                    row.getString("title"),
                    Sql.integer(row, "priority"),
                    row.getString("status"),
                    row.getString("framework_id"),
                    row.getString("category"));
        }

        @Nullable Advice advice() {
            return Advice.of(framework, category, title);
        }
    }

    record Row(Life life, Content content, long orderKey) {}

    static LastAnswer read(Sql sql) throws SQLException {
        Map<String, Row> rows = new HashMap<>();
        sql.each("""
                SELECT v.uid, r.lineage, r.id, v.title, v.priority, v.status, v.framework_id, v.category, o.order_key
                FROM recommendation_order o
                JOIN recommendation_version v ON v.recommendation = o.recommendation AND v.valid_to IS NULL
                JOIN recommendation r ON r.id = o.recommendation
                WHERE o.valid_to IS NULL
                """, row -> {
            String uid = row.getString("uid");
            Life life = new Life(row.getLong("id"), row.getString("lineage"));
            rows.put(uid == null ? life.lineage() : uid, new Row(life, Content.of(row), row.getLong("order_key")));
        });
        return new LastAnswer(rows);
    }

    /** The row with an id; null when it had none. */
    @Nullable Row get(String uid) {
        return rows.get(uid);
    }

    /** The rows whose ids another answer does not hold, by the number of their life; the caller's to change. */
    Map<Long, Row> leaving(Set<String> answer) {
        Map<Long, Row> leaving = new HashMap<>();
        rows.forEach((uid, row) -> {
            if (!answer.contains(uid)) {
                leaving.put(row.life().id(), row);
            }
        });
        return leaving;
    }

    /** The lives whose ids another answer holds, too. */
    Set<Long> staying(Set<String> answer) {
        Set<Long> staying = new HashSet<>();
        rows.forEach((uid, row) -> {
            if (answer.contains(uid)) {
                staying.add(row.life().id());
            }
        });
        return staying;
    }
}
