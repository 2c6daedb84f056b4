package dev.gradeline.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for the API on a loopback address. It behaves as the vendor's documentation of version 1 says; where that
 * is silent it decides: paths are looked up before the key, an outage before either, and a request refused with 429 does
 * not count against the rate. Thread safe.
 */
public final class DemoServer implements AutoCloseable {
    /** The key that may read everything. */
    public static final String KEY = "ayliea_pk_a1b2c3d4" + "0f1e2d3c4b5a6978".repeat(3) + "5eed5eed";

    private static final System.Logger LOG = System.getLogger(DemoServer.class.getName());
    private static final String ROOT = "/api/v1";

    static {
        // The JDK's server writes head and body apart; with Nagle's algorithm each answer then waits for 40 ms. There
        // is
        // no other way to say so, and it counts only before the first HttpServer of the process.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private record Chapter(int number, Snapshot snapshot) {}

    private final Story story;
    private final DemoClock clock;
    private final Gate gate;
    private final HttpServer server;
    private final ExecutorService workers;
    private final AtomicInteger requests = new AtomicInteger();
    private final Object weather = new Object();

    private @Nullable Fault fault;
    private boolean closed;
    private volatile @Nullable Chapter chapter;

    private DemoServer(Story story, DemoClock clock, int port) throws IOException {
        this.story = story;
        this.clock = clock;
        this.gate = new Gate(clock);
        allow(KEY, Arrays.stream(Endpoint.values()).map(Endpoint::scope).collect(Collectors.toSet()));
        this.workers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("demo-api-", 0).factory());
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Starts on a free port of 127.0.0.1. */
    public static DemoServer start(Story story, DemoClock clock) throws IOException {
        return start(story, clock, 0);
    }

    /** Starts on a port of 127.0.0.1; 0 takes a free one. */
    public static DemoServer start(Story story, DemoClock clock, int port) throws IOException {
        return new DemoServer(story, clock, port);
    }

    /** The address to give to a client, as {@code http://127.0.0.1:PORT/api/v1}. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + ROOT);
    }

    /** Lets a key in with these scopes, as {@code scores:read}; a key that is known already gets these instead. */
    public void allow(String key, Set<String> scopes) {
        gate.allow(key, scopes);
    }

    /** Turns a key away from now on. */
    public void revoke(String key) {
        gate.revoke(key);
    }

    /** Whether the organisation is on the Enterprise tier, as it is at first; otherwise every key meets a 403. */
    public void setEnterprise(boolean enterprise) {
        gate.enterprise(enterprise);
    }

    /** Makes something go wrong until it is set to null; lifts the fault that was set before. */
    public void setFault(@Nullable Fault newFault) {
        synchronized (weather) {
            fault = newFault;
            weather.notifyAll();
        }
    }

    /** How many requests were answered, refusals and faults included. */
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        synchronized (weather) {
            closed = true;
            weather.notifyAll();
        }
        server.stop(0);
        workers.close();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            answer(exchange);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a caller went away", e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the demo API failed", e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Optional<Endpoint> endpoint =
                path.startsWith(ROOT) ? Endpoint.at(path.substring(ROOT.length())) : Optional.empty();
        if (endpoint.isEmpty()) {
            send(exchange, Reply.error(404, "Not found"), false);
        } else if (!exchange.getRequestMethod().equals("GET")) {
            send(exchange, Reply.error(405, "Method not allowed"), false);
        } else {
            answer(exchange, endpoint.get());
        }
    }

    private void answer(HttpExchange exchange, Endpoint endpoint) throws IOException {
        Fault now = faultAt(endpoint);
        if (now == null) {
            send(exchange, reply(exchange, endpoint), false);
            return;
        }
        switch (now.kind()) {
            case STATUS -> send(exchange, refusal(now.status()), false);
            case PAGE -> send(exchange, Reply.page(now.status()), false);
            case CUT -> send(exchange, reply(exchange, endpoint), true);
            case STALL -> {
                if (isLifted(now)) {
                    send(exchange, reply(exchange, endpoint), false);
                }
            }
        }
    }

    private Reply reply(HttpExchange exchange, Endpoint endpoint) {
        Optional<Reply> refusal = gate.refusal(exchange.getRequestHeaders().getFirst("X-API-Key"), endpoint);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        try {
            // the scores come whole: a limit or an offset on them is not looked at
            Page page = endpoint == Endpoint.SCORES
                    ? new Page(Page.MOST, 0)
                    : Page.from(exchange.getRequestURI().getRawQuery());
            return Reply.ok(snapshot().answer(endpoint, page));
        } catch (Page.OutOfRange e) {
            return Reply.error(400, String.valueOf(e.getMessage()));
        }
    }

    private Snapshot snapshot() {
        var instant = clock.instant();
        int number = story.chapter(instant);
        Chapter known = chapter;
        if (known == null || known.number() != number) {
            known = new Chapter(number, story.at(instant));
            chapter = known;
        }
        return known.snapshot();
    }

    private Reply refusal(int status) {
        return switch (status) {
            case 401 -> Reply.error(status, "Invalid API key");
            case 403 -> Reply.error(status, "API access requires the Enterprise tier");
            case 404 -> Reply.error(status, "Not found");
            case 429 -> Reply.tooMany(Gate.PERMITS, clock.instant(), Duration.ofMinutes(1));
            case 500 -> Reply.error(status, "Internal server error");
            default -> Reply.error(status, "Service unavailable");
        };
    }

    private @Nullable Fault faultAt(Endpoint endpoint) {
        synchronized (weather) {
            return fault != null && fault.strikes(endpoint) ? fault : null;
        }
    }

    /** Waits; false when the server is closed first: then the caller gets no answer at all. */
    private boolean isLifted(Fault stalled) {
        synchronized (weather) {
            while (stalled.equals(fault) && !closed) {
                try {
                    weather.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return !closed;
        }
    }

    private void send(HttpExchange exchange, Reply reply, boolean cut) throws IOException {
        requests.incrementAndGet();
        byte[] body = reply.bytes();
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body, 0, cut ? body.length / 2 : body.length);
        exchange.getResponseBody().flush();
    }
}
