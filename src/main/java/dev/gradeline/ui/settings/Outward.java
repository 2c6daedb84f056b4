package dev.gradeline.ui.settings;

import dev.gradeline.ayliea.Route;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.settings.Network;

/** The way to the API, beyond what the settings hold. Blocking; any thread but JavaFX's. */
public interface Outward {
    /** The way that the next request would take. */
    Route route();

    /** Where the password for a proxy is. */
    KeyVault password(Network proxy);
}
