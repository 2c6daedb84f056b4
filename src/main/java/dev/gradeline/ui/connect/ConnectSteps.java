package dev.gradeline.ui.connect;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.Call;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.settings.Settings;

/** What connecting needs from outside. */
public interface ConnectSteps {
    /**
     * Asks the API what a key may read and whose it is, and looks whose data is stored. Blocking.
     *
     * @param call hears when the server asks to wait, and can end it
     */
    KeyCheck check(ApiKey key, Call call);

    /**
     * Takes the person's word that a key is of the organisation whose data is stored here, for {@link #connected}: unless the
     * server then says otherwise. Blocking.
     */
    void vouchFor(ApiKey key);

    /** Whether this is about one more organisation than the one whose dashboard is left. */
    default boolean isAdding() {
        return false;
    }

    /**
     * Keeps a key for the organisation that this is about. Where the keychain fails and the session was not asked for, nothing
     * is kept: the key in use before stays in use. Blocking.
     *
     * @param organisation what the person calls it
     * @return where the key is kept, or why it is not
     */
    KeyVault.Found keep(ApiKey key, String organisation, boolean sessionOnly);

    /**
     * Keeps a key under a new connection with a history of its own; what is stored of the current one stays as it is. Where
     * the keychain fails and the session was not asked for, or the environment's key goes before every other, nothing is
     * kept. Blocking.
     *
     * @param organisation what the person calls it
     * @return where the key is kept, or why it is not
     */
    KeyVault.Found keepApart(ApiKey key, String organisation, boolean sessionOnly);

    /** As {@link #keepApart}, under a connection that is there. Blocking. */
    KeyVault.Found keepFor(ApiKey key, Settings.Connection connection, boolean sessionOnly);

    /** Opens the dashboard of the connection that a key was last kept for apart. JavaFX thread. */
    void openKept();

    /** Keeps the connection's name and opens the dashboard. JavaFX thread. */
    void connected(String organisation);

    /** Leaves everything as it is and opens the dashboard again. JavaFX thread. */
    void back();

    /** Asks for a backup and opens the dashboard on what it holds. JavaFX thread. */
    void openBackup();

    /** Shows proxy and certificates in place of this page, and then this page again as it was. JavaFX thread. */
    default void network() {}

    /** Opens the dashboard on sample data. JavaFX thread. */
    void exploreSample();
}
