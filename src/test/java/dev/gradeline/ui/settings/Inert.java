package dev.gradeline.ui.settings;

import dev.gradeline.ayliea.Route;
import dev.gradeline.cli.FakeKeychain;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.settings.Network;
import java.util.Map;

/** What the settings page reaches beyond itself, for tests that do not care. */
public final class Inert {
    private Inert() {}

    /** The direct way, as the system says. */
    public static Outward outward() {
        return new Outward() {
            @Override
            public Route route() {
                return new Route(Route.Source.SYSTEM, null);
            }

            @Override
            public KeyVault password(Network proxy) {
                return new KeyVault(new FakeKeychain(), "proxy", Map.of());
            }
        };
    }

    /** Writes nothing. */
    public static Diagnostics diagnostics() {
        return (target, cancelled) -> {};
    }
}
