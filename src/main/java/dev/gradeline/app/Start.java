package dev.gradeline.app;

import dev.gradeline.cli.CommandLineFace;
import dev.gradeline.words.Words;
import java.time.ZoneId;
import java.util.Locale;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Builds the program of this process and runs what its arguments ask for. */
public final class Start {
    private Start() {}

    /** Runs to the end of the command, or of the window; gives the exit code. */
    public static int run(String... arguments) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Words words = new Words(Locale.getDefault(Locale.Category.DISPLAY), ZoneId.systemDefault());
        Programs programs = new Programs(Surroundings.ofThisProcess(), words);
        return CommandLineFace.ofThisProcess(programs, new Windows(programs, words, System.getenv()), words)
                .run(arguments);
    }
}
