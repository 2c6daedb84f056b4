package dev.gradeline.cli;

import dev.gradeline.words.Words;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code gradeline} without a command: opens the window; with a file, the window over that backup. */
@Command(name = "gradeline")
final class RootCommand implements Callable<Integer> {
    private final CommonOptions common;
    private final Faces faces;
    private final Words words;

    /** The build's own demo run: what the window would show is drawn into this folder. */
    @Option(names = "--demo-output", paramLabel = "DIR", hidden = true)
    private @Nullable Path demoOutput;

    /** As text: a mistyped command lands here, too, and need not be a path. */
    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "cli.option.openFile")
    private @Nullable String file;

    RootCommand(CommonOptions common, Faces faces, Words words) {
        this.common = common;
        this.faces = faces;
        this.words = words;
    }

    @Override
    public Integer call() {
        if (file == null) {
            return faces.window(common.values(), demoOutput);
        }
        if (common.values().demo()) {
            throw new UsageException(words.of("cli.demo.file", file));
        }
        Path backup = Path.of(file).toAbsolutePath();
        InputFile.check(backup, words);
        return faces.open(common.values(), backup);
    }

    /** A word that was taken for a file, but is a mistyped command; null when there is none. */
    @Nullable String mistyped() {
        return file == null || isPath(file) ? null : file;
    }

    /**
     * Looks at what was understood, before it is done.
     *
     * @throws UnmatchedArgumentException when a word stands where a command is expected
     */
    void check(CommandLine root, boolean withCommand) {
        if (file != null && (withCommand || !isPath(file))) {
            throw new UnmatchedArgumentException(root, List.of(file));
        }
    }

    private static boolean isPath(String text) {
        try {
            Path path = Path.of(text);
            return text.contains(".") || path.getNameCount() > 1 || path.isAbsolute() || Files.exists(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
