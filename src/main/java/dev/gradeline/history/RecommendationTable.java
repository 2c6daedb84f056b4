package dev.gradeline.history;

import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Lifetime;
import dev.gradeline.posture.OpenCount;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lives of recommendations, read. {@link RecommendationWriter} writes them. */
final class RecommendationTable {
    private static final String COLUMNS = "coalesce(v.uid, r.lineage) AS uid, r.lineage, r.first_seen, v.valid_from,"
            + " v.title, v.priority, v.status, v.framework_id, v.category";

    /**
     * The life that held an id (?1) last in a stretch that began up to a moment (?2), and since when it had the values that
     * it then had.
     */
    static final String LAST_HOLDER = """
            SELECT recommendation, valid_from FROM (
                SELECT v.recommendation, v.valid_from FROM recommendation r
                JOIN recommendation_version v ON v.recommendation = r.id AND v.uid IS NULL
                WHERE r.lineage = ?1 AND v.valid_from <= ?2
                UNION ALL
                SELECT recommendation, valid_from FROM recommendation_version WHERE uid = ?1 AND valid_from <= ?2)
            ORDER BY valid_from DESC LIMIT 1
            """;

    private final Sql sql;

    RecommendationTable(Sql sql) {
        this.sql = sql;
    }

    /** Those in the answer at a moment, in its order. */
    List<Recommendation> reported(long asOf) throws SQLException {
        int[] rank = {0};
        return sql.list(
                "SELECT " + COLUMNS + " FROM recommendation_order o"
                        + " JOIN recommendation_version v ON v.recommendation = o.recommendation AND "
                        + Sql.heldAt("v", asOf)
                        + " JOIN recommendation r ON r.id = o.recommendation WHERE " + Sql.heldAt("o", asOf)
                        + " ORDER BY o.order_key",
                row -> recommendation(row, ++rank[0]));
    }

    /** How many there ever were. */
    int count() throws SQLException {
        Integer count = sql.first("SELECT count(*) FROM recommendation", row -> row.getInt(1));
        return count == null ? 0 : count;
    }

    /**
     * The versions first seen up to a moment of the life that by then held an id last, under whichever id, each with the rank
     * that it began with.
     */
    List<Recommendation> versions(String uid, long asOf) throws SQLException {
        Long life = sql.first(LAST_HOLDER, row -> row.getLong("recommendation"), Text.storable(uid), asOf);
        return life == null ? List.of() : versions(life.longValue(), asOf);
    }

    private List<Recommendation> versions(long life, long asOf) throws SQLException {
        return sql.list("SELECT " + COLUMNS + """
                , (SELECT count(*) FROM recommendation_order mine JOIN recommendation_order o
                    ON o.valid_from <= v.valid_from AND (o.valid_to IS NULL OR o.valid_to > v.valid_from)
                        AND o.order_key <= mine.order_key
                    WHERE mine.recommendation = v.recommendation AND mine.valid_from <= v.valid_from
                        AND (mine.valid_to IS NULL OR mine.valid_to > v.valid_from)) AS rank
                FROM recommendation r JOIN recommendation_version v ON v.recommendation = r.id
                WHERE r.id = ? AND v.valid_from <= ? ORDER BY v.valid_from
                """, row -> recommendation(row, row.getInt("rank")), life, asOf);
    }

    /** When a stretch of each recommendation's life last ended within a period, by lineage. */
    Map<String, Instant> lastHeld(long from, long to) throws SQLException {
        return sql.moments("""
                SELECT r.lineage, max(v.valid_to) FROM recommendation_version v
                JOIN recommendation r ON r.id = v.recommendation
                WHERE v.valid_to > ? AND v.valid_to <= ? GROUP BY r.lineage
                """, from, to);
    }

    /**
     * When any of these columns of each recommendation last changed within a period, by lineage; its first sight is a change,
     * too.
     */
    Map<String, Instant> lastMoved(long from, long to, String... columns) throws SQLException {
        String before = Arrays.stream(columns)
                .map(column -> "lag(%1$s) OVER life AS was_%1$s".formatted(column))
                .collect(Collectors.joining(", "));
        String moved = Arrays.stream(columns)
                .map(column -> "%1$s IS NOT was_%1$s".formatted(column))
                .collect(Collectors.joining(" OR "));
        return sql.moments("""
                SELECT r.lineage, max(v.valid_from) FROM (
                    SELECT *, row_number() OVER life AS number, %s FROM recommendation_version
                    WHERE recommendation IN (
                        SELECT recommendation FROM recommendation_version WHERE valid_from > ?1 AND valid_from <= ?2)
                    WINDOW life AS (PARTITION BY recommendation ORDER BY valid_from)) v
                JOIN recommendation r ON r.id = v.recommendation
                WHERE v.valid_from > ?1 AND v.valid_from <= ?2 AND (v.number = 1 OR %s) GROUP BY r.lineage
                """.formatted(before, moved), from, to);
    }

    /** Every life seen up to a moment, in the order in which they began. */
    List<Lifetime> lifetimes(long asOf) throws SQLException {
        LifetimeReader lives = new LifetimeReader(asOf);
        sql.each("SELECT r.id AS life, " + COLUMNS + """
                , v.valid_to FROM recommendation_version v JOIN recommendation r ON r.id = v.recommendation
                WHERE v.valid_from <= ? ORDER BY v.recommendation, v.valid_from
                """, lives::take, asOf);
        return lives.all();
    }

    private static Recommendation recommendation(ResultSet row, int rank) throws SQLException {
        String status = row.getString("status");
        String framework = row.getString("framework_id");
        return new Recommendation(
                row.getString("uid"),
                row.getString("lineage"),
                row.getString("title"),
                Sql.integer(row, "priority"),
                status == null ? null : new Status(status),
                framework == null ? null : new Framework(framework),
                row.getString("category"),
                rank,
                Micros.instant(row.getLong("first_seen")),
                Micros.instant(row.getLong("valid_from")));
    }

    /**
     * How many were open from when on, one entry for each change of the number.
     *
     * @param begin when recommendations were first read, which is the first entry; null when they never were
     */
    List<OpenCount> openCounts(@Nullable Instant begin, long asOf) throws SQLException {
        List<OpenCount> counts = new ArrayList<>();
        int[] open = {0};
        sql.each(
                """
                SELECT at, sum(delta) AS delta FROM (
                    SELECT valid_from AS at, 1 AS delta FROM recommendation_version
                    WHERE status = ?1 AND valid_from <= ?2
                    UNION ALL
                    SELECT valid_to, -1 FROM recommendation_version
                    WHERE status = ?1 AND valid_to <= ?2)
                GROUP BY at HAVING sum(delta) <> 0 ORDER BY at
                """,
                row -> {
                    open[0] += row.getInt("delta");
                    counts.add(new OpenCount(Micros.instant(row.getLong("at")), open[0]));
                },
                Status.OPEN.id(),
                asOf);
        if (begin != null && (counts.isEmpty() || counts.getFirst().at().isAfter(begin))) {
            counts.addFirst(new OpenCount(begin, 0));
        }
        return counts;
    }
}
