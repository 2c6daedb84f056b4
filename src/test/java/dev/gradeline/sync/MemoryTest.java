package dev.gradeline.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.AyliaClient;
import dev.gradeline.ayliea.Call;
import dev.gradeline.ayliea.RateLimiter;
import dev.gradeline.history.History;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a very large organisation, or a server gone mad, does to a small computer: a process of its own shows it. */
@Timeout(170)
class MemoryTest {
    private static final String HEAP = "-Xmx256m";
    private static final int ROWS = 100_000;
    private static final Pattern OFFSET = Pattern.compile("offset=(\\d+)");

    @TempDir
    Path directory;

    /** What is answered to the n-th synchronisation, from 0. */
    private volatile int run;

    @Test
    void aHundredThousandRecommendationsFitAndSoDoesAServerThatNeverStops() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/scores", exchange -> answer(exchange, "{\"scores\": []}"));
        server.createContext("/api/v1/discovery", exchange -> answer(exchange, "{\"scan\": null, \"platforms\": []}"));
        server.createContext("/api/v1/recommendations", this::recommendations);
        server.start();
        try {
            Process child = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            HEAP,
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Child.class.getName(),
                            "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1",
                            directory.resolve("h.db").toString()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var said = child.inputReader()) {
                assertThat(line(said)).as("the first time").isEqualTo("OK 100000, 100000 changes, stored 100000");
                run = 1;
                child.getOutputStream().write('\n');
                child.getOutputStream().flush();
                assertThat(line(said))
                        .as("again, with another status everywhere")
                        .isEqualTo("OK 100000, 100000 changes, stored 100000");
                run = 2;
                child.getOutputStream().write('\n');
                child.getOutputStream().flush();
                assertThat(line(said)).as("an endless body").isEqualTo("NOT_UNDERSTOOD 0, 0 changes, stored 100000");
                assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
                assertThat(child.exitValue()).isZero();
            } finally {
                child.destroyForcibly();
            }
        } finally {
            server.stop(0);
        }
    }

    /** Passes over what is logged there. */
    private static String line(java.io.BufferedReader said) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("> ")) {
                return line.substring(2);
            }
        }
        return "nothing more";
    }

    private void recommendations(HttpExchange exchange) throws IOException {
        if (run == 2) {
            flood(exchange);
            return;
        }
        Matcher offset = OFFSET.matcher(exchange.getRequestURI().toString());
        int from = offset.find() ? Integer.parseInt(offset.group(1)) : 0;
        answer(
                exchange,
                IntStream.range(from, Math.min(from + 100, ROWS))
                        .mapToObj(this::row)
                        .collect(Collectors.joining(",", "{\"recommendations\": [", "]}")));
    }

    private String row(int number) {
        return """
                {"id": "%s", "title": "Require a second factor for every account that may change record %d of the register",
                 "priority": %d, "status": "%s", "framework_id": "nist-csf-2", "category": "Access Control"}""".formatted(new UUID(number, 7L * number), number, 1 + number % 5, run == 0 ? "open" : "in_progress");
    }

    private static void flood(HttpExchange exchange) throws IOException {
        byte[] block = "{\"id\": \"x\", \"title\": \"y\"},".repeat(3_000).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, 0);
        try (exchange;
                OutputStream out = exchange.getResponseBody()) {
            out.write("{\"recommendations\": [".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 10_000; i++) {
                out.write(block);
            }
        }
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Synchronises three times, the second and third when told to, and says how each went. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws Exception {
            InstantSource clock = InstantSource.system();
            ApiKey key = ApiKey.of("ayliea_pk_" + "0123456789abcdef".repeat(4));
            // the limit is not what is tried here, and would take a quarter of an hour
            RateLimiter limiter = new RateLimiter(1_000_000, Duration.ofSeconds(1), clock);
            try (AyliaClient client = new AyliaClient(
                            URI.create(arguments[0]), () -> key, limiter, clock, Duration.ofMinutes(2));
                    History history = History.open(Path.of(arguments[1]), clock)) {
                Synchroniser synchroniser = new Synchroniser(client, history, clock);
                for (int run = 0; run < 3; run++) {
                    if (run > 0) {
                        System.in.read();
                    }
                    SyncReport report = synchroniser.run(new Call(), SyncProgress.NONE);
                    SyncReport.PartReport part = report.parts().get(Part.RECOMMENDATIONS);
                    Outcome outcome = part == null ? Outcome.CANCELLED : part.outcome();
                    System.out.println("> " + outcome + " " + (part == null ? 0 : part.rows()) + ", "
                            + report.changes().size() + " changes, stored "
                            + history.posture().recommendations().size());
                }
            }
        }
    }
}
