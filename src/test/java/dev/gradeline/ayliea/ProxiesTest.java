package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a proxy's users never see on the way: which one is asked, and who is told that it did not answer. */
class ProxiesTest {
    private static final URI API = URI.create("https://assess.example/api/v1");
    private static final Proxy OF_THE_SYSTEM =
            new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("system.example", 8080));

    private final List<URI> failed = new ArrayList<>();
    private final ProxySelector system = new ProxySelector() {
        @Override
        public List<Proxy> select(URI uri) {
            return List.of(OF_THE_SYSTEM);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {
            failed.add(uri);
        }
    };

    private static String host(Proxies proxies, URI uri) {
        Proxy first = proxies.select(uri).getFirst();
        return first.address() instanceof InetSocketAddress address ? address.getHostString() : "direct";
    }

    @Test
    void theSystemLearnsThatItsProxyDidNotAnswer() {
        new Proxies(Map.of(), system).connectFailed(API, OF_THE_SYSTEM.address(), new IOException("refused"));
        assertThat(failed).containsExactly(API);
    }

    @Test
    void aProxyThatSomebodyElseNamedIsNoneOfTheSystems() {
        Proxies named = new Proxies(Map.of("HTTPS_PROXY", "http://named.example:8080"), system);
        named.connectFailed(API, OF_THE_SYSTEM.address(), new IOException("refused"));
        new Proxies(Map.of(), null).connectFailed(API, OF_THE_SYSTEM.address(), new IOException("refused"));
        assertThat(failed).isEmpty();
    }

    @Test
    void anEmptyVariableNamesNothing() {
        assertThat(host(new Proxies(Map.of("HTTPS_PROXY", "  ", "ALL_PROXY", "all.example:8080"), system), API))
                .isEqualTo("all.example");
        assertThat(host(new Proxies(Map.of("HTTPS_PROXY", ""), system), API)).isEqualTo("system.example");
    }

    @Test
    void twoCommasNameNoHostOfEveryName() {
        Proxies proxies =
                new Proxies(Map.of("HTTPS_PROXY", "named.example:8080", "NO_PROXY", ",other.example,,"), system);
        assertThat(host(proxies, URI.create("https://assess.example./api/v1"))).isEqualTo("named.example");
        assertThat(host(proxies, URI.create("https://www.other.example/"))).isEqualTo("direct");
    }

    @Test
    void nothingGoesThroughAProxyToThisComputer() {
        assertThat(new Proxies(Map.of(), system).select(URI.create("http://127.0.0.1:8080/api/v1")))
                .containsExactly(Proxy.NO_PROXY);
        assertThat(new Proxies(Map.of(), null).select(API)).containsExactly(Proxy.NO_PROXY);
    }
}
