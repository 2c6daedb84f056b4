package dev.gradeline.ui.shell;

import dev.gradeline.settings.Settings;
import dev.gradeline.ui.portfolio.Holdings;
import dev.gradeline.ui.settings.Organisations;

/** The ways out of the dashboard, which lead beyond one connection. JavaFX thread. */
public interface Exits {
    /** The organisations on this computer, and the ways to them. */
    default Organisations organisations() {
        return Organisations.NONE;
    }

    /** The same, to be looked at side by side. */
    default Holdings holdings() {
        return Holdings.NONE;
    }

    /** Shows the connect page, for another or a new key. */
    void connect();

    /** Shows everything anew where the settings now say another language than is spoken. */
    default void speak(Settings now) {}

    /** Shows sample data in place of the organisation, which stays as it is. */
    default void exploreSample() {}

    /** Ends the program, as closing the window does. */
    default void quit() {}

    /** Leaves the backup that is looked at: what was open before is there again, as it was left. */
    default void closeBackup() {}

    /** Makes an organisation of this computer of the backup that is looked at. */
    default void keepBackup() {}

    /** Leaves the sample data, without a trace: what was open before is there again, as it was left. */
    void leaveDemo();
}
