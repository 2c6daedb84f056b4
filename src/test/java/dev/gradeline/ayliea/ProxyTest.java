package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Assessment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way out of a company: a real proxy, which tunnels to a real TLS server under a name that no DNS knows. */
@Timeout(60)
class ProxyTest {
    private static final URI API = URI.create("https://assess.example/api/v1");

    @TempDir
    private Path folder;

    private static ApiResult<List<Assessment>> scores(Bench bench, URI base) {
        try (AyliaClient client = bench.client(base)) {
            return client.scores(new Call());
        }
    }

    @Test
    void theWayLeadsThroughTheProxyAndTheKeyIsForTheServerAlone() throws Exception {
        String basic = Base64.getEncoder().encodeToString("ann:p@ss+word".getBytes(StandardCharsets.UTF_8));
        try (TlsServer server = new TlsServer(folder, "DNS:assess.example");
                TunnelProxy proxy = new TunnelProxy(server.port(), "Proxy-Authorization: Basic " + basic);
                Bench bench = new Bench()) {
            bench.variables.put("SSL_CERT_FILE", server.authority().toString());
            bench.variables.put("HTTPS_PROXY", "http://ann:p%40ss+word@" + proxy.address());
            assertThat(scores(bench, API)).isEqualTo(new ApiResult.Ok<>(List.of(), List.of()));
            assertThat(proxy.heard())
                    .singleElement()
                    .satisfies(head -> assertThat(head)
                            .startsWith("CONNECT assess.example:443")
                            .doesNotContain("ayliea_pk_", "X-API-Key"));
            assertThat(server.requests()).singleElement().satisfies(headers -> {
                assertThat(headers.getFirst("X-API-Key")).isEqualTo(Bench.SECRET);
                assertThat(headers).doesNotContainKey("Proxy-authorization");
            });
            assertThat(bench.log()).doesNotContain("p@ss", "p%40ss", basic);
        }
    }

    @Test
    void aProxyThatWantsToKnowWhoAsksSaysSo() throws Exception {
        try (TlsServer server = new TlsServer(folder, "DNS:assess.example");
                TunnelProxy proxy = new TunnelProxy(server.port(), "Proxy-Authorization: Basic x");
                Bench bench = new Bench()) {
            bench.variables.put("https_proxy", proxy.address());
            assertThat(scores(bench, API))
                    .isEqualTo(new ApiResult.Unreachable<>("the proxy asks for a name and a password"));
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aProxyThatIsNotThereIsNamed() throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }
        try (Bench bench = new Bench()) {
            bench.variables.put("ALL_PROXY", "http://ann:secret@127.0.0.1:" + nobody);
            assertThat(scores(bench, API))
                    .isEqualTo(new ApiResult.Unreachable<>("connection refused by the proxy 127.0.0.1:" + nobody));
        }
    }

    @Test
    void thisComputerIsReachedWithoutAProxy() throws Exception {
        try (StubApi api = StubApi.scores("{\"scores\":[]}");
                Bench bench = new Bench()) {
            bench.variables.put("HTTPS_PROXY", "http://127.0.0.1:1");
            bench.variables.put("ALL_PROXY", "http://127.0.0.1:1");
            assertThat(scores(bench, api.base())).isInstanceOf(ApiResult.Ok.class);
        }
    }

    @Test
    void theProxyThatThePersonNamedHoldsFromTheNextRequestOn() throws Exception {
        String basic = Base64.getEncoder().encodeToString("ann:s3cret".getBytes(StandardCharsets.UTF_8));
        try (TlsServer server = new TlsServer(folder, "DNS:assess.example");
                TunnelProxy proxy = new TunnelProxy(server.port(), "Proxy-Authorization: Basic " + basic);
                Bench bench = new Bench()) {
            AtomicReference<Way> way = new AtomicReference<>(Way.SYSTEM);
            try (AyliaClient client = bench.client(API, way::get)) {
                assertThat(client.scores(new Call())).isInstanceOf(ApiResult.Unreachable.class);
                assertThat(client.route()).isEqualTo(new Route(Route.Source.SYSTEM, null));
                way.set(named(proxy.port(), "ann", "s3cret", server.authority()));
                assertThat(client.scores(new Call())).isEqualTo(new ApiResult.Ok<>(List.of(), List.of()));
                assertThat(client.route()).isEqualTo(new Route(Route.Source.SETTINGS, proxy.address()));
                way.set(new Way(Way.Kind.NONE, "", 0, "", () -> null, List.of()));
                assertThat(client.scores(new Call())).isInstanceOf(ApiResult.Unreachable.class);
            }
            assertThat(proxy.heard())
                    .singleElement()
                    .satisfies(head -> assertThat(head)
                            .startsWith("CONNECT assess.example:443")
                            .doesNotContain("ayliea_pk_"));
            assertThat(server.requests())
                    .singleElement()
                    .satisfies(headers -> assertThat(headers).doesNotContainKey("Proxy-authorization"));
            assertThat(bench.log()).doesNotContain("s3cret", basic);
        }
    }

    @Test
    void whatTheEnvironmentNamesGoesBeforeWhatThePersonChose() throws Exception {
        try (TlsServer server = new TlsServer(folder, "DNS:assess.example");
                TunnelProxy proxy = new TunnelProxy(server.port(), "CONNECT");
                Bench bench = new Bench()) {
            bench.variables.put("HTTPS_PROXY", proxy.address());
            for (Way way : List.of(
                    named(1, "", "", server.authority()),
                    new Way(Way.Kind.NONE, "", 0, "", () -> null, List.of(server.authority())))) {
                try (AyliaClient client = bench.client(API, () -> way)) {
                    assertThat(client.route()).isEqualTo(new Route(Route.Source.ENVIRONMENT, proxy.address()));
                    assertThat(client.scores(new Call())).isInstanceOf(ApiResult.Ok.class);
                }
            }
        }
    }

    @Test
    void withoutAProxyTheSystemsIsPassedOver() {
        Proxies system = new Proxies(Map.of(), ProxySelector.of(new InetSocketAddress("10.0.0.9", 3128)));
        assertThat(system.on(Way.SYSTEM).route(API)).isEqualTo(new Route(Route.Source.SYSTEM, "10.0.0.9:3128"));
        assertThat(system.on(new Way(Way.Kind.NONE, "", 0, "", () -> null, List.of()))
                        .route(API))
                .isEqualTo(new Route(Route.Source.SETTINGS, null));
        assertThat(system.on(named(3128, "", "", folder)).route(URI.create("http://127.0.0.1:80/api/v1")))
                .as("this computer is reached without a proxy")
                .isEqualTo(new Route(Route.Source.SETTINGS, null));
    }

    private static Way named(int port, String user, String password, Path authority) {
        return new Way(Way.Kind.NAMED, "127.0.0.1", port, user, () -> password, List.of(authority));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 10.0.0.1:3128",
        "other.example, 10.0.0.1:3128",
        "sess.example, 10.0.0.1:3128",
        "assess.example, ",
        "'other.example, .EXAMPLE', ",
        "*.example, ",
        "*, ",
    })
    void someHostsAreExceptions(String exceptions, String expected) {
        Proxies proxies = new Proxies(Map.of("HTTPS_PROXY", "10.0.0.1:3128", "NO_PROXY", exceptions), null);
        assertThat(proxies.onTheWayTo(API).orElse(null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "http://10.0.0.1, 10.0.0.1:80",
        "http://10.0.0.1:3128/, 10.0.0.1:3128",
        "socks5://10.0.0.1:1080, ",
        "http://a b, ",
        "'   ', ",
    })
    void whatIsNoProxyIsPassedOver(String value, String expected) {
        assertThat(new Proxies(Map.of("HTTPS_PROXY", value), null)
                        .onTheWayTo(API)
                        .orElse(null))
                .isEqualTo(expected);
    }
}
