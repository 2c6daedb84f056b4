package dev.gradeline.history;

import dev.gradeline.posture.Framework;
import dev.gradeline.posture.Lifetime;
import dev.gradeline.posture.Lifetime.Held;
import dev.gradeline.posture.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts lives together from their versions, which come life by life and oldest first. */
final class LifetimeReader {
    private final long asOf;
    private final List<Lifetime> all = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private @Nullable Lifetime current;
    private long life = -1;

    /** @param asOf what ended later has not ended yet */
    LifetimeReader(long asOf) {
        this.asOf = asOf;
    }

    void take(ResultSet row) throws SQLException {
        long id = row.getLong("life");
        if (id != life) {
            finish();
            life = id;
        }
        Held next = held(row);
        Held last = held.isEmpty() ? null : held.getLast();
        // what else changed in it, such as its title, is no turn of its life
        if (last != null && next.from().equals(last.to()) && Objects.equals(next.status(), last.status())) {
            held.set(held.size() - 1, new Held(last.from(), next.to(), last.status()));
        } else {
            held.add(next);
        }
        String framework = row.getString("framework_id");
        current = new Lifetime(
                row.getString("lineage"),
                row.getString("uid"),
                row.getString("title"),
                Sql.integer(row, "priority"),
                framework == null ? null : new Framework(framework),
                row.getString("category"),
                held);
    }

    private Held held(ResultSet row) throws SQLException {
        Long to = Sql.whole(row, "valid_to");
        String status = row.getString("status");
        Instant end = to == null || to > asOf ? null : Micros.instant(to);
        return new Held(Micros.instant(row.getLong("valid_from")), end, status == null ? null : new Status(status));
    }

    private void finish() {
        if (current != null) {
            all.add(current);
        }
        held.clear();
    }

    /** All of them, once every row was taken. */
    List<Lifetime> all() {
        finish();
        current = null;
        return List.copyOf(all);
    }
}
