package dev.gradeline.history;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A random number within the history, new with each seal, which carries it, too: so a file that was put in the place of a sealed
 * one is told from that one with damage. With a checksum, so that damage to the number itself is told from another number.
 */
final class SealMark {
    private static final String NAME = "sealed";
    private static final int SUM = 8;

    private SealMark() {}

    /** Gives the history a number that no other state of it, or of another history, has. */
    static String renew(Sql sql) throws SQLException {
        String random = UUID.randomUUID().toString();
        String mark = random + sum(random);
        sql.update("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", NAME, mark);
        return mark;
    }

    /** The number; null when there is none. */
    static @Nullable String get(Sql sql) throws SQLException {
        Integer meta = sql.first("SELECT 1 FROM sqlite_schema WHERE name = 'meta'", row -> row.getInt(1));
        return meta == null ? null : sql.first("SELECT value FROM meta WHERE name = ?", row -> row.getString(1), NAME);
    }

    static boolean isWhole(String mark) {
        int end = Math.max(0, mark.length() - SUM);
        return mark.substring(end).equals(sum(mark.substring(0, end)));
    }

    private static String sum(String random) {
        CRC32C sum = new CRC32C();
        sum.update(random.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
