package dev.gradeline.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One API and the keys of several organisations: each key reads its own organisation's data. */
final class TwoOrganisations implements AutoCloseable {
    static final String NORTHWIND = "ayliea_pk_a1b2c3d4" + "e".repeat(56);
    static final String CONTOSO = "ayliea_pk_c0c0c0c0" + "f".repeat(56);
    /** A second key of the second organisation. */
    static final String CONTOSO_TOO = "ayliea_pk_c1c1c1c1" + "d".repeat(56);

    private final Map<String, String> organisations = new ConcurrentHashMap<>(
            Map.of(NORTHWIND, "org-northwind", CONTOSO, "org-contoso", CONTOSO_TOO, "org-contoso"));
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile String silent = "";
    private volatile boolean cut;
    private volatile String held = "";
    private volatile boolean holding;
    private final CountDownLatch go = new CountDownLatch(1);

    TwoOrganisations() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1";
    }

    /** From now on discovery does not tell whose this key is; empty for none. */
    void silence(String key) {
        silent = key;
    }

    /** From now on whoever asks with this key waits for an answer until {@link #letGo}. */
    void hold(String key) {
        held = key;
    }

    /** Whether somebody waits so. */
    boolean isHolding() {
        return holding;
    }

    void letGo() {
        go.countDown();
    }

    /** From now on nobody knows this key. */
    void revoke(String key) {
        organisations.remove(key);
    }

    /** The key is good for its organisation again. */
    void allow(String key, String organisation) {
        organisations.put(key, organisation);
    }

    /** How often a key was used so far. */
    long requestsWith(String key) {
        return requests.stream()
                .filter(each -> each.startsWith(key.substring(0, 18)))
                .count();
    }

    /** From now on every connection is cut before an answer, or no longer. */
    void cutOff(boolean cut) {
        this.cut = cut;
    }

    /** What was asked for so far, each as the public part of the key and the path. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String key = String.valueOf(exchange.getRequestHeaders().getFirst("X-API-Key"));
            String path = exchange.getRequestURI().getPath().substring("/api/v1/".length());
            if (cut) {
                return;
            }
            if (key.equals(held)) {
                holding = true;
                awaitGo();
                return;
            }
            requests.add(key.substring(0, Math.min(18, key.length())) + " " + path);
            String organisation = organisations.get(key);
            int status = organisation == null ? 401 : 200;
            if (status == 200 && key.equals(silent) && path.equals("discovery")) {
                status = 403;
            }
            String text = organisation == null ? "{\"error\":\"Invalid API key\"}" : body(path, organisation);
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void awaitGo() {
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String body(String path, String organisation) {
        boolean northwind = organisation.equals("org-northwind");
        return switch (path) {
            case "scores" -> """
                {"scores":[{"framework_id":"hipaa","overall_score":%s,"grade":"%s",
                "completed_at":"2026-11-01T08:00:00Z"}]}""".formatted(northwind ? "49" : "91", northwind ? "D" : "A");
            case "recommendations" -> """
                {"recommendations":[{"id":"%s-1","title":"Advice for %s","priority":1,"status":"open",
                "framework_id":"hipaa","category":"Access Control"}]}""".formatted(organisation, organisation);
            default -> """
                {"scan":{"id":"scan-%s","organization_id":"%s","status":"completed",
                "domain":"%s.example","started_at":"2026-11-01T08:00:00Z","completed_at":"2026-11-01T08:10:00Z",
                "summary":{"platforms_discovered":0,"shadow_ai_count":0,"overall_risk_score":1}},"platforms":[]}""".formatted(organisation, organisation, organisation);
        };
    }

    @Override
    public void close() {
        letGo();
        server.stop(0);
        threads.close();
    }
}
