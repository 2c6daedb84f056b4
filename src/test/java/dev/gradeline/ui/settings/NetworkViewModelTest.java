package dev.gradeline.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ayliea.Route;
import dev.gradeline.cli.FakeKeychain;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.settings.Network;
import dev.gradeline.settings.Network.ProxyUse;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.ui.kit.ManualTasks;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Choosing a proxy: what holds at once, what has to be typed first, and where the password goes. */
class NetworkViewModelTest {
    @TempDir
    private Path folder;

    private final FakeKeychain keychain = new FakeKeychain();
    private Route route = new Route(Route.Source.SYSTEM, null);

    private SettingsStore store() {
        return new SettingsStore(folder.resolve("settings.json"));
    }

    private NetworkViewModel model() {
        return model(TaskRunner.direct());
    }

    private NetworkViewModel model(TaskRunner tasks) {
        Outward outward = new Outward() {
            @Override
            public Route route() {
                return route;
            }

            @Override
            public KeyVault password(Network proxy) {
                return new KeyVault(keychain, proxy.user() + "@" + proxy.host() + ":" + proxy.port(), Map.of());
            }
        };
        return new NetworkViewModel(new Words(Locale.UK, ZoneOffset.UTC), store(), tasks, outward);
    }

    private Network kept() {
        return store().current().network();
    }

    /** Work that is under way together may end in any order: here the newest does first. */
    @Test
    void ofTwoQuickChoicesTheLastOneIsKept() {
        ManualTasks tasks = new ManualTasks();
        NetworkViewModel model = model(tasks);
        model.use().set(ProxyUse.NONE);
        model.address().set("proxy.example:3128");
        model.apply();
        model.use().set(ProxyUse.SYSTEM);
        while (tasks.waiting() > 0) {
            tasks.end(tasks.waiting() - 1);
        }
        assertThat(kept()).isEqualTo(Network.ofProxy("proxy.example", 3128, "").withProxy(ProxyUse.SYSTEM));
        assertThat(model.use().get()).isEqualTo(ProxyUse.SYSTEM);
    }

    @Test
    void noneHoldsAtOnceAndATypedOneWhenThePersonSaysSo() {
        NetworkViewModel model = model();
        model.use().set(ProxyUse.NONE);
        assertThat(kept().proxy()).isEqualTo(ProxyUse.NONE);
        model.use().set(ProxyUse.MANUAL);
        assertThat(kept().proxy()).as("nothing is typed yet").isEqualTo(ProxyUse.NONE);
        assertThat(model.ready().get()).isFalse();
        model.apply();
        assertThat(kept().proxy()).isEqualTo(ProxyUse.NONE);

        model.address().set(" http://proxy.example:3128/ ");
        model.apply();
        assertThat(kept()).isEqualTo(Network.ofProxy("proxy.example", 3128, ""));
        assertThat(model.address().get()).isEqualTo("proxy.example:3128");
        assertThat(model.message().get())
                .isEqualTo("From the next request on the way leads through proxy.example:3128.");
        assertThat(keychain.accounts()).isEmpty();

        model.use().set(ProxyUse.SYSTEM);
        assertThat(kept().proxy()).isEqualTo(ProxyUse.SYSTEM);
        model.use().set(ProxyUse.MANUAL);
        assertThat(kept()).as("known from before").isEqualTo(Network.ofProxy("proxy.example", 3128, ""));
    }

    @Test
    void thePasswordGoesToTheKeychainAndNowhereElse() throws IOException {
        NetworkViewModel model = model();
        model.use().set(ProxyUse.MANUAL);
        model.address().set("proxy.example:3128");
        model.password().set("s3cret");
        assertThat(model.advice().get()).isEqualTo("Type the user name to the password, too.");
        model.user().set("ann");
        model.apply();
        assertThat(model.message().get()).endsWith("Its password is kept in Test Keychain.");
        assertThat(model.password().get()).isEmpty();
        assertThat(keychain.read("ann@proxy.example:3128")).isEqualTo(new KeychainResult.Ok<>("s3cret"));
        assertThat(Files.readString(folder.resolve("settings.json")))
                .contains("ann")
                .doesNotContain("s3cret");

        model.apply();
        assertThat(keychain.accounts()).as("left empty, it stays").containsExactly("ann@proxy.example:3128");
        model.user().set("");
        model.apply();
        assertThat(keychain.accounts()).as("nobody asks for it any more").isEmpty();
    }

    @Test
    void withoutAKeychainThePasswordIsKeptForTheSessionAndThatIsSaid() {
        keychain.fail(new KeychainResult.Absent<>("no bus"));
        NetworkViewModel model = model();
        model.use().set(ProxyUse.MANUAL);
        model.address().set("proxy.example:3128");
        model.user().set("ann");
        model.password().set("s3cret");
        model.apply();
        assertThat(kept().user()).isEqualTo("ann");
        assertThat(model.message().get())
                .contains("could not be kept in Test Keychain", "gone when Gradeline is closed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                          | Name and port
            socks5://proxy.example:1080 | by http:// only
            https://proxy.example:443   | by http:// only
            ann:x@proxy.example:3128    | fields of their own
            proxy example:80            | not the name or address
            proxy.example/path:80       | not the name or address
            proxy.example               | Add the port
            http://proxy.example        | Add the port
            proxy.example:              | Add the port
            proxy.example:0             | 1 to 65535
            proxy.example:65536         | 1 to 65535
            proxy.example:999999999     | 1 to 65535
            proxy.example:8080          | ''
            10.0.0.1:8080               | ''
            [fe80::1]:8080              | ''
            """)
    void whatIsTypedIsCheckedAsItIsTyped(String typed, String advice) {
        NetworkViewModel model = model();
        model.use().set(ProxyUse.MANUAL);
        model.address().set(typed);
        if (advice.isEmpty()) {
            assertThat(model.advice().get()).isEmpty();
        } else {
            assertThat(model.advice().get()).contains(advice);
        }
        assertThat(model.ready().get()).isEqualTo(advice.isEmpty());
    }

    @Test
    void itIsSaidWhichWayIsTakenAndWhoSaysSo() {
        NetworkViewModel model = model();
        model.look();
        assertThat(model.inUse().get()).contains("direct way");
        route = new Route(Route.Source.SYSTEM, "10.0.0.9:3128");
        model.look();
        assertThat(model.inUse().get()).isEqualTo("Now in use: 10.0.0.9:3128.");
        route = new Route(Route.Source.ENVIRONMENT, "10.0.0.9:3128");
        model.use().set(ProxyUse.NONE);
        assertThat(model.inUse().get()).contains("10.0.0.9:3128", "HTTPS_PROXY", "goes before what is chosen here");
    }

    @Test
    void whatCannotBeKeptIsSetBack() throws IOException {
        NetworkViewModel model = model();
        Files.createDirectory(folder.resolve("settings.json"));
        model.use().set(ProxyUse.NONE);
        assertThat(model.use().get()).isEqualTo(ProxyUse.SYSTEM);
        assertThat(model.message().get()).contains("could not be kept");
    }
}
