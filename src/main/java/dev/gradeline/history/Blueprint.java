package dev.gradeline.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** What the tables and indexes of a version look like on their pages: its scripts run in memory, and SQLite asked. */
final class Blueprint {
    private final List<Tree> trees;
    private final Set<String> made;

    private Blueprint(List<Tree> trees, Set<String> made) {
        this.trees = trees;
        this.made = made;
    }

    /**
     * A table or an index.
     *
     * @param index whether its pages are those of an index, as a table's WITHOUT ROWID are
     * @param stored its columns in the order of a record
     */
    record Tree(String name, boolean table, boolean index, List<Column> stored) {
        /** The values as columns take them; null when this is no row of this tree. */
        @Nullable List<@Nullable Object> row(Trees.Row row) {
            if (row.values().size() > stored.size()) {
                return null;
            }
            List<@Nullable Object> values = new ArrayList<>(stored.size());
            for (int i = 0; i < stored.size(); i++) {
                // a row that is older than its last columns has none of them
                Object value = i < row.values().size() ? row.values().get(i) : null;
                Column column = stored.get(i);
                Object taken = value == null && column.rowId() ? Long.valueOf(row.id()) : value;
                if (!column.takes(taken)) {
                    return null;
                }
                values.add(taken);
            }
            return values;
        }

        String insert() {
            List<String> names = stored.stream().map(Column::name).toList();
            return "INSERT OR IGNORE INTO " + name + " (" + String.join(", ", names) + ") VALUES ("
                    + String.join(", ", java.util.Collections.nCopies(names.size(), "?")) + ")";
        }
    }

    /** @param rowId whether it is the row's number, and therefore not in the record */
    record Column(String name, String type, boolean required, boolean rowId) {
        boolean takes(@Nullable Object value) {
            if (value == null) {
                return !required;
            }
            return switch (type) {
                case "INTEGER", "INT" -> value instanceof Long;
                case "TEXT" -> value instanceof String;
                case "REAL" -> value instanceof Double || value instanceof Long;
                case "BLOB" -> value instanceof byte[];
                default -> false;
            };
        }
    }

    static Blueprint of(int version) throws SQLException {
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite::memory:")) {
            Sql sql = new Sql(connection);
            Schema.make(sql, version);
            List<Tree> trees = new ArrayList<>();
            Map<String, List<Column>> columns = new HashMap<>();
            for (String name : sql.list(
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
                    row -> row.getString(1))) {
                Tree tree = table(sql, name);
                columns.put(name, tree.stored());
                trees.add(tree);
            }
            for (String[] index :
                    sql.list("SELECT name, tbl_name FROM sqlite_schema WHERE type = 'index' ORDER BY rowid", row ->
                            new String[] {row.getString(1), row.getString(2)})) {
                trees.add(index(sql, index[0], columns.getOrDefault(index[1], List.of())));
            }
            return new Blueprint(
                    List.copyOf(trees),
                    new HashSet<>(sql.list(
                            "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'", row -> row.getString(1))));
        }
    }

    private record Described(Column column, int key, int place) {}

    private static Tree table(Sql sql, String name) throws SQLException {
        Integer without = sql.first(
                "SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?", row -> row.getInt(1), name);
        boolean index = without != null && without == 1;
        List<Described> columns = sql.list(
                "SELECT name, type, \"notnull\", pk, cid FROM pragma_table_info(?) ORDER BY cid",
                row -> new Described(
                        new Column(
                                row.getString(1),
                                row.getString(2),
                                row.getInt(3) == 1,
                                !index && row.getInt(4) == 1 && row.getString(2).equals("INTEGER")),
                        row.getInt(4) == 0 ? Integer.MAX_VALUE : row.getInt(4),
                        row.getInt(5)),
                name);
        // WITHOUT ROWID a record begins with the key
        List<Column> stored = columns.stream()
                .sorted(Comparator.<Described>comparingInt(column -> index ? column.key() : 0)
                        .thenComparingInt(Described::place))
                .map(Described::column)
                .toList();
        return new Tree(name, true, index, stored);
    }

    private static Tree index(Sql sql, String name, List<Column> table) throws SQLException {
        List<Column> stored = new ArrayList<>();
        sql.each(
                "SELECT name FROM pragma_index_xinfo(?) ORDER BY seqno",
                row -> {
                    String column = row.getString(1);
                    stored.add(table.stream()
                            .filter(known -> known.name().equals(column) && !known.rowId())
                            .findFirst()
                            .orElse(new Column("rowid", "INTEGER", true, false)));
                },
                name);
        return new Tree(name, false, true, stored);
    }

    List<Tree> tables() {
        return trees.stream().filter(Tree::table).toList();
    }

    Tree tree(String name) {
        return trees.stream()
                .filter(tree -> tree.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no such tree: " + name));
    }

    /** How well what a damaged file says of its tables agrees with this version. */
    int likeness(Set<String> names) {
        int like = 0;
        for (String name : made) {
            like += names.contains(name) ? 1 : -1;
        }
        return like;
    }

    /** The only tree that rows like these can be of; null when there is none or are several. */
    @Nullable Tree only(boolean index, List<Trees.Row> rows) {
        List<Tree> possible = trees.stream()
                .filter(tree -> tree.index() == index)
                .filter(tree -> rows.stream()
                        .allMatch(row -> row.values().size() == tree.stored().size() && tree.row(row) != null))
                .toList();
        return rows.isEmpty() || possible.size() != 1 ? null : possible.getFirst();
    }
}
