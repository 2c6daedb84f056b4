package dev.gradeline.history;

import dev.gradeline.history.HistoryException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new history in the place of a file that nobody can read, which is kept beside it, untouched. */
final class Renewal {
    /** The file last: until it goes, whoever comes finds it, and never a new one beside an old log. */
    private static final List<String> FILES = List.of("-wal", "-shm", "-journal", ".seal", "");

    private final Path file;
    private final Path aside;

    private Renewal(Path file, Path aside) {
        this.file = file;
        this.aside = aside;
    }

    static Path of(Path file, @Nullable Path backup, InstantSource clock) {
        Path aside = HistoryFile.free(file, ".damaged-" + HistoryFile.day(clock.instant()));
        new Renewal(file, aside).run(backup, clock);
        return aside;
    }

    private void run(@Nullable Path backup, InstantSource clock) {
        List<String> moved = new ArrayList<>();
        try {
            for (String ending : FILES) {
                if (Files.exists(HistoryFile.beside(file, ending), LinkOption.NOFOLLOW_LINKS)) {
                    Files.move(HistoryFile.beside(file, ending), HistoryFile.beside(aside, ending));
                    moved.add(ending);
                }
            }
            try (History anew = History.open(file, clock)) {
                if (backup != null) {
                    anew.restore(backup);
                }
            } catch (RuntimeException e) {
                // of the new one alone: removing a history takes what was set aside with it
                for (String ending : FILES) {
                    Files.deleteIfExists(HistoryFile.beside(file, ending));
                }
                throw e;
            }
        } catch (IOException e) {
            putBack(moved, e);
            throw new HistoryException(Kind.READ_ONLY, Faults.readOnly(file), e);
        } catch (RuntimeException e) {
            putBack(moved, e);
            throw e;
        }
    }

    private void putBack(List<String> moved, Exception why) {
        for (String ending : moved.reversed()) {
            try {
                Files.move(HistoryFile.beside(aside, ending), HistoryFile.beside(file, ending));
            } catch (IOException e) {
                why.addSuppressed(e);
            }
        }
    }
}
