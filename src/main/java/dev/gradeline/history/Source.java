package dev.gradeline.history;

import dev.gradeline.posture.Part;
import java.sql.SQLException;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The answers of one part as one history held them, read one after the other; what did not change is read once. */
final class Source {
    private final Sql sql;
    private final Part part;
    private final TreeSet<Long> turns;
    private @Nullable Answer answer;
    private long readAt;

    Source(Sql sql, Part part) throws SQLException {
        this.sql = sql;
        this.part = part;
        this.turns = new TreeSet<>(Answer.turns(sql, part));
    }

    /** @param at not before the moment of the last call */
    Answer at(long at) throws SQLException {
        Long turn = turns.floor(at);
        if (answer == null || (turn != null && turn > readAt)) {
            answer = Answer.read(sql, part, at);
            readAt = at;
        }
        return answer;
    }
}
