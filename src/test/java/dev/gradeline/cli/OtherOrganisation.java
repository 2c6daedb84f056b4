package dev.gradeline.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The API of an organisation that has a scan and nothing else; every key may read it. */
final class OtherOrganisation implements AutoCloseable {
    private final HttpServer server;

    OtherOrganisation() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/api/v1/scores", "{\"scores\":[]}");
        answer("/api/v1/recommendations", "{\"recommendations\":[]}");
        answer("/api/v1/discovery", """
                {"scan":{"id":"s1","organization_id":"another-one","status":"completed",
                "domain":"other.example","started_at":"2026-11-01T08:00:00Z","completed_at":"2026-11-01T08:10:00Z",
                "summary":{"platforms_discovered":0,"shadow_ai_count":0,"overall_risk_score":1}},"platforms":[]}""");
        server.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1";
    }

    private void answer(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
