package dev.gradeline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gradeline.history.HistoryException.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class FaultsTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "SQLITE_BUSY, LOCKED",
        "SQLITE_BUSY_SNAPSHOT, LOCKED",
        "SQLITE_LOCKED, LOCKED",
        "SQLITE_FULL, FULL",
        "SQLITE_READONLY, READ_ONLY",
        "SQLITE_READONLY_DBMOVED, READ_ONLY",
        "SQLITE_CORRUPT, DAMAGED",
        "SQLITE_CORRUPT_INDEX, DAMAGED",
        "SQLITE_NOTADB, DAMAGED",
        "SQLITE_CANTOPEN, UNREADABLE",
        "SQLITE_IOERR_READ, UNREADABLE"
    })
    void eachResultCodeIsAKind(SQLiteErrorCode code, Kind kind) {
        Path file = Path.of("some.db");

        assertThat(Faults.of(file, new SQLiteException("message", code)))
                .hasMessageContaining("some.db")
                .isInstanceOfSatisfying(
                        HistoryException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    /** From SQLite itself, which counts pages here as it counts room on a disk. */
    @Test
    void noRoomLeftIsFull() throws Exception {
        Path file = directory.resolve("h.db");
        SQLException full = fault(
                file, "CREATE TABLE t (x)", "PRAGMA max_page_count = 3", "INSERT INTO t VALUES (zeroblob(100000))");

        assertThat(Faults.of(file, full))
                .isInstanceOfSatisfying(
                        HistoryException.class, e -> assertThat(e.kind()).isEqualTo(Kind.FULL));
    }

    @Test
    void aFaultOfOursIsNotTheFiles() {
        Path file = directory.resolve("h.db");
        for (String wrong : List.of("SELECT * FROM missing", "CREATE TABLE t (x CHECK (x > 0))")) {
            SQLException fault = fault(file, wrong, "INSERT INTO t VALUES (0)");
            assertThat(Faults.of(file, fault)).isInstanceOf(IllegalStateException.class);
        }
    }

    private static SQLException fault(Path file, String... statements) {
        SQLException fault = catchThrowableOfType(SQLException.class, () -> {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        });
        assertThat((Throwable) fault).isNotNull();
        return fault;
    }
}
