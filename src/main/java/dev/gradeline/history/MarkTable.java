package dev.gradeline.history;

import dev.gradeline.history.History.Mark;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Moments remembered for the person. */
final class MarkTable {
    private final Sql sql;

    MarkTable(Sql sql) {
        this.sql = sql;
    }

    @Nullable Instant get(Mark mark) throws SQLException {
        return sql.first("SELECT at FROM mark WHERE name = ?", row -> Sql.instant(row, "at"), mark.name());
    }

    void set(Mark mark, Instant at) throws SQLException {
        sql.update(
                "INSERT INTO mark (name, at) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET at = excluded.at",
                mark.name(),
                Micros.of(at));
    }
}
