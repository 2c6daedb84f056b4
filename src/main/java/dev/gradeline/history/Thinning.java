package dev.gradeline.history;

import dev.gradeline.history.Notes.Note;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes out the records of old synchronisations in which nothing happened: every part ended as it had ended before, and brought
 * nothing new. The last run of each day (UTC) stays, so that a past “last synchronised” is right to the day, and every first
 * reading of a part stays. What was seen of assessments, recommendations and scans is never touched: the runs that saw it
 * first, or saw it otherwise, are exactly those in which something happened.
 */
final class Thinning {
    private static final long DAY = 86_400_000_000L;

    private final Sql sql;
    private final Notes notes;
    private final Map<Part, Set<Long>> turns = new EnumMap<>(Part.class);
    private final Map<Long, List<Note>> byRun = new HashMap<>();
    private final Map<Part, Outcome> last = new EnumMap<>(Part.class);
    private final Set<Part> read = EnumSet.noneOf(Part.class);

    Thinning(Sql sql) throws SQLException {
        this.sql = sql;
        this.notes = new Notes(sql);
        for (Part part : Part.values()) {
            turns.put(part, new TreeSet<>(Answer.turns(sql, part)));
            notes.of(part)
                    .values()
                    .forEach(note -> byRun.computeIfAbsent(note.run(), run -> new ArrayList<>())
                            .add(note));
        }
    }

    /**
     * @param before later runs stay
     * @return how many runs went
     */
    int upTo(long before) throws SQLException {
        TreeMap<Long, @Nullable Long> runs = new TreeMap<>(notes.runs());
        List<Long> going = new ArrayList<>();
        for (Map.Entry<Long, @Nullable Long> run : runs.entrySet()) {
            boolean eventless = run.getValue() != null && eventless(byRun.getOrDefault(run.getKey(), List.of()));
            Long next = runs.higherKey(run.getKey());
            boolean lastOfDay = next == null || Math.floorDiv(next, DAY) != Math.floorDiv(run.getKey(), DAY);
            if (eventless && !lastOfDay && run.getKey() < before) {
                going.add(run.getKey());
            }
        }
        try (Sql.Repeated parts =
                        sql.repeated("DELETE FROM sync_part WHERE sync = (SELECT id FROM sync WHERE at = ?)");
                Sql.Repeated sync = sql.repeated("DELETE FROM sync WHERE at = ?")) {
            for (Long at : going) {
                parts.run(at);
                sync.run(at);
            }
        }
        return going.size();
    }

    /** Called for one run after the other, in order. */
    private boolean eventless(List<Note> ended) {
        boolean eventless = true;
        for (Note note : ended) {
            boolean first = note.outcome() == Outcome.OK && read.add(note.part());
            Outcome before = last.put(note.part(), note.outcome());
            boolean news = Objects.requireNonNull(turns.get(note.part())).contains(note.at());
            eventless &= !first && !news && before == note.outcome();
        }
        return eventless;
    }
}
