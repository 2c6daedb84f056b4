package dev.gradeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the command line can show that is not text. */
public interface Faces {
    /**
     * Opens the window, or, without a display, draws what it would show.
     *
     * @param demoOutput where the build's demo run leaves its pictures and its PDF; null outside that run
     * @return the exit code
     */
    int window(GlobalOptions options, @Nullable Path demoOutput);

    /**
     * Opens the window over a backup: it becomes an organisation here, or is taken in by the one that it is of.
     *
     * @param backup a file that is there; what is in it is told of in the window
     * @return the exit code
     */
    int open(GlobalOptions options, Path backup);

    /**
     * Draws pages into PNG files, without a display. In the demo, the history has been grown before.
     *
     * @throws UsageException when a page of the request does not exist
     */
    void screenshots(Workbench bench, PictureRequest request) throws IOException;
}
