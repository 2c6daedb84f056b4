package dev.gradeline.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;

/** The tables, by version: V1.sql makes version 1, V2.sql makes version 2 of it, and so on. */
final class Schema {
    /** The newest version that this program knows. */
    static final int VERSION = 5;

    /** Marks the file as ours, in its header: "Grdl". */
    static final int APPLICATION = 0x4772646c;

    private Schema() {}

    /**
     * Brings the tables up to date, within the caller's transaction.
     *
     * @throws HistoryException when the file is newer than this program, or another program's
     */
    static void migrate(Sql sql, Path file) throws SQLException {
        int version = check(sql, file);
        for (int next = version + 1; next <= VERSION; next++) {
            sql.script(script(next));
            if (next == 2) {
                Reissues.follow(sql);
            }
            sql.script("PRAGMA user_version = " + next);
        }
        if (version == 0) {
            touch(sql);
            identify(sql);
        }
    }

    /** Makes the empty tables of a version in a file in which there is nothing yet. */
    static void make(Sql sql, int version) throws SQLException {
        for (int next = 1; next <= version; next++) {
            sql.script(script(next));
        }
        sql.script("PRAGMA user_version = " + version);
        sql.script("PRAGMA application_id = " + APPLICATION);
    }

    /** Writes the file's mark once more: its header changes with that, and the count of changes in it. */
    static void touch(Sql sql) throws SQLException {
        sql.script("PRAGMA application_id = " + APPLICATION);
    }

    /** Gives the history an identity where it has none. */
    static void identify(Sql sql) throws SQLException {
        sql.update(
                "INSERT OR IGNORE INTO meta (name, value) VALUES ('id', ?)",
                UUID.randomUUID().toString());
    }

    /**
     * Whether this program may touch the file.
     *
     * @return the file's version; 0 for one in which there is nothing yet
     * @throws HistoryException when it is newer than this program, or another program's
     */
    static int check(Sql sql, Path file) throws SQLException {
        int version = pragma(sql, "user_version");
        boolean ours = version == 0 ? isEmpty(sql) : pragma(sql, "application_id") == APPLICATION;
        if (!ours) {
            throw Faults.notOurs(file);
        }
        if (version > VERSION) {
            throw Faults.newer(file, version, VERSION);
        }
        return version;
    }

    /**
     * Has work ended where the tables are no longer those that this program knows: an upgrade under an open window changes them.
     *
     * @throws HistoryException of kind RENEWED when a newer program brought them up to date
     */
    static void requireKnown(Sql sql, Path file) throws SQLException {
        int version = pragma(sql, "user_version");
        if (version > VERSION) {
            throw Faults.renewed(file, version, VERSION);
        }
    }

    private static boolean isEmpty(Sql sql) throws SQLException {
        return sql.list("SELECT 1 FROM sqlite_schema LIMIT 1", row -> row.getInt(1))
                .isEmpty();
    }

    private static int pragma(Sql sql, String name) throws SQLException {
        Integer value = sql.first("PRAGMA " + name, row -> row.getInt(1));
        return value == null ? 0 : value;
    }

    private static String script(int version) {
        String name = "V" + version + ".sql";
        try (InputStream stream = Schema.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("missing in the program: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
