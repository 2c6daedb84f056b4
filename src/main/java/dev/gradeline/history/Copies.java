package dev.gradeline.history;

import dev.gradeline.history.HistoryException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.sqlite.ProgressHandler;

/** Consistent copies of a history that may be in use: what was committed when the copy began, and nothing else. */
final class Copies {
    /** How many steps SQLite's machine takes between two looks at whether the copy is still wanted. */
    private static final int STEPS = 1_000;

    private Copies() {}

    /**
     * Copies a history into another file, which appears whole or not at all; one that is there is replaced.
     *
     * @param cancelled ends the copying with any exception, and leaves the target as it was
     * @throws HistoryException about the history when that cannot be read or is damaged, about the target when that cannot
     *     be written
     */
    static void replace(Path history, Path target, BooleanSupplier cancelled) {
        Path part = target.resolveSibling(".gradeline-" + UUID.randomUUID() + ".part");
        try {
            try {
                into(history, part, cancelled);
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                addDigest(part);
                move(part, target);
            } finally {
                remove(part);
            }
        } catch (IOException e) {
            throw notWritten(target, e);
        }
    }

    /**
     * Copies a history into a file that is not there yet, 0600, and checks the copy.
     *
     * @throws HistoryException as {@link #replace}; an unfinished copy may be left
     */
    static void into(Path history, Path copy, BooleanSupplier cancelled) {
        try {
            PrivateFiles.createFile(copy);
            vacuum(history, copy, cancelled);
            sync(copy);
        } catch (IOException e) {
            throw notWritten(copy, e);
        }
    }

    private static void addDigest(Path copy) throws IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy.toUri())) {
            Sql sql = new Sql(connection);
            sql.script("BEGIN");
            // put in the history's place it must not pass for that one, damaged
            SealMark.renew(sql);
            ContentDigest.put(sql);
            sql.script("COMMIT");
        } catch (SQLException e) {
            throw Faults.of(copy, e);
        }
        sync(copy);
    }

    private static void sync(Path copy) throws IOException {
        try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            // SQLite does not wait for the disk when it makes such a copy
            channel.force(true);
        }
    }

    private static void vacuum(Path history, Path copy, BooleanSupplier cancelled) {
        try (Connection connection = Database.connectForReading(history);
                PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, copy.toString());
            ProgressHandler.setHandler(connection, STEPS, new ProgressHandler() {
                @Override
                protected int progress() {
                    return cancelled.getAsBoolean() ? 1 : 0;
                }
            });
            statement.execute();
        } catch (SQLException e) {
            // The history was looked through before: what has no room or may not be written is the copy.
            RuntimeException fault = Faults.of(history, e);
            boolean copys = fault instanceof HistoryException known
                    && (known.kind() == Kind.FULL || known.kind() == Kind.READ_ONLY);
            throw copys ? Faults.of(copy, e) : fault;
        }
        String flaw = Database.flawOf(copy);
        if (!flaw.isEmpty()) {
            throw Faults.damaged(history, new SQLException(flaw));
        }
    }

    /** Takes a copy away, and what SQLite leaves beside one that it could not finish. */
    static void remove(Path copy) throws IOException {
        Files.deleteIfExists(copy);
        Files.deleteIfExists(HistoryFile.beside(copy, "-journal"));
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static HistoryException notWritten(Path target, IOException why) {
        return new HistoryException(
                Kind.UNREADABLE,
                "The copy cannot be written: " + target + ". Choose another place (" + why + ").",
                why);
    }
}
