package dev.gradeline.app;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows folders in the system's file manager. */
final class FileManager {
    private FileManager() {}

    /**
     * What shows a folder, blocking and throwing {@link java.io.UncheckedIOException} when it cannot; null when nothing can. Looks at
     * the disk, briefly.
     *
     * @param os the value of {@code os.name}
     */
    static @Nullable Consumer<Path> find(String os, Map<String, String> environment) {
        String name = os.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return folder -> start("open", folder);
        }
        if (name.contains("win")) {
            return folder -> start("explorer.exe", folder);
        }
        return onPath(environment.getOrDefault("PATH", "")) ? folder -> start(OtherProgram.LINUX_OPENER, folder) : null;
    }

    private static boolean onPath(String path) {
        return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isBlank())
                .anyMatch(FileManager::holdsOpener);
    }

    private static boolean holdsOpener(String folder) {
        try {
            return Files.isExecutable(Path.of(folder).resolve(OtherProgram.LINUX_OPENER));
        } catch (InvalidPathException notAFolder) {
            return false;
        }
    }

    private static void start(String program, Path folder) {
        OtherProgram.start(List.of(program, folder.toAbsolutePath().toString()));
    }
}
