package dev.gradeline.ayliea;

import dev.gradeline.posture.Outcome;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One GET with the key, within limits, and never to another address than the one given: a redirect is an answer like any
 * other.
 *
 * <p>Each exchange has a client, and so a connection, of its own. A connection that was kept may have died while the
 * computer slept or changed networks, and with HTTP/2 the JDK's client would send request after request into it; closing
 * the client is also the one way to be sure that a stalled exchange is over. At 60 requests a minute a handshake each is
 * cheap.
 */
final class Transport implements Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Transport.class);

    /** How much of a message goes to the log: the server may have had a say in it. */
    private static final int LOGGED = 300;

    private static final int PROXY_ASKS = 407;

    private final Limits limits;
    private final Trust trust;
    private final Proxies proxies;
    private final Supplier<Way> ways;
    private final String agent;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<HttpClient> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param ways the way to take, asked for each exchange: it may be another by then */
    Transport(Environment environment, Supplier<Way> ways) {
        this.limits = environment.limits();
        this.trust = environment.trust();
        this.proxies = environment.proxies();
        this.ways = ways;
        this.agent = environment.agent();
    }

    @Override
    public Answer get(URI uri, ApiKey key, Call call) throws NoAnswer, InterruptedException {
        call.throwIfCancelled();
        Way way = ways.get();
        Proxies leading = proxies.on(way);
        Exchange exchange = new Exchange(uri, leading);
        try (HttpClient client = newClient(uri, leading, way)) {
            open.add(client);
            try {
                Proxies.Asking asking = leading.asking(uri);
                Answer answer = answer(exchange, client, request(uri, key, asking), call);
                if (answer.status() == PROXY_ASKS && asking.withheld()) {
                    throw new NoAnswer(new ApiResult.Unreachable<>(Outcome.PROXY_PASSWORD), false);
                }
                return answer;
            } finally {
                // ends what still runs, so that close() has nothing to wait for
                client.shutdownNow();
                open.remove(client);
            }
        }
    }

    private Answer answer(Exchange exchange, HttpClient client, HttpRequest request, Call call)
            throws NoAnswer, InterruptedException {
        if (closed) {
            throw new CancellationException();
        }
        CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(request, exchange::receive);
        try (Call.Registration _ = call.whenCancelled(() -> sent.cancel(true))) {
            HttpResponse<byte[]> response = exchange.await(sent, call);
            return new Answer(response.statusCode(), response.headers(), response.body(), limits.bodyBytes());
        } finally {
            sent.cancel(true);
        }
    }

    private HttpClient newClient(URI uri, Proxies leading, Way way) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(leading)
                .connectTimeout(limits.connect())
                .executor(executor);
        if ("https".equals(uri.getScheme())) {
            builder.sslContext(trust.context(way.authorities()));
        }
        return builder.build();
    }

    private HttpRequest request(URI uri, ApiKey key, Proxies.Asking asking) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                // without TLS the JDK would offer an upgrade to HTTP/2, which only confuses simple servers
                .version("https".equals(uri.getScheme()) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .header("X-API-Key", key.secret())
                .header("User-Agent", agent)
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .method("GET", new SentOnce());
        // goes to the proxy alone: the JDK takes it off what travels through the tunnel
        String who = asking.header();
        if (who != null) {
            request.header("Proxy-Authorization", who);
        }
        return request.build();
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(HttpClient::shutdownNow);
        executor.shutdown();
    }

    /** Watches one exchange: when it began, and when it last gave a sign of life. */
    private final class Exchange {
        private final URI uri;
        private final Proxies leading;
        private final long begun = System.nanoTime();
        private volatile long lastSign = begun;
        private volatile boolean headersArrived;

        Exchange(URI uri, Proxies leading) {
            this.uri = uri;
            this.leading = leading;
        }

        HttpResponse.BodySubscriber<byte[]> receive(HttpResponse.ResponseInfo info) {
            headersArrived = true;
            signOfLife();
            return new CappedBody(limits.bodyBytes(), this::signOfLife);
        }

        private void signOfLife() {
            lastSign = System.nanoTime();
        }

        HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> sent, Call call)
                throws NoAnswer, InterruptedException {
            while (true) {
                HttpResponse<byte[]> response = poll(sent, call);
                if (response != null) {
                    return response;
                }
            }
        }

        /** The response, or null when it is worth waiting on. */
        private @Nullable HttpResponse<byte[]> poll(CompletableFuture<HttpResponse<byte[]>> sent, Call call)
                throws NoAnswer, InterruptedException {
            try {
                return sent.get(timeLeft(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return null;
            } catch (ExecutionException e) {
                // cancelling shows in several ways, depending on how far the exchange was
                call.throwIfCancelled();
                if (closed) {
                    throw new CancellationException();
                }
                LOG.info("no whole answer from {}: {}", peer(), SafeText.excerpt(String.valueOf(e.getCause()), LOGGED));
                throw Faults.of(e, uri, peer(), limits, headersArrived);
            }
        }

        /** Who is at the other end of the connection. */
        private String peer() {
            return leading.onTheWayTo(uri).map(proxy -> "the proxy " + proxy).orElse(uri.getHost());
        }

        private long timeLeft() throws NoAnswer {
            long now = System.nanoTime();
            long whole = limits.whole().minusNanos(now - begun).toNanos();
            long idle = limits.idle().minusNanos(now - lastSign).toNanos();
            if (whole <= 0) {
                throw Faults.timedOut(headersArrived ? "no end of the answer" : "no answer", limits.whole());
            }
            if (idle <= 0) {
                throw Faults.timedOut(headersArrived ? "nothing more of the answer" : "no answer", limits.idle());
            }
            return Math.min(whole, idle);
        }
    }
}
