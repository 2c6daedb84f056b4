package dev.gradeline.ayliea;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** An API that fails every request in one way, and a client of it that does not wait between its tries. */
public final class FaultyApi implements AutoCloseable {

    /** Every way. */
    public enum Fault {
        CONNECTION_REFUSED,
        RESET,
        STALL,
        HALF_A_BODY,
        ENDLESS_BODY,
        WEB_PAGE,
        REDIRECT,
        UNKNOWN_KEY,
        FORBIDDEN,
        TOO_MANY_FOR_AN_HOUR,
        SERVER_FAULT,
        NOT_UTF_8,
        WRONG_SHAPE
    }

    private static final Limits SHORT =
            new Limits(Duration.ofSeconds(5), Duration.ofMillis(400), Duration.ofMillis(800), 32 << 20);

    private final Fault fault;
    private final Bench bench = new Bench();
    private final RawServer elsewhere;
    private final @Nullable RawServer server;
    private final URI base;

    public FaultyApi(Fault fault) throws IOException {
        this.fault = fault;
        this.elsewhere = new RawServer(RawServer.ok("{\"scores\": [], \"recommendations\": [], \"platforms\": []}"));
        if (fault == Fault.CONNECTION_REFUSED) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                base = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/api/v1");
            }
            server = null;
        } else {
            server = new RawServer(script());
            base = server.base();
        }
    }

    private RawServer.Script script() {
        return switch (fault) {
            case CONNECTION_REFUSED, RESET -> RawServer.reset();
            case STALL -> RawServer.stall();
            case HALF_A_BODY -> RawServer.half("{\"scores\": [], \"recommendations\": [], \"pl", 4_000);
            case ENDLESS_BODY -> RawServer.flood();
            case WEB_PAGE -> RawServer.ok("<html><h1>Welcome to the hotel</h1></html>");
            case REDIRECT -> RawServer.answer(302, "", "Location: " + elsewhere.base() + "/scores");
            case UNKNOWN_KEY -> RawServer.answer(401, "{\"error\": \"Invalid API key\"}");
            case FORBIDDEN -> RawServer.answer(403, "{\"error\": \"Missing scope\"}");
            case TOO_MANY_FOR_AN_HOUR -> RawServer.answer(429, "{\"error\": \"Too many\"}", "Retry-After: 3600");
            case SERVER_FAULT -> RawServer.answer(500, "{\"error\": \"Internal\"}");
            case NOT_UTF_8 -> RawServer.answer(200, new byte[] {'{', (byte) 0xff, (byte) 0xfe, (byte) 0xc3, 0x28, '}'});
            case WRONG_SHAPE -> RawServer.ok("{\"scores\": 7, \"recommendations\": {}, \"platforms\": null}");
        };
    }

    /** A client with this key, and short deadlines where they are what ends the call. */
    public AyliaClient client(ApiKey key, InstantSource clock) {
        Environment environment = new Environment(
                fault == Fault.STALL ? SHORT : Limits.STANDARD,
                (length, call) -> call.throwIfCancelled(),
                System::nanoTime,
                new Random(7),
                new Trust(Map.of()),
                new Proxies(Map.of(), ProxySelector.of(null)));
        return new AyliaClient(
                base, () -> key, RateLimiter.forAyliea(clock), clock, Duration.ofMinutes(2), environment);
    }

    /** How many requests went where a redirect pointed. */
    public int strayed() {
        return elsewhere.requests().size();
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
    }
}
