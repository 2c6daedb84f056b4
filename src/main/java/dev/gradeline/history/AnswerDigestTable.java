package dev.gradeline.history;

import dev.gradeline.posture.Part;
import java.sql.SQLException;

/**
 * What the last answer of a part was, by its digest alone: the same again need not be compared row by row. Whoever changes
 * rows otherwise than by storing an answer must forget it.
 */
final class AnswerDigestTable {
    private final Sql sql;

    AnswerDigestTable(Sql sql) {
        this.sql = sql;
    }

    /** Whether the answer that the file holds of a part has this digest. */
    boolean holds(Part part, String digest) throws SQLException {
        return digest.equals(
                sql.first("SELECT digest FROM answer_digest WHERE part = ?", row -> row.getString(1), part.id()));
    }

    void put(Part part, String digest) throws SQLException {
        sql.update(
                "INSERT INTO answer_digest (part, digest) VALUES (?, ?)"
                        + " ON CONFLICT (part) DO UPDATE SET digest = excluded.digest",
                part.id(),
                digest);
    }

    void forget(Part part) throws SQLException {
        sql.update("DELETE FROM answer_digest WHERE part = ?", part.id());
    }
}
