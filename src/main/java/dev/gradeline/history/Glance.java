package dev.gradeline.history;

import dev.gradeline.history.HistoryException.Kind;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.Changes;
import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Posture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * A look into a history that is not opened: nothing is brought up to date, rescued or written, whatever its format or state.
 * Blocking; any thread.
 */
public final class Glance {
    private Glance() {}

    /** What a look found. */
    public sealed interface Look {
        /** No history, or one into which nothing was written yet. */
        record Nothing() implements Look {}

        /** One that an earlier version of this program wrote: it is brought up to date when it is opened. */
        record Older() implements Look {}

        /**
         * What is known now, and what changed of late.
         *
         * @param since the last report, or 30 days ago; not before the first synchronisation
         * @param sinceReport whether {@code since} is a report
         * @param changes as {@link History#changes(Instant, Posture, Duration)} gives them
         */
        record Known(Posture posture, Instant since, boolean sinceReport, List<Change> changes) implements Look {
            public Known {
                changes = List.copyOf(changes);
            }
        }
    }

    /**
     * What a history knows. It need not be there; one of which only a seal is left counts as unreadable.
     *
     * @param oldAfter frameworks not assessed for longer are among the changes; zero for never
     * @throws HistoryException when it cannot be read, is newer or another program's
     */
    public static Look at(Path history, Instant now, Duration oldAfter) {
        Path file = history.toAbsolutePath();
        if (!History.isKnown(file)) {
            return new Look.Nothing();
        }
        return look(file, sql -> {
            int version = Schema.check(sql, file);
            if (version == 0) {
                return new Look.Nothing();
            }
            return version < Schema.VERSION ? new Look.Older() : known(sql, now, oldAfter);
        });
    }

    private static Look known(Sql sql, Instant now, Duration oldAfter) throws SQLException {
        PostureReader reader = new PostureReader(sql);
        Posture posture = reader.latest(now);
        Instant report = new MarkTable(sql).get(History.Mark.LAST_REPORT);
        Instant since = reader.periodStart(History.Mark.LAST_REPORT, posture.asOf());
        // nothing was known before: no period leads backwards
        Instant start = since.isAfter(posture.asOf()) ? posture.asOf() : since;
        Posture before = reader.comparable(reader.start(start, posture.asOf()), posture);
        List<Change> changes = Changes.between(before, posture, oldAfter, reader.moments(start, posture.asOf()));
        return new Look.Known(posture, start, start.equals(report), changes);
    }

    /**
     * Whose data a history holds.
     *
     * @return null where it names no organisation
     * @throws HistoryException when it cannot be read, is newer or another program's
     */
    public static @Nullable String organizationOf(Path history) {
        Path file = history.toAbsolutePath();
        return look(file, sql -> Schema.check(sql, file) == 0 ? null : new ScanTable(sql).organization(Long.MAX_VALUE));
    }

    /**
     * Whose a history is, as its connection was called when it was last open.
     *
     * @param label as the person writes it; empty when it was never named
     * @param address of the API; empty when an earlier version wrote it
     */
    public record Bearer(String label, String address) {}

    /**
     * How a history's connection is called.
     *
     * @throws HistoryException when it cannot be read, is newer or another program's
     */
    public static Bearer bearerOf(Path history) {
        Path file = history.toAbsolutePath();
        return look(file, sql -> Schema.check(sql, file) == 0 ? new Bearer("", "") : new NameTable(sql).get());
    }

    /**
     * Whether a history was read with this key.
     *
     * @throws HistoryException when it cannot be read, is newer or another program's
     */
    public static boolean isReadWith(Path history, String secret) {
        Path file = history.toAbsolutePath();
        return look(file, sql -> Schema.check(sql, file) != 0 && new KeyTable(sql).holds(secret));
    }

    /**
     * How fresh a history is, with nothing of what it knows.
     *
     * @param asked when anything was asked for last; null for never
     * @param synced as {@link Posture#lastSync}; null for never
     * @param trouble how a part failed last time; null where none did
     */
    public record Fresh(
            @Nullable Instant asked,
            @Nullable Instant synced,
            @Nullable Outcome trouble) {}

    /**
     * How fresh a history is. It need not be there.
     *
     * @throws HistoryException when it cannot be read, is newer or another program's
     */
    public static Fresh freshness(Path history) {
        Path file = history.toAbsolutePath();
        if (!History.isKnown(file)) {
            return new Fresh(null, null, null);
        }
        return look(file, sql -> {
            if (Schema.check(sql, file) == 0) {
                return new Fresh(null, null, null);
            }
            SyncTable syncs = new SyncTable(sql);
            Long asked = sql.first("SELECT max(at) FROM sync", row -> row.getObject(1) == null ? null : row.getLong(1));
            Outcome trouble = syncs.freshness(Long.MAX_VALUE).values().stream()
                    .map(Freshness::outcome)
                    .filter(outcome -> outcome != null && outcome != Outcome.OK)
                    .findFirst()
                    .orElse(null);
            return new Fresh(asked == null ? null : Micros.instant(asked), syncs.lastSync(Long.MAX_VALUE), trouble);
        });
    }

    /**
     * How a part was answered in one run: that it was, and not what.
     *
     * @param part its id
     * @param outcome the name of an {@link dev.gradeline.posture.Outcome}
     * @param detail why it could not be read; empty when it could
     */
    public record Answered(Instant at, String part, String outcome, int rows, String detail) {}

    /**
     * How a history does, with nothing of what it knows.
     *
     * @param version of its format
     * @param flaw what SQLite finds wrong with it; empty when nothing is
     * @param answers the latest, the newest first
     */
    public record Health(int version, String flaw, List<Answered> answers) {}

    /**
     * Looks through all of a history.
     *
     * @param most how many answers to give
     * @throws HistoryException when it cannot be read, is newer or another program's
     */
    public static Health health(Path history, int most) {
        Path file = history.toAbsolutePath();
        return look(file, sql -> {
            int version = Schema.check(sql, file);
            String flaw = sql.first("PRAGMA integrity_check(1)", row -> row.getString(1));
            List<Answered> answers = new ArrayList<>();
            if (version > 0) {
                sql.each(
                        "SELECT at, part, outcome, row_count, detail FROM sync_part ORDER BY at DESC, part LIMIT ?",
                        row -> answers.add(answered(row)),
                        most);
            }
            return new Health(version, "ok".equals(flaw) ? "" : String.valueOf(flaw), answers);
        });
    }

    /** What was odd in an answer that was read may quote it. */
    private static Answered answered(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        boolean read = outcome.equals(Outcome.OK.name());
        return new Answered(
                Micros.instant(row.getLong("at")),
                row.getString("part"),
                outcome,
                row.getInt("row_count"),
                read ? "" : row.getString("detail"));
    }

    private static <T extends @Nullable Object> T look(Path file, Database.Work<T> work) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new NoSuchFileException(file.toString());
            }
            NativeLibrary.load(HistoryFile.directoryOf(file));
            boolean quiet = isQuiet(file);
            T seen = read(file, work);
            // somebody opened it meanwhile: what was read as if nobody would is read again beside them
            return quiet && !isQuiet(file) ? read(file, work) : seen;
        } catch (SQLException e) {
            throw Faults.of(file, e);
        } catch (IOException e) {
            throw new HistoryException(Kind.UNREADABLE, Faults.unreadable(file, e), e);
        }
    }

    /** From one consistent state, whoever writes meanwhile. */
    private static <T extends @Nullable Object> T read(Path file, Database.Work<T> work) throws SQLException {
        try (Connection connection = connect(file)) {
            connection.setAutoCommit(false);
            try {
                return work.run(new Sql(connection));
            } finally {
                connection.rollback();
            }
        }
    }

    private static boolean isQuiet(Path file) {
        return !Files.exists(HistoryFile.beside(file, "-wal"));
    }

    /**
     * Even one that may only read makes a log beside a file that nobody has open, and leaves it there; so such a file is read as
     * one that nobody will change meanwhile. Should somebody open it just now, what was written before is read all the same.
     */
    private static Connection connect(Path file) throws SQLException {
        if (!isQuiet(file)) {
            return Database.connectForReading(file);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return config.createConnection("jdbc:sqlite:" + file.toUri() + "?immutable=1");
    }
}
