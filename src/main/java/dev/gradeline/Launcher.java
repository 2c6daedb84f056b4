package dev.gradeline;

import dev.gradeline.app.Start;

/** Starts Gradeline: the command line, or the window. Not an {@code Application} subclass, so that JavaFX may sit on the class path. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        // AWT beside JavaFX deadlocks on macOS; set before anything can load a class of either
        System.setProperty("java.awt.headless", "true");
        System.exit(Start.run(args));
    }
}
