package dev.gradeline.app;

import dev.gradeline.ayliea.Route;
import dev.gradeline.cli.Version;
import dev.gradeline.cli.Workbench;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.settings.Network;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.settings.Outward;
import dev.gradeline.ui.shell.Services;
import dev.gradeline.words.Words;
import java.util.concurrent.Executor;

/** Hands an open program on to the window. */
final class Wiring {
    private Wiring() {}

    static Services services(Workbench bench, Words words, TaskRunner tasks, Executor ui) {
        return new Services(
                words,
                bench.clock(),
                bench.settings(),
                bench.directory(),
                new Naming(words).shown(bench.connection()),
                bench.demo(),
                bench.kept(),
                bench.history(),
                bench.synchroniser(),
                bench.vault(),
                bench.limiter(),
                tasks,
                ui,
                Version.current(),
                outward(bench),
                new DiagnosticsFile(bench.directory(), bench.settings(), words, Version.current()),
                bench.backup());
    }

    /** The way to the API of an open program. */
    static Outward outward(Workbench bench) {
        return new Outward() {
            @Override
            public Route route() {
                return bench.client().route();
            }

            @Override
            public KeyVault password(Network proxy) {
                return bench.proxyVault(proxy);
            }
        };
    }
}
