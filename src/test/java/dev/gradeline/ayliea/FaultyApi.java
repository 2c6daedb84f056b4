package dev.gradeline.ayliea;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** An API that fails every request in one way, and clients of it that do not wait between their tries. */
public final class FaultyApi implements AutoCloseable {

    /** Every way. */
    public enum Fault {
        CONNECTION_REFUSED,
        RESET,
        CLOSED_WITHOUT_A_WORD,
        STALL,
        DRIP,
        HALF_A_BODY,
        RESET_IN_A_BODY,
        ENDLESS_BODY,
        GZIP_BOMB,
        DEEP_NESTING,
        LONG_NUMBER,
        WEB_PAGE,
        REDIRECT,
        UNKNOWN_KEY,
        FORBIDDEN,
        TOO_MANY_FOR_AN_HOUR,
        SERVER_FAULT,
        NOT_UTF_8,
        NOT_JSON,
        WRONG_SHAPE,
        NO_TLS,
        CERTIFICATE_OF_NOBODY,
        CERTIFICATE_OF_ANOTHER_HOST,
        PROXY_ASKS_WHO
    }

    /** How long a client waits for a sign of life, and for the whole, where that is what ends a call. */
    private static final Limits SHORT =
            new Limits(Duration.ofSeconds(5), Duration.ofMillis(400), Duration.ofMillis(800), 32 << 20);

    private static final String EMPTY = "{\"scores\": [], \"recommendations\": [], \"scan\": null, \"platforms\": []}";
    private static final int UNPACKED_MIB = 300;

    private final Fault fault;
    private final Bench bench = new Bench();
    private final Map<String, String> variables = new HashMap<>();
    private final AtomicReference<Duration> slept = new AtomicReference<>(Duration.ZERO);
    private final RawServer elsewhere = new RawServer(RawServer.ok(EMPTY));
    private final @Nullable RawServer server;
    private final @Nullable TlsServer tls;
    private final URI base;

    /** @param folder where certificates are made, for those faults that need one */
    public FaultyApi(Fault fault, Path folder) throws Exception {
        this.fault = fault;
        tls = switch (fault) {
            case CERTIFICATE_OF_NOBODY -> new TlsServer(folder, "DNS:localhost");
            case CERTIFICATE_OF_ANOTHER_HOST -> new TlsServer(folder, "DNS:elsewhere.example");
            default -> null;
        };
        server = tls != null || fault == Fault.CONNECTION_REFUSED ? null : new RawServer(script());
        base = address();
    }

    private URI address() throws IOException {
        if (tls != null) {
            if (fault == Fault.CERTIFICATE_OF_ANOTHER_HOST) {
                variables.put("SSL_CERT_FILE", tls.authority().toString());
            }
            return URI.create("https://localhost:" + tls.port() + "/api/v1");
        }
        if (server == null) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return URI.create("http://127.0.0.1:" + free.getLocalPort() + "/api/v1");
            }
        }
        return switch (fault) {
            case NO_TLS -> URI.create("https://127.0.0.1:" + server.base().getPort() + "/api/v1");
            case PROXY_ASKS_WHO -> {
                variables.put("HTTPS_PROXY", "127.0.0.1:" + server.base().getPort());
                yield URI.create("https://assess.example/api/v1");
            }
            default -> server.base();
        };
    }

    private RawServer.Script script() throws IOException {
        return switch (fault) {
            case CONNECTION_REFUSED, CERTIFICATE_OF_NOBODY, CERTIFICATE_OF_ANOTHER_HOST, RESET -> RawServer.reset();
            case CLOSED_WITHOUT_A_WORD -> RawServer.silence();
            case STALL -> RawServer.stall();
            case DRIP -> RawServer.drip();
            case HALF_A_BODY -> RawServer.half("{\"scores\": [], \"recommendations\": [], \"pl", 4_000);
            case RESET_IN_A_BODY -> RawServer.resetInBody();
            case ENDLESS_BODY -> RawServer.flood();
            case GZIP_BOMB -> RawServer.answer(200, bomb(), "Content-Encoding: gzip");
            case DEEP_NESTING -> RawServer.ok(inEveryList("[".repeat(100_000)));
            case LONG_NUMBER -> RawServer.ok(inEveryList("{\"id\": " + "1".repeat(100_000) + "}"));
            case WEB_PAGE -> RawServer.ok("<html><h1>Welcome to the hotel</h1></html>");
            case REDIRECT -> RawServer.answer(302, "", "Location: " + elsewhere.base() + "/scores");
            case UNKNOWN_KEY -> RawServer.answer(401, "{\"error\": \"Invalid API key\"}");
            case FORBIDDEN -> RawServer.answer(403, "{\"error\": \"Missing scope\"}");
            case TOO_MANY_FOR_AN_HOUR -> RawServer.answer(429, "{\"error\": \"Too many\"}", "Retry-After: 3600");
            case SERVER_FAULT -> RawServer.answer(500, "{\"error\": \"Internal\"}");
            case NOT_UTF_8 -> RawServer.answer(200, new byte[] {'{', (byte) 0xff, (byte) 0xfe, (byte) 0xc3, 0x28, '}'});
            case NOT_JSON -> RawServer.ok("{\"scores\": [{\"framework_id\": tru");
            case WRONG_SHAPE -> RawServer.ok("{\"scores\": 7, \"recommendations\": {}, \"platforms\": null}");
            case NO_TLS -> RawServer.ok(EMPTY);
            case PROXY_ASKS_WHO -> RawServer.answer(407, "", "Proxy-Authenticate: Basic realm=\"way out\"");
        };
    }

    private static String inEveryList(String row) {
        return "{\"scores\": [" + row + "], \"recommendations\": [" + row + "], \"platforms\": [" + row + "]}";
    }

    /** A third of a megabyte, and a thousand times that when unpacked. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] blank = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write("{\"scores\": [".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < UNPACKED_MIB; i++) {
                out.write(blank);
            }
        }
        return packed.toByteArray();
    }

    public URI base() {
        return base;
    }

    /** The environment variables under which the fault is met. */
    public Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    /** Clients with short deadlines where these are what ends a call, which note how long they would have slept. */
    public Clients clients() {
        Environment environment = new Environment(
                fault == Fault.STALL || fault == Fault.DRIP ? SHORT : Limits.STANDARD,
                (length, call) -> {
                    call.throwIfCancelled();
                    slept.accumulateAndGet(length, Duration::plus);
                },
                System::nanoTime,
                new Random(7),
                new Trust(variables),
                new Proxies(variables, ProxySelector.of(null)),
                "test");
        return (URI address,
                Supplier<@Nullable ApiKey> keys,
                RateLimiter limiter,
                InstantSource clock,
                Duration maxWait,
                Supplier<Way> ways) -> new AyliaClient(address, keys, limiter, clock, maxWait, environment, ways);
    }

    /** One client with this key. */
    public AyliaClient client(ApiKey key, InstantSource clock) {
        return clients()
                .open(base, () -> key, RateLimiter.forAyliea(clock), clock, Duration.ofMinutes(2), () -> Way.SYSTEM);
    }

    /** How long all clients would have slept between their tries. */
    public Duration slept() {
        return slept.get();
    }

    /** How many requests, with or without a key, came to the server or to the proxy. */
    public int requests() {
        return server == null ? 0 : server.requests().size();
    }

    /** As what program the clients gave themselves out. */
    public Set<String> agents() {
        return server == null
                ? Set.of()
                : server.requests().stream()
                        .map(request -> request.headers().getOrDefault("User-Agent", ""))
                        .collect(Collectors.toSet());
    }

    /** How many keys came where none belongs: where a redirect points, to a proxy, to a server that proved nothing. */
    public int strayed() {
        int proxied = fault == Fault.PROXY_ASKS_WHO && server != null
                ? keys(server.requests().stream()
                        .map(RawServer.Request::headers)
                        .toList())
                : 0;
        return elsewhere.requests().size()
                + proxied
                + (tls == null ? 0 : tls.requests().size());
    }

    private static int keys(List<Map<String, String>> heads) {
        return (int) heads.stream()
                .filter(head -> head.toString().contains("ayliea_pk_"))
                .count();
    }

    /** All that was logged since. */
    public String log() {
        return bench.log();
    }

    @Override
    public void close() throws IOException {
        bench.close();
        elsewhere.close();
        if (server != null) {
            server.close();
        }
        if (tls != null) {
            tls.close();
        }
    }
}
