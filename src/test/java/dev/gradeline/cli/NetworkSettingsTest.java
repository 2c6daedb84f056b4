package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ayliea.TlsServer;
import dev.gradeline.ayliea.TunnelProxy;
import dev.gradeline.cli.Shell.Said;
import dev.gradeline.demo.DemoServer;
import dev.gradeline.keychain.KeychainResult;
import dev.gradeline.posture.Outcome;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Network;
import dev.gradeline.settings.SettingsStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was chosen in the window on the way to the API holds for the command line, too. */
@Timeout(60)
class NetworkSettingsTest {
    private static final String API = "https://assess.example/api/v1";
    private static final String PASSWORD = "pr0xy-s3cret";
    private static final String BASIC =
            Base64.getEncoder().encodeToString(("ann:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    private void choose(Office office, int port, Path authority) {
        Network network = new Network(Network.ProxyUse.MANUAL, "127.0.0.1", port, "ann", List.of(authority.toString()));
        new SettingsStore(new DataDirectory(office.data).settingsFile()).update(s -> s.withNetwork(network));
        office.keychain.write("proxy ann@127.0.0.1:" + port, PASSWORD);
    }

    @Test
    void aSynchronisationGoesThroughTheProxyOfTheSettingsAndTrustsTheirCertificates() throws Exception {
        try (TlsServer server = new TlsServer(folder, "DNS:assess.example");
                TunnelProxy proxy = new TunnelProxy(server.port(), "Proxy-Authorization: Basic " + BASIC);
                Office office = Office.withKey(folder.resolve("data"))) {
            choose(office, proxy.port(), server.authority());
            office.plain("sync", "--base-url", API);
            assertThat(server.requests())
                    .isNotEmpty()
                    .allSatisfy(
                            headers -> assertThat(headers.getFirst("X-API-Key")).isEqualTo(DemoServer.KEY));
            assertThat(proxy.heard()).hasSameSizeAs(server.requests());

            Said said = office.plain("status", "--base-url", API);
            assertThat(said.out())
                    .containsPattern("Proxy +" + proxy.address() + " \\(from the settings\\)")
                    .containsPattern("Extra certificates +" + server.authority());
            assertThat(office.filesHolding(PASSWORD)).isEmpty();
            assertThat(office.filesHolding(BASIC)).isEmpty();
        }
    }

    @Test
    void noPasswordIsSentInPlaceOfOneThatTheKeychainKeeps() throws Exception {
        try (TlsServer server = new TlsServer(folder, "DNS:assess.example");
                TunnelProxy proxy = new TunnelProxy(server.port(), "Proxy-Authorization: Basic " + BASIC);
                Office office = Office.withKey(folder.resolve("data"))) {
            choose(office, proxy.port(), server.authority());
            office.keychain.fail(new KeychainResult.Absent<>("no bus"));
            Said said = office.plain("sync", "--base-url", API);
            assertThat(said.code()).as(said.toString()).isEqualTo(4);
            assertThat(said.err())
                    .contains("Unlock the keychain, or type the password once more under Settings, Network")
                    .contains(Outcome.PROXY_PASSWORD);
            assertThat(server.requests()).isEmpty();
            assertThat(proxy.heard())
                    .isNotEmpty()
                    .allSatisfy(head -> assertThat(head).doesNotContain("Proxy-Authorization"));
        }
    }

    @Test
    void aSchedulersVariableGoesBeforeWhatWasChosenInTheWindow() throws Exception {
        try (TlsServer server = new TlsServer(folder, "DNS:assess.example");
                TunnelProxy proxy = new TunnelProxy(server.port(), "CONNECT");
                Office office = Office.withKey(folder.resolve("data"))) {
            choose(office, 1, server.authority());
            office.environment.put("HTTPS_PROXY", proxy.address());
            office.plain("sync", "--base-url", API);
            assertThat(server.requests()).isNotEmpty();
            assertThat(office.plain("status", "--base-url", API).out())
                    .contains(proxy.address() + " (from the environment, which goes before the settings)");
        }
    }
}
