package dev.gradeline.ayliea;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The API as a function from a request to a body, on a real HTTP server. */
final class StubApi implements AutoCloseable {

    /** Answers one request with a body, as 200. */
    interface Endpoint {
        /** @param number which request to this endpoint it is, from 0 */
        String body(int limit, int offset, int number);
    }

    private static final Pattern LIMIT = Pattern.compile("\\blimit=(\\d+)");
    private static final Pattern OFFSET = Pattern.compile("\\boffset=(\\d+)");

    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    /** @param endpoints by name, as {@code scores}; any other is 404 */
    StubApi(Map<String, Endpoint> endpoints) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/", exchange -> answer(exchange, endpoints));
        server.start();
    }

    static StubApi scores(String body) throws IOException {
        return new StubApi(Map.of("scores", (limit, offset, number) -> body));
    }

    static StubApi recommendations(Endpoint endpoint) throws IOException {
        return new StubApi(Map.of("recommendations", endpoint));
    }

    static StubApi discovery(Endpoint endpoint) throws IOException {
        return new StubApi(Map.of("discovery", endpoint));
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1");
    }

    /** The requests so far, as {@code scores} or {@code recommendations?limit=100&offset=0}. */
    List<String> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange, Map<String, Endpoint> endpoints) throws IOException {
        try (exchange) {
            String asked = exchange.getRequestURI().toString().substring("/api/v1/".length());
            String name = asked.replaceAll("\\?.*", "");
            int number = counts.merge(name, 1, Integer::sum) - 1;
            requests.add(asked);
            Endpoint endpoint = endpoints.get(name);
            byte[] body = (endpoint == null
                            ? "{\"error\": \"Not found\"}"
                            : endpoint.body(number(LIMIT, asked, 100), number(OFFSET, asked, 0), number))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(endpoint == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static int number(Pattern pattern, String text, int otherwise) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : otherwise;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
