package dev.gradeline.ui.shell;

/** The ways out of the dashboard, which lead beyond one connection. JavaFX thread. */
public interface Exits {
    /** Shows the connect page, for another or a new key. */
    void connect();

    /** Leaves the sample data, without a trace. */
    void leaveDemo();
}
