package dev.gradeline.history;

import dev.gradeline.posture.Part;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a rescue did, kept in the rescued file until the person has seen it. */
final class RescueNote {
    private static final String NAME = "rescue";
    private static final String LOST = "rescue-lost";
    private static final String DOUBTFUL = "rescued-up-to";
    private static final int FIELDS = 7;

    private RescueNote() {}

    static void put(Sql sql, History.Rescue rescue) throws SQLException {
        String value = String.join(
                "\n",
                rescue.at().toString(),
                String.valueOf(rescue.pages()),
                String.valueOf(rescue.synchronisations()),
                String.valueOf(rescue.assessments()),
                String.valueOf(rescue.recommendations()),
                String.valueOf(rescue.scans()),
                rescue.damaged().toString());
        String put = "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)";
        sql.update(put, NAME, value);
        sql.update(put, DOUBTFUL, String.valueOf(new SyncTable(sql).latest()));
    }

    /** The last moment of which a history may have lost rows; {@link Long#MIN_VALUE} when it never was rescued. */
    static long doubtfulUpTo(Sql sql) throws SQLException {
        String value = sql.first("SELECT value FROM meta WHERE name = ?", row -> row.getString(1), DOUBTFUL);
        return value == null ? Long.MIN_VALUE : Long.parseLong(value);
    }

    static History.@Nullable Rescue get(Sql sql) throws SQLException {
        String value = sql.first("SELECT value FROM meta WHERE name = ?", row -> row.getString(1), NAME);
        String[] fields = value == null ? new String[0] : value.split("\n", FIELDS);
        return fields.length < FIELDS
                ? null
                : new History.Rescue(
                        Instant.parse(fields[0]),
                        Path.of(fields[6]),
                        Integer.parseInt(fields[1]),
                        Integer.parseInt(fields[2]),
                        Integer.parseInt(fields[3]),
                        Integer.parseInt(fields[4]),
                        Integer.parseInt(fields[5]));
    }

    /** Keeps of which parts rows were lost. */
    static void putLost(Sql sql, Set<Part> parts) throws SQLException {
        String ids = parts.stream().map(Part::id).collect(Collectors.joining(" "));
        sql.update("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", LOST, ids);
    }

    /** The parts of which rows were lost, as long as the note stands; all of them, where nobody noted which. */
    static Set<Part> lost(Sql sql) throws SQLException {
        String read = "SELECT value FROM meta WHERE name = ?";
        if (sql.first(read, row -> row.getString(1), NAME) == null) {
            return Set.of();
        }
        String ids = sql.first(read, row -> row.getString(1), LOST);
        return Arrays.stream(Part.values())
                .filter(part -> ids == null || List.of(ids.split(" ")).contains(part.id()))
                .collect(Collectors.toUnmodifiableSet());
    }

    static void drop(Sql sql) throws SQLException {
        sql.update("DELETE FROM meta WHERE name IN (?, ?)", NAME, LOST);
    }
}
