package dev.gradeline;

/** Starts Gradeline: the command line, or the window. Not an {@code Application} subclass, so that JavaFX may sit on the class path. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        System.exit(1);
    }
}
