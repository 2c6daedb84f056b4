package dev.gradeline.history;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a history's connection is called and where it reads, so that it can be listed again should the settings be lost. */
final class NameTable {
    private static final String LABEL = "label";
    private static final String ADDRESS = "address";

    private final Sql sql;

    NameTable(Sql sql) {
        this.sql = sql;
    }

    Glance.Bearer get() throws SQLException {
        return new Glance.Bearer(text(LABEL), text(ADDRESS));
    }

    void put(Glance.Bearer bearer) throws SQLException {
        String put = "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)";
        sql.update(put, LABEL, bearer.label());
        sql.update(put, ADDRESS, bearer.address());
    }

    private String text(String name) throws SQLException {
        @Nullable String value = sql.first("SELECT value FROM meta WHERE name = ?", row -> row.getString(1), name);
        return value == null ? "" : value;
    }
}
