package dev.gradeline.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gradeline} without a command: opens the window. */
@Command(name = "gradeline")
final class RootCommand implements Callable<Integer> {
    private final CommonOptions common;
    private final Faces faces;

    /** The build's own demo run: what the window would show is drawn into this folder. */
    @Option(names = "--demo-output", paramLabel = "DIR", hidden = true)
    private @Nullable Path demoOutput;

    RootCommand(CommonOptions common, Faces faces) {
        this.common = common;
        this.faces = faces;
    }

    @Override
    public Integer call() {
        return faces.window(common.values(), demoOutput);
    }
}
