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
        this(200, """
                {"scan":{"id":"s1","organization_id":"another-one","status":"completed",
                "domain":"other.example","started_at":"2026-11-01T08:00:00Z","completed_at":"2026-11-01T08:10:00Z",
                "summary":{"platforms_discovered":0,"shadow_ai_count":0,"overall_risk_score":1}},"platforms":[]}""");
    }

    private OtherOrganisation(int status, String discovery) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/api/v1/scores", 200, "{\"scores\":[]}");
        answer("/api/v1/recommendations", 200, "{\"recommendations\":[]}");
        answer("/api/v1/discovery", status, discovery);
        server.start();
    }

    /** One that does not say who it is: its keys lack the scope. */
    static OtherOrganisation withoutScope() throws IOException {
        return new OtherOrganisation(403, "{\"error\":\"Insufficient scope\"}");
    }

    /** One that does not say who it is: it never completed a scan. */
    static OtherOrganisation withoutScan() throws IOException {
        return new OtherOrganisation(200, "{\"scan\":null,\"platforms\":[]}");
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1";
    }

    private void answer(String path, int status, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
