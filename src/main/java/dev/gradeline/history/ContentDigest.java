package dev.gradeline.history;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What a backup holds, in one number within it: a backup goes through many hands and media, and a bit that turned on the way
 * must not become a number in somebody's history. A history that is in use has none.
 */
final class ContentDigest {
    private static final String NAME = "content";

    private ContentDigest() {}

    static void put(Sql sql) throws SQLException {
        drop(sql);
        sql.update("INSERT INTO meta (name, value) VALUES (?, ?)", NAME, of(sql));
    }

    static void drop(Sql sql) throws SQLException {
        sql.update("DELETE FROM meta WHERE name = ?", NAME);
    }

    static boolean isThere(Sql sql) throws SQLException {
        return stated(sql) != null;
    }

    /** Whether the file holds what it held when its number was put in; one without a number does. */
    static boolean agrees(Sql sql) throws SQLException {
        String stated = stated(sql);
        return stated == null || stated.equals(of(sql));
    }

    private static @Nullable String stated(Sql sql) throws SQLException {
        Integer meta = sql.first("SELECT 1 FROM sqlite_schema WHERE name = 'meta'", row -> row.getInt(1));
        return meta == null ? null : sql.first("SELECT value FROM meta WHERE name = ?", row -> row.getString(1), NAME);
    }

    private static String of(Sql sql) throws SQLException {
        Digest digest = new Digest();
        for (String table : sql.list(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
                row -> row.getString(1))) {
            digest.add(table);
            sql.each(
                    "SELECT * FROM " + table + (table.equals("meta") ? " WHERE name <> '" + NAME + "'" : "")
                            + " ORDER BY 1, 2",
                    row -> {
                        int columns = row.getMetaData().getColumnCount();
                        for (int column = 1; column <= columns; column++) {
                            digest.add(row.getString(column));
                        }
                    });
        }
        return digest.hex();
    }
}
