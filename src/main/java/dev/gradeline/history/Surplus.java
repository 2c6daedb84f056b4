package dev.gradeline.history;

import dev.gradeline.history.Notes.Note;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one history knows that another does not. Told by content, not by moments: a synchronisation in which nothing happened
 * may have been thinned out here, and is no knowledge.
 *
 * @param answers answers by which more was known at some moment, or to a later moment
 * @param assessments values of assessments, imported ones too
 * @param recommendations states of recommendations
 * @param others platforms of scans, notes and targets
 */
record Surplus(int answers, int assessments, int recommendations, int others) {
    static final Surplus NONE = new Surplus(0, 0, 0, 0);

    private static final char BETWEEN = '\0';

    boolean isNone() {
        return answers + assessments + recommendations + others == 0;
    }

    /** What the other history has more. */
    static Surplus of(Sql ours, Sql theirs) throws SQLException {
        int answers = 0;
        for (Part part : Part.values()) {
            answers += answers(part, ours, theirs);
        }
        return new Surplus(
                answers,
                more(ours, theirs, "SELECT framework_id, completed_at, grade, overall_score AS score FROM assessment")
                        + more(
                                ours,
                                theirs,
                                "SELECT framework_id, completed_at, grade, overall_score AS score FROM imported_assessment"),
                more(
                        ours,
                        theirs,
                        "SELECT DISTINCT title, priority, status, framework_id, category FROM recommendation_version"),
                more(
                                ours,
                                theirs,
                                "SELECT s.uid, s.completed_at, p.name, p.vendor FROM scan s"
                                        + " LEFT JOIN scan_platform p ON p.scan = s.id")
                        + edits(ours, theirs, "SELECT uid, edited_at FROM note")
                        + edits(ours, theirs, "SELECT framework_id, edited_at FROM target")
                        + edits(ours, theirs, "SELECT held_at || ' ' || id, edited_at FROM recommendation_note"));
    }

    private static int answers(Part part, Sql ours, Sql theirs) throws SQLException {
        TreeMap<Long, Note> known = new TreeMap<>();
        new Notes(ours).of(part).forEach((at, note) -> {
            if (note.outcome() == Outcome.OK) {
                known.put(at, note);
            }
        });
        Source ourSource = new Source(ours, part);
        Source theirSource = new Source(theirs, part);
        int more = 0;
        for (Map.Entry<Long, Note> each : new TreeMap<>(new Notes(theirs).of(part)).entrySet()) {
            long at = each.getKey();
            if (each.getValue().outcome() != Outcome.OK || known.containsKey(at)) {
                continue;
            }
            boolean unread = known.floorKey(at) == null || known.ceilingKey(at) == null;
            if (unread || !ourSource.at(at).equals(theirSource.at(at))) {
                more++;
            }
        }
        return more;
    }

    private static int more(Sql ours, Sql theirs, String query) throws SQLException {
        Set<String> all = rows(theirs, query);
        all.removeAll(rows(ours, query));
        return all.size();
    }

    private static Set<String> rows(Sql sql, String query) throws SQLException {
        Set<String> rows = new HashSet<>();
        sql.each(query, row -> rows.add(text(row)));
        return rows;
    }

    private static String text(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        int columns = row.getMetaData().getColumnCount();
        for (int column = 1; column <= columns; column++) {
            boolean number = row.getMetaData().getColumnLabel(column).equals("score");
            text.append(number ? plain(row.getString(column)) : row.getString(column))
                    .append(BETWEEN);
        }
        return text.toString();
    }

    /** One score may be written in several ways, such as 61 and 61.0. */
    private static @Nullable String plain(@Nullable String score) {
        return score == null ? null : new BigDecimal(score).stripTrailingZeros().toPlainString();
    }

    private static int edits(Sql ours, Sql theirs, String query) throws SQLException {
        Map<String, Long> known = new TreeMap<>();
        ours.each(query, row -> known.put(row.getString(1), row.getLong(2)));
        int[] more = new int[1];
        theirs.each(query, row -> {
            Long edited = known.get(row.getString(1));
            if (edited == null || edited < row.getLong(2)) {
                more[0]++;
            }
        });
        return more[0];
    }
}
