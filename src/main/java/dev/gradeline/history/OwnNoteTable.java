package dev.gradeline.history;

import dev.gradeline.posture.OwnNote;
import dev.gradeline.posture.Recommendation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The person's notes and tags on recommendations. A row is bound to an id and to a moment at which the advice had it, which
 * stay true whatever lives are made of the answers; which life that is, is asked anew each time. Edits clash as those of
 * {@link AnnotationTable} do.
 */
final class OwnNoteTable {
    private final Sql sql;

    OwnNoteTable(Sql sql) {
        this.sql = sql;
    }

    /** One row; without text it was removed. */
    private record Row(
            String id,
            long heldAt,
            @Nullable String text,
            @Nullable String tags,
            long editedAt) {
        private static final Comparator<Row> NEWEST = Comparator.comparingLong(Row::editedAt)
                .thenComparing(row -> Objects.requireNonNullElse(row.text, ""))
                .thenComparing(row -> Objects.requireNonNullElse(row.tags, ""))
                .thenComparing(Row::id)
                .thenComparingLong(Row::heldAt);

        OwnNote note() {
            return text == null || tags == null ? OwnNote.NONE : OwnNote.stored(text, tags);
        }
    }

    /** The recommendations with their notes; the list itself where there are none. */
    List<Recommendation> with(List<Recommendation> rows) throws SQLException {
        List<Row> all = rows.isEmpty() ? List.of() : rows();
        if (all.isEmpty()) {
            return rows;
        }
        Map<String, Row> newest = new HashMap<>();
        for (Row row : all) {
            String lineage = lineage(row.id(), row.heldAt());
            if (lineage != null) {
                newest.merge(lineage, row, (one, other) -> Row.NEWEST.compare(one, other) >= 0 ? one : other);
            }
        }
        List<Recommendation> with = new ArrayList<>(rows.size());
        for (Recommendation recommendation : rows) {
            Row row = newest.get(recommendation.lineage());
            with.add(row == null ? recommendation : recommendation.with(row.note()));
        }
        return with;
    }

    /**
     * Keeps a note with the life that held an id last; an empty one removes what was written, and its words at once.
     *
     * @param at now
     */
    void keep(String id, OwnNote note, long at) throws SQLException {
        String key = Text.storable(id);
        String lineage = lineage(key, Long.MAX_VALUE);
        Row before = null;
        for (Row row : rows()) {
            boolean same = lineage == null ? row.id().equals(key) : lineage.equals(lineage(row.id(), row.heldAt()));
            if (same && (before == null || Row.NEWEST.compare(row, before) > 0)) {
                before = row;
            }
        }
        if (before == null && note.isNone()) {
            return;
        }
        boolean gone = note.isNone();
        write(new Row(
                before == null ? key : before.id(),
                before == null ? Math.max(at, heldSince(key)) : before.heldAt(),
                gone ? null : Text.storable(note.text()),
                gone ? null : Text.storable(note.storedTags()),
                before == null ? at : Math.max(at, before.editedAt() + 1)));
    }

    /** Takes in the notes of another history, those that were removed there, too. */
    int addAll(OwnNoteTable other) throws SQLException {
        int changed = 0;
        for (Row row : other.rows()) {
            changed += write(row);
        }
        return changed;
    }

    private int write(Row row) throws SQLException {
        return sql.update("""
                INSERT INTO recommendation_note AS old (id, held_at, text, tags, edited_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET text = excluded.text, tags = excluded.tags, edited_at = excluded.edited_at
                WHERE (excluded.edited_at, coalesce(excluded.text, ''), coalesce(excluded.tags, ''))
                    > (old.edited_at, coalesce(old.text, ''), coalesce(old.tags, ''))
                """, row.id(), row.heldAt(), row.text(), row.tags(), row.editedAt());
    }

    private @Nullable String lineage(String id, long at) throws SQLException {
        return sql.first(
                "SELECT r.lineage FROM (" + RecommendationTable.LAST_HOLDER
                        + ") h JOIN recommendation r ON r.id = h.recommendation",
                row -> row.getString(1),
                id,
                at);
    }

    /** Since when an id was last held with the same values: the clock may have gone back since. */
    private long heldSince(String id) throws SQLException {
        Long since = sql.first(RecommendationTable.LAST_HOLDER, row -> row.getLong("valid_from"), id, Long.MAX_VALUE);
        return since == null ? 0 : since;
    }

    private List<Row> rows() throws SQLException {
        return sql.list(
                "SELECT * FROM recommendation_note",
                row -> new Row(
                        row.getString("id"),
                        row.getLong("held_at"),
                        row.getString("text"),
                        row.getString("tags"),
                        row.getLong("edited_at")));
    }
}
