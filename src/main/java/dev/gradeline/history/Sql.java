package dev.gradeline.history;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statements within one transaction. */
final class Sql {
    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Makes a value of the row under the cursor. */
    interface RowReader<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes the row under the cursor. */
    interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    /** Runs a script of several statements. */
    void script(String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(statements);
        }
    }

    /** @return how many rows changed */
    int update(String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            return statement.executeUpdate();
        }
    }

    /** How many rows a table of ours has. */
    int count(String table) throws SQLException {
        Integer count = first("SELECT count(*) FROM " + table, row -> row.getInt(1));
        return count == null ? 0 : count;
    }

    /** Inserts one row and gives its row id. */
    long insert(String sql, @Nullable Object... arguments) throws SQLException {
        update(sql, arguments);
        Long id = first("SELECT last_insert_rowid()", row -> row.getLong(1));
        if (id == null) {
            throw new SQLException("no row id after: " + sql);
        }
        return id;
    }

    <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... arguments) throws SQLException {
        List<T> rows = new ArrayList<>();
        each(sql, row -> rows.add(reader.read(row)), arguments);
        return rows;
    }

    void each(String sql, RowTaker taker, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    taker.take(row);
                }
            }
        }
    }

    /** A moment for each name: rows of a text and microseconds. */
    Map<String, Instant> moments(String sql, @Nullable Object... arguments) throws SQLException {
        Map<String, Instant> moments = new HashMap<>();
        each(sql, row -> moments.put(row.getString(1), Micros.instant(row.getLong(2))), arguments);
        return moments;
    }

    /** The first row; null when there is none. */
    <T> @Nullable T first(String sql, RowReader<@Nullable T> reader, @Nullable Object... arguments)
            throws SQLException {
        try (Question question = question(sql)) {
            return question.first(reader, arguments);
        }
    }

    /** One statement that is run with many arguments. */
    Repeated repeated(String sql) throws SQLException {
        return new Repeated(connection.prepareStatement(sql), 1);
    }

    /**
     * The same in batches, which is several times as fast for many rows: what is asked before it is closed need not see it, and
     * of two such statements the one that is closed first takes effect first.
     */
    Repeated batched(String sql) throws SQLException {
        return new Repeated(connection.prepareStatement(sql), Repeated.BATCH);
    }

    /** Each run takes effect at once, or, where it is batched, some time until the end. */
    static final class Repeated implements AutoCloseable {
        private static final int BATCH = 1_000;

        private final PreparedStatement statement;
        private final int batch;
        private int waiting;

        private Repeated(PreparedStatement statement, int batch) {
            this.statement = statement;
            this.batch = batch;
        }

        void run(@Nullable Object... arguments) throws SQLException {
            bind(statement, arguments);
            if (batch == 1) {
                statement.executeUpdate();
                return;
            }
            statement.addBatch();
            if (++waiting == batch) {
                flush();
            }
        }

        private void flush() throws SQLException {
            if (waiting > 0) {
                waiting = 0;
                statement.executeBatch();
            }
        }

        @Override
        public void close() throws SQLException {
            try (statement) {
                flush();
            }
        }
    }

    /**
     * New rows for one table, many to a statement, which takes half the time of one by one: what is asked before it is closed
     * need not see them.
     *
     * @param into the table, and in brackets its columns
     * @param values what is the same in every row is best written out: each question mark costs a call
     */
    Rows rows(String into, String... values) {
        return new Rows(connection, into, values);
    }

    /** Each row is there some time until the end. */
    static final class Rows implements AutoCloseable {
        /** More gain nothing, and SQLite allows for 32,766 values in a statement. */
        private static final int TOGETHER = 100;

        private final Connection connection;
        private final String insert;
        private final String row;
        private final List<@Nullable Object> waiting = new ArrayList<>();
        private int rows;
        private @Nullable PreparedStatement full;

        private Rows(Connection connection, String into, String... values) {
            this.connection = connection;
            this.insert = "INSERT INTO " + into + " VALUES ";
            this.row = "(" + String.join(", ", values) + ")";
        }

        /** @param arguments one for each question mark */
        void add(@Nullable Object... arguments) throws SQLException {
            Collections.addAll(waiting, arguments);
            rows++;
            if (rows == TOGETHER) {
                if (full == null) {
                    full = prepared();
                }
                run(full);
            }
        }

        private PreparedStatement prepared() throws SQLException {
            return connection.prepareStatement(insert + String.join(", ", Collections.nCopies(rows, row)));
        }

        private void run(PreparedStatement statement) throws SQLException {
            for (int i = 0; i < waiting.size(); i++) {
                statement.setObject(i + 1, waiting.get(i));
            }
            waiting.clear();
            rows = 0;
            statement.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            if (rows > 0) {
                try (PreparedStatement rest = prepared()) {
                    run(rest);
                }
            }
            if (full != null) {
                full.close();
            }
        }
    }

    /** One question that is asked with many arguments. */
    Question question(String sql) throws SQLException {
        return new Question(connection.prepareStatement(sql));
    }

    static final class Question implements AutoCloseable {
        private final PreparedStatement statement;

        private Question(PreparedStatement statement) {
            this.statement = statement;
        }

        /** The first row; null when there is none. */
        <T> @Nullable T first(RowReader<@Nullable T> reader, @Nullable Object... arguments) throws SQLException {
            bind(statement, arguments);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? reader.read(row) : null;
            }
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
    }

    /** The condition that a row with valid_from and valid_to held at a moment; {@link Long#MAX_VALUE} is now. */
    static String heldAt(String alias, long asOf) {
        return asOf == Long.MAX_VALUE
                ? alias + ".valid_to IS NULL"
                // as text: a language may have other digits for a number
                : "%1$s.valid_from <= %2$s AND (%1$s.valid_to IS NULL OR %1$s.valid_to > %2$s)".formatted(alias, asOf);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? null : Micros.instant(micros);
    }

    static @Nullable Long whole(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }

    static @Nullable BigDecimal decimal(ResultSet row, String column) throws SQLException {
        String digits = row.getString(column);
        return digits == null ? null : new BigDecimal(digits);
    }
}
