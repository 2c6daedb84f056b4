package dev.gradeline;

import dev.gradeline.app.Start;

/** Starts Gradeline: the command line, or the window. Not an {@code Application} subclass, so that JavaFX may sit on the class path. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        // AWT beside JavaFX deadlocks on macOS; set before anything can load a class of either
        System.setProperty("java.awt.headless", "true");
        // The system's proxy, and the one kind of log-in that proxies for tunnels mostly ask for; both are read once.
        setUnlessGiven("java.net.useSystemProxies", "true");
        setUnlessGiven("jdk.http.auth.tunneling.disabledSchemes", "");
        System.exit(Start.run(args));
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
