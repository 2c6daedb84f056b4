package dev.gradeline.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** What an API holds, fetched without any code of the program's. */
final class Api {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Api() {}

    /** Every row of one endpoint, all pages, by the name of its array. */
    static List<JsonNode> rows(URI base, String key, String endpoint, String array)
            throws IOException, InterruptedException {
        List<JsonNode> rows = new ArrayList<>();
        boolean paged = !endpoint.equals("scores");
        JsonNode page;
        do {
            String query = paged ? "?limit=100&offset=" + rows.size() : "";
            page = get(URI.create(base + "/" + endpoint + query), key).path(array);
            page.forEach(rows::add);
        } while (paged && page.size() == 100);
        return rows;
    }

    static List<JsonNode> array(String json) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        JSON.readTree(json).forEach(rows::add);
        return rows;
    }

    private static JsonNode get(URI address, String key) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(address).header("X-API-Key", key).build();
            return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
        }
    }
}
