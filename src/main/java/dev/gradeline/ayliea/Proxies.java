package dev.gradeline.ayliea;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which proxy leads to an address: the one that the environment names, as command-line tools understand it
 * ({@code HTTPS_PROXY}, {@code ALL_PROXY}, {@code NO_PROXY}, in capitals or not), else the one that the person chose, else the
 * system's. Never one for this computer itself. Immutable.
 */
final class Proxies extends ProxySelector {
    private static final Logger LOG = LoggerFactory.getLogger(Proxies.class);
    private static final int USUAL_PORT = 80;
    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final Route.Source source;
    private final @Nullable ProxySelector system;
    private final @Nullable Named named;
    private final List<String> exceptions;

    /**
     * @param host its name or address
     * @param credentials who asks
     */
    private record Named(String host, int port, Supplier<Asking> credentials) {}

    /**
     * What a proxy is told of who asks.
     *
     * @param header for {@code Proxy-Authorization}; null for nothing
     * @param withheld whether there is a password, and whoever keeps it did not give it. Nothing is told then: a wrong password, sent
     *     often enough, locks an account
     */
    record Asking(@Nullable String header, boolean withheld) {
        static final Asking NOBODY = new Asking(null, false);

        private static Asking of(String user, String password) {
            byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return new Asking("Basic " + Base64.getEncoder().encodeToString(both), false);
        }

        @Override
        public String toString() {
            return "Asking[withheld=" + withheld + "]";
        }
    }

    /** @param system what the system says; null when it says nothing */
    Proxies(Map<String, String> environment, @Nullable ProxySelector system) {
        this.system = system;
        this.named = variable(environment, "HTTPS_PROXY")
                .or(() -> variable(environment, "ALL_PROXY"))
                .flatMap(Proxies::parse)
                .orElse(null);
        this.source = named == null ? Route.Source.SYSTEM : Route.Source.ENVIRONMENT;
        this.exceptions = variable(environment, "NO_PROXY").stream()
                .flatMap(list -> List.of(list.split("[,\\s]+")).stream())
                .filter(each -> !each.isBlank())
                .map(each -> each.toLowerCase(Locale.ROOT))
                .toList();
    }

    private Proxies(
            Route.Source source, @Nullable ProxySelector system, @Nullable Named named, List<String> exceptions) {
        this.source = source;
        this.system = system;
        this.named = named;
        this.exceptions = exceptions;
    }

    /** These where the person chose a way: what the environment says goes before it. */
    Proxies on(Way way) {
        if (source == Route.Source.ENVIRONMENT) {
            return this;
        }
        return switch (way.kind()) {
            case SYSTEM -> this;
            case NONE -> new Proxies(Route.Source.SETTINGS, null, null, exceptions);
            case NAMED ->
                new Proxies(
                        Route.Source.SETTINGS,
                        null,
                        new Named(way.host(), way.port(), () -> credentials(way)),
                        exceptions);
        };
    }

    private static Asking credentials(Way way) {
        if (way.user().isEmpty()) {
            return Asking.NOBODY;
        }
        String password = way.password().get();
        return password == null ? new Asking(null, true) : Asking.of(way.user(), password);
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(environment.get(name.toLowerCase(Locale.ROOT))))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static Optional<Named> parse(String address) {
        try {
            URI uri = new URI(address.contains("://") ? address : "http://" + address);
            if (uri.getHost() != null && "http".equalsIgnoreCase(uri.getScheme())) {
                Asking credentials = credentials(uri.getRawUserInfo());
                return Optional.of(
                        new Named(uri.getHost(), uri.getPort() < 0 ? USUAL_PORT : uri.getPort(), () -> credentials));
            }
        } catch (URISyntaxException e) {
            LOG.debug("not an address", e);
        }
        // the address itself may hold a password
        LOG.warn("the proxy that the environment names is passed over: it is no http:// address");
        return Optional.empty();
    }

    private static Asking credentials(@Nullable String userInfo) {
        if (userInfo == null) {
            return Asking.NOBODY;
        }
        String[] parts = userInfo.split(":", 2);
        return Asking.of(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (BaseUrl.isLoopback(host)) {
            return DIRECT;
        }
        if (named != null) {
            return isException(host)
                    ? DIRECT
                    : List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(named.host(), named.port())));
        }
        return system == null ? DIRECT : system.select(uri);
    }

    private boolean isException(String host) {
        return exceptions.stream().anyMatch(each -> {
            String domain = each.startsWith("*.") ? each.substring(2) : each.startsWith(".") ? each.substring(1) : each;
            return domain.equals("*") || host.equals(domain) || host.endsWith("." + domain);
        });
    }

    @Override
    public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {
        if (system != null && named == null) {
            system.connectFailed(uri, proxy, failure);
        }
    }

    /**
     * What the proxy is told of who asks; nothing when nobody gave a name, or no named proxy leads there. May be slow: a password
     * may have to be asked of the keychain.
     */
    Asking asking(URI uri) {
        return named == null || select(uri).equals(DIRECT)
                ? Asking.NOBODY
                : named.credentials().get();
    }

    private static String decoded(String part) {
        // a plus sign stands for itself here
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The way to an address, and who says so. */
    Route route(URI uri) {
        return new Route(source, onTheWayTo(uri).orElse(null));
    }

    /** The proxy on the way to an address, as host and port; empty when there is none. */
    Optional<String> onTheWayTo(URI uri) {
        return select(uri).stream()
                .map(Proxy::address)
                .filter(InetSocketAddress.class::isInstance)
                .map(InetSocketAddress.class::cast)
                .findFirst()
                .map(address -> address.getHostString() + ":" + address.getPort());
    }
}
