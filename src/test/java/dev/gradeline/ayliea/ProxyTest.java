package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Assessment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

    /** Tunnels whatever it is asked for to one port, for those who give the right name and password. */
    private static final class TunnelProxy implements AutoCloseable {
        private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final int target;
        private final String expected;

        TunnelProxy(int target, String expected) throws IOException {
            this.target = target;
            this.expected = expected;
            threads.execute(this::accept);
        }

        private void accept() {
            while (!listener.isClosed()) {
                try {
                    Socket client = listener.accept();
                    threads.execute(() -> serve(client));
                } catch (IOException e) {
                    return; // closed: the test is over
                }
            }
        }

        private void serve(Socket client) {
            try (client) {
                var in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII), 1);
                StringBuilder head = new StringBuilder();
                for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    head.append(line).append('\n');
                }
                heard.add(head.toString());
                if (!head.toString().contains(expected)) {
                    client.getOutputStream().write("""
                                    HTTP/1.1 407 Proxy Authentication Required\r
                                    Proxy-Authenticate: Basic realm="way out"\r
                                    Content-Length: 0\r
                                    \r
                                    """.getBytes(StandardCharsets.US_ASCII));
                    return;
                }
                client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                tunnel(client);
            } catch (IOException e) {
                // one of the two has gone: so has the tunnel
            }
        }

        private void tunnel(Socket client) throws IOException {
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
                threads.execute(() -> pump(client, server));
                pump(server, client);
            }
        }

        private static void pump(Socket from, Socket to) {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
                to.shutdownOutput();
            } catch (IOException e) {
                // one of the two has gone: so has the tunnel
            }
        }

        String address() {
            return "127.0.0.1:" + listener.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            listener.close();
            threads.shutdownNow();
        }
    }

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
            assertThat(proxy.heard)
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
