package dev.gradeline.history;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.Scan;
import dev.gradeline.posture.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A history as version 1 of the tables kept it: made by its script, written and read as that version of the program did.
 * The tables of assessments, scans and runs are still the same, and so are the classes that fill them.
 */
final class VersionOne implements AutoCloseable {
    private final Connection connection;
    private final Sql sql;

    VersionOne(Path file) throws Exception {
        PrivateFiles.createFile(file);
        connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
        sql = new Sql(connection);
        sql.script("PRAGMA journal_mode = WAL");
        sql.script(script("V1.sql"));
        sql.script("PRAGMA user_version = 1");
        sql.script("PRAGMA application_id = " + 0x4772646c);
        sql.update("INSERT INTO meta (name, value) VALUES ('id', 'some history')");
        // For the classes that are shared: empty, beside the file and not in it.
        sql.script(script("V3.sql").replace("CREATE TABLE", "CREATE TEMPORARY TABLE"));
    }

    private static String script(String name) throws IOException {
        try (InputStream script = Objects.requireNonNull(Schema.class.getResourceAsStream(name))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** One answer; a part that is null failed. */
    record Answer(
            @Nullable List<Assessment> scores,
            @Nullable List<Recommendation> recommendations,
            @Nullable Scan scan) {}

    /** @return the moment of the run */
    Instant synchronise(Instant now, Answer answer) throws SQLException {
        sql.script("BEGIN");
        SyncTable syncs = new SyncTable(sql);
        SyncTable.Begun run = syncs.begin(Micros.of(now));
        List<Assessment> scores = answer.scores();
        if (scores == null) {
            syncs.note(run, Part.SCORES, run.at(), Outcome.REFUSED, 0, "403");
        } else {
            syncs.note(run, Part.SCORES, run.at(), Outcome.OK, new AssessmentTable(sql).store(run.at(), scores), "");
        }
        List<Recommendation> rows = answer.recommendations();
        if (rows == null) {
            syncs.note(run, Part.RECOMMENDATIONS, run.at(), Outcome.SERVER_FAULT, 0, "500");
        } else {
            store(run.at(), rows);
            syncs.note(run, Part.RECOMMENDATIONS, run.at(), Outcome.OK, rows.size(), "");
        }
        syncs.note(run, Part.DISCOVERY, run.at(), Outcome.OK, new ScanTable(sql).store(run.at(), answer.scan()), "");
        syncs.finish(run.id(), run.at());
        sql.script("COMMIT");
        return Micros.instant(run.at());
    }

    private record Current(long id, List<@Nullable Object> content, long orderKey) {}

    private void store(long at, List<Recommendation> rows) throws SQLException {
        Map<String, Current> current = current();
        List<Long> ids = new ArrayList<>();
        List<Long> keys = new ArrayList<>();
        for (Recommendation r : rows) {
            Current known = current.remove(r.id());
            List<@Nullable Object> content = content(r);
            long id = known != null ? known.id() : idOf(r.id(), at);
            if (known == null || !known.content().equals(content)) {
                sql.update(
                        "UPDATE recommendation_version SET valid_to = ? WHERE recommendation = ? AND valid_to IS NULL",
                        at,
                        id);
                sql.update(
                        "INSERT INTO recommendation_version"
                                + " (recommendation, valid_from, title, priority, status, framework_id, category)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                        id,
                        at,
                        content.get(0),
                        content.get(1),
                        content.get(2),
                        content.get(3),
                        content.get(4));
            }
            ids.add(id);
            keys.add(known == null ? OrderKeys.NONE : known.orderKey());
        }
        for (Current gone : current.values()) {
            for (String table : List.of("recommendation_version", "recommendation_order")) {
                sql.update(
                        "UPDATE " + table + " SET valid_to = ? WHERE recommendation = ? AND valid_to IS NULL",
                        at,
                        gone.id());
            }
        }
        long[] placed = OrderKeys.place(keys.stream().mapToLong(key -> key).toArray());
        for (int i = 0; i < placed.length; i++) {
            if (placed[i] != keys.get(i)) {
                sql.update(
                        "UPDATE recommendation_order SET valid_to = ? WHERE recommendation = ? AND valid_to IS NULL",
                        at,
                        ids.get(i));
                sql.update(
                        "INSERT INTO recommendation_order (recommendation, valid_from, order_key) VALUES (?, ?, ?)",
                        ids.get(i),
                        at,
                        placed[i]);
            }
        }
    }

    private Map<String, Current> current() throws SQLException {
        Map<String, Current> current = new HashMap<>();
        sql.each("""
                SELECT r.uid, r.id, v.title, v.priority, v.status, v.framework_id, v.category, o.order_key
                FROM recommendation_order o
                JOIN recommendation_version v ON v.recommendation = o.recommendation AND v.valid_to IS NULL
                JOIN recommendation r ON r.id = o.recommendation
                WHERE o.valid_to IS NULL
                """, row -> {
            List<@Nullable Object> content = new ArrayList<>();
            content.add(row.getString("title"));
            content.add(Sql.integer(row, "priority"));
            content.add(row.getString("status"));
            content.add(row.getString("framework_id"));
            content.add(row.getString("category"));
            current.put(row.getString("uid"), new Current(row.getLong("id"), content, row.getLong("order_key")));
        });
        return current;
    }

    private static List<@Nullable Object> content(Recommendation r) {
        Status status = r.status();
        Framework framework = r.framework();
        List<@Nullable Object> content = new ArrayList<>();
        content.add(r.title());
        content.add(r.priority());
        content.add(status == null ? null : status.id());
        content.add(framework == null ? null : framework.id());
        content.add(r.category());
        return content;
    }

    private long idOf(String uid, long at) throws SQLException {
        Long known = sql.first("SELECT id FROM recommendation WHERE uid = ?", row -> row.getLong(1), uid);
        return known != null
                ? known
                : sql.insert("INSERT INTO recommendation (uid, first_seen) VALUES (?, ?)", uid, at);
    }

    /** Everything that was known at a moment, as version 1 told it. */
    Posture posture(Instant asOf) throws SQLException {
        long moment = Micros.of(asOf);
        SyncTable syncs = new SyncTable(sql);
        ScanTable scans = new ScanTable(sql);
        return new Posture(
                asOf,
                syncs.lastSync(moment),
                scans.organization(moment),
                syncs.freshness(moment),
                new AssessmentTable(sql).standings(moment),
                reported(moment),
                scans.scans(moment),
                scans.reported(moment),
                new RecommendationTable(sql).openCounts(syncs.firstRead(Part.RECOMMENDATIONS, moment), moment));
    }

    private List<Recommendation> reported(long asOf) throws SQLException {
        int[] rank = {0};
        return sql.list(
                "SELECT r.uid, r.first_seen, v.valid_from, v.title, v.priority, v.status, v.framework_id, v.category"
                        + " FROM recommendation_order o"
                        + " JOIN recommendation_version v ON v.recommendation = o.recommendation AND "
                        + Sql.heldAt("v", asOf)
                        + " JOIN recommendation r ON r.id = o.recommendation WHERE " + Sql.heldAt("o", asOf)
                        + " ORDER BY o.order_key",
                row -> {
                    String status = row.getString("status");
                    String framework = row.getString("framework_id");
                    return new Recommendation(
                            row.getString("uid"),
                            row.getString("title"),
                            Sql.integer(row, "priority"),
                            status == null ? null : new Status(status),
                            framework == null ? null : new Framework(framework),
                            row.getString("category"),
                            ++rank[0],
                            Micros.instant(row.getLong("first_seen")),
                            Micros.instant(row.getLong("valid_from")));
                });
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
