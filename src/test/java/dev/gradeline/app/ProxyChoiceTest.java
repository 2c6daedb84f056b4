package dev.gradeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ayliea.Route;
import dev.gradeline.ayliea.Way;
import dev.gradeline.cli.FakeKeychain;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.cli.Shell;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Network;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is chosen on the settings page holds for the program that is open, and its password for the process. */
class ProxyChoiceTest {
    private static final GlobalOptions USUAL =
            new GlobalOptions(null, null, null, false, GlobalOptions.DEFAULT_MAX_WAIT);
    private static final Network TYPED = Network.ofProxy("10.0.0.1", 3128, "ann");

    @TempDir
    private Path folder;

    private final FakeKeychain keychain = new FakeKeychain();

    private Programs programs(Map<String, String> environment) {
        return new Programs(
                new Surroundings(environment, new DataDirectory(folder), InstantSource.system(), () -> keychain),
                Shell.WORDS);
    }

    @Test
    void aChoiceHoldsWithoutARestart() {
        try (Program program = programs(Map.of()).open(USUAL)) {
            assertThat(program.client().route().source()).isEqualTo(Route.Source.SYSTEM);
            program.settings().update(now -> now.withNetwork(TYPED));
            assertThat(program.client().route()).isEqualTo(new Route(Route.Source.SETTINGS, "10.0.0.1:3128"));
            program.settings().update(now -> now.withNetwork(now.network().withProxy(Network.ProxyUse.NONE)));
            assertThat(program.client().route()).isEqualTo(new Route(Route.Source.SETTINGS, null));
        }
        assertThat(keychain.asked()).as("to know the way takes no password").isZero();
    }

    @Test
    void aPasswordWithoutAKeychainIsThereUntilTheProcessEnds() {
        keychain.fail(new KeychainResult.Absent<>("no bus"));
        Programs programs = programs(Map.of("GRADELINE_API_KEY", "not a password"));
        try (Program program = programs.open(USUAL)) {
            assertThat(program.proxyVault(TYPED).keep("s3cret").secret())
                    .as("nobody agreed to less than the keychain yet")
                    .isNull();
            program.proxyVault(TYPED).keepForSession("s3cret");
        }
        try (Program another = programs.open(USUAL)) {
            assertThat(another.proxyVault(TYPED).find().secret()).isEqualTo("s3cret");
            assertThat(another.proxyVault(Network.ofProxy("10.0.0.2", 3128, "ann"))
                            .find()
                            .secret())
                    .as("another proxy's, and not the API key")
                    .isNull();
        }
    }

    @Test
    void settingsWrittenByHandDoNoHarm() {
        ProxyPasswords proxies = new ProxyPasswords(() -> keychain);
        assertThat(proxies.way(Network.ofProxy(" ", 3128, "")).kind()).isEqualTo(Way.Kind.SYSTEM);
        Network odd = TYPED.withCertificates(List.of("\0", "/etc/own.pem"));
        assertThat(proxies.way(odd).authorities()).containsExactly(Path.of("/etc/own.pem"));
    }
}
