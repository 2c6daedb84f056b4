package dev.gradeline.app;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Locale;
import java.util.Map;

/** Whether a window can be opened here. */
final class Display {
    private static final String GTK = "libgtk-3.so.0";

    private Display() {}

    /**
     * On Linux a display has to be named and GTK has to be installed; other systems always have both.
     *
     * @param os the value of {@code os.name}
     */
    static boolean present(String os, Map<String, String> environment) {
        if (!os.toLowerCase(Locale.ROOT).contains("linux")) {
            return true;
        }
        return !environment.getOrDefault("DISPLAY", "").isBlank() && gtkInstalled();
    }

    @SuppressWarnings("restricted") // native access is granted to the whole program on its command line
    private static boolean gtkInstalled() {
        // JavaFX would fail half-way and could not be started again in this process, so ask first.
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(GTK, arena);
            return true;
        } catch (IllegalArgumentException missing) {
            return false;
        }
    }
}
