package dev.gradeline.history;

import dev.gradeline.history.HistoryException.Kind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes a history off the disk, and all that was made beside it, but never from under a program that has it open: that one would
 * write into nothing.
 */
final class Removal {
    /** What follows the name of the history; that of no other history ends so. */
    private static final Pattern BESIDE = Pattern.compile("(\\.(damaged|v\\d+-backup)(-\\d{8}(-\\d+)?)?|\\.rescued)?"
            + "(\\.seal|-wal|-shm|-journal)?(\\.part)?(-journal)?");

    private Removal() {}

    static boolean of(Path file) {
        try {
            if (beside(file).isEmpty()) {
                // nor is a lock left where there never was a history
                return false;
            }
            try (Turn turn = Turn.take(file)) {
                if (!turn.isAlone()) {
                    throw Faults.inUse(file);
                }
                // the history comes last: until then all of it can be removed once more
                for (Path each : beside(file).reversed()) {
                    Files.deleteIfExists(each);
                }
            }
            Files.deleteIfExists(HistoryFile.beside(file, Turn.IN_USE));
            Files.deleteIfExists(HistoryFile.beside(file, Turn.OPENING));
            return true;
        } catch (IOException e) {
            throw new HistoryException(
                    Kind.READ_ONLY,
                    "The history could not be removed: " + file + ". Allow writing to its directory. (" + e + ")",
                    e);
        }
    }

    /** The history, if it is there, and then the files made beside it. */
    private static List<Path> beside(Path file) throws IOException {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(HistoryFile.directoryOf(file))) {
            return found;
        }
        String name = String.valueOf(file.getFileName());
        try (DirectoryStream<Path> all = Files.newDirectoryStream(HistoryFile.directoryOf(file), each -> {
            String its = String.valueOf(each.getFileName());
            return its.startsWith(name)
                    && BESIDE.matcher(its.substring(name.length())).matches();
        })) {
            all.forEach(found::add);
        }
        found.sort(null);
        return found;
    }
}
