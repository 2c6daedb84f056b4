package dev.gradeline.app;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Opens an address in the system's browser. AWT's way is not taken: it would start AWT beside JavaFX. */
final class Browser {
    private Browser() {}

    /**
     * Blocking, briefly.
     *
     * @param address checked by the caller to be http or https
     * @throws java.io.UncheckedIOException when no browser could be started
     */
    static void open(URI address) {
        OtherProgram.start(command(System.getProperty("os.name"), address));
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
        return List.of(OtherProgram.LINUX_OPENER, address.toASCIIString());
    }
}
