package dev.gradeline.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the file knows of the lives before an answer is stored. */
final class StoredPast implements Lives.Past<SQLException>, AutoCloseable {
    /** The last state of each life that is over for now. */
    private static final String GONE = """
            SELECT r.id, v.valid_to, v.framework_id, v.category, v.title,
                (SELECT order_key FROM recommendation_order WHERE recommendation = r.id
                    ORDER BY valid_from DESC LIMIT 1) AS order_key
            FROM recommendation r
            JOIN recommendation_version v ON v.recommendation = r.id AND v.valid_from =
                (SELECT max(valid_from) FROM recommendation_version WHERE recommendation = r.id)
            WHERE v.valid_to IS NOT NULL
            """;

    private final Sql sql;
    private final Set<Long> staying;
    private final List<Lives.Absent> leaving;
    private final Sql.Question holder;

    /**
     * @param staying the lives that an id of the answer stayed with
     * @param leaving those that stood in the answer before and are not among these, if they can be known again at all
     */
    StoredPast(Sql sql, Set<Long> staying, List<Lives.Absent> leaving) throws SQLException {
        this.sql = sql;
        this.staying = staying;
        this.leaving = leaving;
        this.holder = sql.question(RecommendationTable.LAST_HOLDER);
    }

    @Override
    public Lives.@Nullable Holder absentHolder(String uid) throws SQLException {
        Lives.Holder last = holder.first(
                row -> new Lives.Holder(row.getLong("recommendation"), row.getLong("valid_from")), uid, Long.MAX_VALUE);
        return last == null || staying.contains(last.life()) ? null : last;
    }

    @Override
    public Collection<Lives.Absent> absent(Set<Advice> advice) throws SQLException {
        List<Lives.Absent> absent = new ArrayList<>(leaving);
        sql.each(GONE, row -> {
            Advice said = advice(row);
            if (said != null && advice.contains(said)) {
                absent.add(
                        new Lives.Absent(row.getLong("id"), said, row.getLong("valid_to"), row.getLong("order_key")));
            }
        });
        return absent;
    }

    private static @Nullable Advice advice(ResultSet row) throws SQLException {
        return Advice.of(row.getString("framework_id"), row.getString("category"), row.getString("title"));
    }

    @Override
    public void close() throws SQLException {
        holder.close();
    }
}
