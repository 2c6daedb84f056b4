package dev.gradeline.app;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens an address in the system's browser. AWT's way is not taken: it would start AWT beside JavaFX. */
final class Browser {
    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);

    private Browser() {}

    /** @param address checked by the caller to be http or https */
    static void open(URI address) {
        try {
            new ProcessBuilder(command(System.getProperty("os.name"), address))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            LOG.warn("no browser could be started", e);
        }
    }

    /** The address is one argument, never part of a command line that a shell reads. */
    static List<String> command(String os, URI address) {
        String name = os.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return List.of("open", address.toASCIIString());
        }
        if (name.contains("win")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address.toASCIIString());
        }
        return List.of("xdg-open", address.toASCIIString());
    }
}
