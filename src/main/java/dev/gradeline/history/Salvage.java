package dev.gradeline.history;

import dev.gradeline.posture.Part;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is left of a damaged history, page by page, and puts it into tables of the same version. */
final class Salvage {
    private static final int SCHEMA_COLUMNS = 5;
    private static final Map<String, Part> TABLES = Map.of(
            "assessment", Part.SCORES,
            "standing", Part.SCORES,
            "recommendation", Part.RECOMMENDATIONS,
            "recommendation_version", Part.RECOMMENDATIONS,
            "recommendation_order", Part.RECOMMENDATIONS,
            "scan", Part.DISCOVERY,
            "scan_platform", Part.DISCOVERY,
            "scan_report", Part.DISCOVERY);

    /** Without these two names no file passes for ours whose header is gone. */
    private static final Set<String> OURS = Set.of("sync_part", "recommendation_version");

    private final Pages pages;
    private final @Nullable Seal seal;
    private final Trees trees;
    private final Map<String, Integer> roots = new HashMap<>();
    private final Set<String> gaps = new HashSet<>();

    Salvage(Pages pages, @Nullable Seal seal) throws IOException {
        this.pages = pages;
        this.seal = seal;
        this.trees = new Trees(pages);
        if (seal != null) {
            roots.putAll(seal.roots());
        } else {
            readSchema();
        }
    }

    /** Whether the tables' names are found in it: so a file without a header is still known for ours. */
    boolean isOurs() {
        return seal != null || roots.keySet().containsAll(OURS);
    }

    private void readSchema() throws IOException {
        Trees schema = new Trees(pages);
        schema.walk(1, false, new Trees.Taker() {
            @Override
            public void row(Trees.Row row) {
                root(row);
            }

            @Override
            public void gap() {
                gaps.add("sqlite_schema");
            }
        });
        if (gaps.contains("sqlite_schema")) {
            for (int number = 1; number <= pages.count(); number++) {
                TreePage page = pages.tree(number);
                List<Trees.Row> rows = page == null || page.isIndex() || page.isInterior() ? null : schema.rows(page);
                if (rows != null) {
                    rows.forEach(this::root);
                }
            }
        }
        trees.seen().or(schema.seen());
    }

    /** A line of sqlite_schema: type, name, table, root page, text. */
    private void root(Trees.Row row) {
        if (row.values().size() == SCHEMA_COLUMNS
                && row.values().get(0) instanceof String
                && row.values().get(1) instanceof String name
                && row.values().get(3) instanceof Long page
                && page > 1
                && page <= pages.count()) {
            roots.putIfAbsent(name, page.intValue());
        }
    }

    /** The version of the tables: as the seal or the header has it, else the one whose tables are most like those found. */
    int version() throws IOException, SQLException {
        if (seal != null) {
            return seal.version();
        }
        byte[] first = pages.page(1);
        int stated = first == null || !Header.isDatabase(ByteBuffer.wrap(first))
                ? 0
                : ByteBuffer.wrap(first).getInt(60);
        if (stated >= 1 && stated <= Schema.VERSION) {
            return stated;
        }
        int best = Schema.VERSION;
        for (int version = Schema.VERSION - 1; version >= 1; version--) {
            if (Blueprint.of(version).likeness(roots.keySet())
                    > Blueprint.of(best).likeness(roots.keySet())) {
                best = version;
            }
        }
        return best;
    }

    /** @param sql of a file with the empty tables of this version */
    void into(Sql sql, int version) throws IOException, SQLException {
        Blueprint blueprint = Blueprint.of(version);
        Platforms platforms = new Platforms();
        Map<String, List<List<@Nullable Object>>> keys = new HashMap<>();
        for (Blueprint.Tree table : blueprint.tables()) {
            try (Sql.Repeated insert = sql.batched(table.insert())) {
                walk(
                        table,
                        values -> insert.run(values.toArray()),
                        table.name().equals("scan_platform") ? platforms : null);
            }
        }
        for (String unique : List.of("sqlite_autoindex_recommendation_1", "sqlite_autoindex_sync_1")) {
            List<List<@Nullable Object>> rows = keys.computeIfAbsent(unique, name -> new ArrayList<>());
            walk(blueprint.tree(unique), rows::add, null);
        }
        readStrays(sql, blueprint, platforms, keys);
        platforms.dropUncertain(sql);
        fromIndexes(sql, blueprint, keys);
    }

    private interface RowSink {
        void take(List<@Nullable Object> values) throws SQLException;
    }

    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final SQLException cause;

        Failed(SQLException cause) {
            super(cause);
            this.cause = cause;
        }

        SQLException cause() {
            return cause;
        }
    }

    private void walk(Blueprint.Tree tree, RowSink sink, @Nullable Platforms platforms)
            throws IOException, SQLException {
        Trees.Taker taker = new Trees.Taker() {
            @Override
            public void row(Trees.Row row) {
                List<@Nullable Object> values = tree.row(row);
                if (values == null) {
                    gap();
                    return;
                }
                if (platforms != null) {
                    platforms.row(values);
                }
                try {
                    sink.take(values);
                } catch (SQLException e) {
                    throw new Failed(e);
                }
            }

            @Override
            public void gap() {
                gaps.add(tree.name());
                if (platforms != null) {
                    platforms.gap();
                }
            }
        };
        try {
            trees.walk(roots.getOrDefault(tree.name(), 0), tree.index(), taker);
        } catch (Failed e) {
            throw e.cause();
        }
        if (platforms != null) {
            platforms.end();
        }
    }

    /** Pages that no other leads to any more. Without the seal only those that cannot be anything else, and are not free. */
    private void readStrays(
            Sql sql, Blueprint blueprint, Platforms platforms, Map<String, List<List<@Nullable Object>>> keys)
            throws IOException, SQLException {
        BitSet free = seal != null ? new BitSet() : free();
        for (int number = 1; free != null && number <= pages.count(); number++) {
            TreePage page = trees.seen().get(number) || free.get(number) ? null : pages.tree(number);
            List<Trees.Row> rows = page == null || page.isInterior() && !page.isIndex() ? null : trees.rows(page);
            Blueprint.Tree owner = rows == null || page == null ? null : owner(blueprint, number, page.isIndex(), rows);
            if (owner != null && rows != null) {
                take(sql, owner, rows, platforms, keys);
            }
        }
    }

    private Blueprint.@Nullable Tree owner(Blueprint blueprint, int number, boolean index, List<Trees.Row> rows) {
        if (seal == null) {
            Blueprint.Tree only = blueprint.only(index, rows);
            return only != null && gaps.contains(only.name()) ? only : null;
        }
        String owner = seal.owner(number);
        return owner.isEmpty() || owner.equals("sqlite_schema") ? null : blueprint.tree(owner);
    }

    private static void take(
            Sql sql,
            Blueprint.Tree owner,
            List<Trees.Row> rows,
            Platforms platforms,
            Map<String, List<List<@Nullable Object>>> keys)
            throws SQLException {
        List<List<@Nullable Object>> values = new ArrayList<>();
        for (Trees.Row row : rows) {
            List<@Nullable Object> taken = owner.row(row);
            if (taken != null) {
                values.add(taken);
            }
        }
        List<List<@Nullable Object>> wanted = keys.get(owner.name());
        if (wanted != null) {
            wanted.addAll(values);
        } else if (owner.table()) {
            platforms.apart();
            try (Sql.Repeated insert = sql.batched(owner.insert())) {
                for (List<@Nullable Object> each : values) {
                    if (owner.name().equals("scan_platform")) {
                        platforms.row(each);
                    }
                    insert.run(each.toArray());
                }
            }
            platforms.apart();
        }
    }

    /** The free pages; null when they cannot be told: what is on them was once deleted. */
    private @Nullable BitSet free() throws IOException {
        byte[] first = pages.page(1);
        if (first == null || !Header.isDatabase(ByteBuffer.wrap(first))) {
            return null;
        }
        BitSet free = new BitSet();
        int next = ByteBuffer.wrap(first).getInt(32);
        int count = ByteBuffer.wrap(first).getInt(36);
        while (next != 0) {
            byte[] trunk = free.get(Math.max(next, 0)) ? null : pages.page(next);
            if (trunk == null) {
                return null;
            }
            free.set(next);
            ByteBuffer words = ByteBuffer.wrap(trunk);
            next = words.getInt();
            int leaves = words.getInt();
            for (int leaf = 0; leaf < leaves; leaf++) {
                if (words.remaining() < Integer.BYTES) {
                    return null;
                }
                free.set(Math.max(0, words.getInt()));
            }
        }
        return free.cardinality() == count ? free : null;
    }

    /**
     * A lost line of a run or a life that others hang on comes back from the index that has its key. The first sight of a life is
     * its first version's, when no version is lost; a run's end is not known, as if it had been interrupted.
     */
    private void fromIndexes(Sql sql, Blueprint blueprint, Map<String, List<List<@Nullable Object>>> keys)
            throws SQLException {
        if (gaps.contains("sync")) {
            try (Sql.Repeated insert = sql.repeated("INSERT OR IGNORE INTO sync (at, id) VALUES (?, ?)")) {
                for (List<@Nullable Object> key : keys.getOrDefault("sqlite_autoindex_sync_1", List.of())) {
                    insert.run(key.toArray());
                }
            }
        }
        if (gaps.contains("recommendation") && !gaps.contains("recommendation_version")) {
            String name = blueprint.tree("recommendation").stored().get(1).name();
            try (Sql.Repeated insert = sql.repeated("INSERT OR IGNORE INTO recommendation (" + name
                    + ", id, first_seen) SELECT ?1, ?2, min(valid_from) FROM recommendation_version"
                    + " WHERE recommendation = ?2 HAVING count(*) > 0")) {
                for (List<@Nullable Object> key : keys.getOrDefault("sqlite_autoindex_recommendation_1", List.of())) {
                    insert.run(key.toArray());
                }
            }
        }
    }

    /** Whether any part of a table is missing. */
    boolean hasGap(String table) {
        return gaps.contains(table);
    }

    /**
     * The parts of which rows are missing.
     *
     * @param sealed whether a seal vouched for the rest; without one all are in doubt
     */
    Set<Part> lost(boolean sealed) {
        if (!sealed || hasGap("sync") || hasGap("sync_part")) {
            return EnumSet.allOf(Part.class);
        }
        Set<Part> lost = EnumSet.noneOf(Part.class);
        TABLES.forEach((table, part) -> {
            if (hasGap(table)) {
                lost.add(part);
            }
        });
        return lost;
    }

    /** A scan with some of its platforms is none that was ever reported: it is kept when all of them are there for certain. */
    private static final class Platforms {
        private final Set<Long> whole = new HashSet<>();
        private final List<long[]> gaps = new ArrayList<>();
        private long scan = Long.MIN_VALUE;
        private long next;
        private boolean unbroken = true;

        void row(List<@Nullable Object> values) {
            long its = values.get(0) instanceof Long id ? id : Long.MIN_VALUE;
            long position = values.get(1) instanceof Long place ? place : -1;
            if (its != scan) {
                end();
                if (!gaps.isEmpty() && gaps.getLast()[1] == Long.MAX_VALUE) {
                    gaps.getLast()[1] = its;
                }
                scan = its;
                next = 0;
                unbroken = true;
            }
            unbroken &= position == next;
            next = position + 1;
        }

        void gap() {
            if (gaps.isEmpty() || gaps.getLast()[1] != Long.MAX_VALUE) {
                gaps.add(new long[] {scan, Long.MAX_VALUE});
            }
            apart();
        }

        /** The rows that come next need not follow on those before. */
        void apart() {
            scan = Long.MIN_VALUE;
        }

        /** No more rows of the scan that came last. */
        void end() {
            if (scan != Long.MIN_VALUE && unbroken) {
                whole.add(scan);
            }
        }

        void dropUncertain(Sql sql) throws SQLException {
            if (gaps.isEmpty()) {
                return;
            }
            List<Long> scans = sql.list("SELECT id FROM scan", row -> row.getLong(1));
            Set<Long> withPlatforms =
                    new HashSet<>(sql.list("SELECT DISTINCT scan FROM scan_platform", row -> row.getLong(1)));
            try (Sql.Repeated platforms = sql.repeated("DELETE FROM scan_platform WHERE scan = ?");
                    Sql.Repeated reports = sql.repeated("DELETE FROM scan_report WHERE scan = ?");
                    Sql.Repeated delete = sql.repeated("DELETE FROM scan WHERE id = ?")) {
                for (long id : scans) {
                    boolean certain = whole.contains(id)
                            || !withPlatforms.contains(id)
                                    && gaps.stream().noneMatch(gap -> gap[0] <= id && id <= gap[1]);
                    if (!certain) {
                        platforms.run(id);
                        reports.run(id);
                        delete.run(id);
                    }
                }
            }
        }
    }
}
