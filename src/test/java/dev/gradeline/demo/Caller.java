package dev.gradeline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Calls a demo server over real HTTP, as a script of somebody else's would. */
final class Caller implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final DemoClock clock;
    private final DemoServer server;

    Caller(Instant instant) throws IOException {
        this(Story.northwind(), instant);
    }

    Caller(Story story, Instant instant) throws IOException {
        clock = DemoClock.at(instant);
        server = DemoServer.start(story, clock);
    }

    DemoServer server() {
        return server;
    }

    DemoClock clock() {
        return clock;
    }

    HttpResponse<byte[]> get(String path) throws IOException {
        return get(path, DemoServer.KEY);
    }

    HttpResponse<byte[]> get(String path, @Nullable String key) throws IOException {
        return send(request(path, key).build());
    }

    HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    CompletableFuture<HttpResponse<byte[]>> later(String path) {
        return http.sendAsync(request(path, DemoServer.KEY).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpRequest.Builder request(String path, @Nullable String key) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.baseUrl() + path)).timeout(Duration.ofSeconds(20));
        return key == null ? request : request.header("X-API-Key", key);
    }

    /** The body of an answer that has to be a success. */
    JsonNode json(String path) throws IOException {
        HttpResponse<byte[]> response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return parse(response);
    }

    /** Every row, page after page, with time passing in between so that the rate is kept. */
    List<JsonNode> all(String path, String field, int limit) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        int size;
        do {
            JsonNode page =
                    json(path + "?limit=" + limit + "&offset=" + rows.size()).get(field);
            page.forEach(rows::add);
            size = page.size();
            clock.advance(Duration.ofSeconds(1));
        } while (size == limit);
        return rows;
    }

    static JsonNode parse(HttpResponse<byte[]> response) {
        try {
            return MAPPER.readTree(text(response));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
        http.shutdownNow();
    }
}
