package dev.gradeline.app;

import dev.gradeline.cli.CommandLineFace;
import dev.gradeline.settings.Appearance;
import dev.gradeline.words.Words;
import java.util.Map;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Builds the program of this process and runs what its arguments ask for. */
public final class Start {
    private Start() {}

    /** Runs to the end of the command, or of the window; gives the exit code. */
    public static int run(String... arguments) {
        Map<String, String> environment = System.getenv();
        ToolkitStart toolkit = new ToolkitStart();
        // before even the log, which takes its time; with arguments it may be that no window is asked for
        if (arguments.length == 0 && Display.present(System.getProperty("os.name"), environment)) {
            toolkit.begin();
        }
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Surroundings surroundings = Surroundings.ofThisProcess();
        Tongue tongue = Tongue.ofThisProcess();
        Appearance chosen = Tongue.chosen(surroundings.dataDirectory(), arguments);
        Words words = tongue.words(chosen);
        Programs programs = new Programs(surroundings, words);
        return CommandLineFace.ofThisProcess(
                        programs, new Windows(programs, words, tongue, environment, toolkit), words)
                .run(arguments);
    }
}
