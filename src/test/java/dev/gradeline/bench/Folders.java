package dev.gradeline.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where a benchmark leaves its files, and takes them away again. */
public final class Folders {
    private Folders() {}

    /** Work that needs a folder. */
    @FunctionalInterface
    public interface Work {
        void in(Path folder) throws Exception;
    }

    /** Does it in a folder that is gone afterwards, with all that was left there. */
    public static void forAWhile(Work work) throws Exception {
        Path folder = Files.createTempDirectory("gradeline-benchmark-");
        try {
            work.in(folder);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
