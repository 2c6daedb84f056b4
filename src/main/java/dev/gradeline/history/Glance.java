package dev.gradeline.history;

import dev.gradeline.history.HistoryException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * A look into a history that is not opened: nothing is brought up to date, rescued or written, whatever its format or state.
 * Blocking; any thread.
 */
public final class Glance {
    private Glance() {}

    /**
     * Whose data a history holds.
     *
     * @return null where it names no organisation
     * @throws HistoryException when it cannot be read, is newer or another program's
     */
    public static @Nullable String organizationOf(Path history) {
        Path file = history.toAbsolutePath();
        try {
            if (!Files.isRegularFile(file)) {
                throw new NoSuchFileException(file.toString());
            }
            NativeLibrary.load(HistoryFile.directoryOf(file));
            try (Connection connection = connect(file)) {
                Sql sql = new Sql(connection);
                return Schema.check(sql, file) == 0 ? null : new ScanTable(sql).organization(Long.MAX_VALUE);
            }
        } catch (SQLException e) {
            throw Faults.of(file, e);
        } catch (IOException e) {
            throw new HistoryException(Kind.UNREADABLE, Faults.unreadable(file, e), e);
        }
    }

    /**
     * Even one that may only read makes a log beside a file that nobody has open, and leaves it there; so such a file is read as
     * one that nobody will change meanwhile. Should somebody open it just now, what was written before is read all the same.
     */
    private static Connection connect(Path file) throws SQLException {
        if (Files.exists(HistoryFile.beside(file, "-wal"))) {
            return Database.connectForReading(file);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return config.createConnection("jdbc:sqlite:" + file.toUri() + "?immutable=1");
    }
}
