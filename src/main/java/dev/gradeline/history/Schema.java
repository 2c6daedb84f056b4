package dev.gradeline.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;

/** The tables, by version: V1.sql makes version 1, V2.sql would make version 2 of it, and so on. */
final class Schema {
    /** The newest version that this program knows. */
    static final int VERSION = 1;

    /** Marks the file as ours, in its header: "Grdl". */
    private static final int APPLICATION = 0x4772646c;

    private Schema() {}

    /**
     * Brings the tables up to date, within the caller's transaction.
     *
     * @throws HistoryException when the file is newer than this program, or another program's
     */
    static void migrate(Sql sql, Path file) throws SQLException {
        int version = pragma(sql, "user_version");
        if (version > VERSION) {
            throw Faults.newer(file, version, VERSION);
        }
        if (version == 0) {
            begin(sql, file);
        } else if (pragma(sql, "application_id") != APPLICATION) {
            throw Faults.notOurs(file);
        }
        for (int next = version + 1; next <= VERSION; next++) {
            sql.script(script(next));
            sql.script("PRAGMA user_version = " + next);
        }
        if (version == 0) {
            sql.update(
                    "INSERT INTO meta (name, value) VALUES ('id', ?)",
                    UUID.randomUUID().toString());
        }
    }

    private static void begin(Sql sql, Path file) throws SQLException {
        Integer tables = sql.first("SELECT count(*) FROM sqlite_schema", row -> row.getInt(1));
        if (tables == null || tables > 0) {
            throw Faults.notOurs(file);
        }
        sql.script("PRAGMA application_id = " + APPLICATION);
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
