package dev.gradeline.history;

import dev.gradeline.posture.Annotations;
import dev.gradeline.posture.DayNote;
import dev.gradeline.posture.Framework;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The person's notes and targets. Of two edits of one, on whatever computer, the newer counts; of two in one microsecond the
 * greater content. A later edit here is newer than all that it replaces even where the clock went back, or where the other
 * computer's was ahead.
 */
final class AnnotationTable {
    private static final String LATER = "max(excluded.edited_at, old.edited_at + 1)";

    private final Sql sql;

    AnnotationTable(Sql sql) {
        this.sql = sql;
    }

    private record Note(
            String uid,
            long editedAt,
            @Nullable Long day,
            @Nullable String text) {}

    private record Target(
            String framework, long editedAt, @Nullable String score) {}

    Annotations all() throws SQLException {
        List<DayNote> notes = new ArrayList<>();
        sql.each(
                "SELECT uid, day, text FROM note WHERE text IS NOT NULL AND trim(text) <> '' ORDER BY day, text, uid",
                row -> notes.add(new DayNote(
                        row.getString("uid"), LocalDate.ofEpochDay(row.getLong("day")), row.getString("text"))));
        TreeMap<Framework, BigDecimal> targets = new TreeMap<>();
        sql.each("SELECT framework_id, score FROM target WHERE score IS NOT NULL", row -> {
            BigDecimal score = Sql.decimal(row, "score");
            if (score != null) {
                targets.put(new Framework(row.getString("framework_id")), score);
            }
        });
        return new Annotations(notes, targets);
    }

    void keep(DayNote note, long at) throws SQLException {
        write(note.uid(), at, note.day().toEpochDay(), Text.storable(note.text()));
    }

    /** Takes the text away at once: what was removed is not there to be read any more. */
    void remove(String uid, long at) throws SQLException {
        write(uid, at, null, null);
    }

    private void write(String uid, long at, @Nullable Long day, @Nullable String text) throws SQLException {
        sql.update("""
                INSERT INTO note AS old (uid, edited_at, day, text) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET edited_at = %s, day = excluded.day, text = excluded.text
                """.formatted(LATER), uid, at, day, text);
    }

    void setTarget(Framework framework, @Nullable BigDecimal score, long at) throws SQLException {
        sql.update(
                """
                INSERT INTO target AS old (framework_id, edited_at, score) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET edited_at = %s, score = excluded.score
                """.formatted(LATER), Text.storable(framework.id()), at, score == null ? null : score.toPlainString());
    }

    /** Takes in the notes and targets of another history, those that were removed there, too. */
    int addAll(AnnotationTable other) throws SQLException {
        int changed = 0;
        for (Note note : other.notes()) {
            changed += sql.update("""
                    INSERT INTO note AS old (uid, edited_at, day, text) VALUES (?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET edited_at = excluded.edited_at, day = excluded.day, text = excluded.text
                    WHERE (excluded.edited_at, coalesce(excluded.text, ''), coalesce(excluded.day, 0))
                        > (old.edited_at, coalesce(old.text, ''), coalesce(old.day, 0))
                    """, note.uid(), note.editedAt(), note.day(), note.text());
        }
        for (Target target : other.targets()) {
            changed += sql.update("""
                    INSERT INTO target AS old (framework_id, edited_at, score) VALUES (?, ?, ?)
                    ON CONFLICT DO UPDATE SET edited_at = excluded.edited_at, score = excluded.score
                    WHERE (excluded.edited_at, coalesce(excluded.score, '')) > (old.edited_at, coalesce(old.score, ''))
                    """, target.framework(), target.editedAt(), target.score());
        }
        return changed;
    }

    private List<Note> notes() throws SQLException {
        return sql.list(
                "SELECT * FROM note",
                row -> new Note(
                        row.getString("uid"), row.getLong("edited_at"), Sql.whole(row, "day"), row.getString("text")));
    }

    private List<Target> targets() throws SQLException {
        return sql.list(
                "SELECT * FROM target",
                row -> new Target(row.getString("framework_id"), row.getLong("edited_at"), row.getString("score")));
    }
}
