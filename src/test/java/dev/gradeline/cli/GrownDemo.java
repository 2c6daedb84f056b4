package dev.gradeline.cli;

import dev.gradeline.cli.Shell.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The demo's data directory with its two years, grown once for all tests of this process by {@code sync --demo}. */
public final class GrownDemo {
    private final Path directory;
    private final Said growth;

    private static final class Once {
        static final GrownDemo DEMO = new GrownDemo();
    }

    private GrownDemo() {
        try {
            directory = Files.createTempDirectory("gradeline-grown-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::delete));
        try (Office office = new Office(directory)) {
            growth = office.plain("sync", "--demo");
            if (office.keychain.asked() > 0 || office.server.requests() > 0) {
                throw new AssertionError("the demo asked a keychain or a server that is not its own");
            }
        }
    }

    public static GrownDemo get() {
        return Once.DEMO;
    }

    /** What {@code sync --demo} said. */
    public Said growth() {
        return growth;
    }

    /** Copies the data directory, so that a test may write to it; gives the copy. */
    public Path copyTo(Path copy) throws IOException {
        for (Path source : below(directory)) {
            Path target = copy.resolve(directory.relativize(source));
            if (Files.isDirectory(source)) {
                Files.createDirectories(target);
            } else {
                Files.copy(source, target);
            }
        }
        return copy;
    }

    private static List<Path> below(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.toList();
        }
    }

    private void delete() {
        try {
            for (Path path :
                    below(directory).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
