package dev.gradeline.history;

import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The synchronisations of one history, and what each endpoint answered in them, as far as {@code sync} and {@code sync_part}
 * tell. A run is known by the moment at which it began, an answer by its part and moment: both have the grain of a
 * microsecond, so that two computers that share nothing but the organisation hardly meet in one.
 */
final class Notes {
    /** One line of {@code sync_part}. */
    record Note(Part part, long at, long run, Outcome outcome, int rows, String detail) {}

    private final TreeMap<Long, @Nullable Long> runs = new TreeMap<>();
    private final Map<Part, Map<Long, Note>> notes = new TreeMap<>();

    Notes(Sql sql) throws SQLException {
        sql.each("SELECT at, finished_at FROM sync", row -> runs.put(row.getLong("at"), Sql.whole(row, "finished_at")));
        for (Part part : Part.values()) {
            Map<Long, Note> byMoment = new TreeMap<>();
            sql.each(
                    """
                    SELECT p.at, s.at AS run, p.outcome, p.row_count, p.detail FROM sync_part p
                    JOIN sync s ON s.id = p.sync WHERE p.part = ?
                    """,
                    row -> byMoment.put(
                            row.getLong("at"),
                            new Note(
                                    part,
                                    row.getLong("at"),
                                    row.getLong("run"),
                                    Outcome.valueOf(row.getString("outcome")),
                                    row.getInt("row_count"),
                                    row.getString("detail"))),
                    part.id());
            notes.put(part, byMoment);
        }
    }

    /** What each run of this history began and ended at; no end for one that was interrupted. */
    Map<Long, @Nullable Long> runs() {
        return runs;
    }

    /** What a part answered, by moment. */
    Map<Long, Note> of(Part part) {
        return notes.getOrDefault(part, Map.of());
    }

    /** Writes the runs and answers of both in place of what the file holds. */
    static void write(Sql sql, Map<Long, @Nullable Long> runs, List<Note> notes) throws SQLException {
        sql.update("DELETE FROM sync_part");
        sql.update("DELETE FROM sync");
        TreeMap<Long, @Nullable Long> all = new TreeMap<>(runs);
        List<Note> housed = house(notes, all);
        TreeMap<Long, Long> ids = new TreeMap<>();
        try (Sql.Repeated insert = sql.batched("INSERT INTO sync (id, at, finished_at) VALUES (?, ?, ?)")) {
            for (Map.Entry<Long, @Nullable Long> run : all.entrySet()) {
                long id = ids.size() + 1L;
                ids.put(run.getKey(), id);
                insert.run(id, run.getKey(), run.getValue());
            }
        }
        try (Sql.Repeated insert = sql.batched(
                "INSERT INTO sync_part (part, at, sync, outcome, row_count, detail) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (Note note : housed) {
                insert.run(
                        note.part().id(),
                        note.at(),
                        ids.get(note.run()),
                        note.outcome().name(),
                        note.rows(),
                        note.detail());
            }
        }
    }

    /** A run has one answer of a part. Where two runs fell into one microsecond, the later answer gets a run of its own. */
    private static List<Note> house(List<Note> notes, Map<Long, @Nullable Long> runs) {
        List<Note> housed = new ArrayList<>();
        Set<List<Object>> taken = new HashSet<>();
        for (Note note : notes) {
            long run = note.run();
            if (!taken.add(List.of(note.part(), run))) {
                run = note.at();
                while (runs.containsKey(run)) {
                    run++;
                }
                runs.put(run, run);
                taken.add(List.of(note.part(), run));
            }
            housed.add(new Note(note.part(), note.at(), run, note.outcome(), note.rows(), note.detail()));
        }
        return housed;
    }
}
