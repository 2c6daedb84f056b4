package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyTableTest {
    private static final String KEY = "a secret";

    private Connection connection;
    private Sql sql;
    private KeyTable keys;

    @BeforeEach
    void open() throws Exception {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        sql = new Sql(connection);
        Schema.make(sql, Schema.VERSION);
        keys = new KeyTable(sql);
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    private List<String> names() throws Exception {
        return sql.list("SELECT name FROM meta WHERE name LIKE 'key%' ORDER BY name", row -> row.getString(1));
    }

    @Test
    void aKeyThatWasAddedIsKnownAgainAndNoOtherIs() throws Exception {
        assertThat(keys.isEmpty()).isTrue();
        assertThat(keys.holds(KEY)).isFalse();
        assertThat(keys.add(KEY)).isTrue();
        assertThat(keys.isEmpty()).isFalse();
        assertThat(keys.holds(KEY)).isTrue();
        assertThat(keys.holds("another")).isFalse();
        assertThat(keys.add(KEY)).as("known already").isFalse();
        assertThat(names()).hasSize(2);
        assertThat(keys.add("another")).isTrue();
        assertThat(keys.holds(KEY) && keys.holds("another")).isTrue();
    }

    @Test
    void twoFilesDoNotTellThatTheyWereReadWithOneKey() throws Exception {
        keys.add(KEY);
        List<String> here = names();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            Sql there = new Sql(other);
            Schema.make(there, Schema.VERSION);
            new KeyTable(there).add(KEY);
            List<String> others = there.list("SELECT name FROM meta WHERE name LIKE 'key:%'", row -> row.getString(1));
            assertThat(others).hasSize(1).doesNotContainAnyElementsOf(here);
        }
        assertThat(here).noneMatch(name -> name.contains(KEY));
    }
}
