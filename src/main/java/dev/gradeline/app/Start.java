package dev.gradeline.app;

import dev.gradeline.cli.CommandLineFace;
import dev.gradeline.settings.Appearance;
import dev.gradeline.words.Words;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Builds the program of this process and runs what its arguments ask for. */
public final class Start {
    private Start() {}

    /** Runs to the end of the command, or of the window; gives the exit code. */
    public static int run(String... arguments) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Surroundings surroundings = Surroundings.ofThisProcess();
        Tongue tongue = Tongue.ofThisProcess();
        Appearance chosen = Tongue.chosen(surroundings.dataDirectory(), arguments);
        Words words = tongue.words(chosen);
        Programs programs = new Programs(surroundings, words);
        return CommandLineFace.ofThisProcess(programs, new Windows(programs, words, tongue, System.getenv()), words)
                .run(arguments);
    }
}
