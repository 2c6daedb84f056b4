package dev.gradeline.history;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Commands before a command, that take something away from the process. */
final class Limits {
    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

    private Limits() {}

    /** No file may grow beyond this. */
    static List<String> filesUpTo(long bytes) {
        if (!Files.isExecutable(PRLIMIT)) {
            if (Boolean.getBoolean("gradeline.ci")) {
                fail("this test needs prlimit (util-linux)");
            }
            Assumptions.abort("there is no prlimit here to limit the length of files");
        }
        return List.of(PRLIMIT.toString(), "--fsize=" + bytes);
    }
}
