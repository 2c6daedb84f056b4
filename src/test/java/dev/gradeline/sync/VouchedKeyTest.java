package dev.gradeline.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.AyliaClient;
import dev.gradeline.ayliea.Call;
import dev.gradeline.ayliea.RateLimiter;
import dev.gradeline.history.History;
import dev.gradeline.posture.Freshness;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.sync.SyncReport.PartReport;
import dev.gradeline.words.OutcomeWords;
import dev.gradeline.words.Words;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the person's word for a key is worth, and that one run reads with one key. */
class VouchedKeyTest {
    private static final ApiKey OURS = ApiKey.of("ayliea_pk_a1b2c3d4" + "e".repeat(56));
    private static final ApiKey THEIRS = ApiKey.of("ayliea_pk_c0c0c0c0" + "f".repeat(56));
    private static final int SILENT = 403;

    @TempDir
    Path directory;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<ApiKey> keys = new ArrayList<>();
    private volatile int discovery = 200;
    private volatile String organization = "ours";

    private HttpServer server;
    private History history;
    private AyliaClient client;
    private Synchroniser synchroniser;

    @BeforeEach
    void open() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/", exchange -> {
            try (exchange) {
                boolean isDiscovery = exchange.getRequestURI().getPath().endsWith("discovery");
                asked.add(exchange.getRequestHeaders().getFirst("X-API-Key"));
                byte[] body = """
                        {"scan": {"id": "s", "organization_id": "%s"}, "platforms": [], "scores": [],
                         "recommendations": []}""".formatted(organization).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(isDiscovery ? discovery : 200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        history = History.open(directory.resolve("h.db"), InstantSource.system());
        client = new AyliaClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1"),
                () -> keys.size() > 1 ? keys.removeFirst() : keys.getFirst(),
                RateLimiter.forAyliea(InstantSource.system()),
                InstantSource.system(),
                Duration.ZERO);
        synchroniser = new Synchroniser(client, history, InstantSource.system());
        keys.add(OURS);
        assertThat(run()).containsExactly(Outcome.OK);
        keys.set(0, THEIRS);
    }

    @AfterEach
    void close() {
        client.close();
        server.stop(0);
        history.close();
    }

    private Set<Outcome> run() {
        return synchroniser.run(new Call(), SyncProgress.NONE).parts().values().stream()
                .map(PartReport::outcome)
                .collect(Collectors.toSet());
    }

    private boolean isKnown() {
        return !history.isStranger(THEIRS.secret(), null);
    }

    @Test
    void itIsRememberedOnceItWasRead() {
        discovery = SILENT;
        assertThat(run()).containsExactly(Outcome.UNKNOWN_ORGANISATION);
        synchroniser.vouchFor(THEIRS);
        assertThat(isKnown()).as("before anybody asked the server").isFalse();
        assertThat(run()).contains(Outcome.OK);
        assertThat(isKnown()).isTrue();
    }

    @Test
    void aHistoryThatNamesNobodyIsSaidToBeTheReason() throws Exception {
        history.close();
        history = History.open(directory.resolve("other.db"), InstantSource.system());
        synchroniser = new Synchroniser(client, history, InstantSource.system());
        keys.set(0, OURS);
        discovery = SILENT;
        run();
        keys.set(0, THEIRS);
        discovery = 200;
        assertThat(run()).containsExactly(Outcome.UNKNOWN_ORGANISATION);
        Freshness scores = history.posture().freshness(Part.SCORES);
        OutcomeWords words = new OutcomeWords(new Words(Locale.UK, ZoneOffset.UTC));
        assertThat(words.notice(Part.SCORES, Outcome.UNKNOWN_ORGANISATION, scores.detail(), false)
                        .what())
                .contains("no key so far could read discovered platforms");
        discovery = SILENT;
        run();
        assertThat(words.notice(
                                Part.SCORES,
                                Outcome.UNKNOWN_ORGANISATION,
                                history.posture().freshness(Part.SCORES).detail(),
                                false)
                        .what())
                .contains("could not be read");
    }

    @Test
    void theServersWordGoesBeforeThePersonsForGood() {
        synchroniser.vouchFor(THEIRS);
        organization = "theirs";
        assertThat(run()).containsExactly(Outcome.OTHER_ORGANISATION);
        assertThat(isKnown()).isFalse();
        discovery = SILENT;
        assertThat(run()).as("data of two would mix").containsExactly(Outcome.UNKNOWN_ORGANISATION);
    }

    @Test
    void aRejectedKeyIsNotRemembered() {
        synchroniser.vouchFor(THEIRS);
        discovery = 401;
        assertThat(run()).containsExactly(Outcome.KEY_REJECTED);
        assertThat(isKnown()).isFalse();
        discovery = SILENT;
        assertThat(run()).containsExactly(Outcome.UNKNOWN_ORGANISATION);
    }

    @Test
    void theWordIsForOneKeyOnly() {
        synchroniser.vouchFor(ApiKey.of(THEIRS.secret().replace('f', 'd')));
        discovery = SILENT;
        assertThat(run()).containsExactly(Outcome.UNKNOWN_ORGANISATION);
    }

    @Test
    void aKeyThatIsReplacedDuringARunIsNotMixedIn() {
        keys.clear();
        keys.addAll(List.of(OURS, THEIRS));
        asked.clear();
        assertThat(run()).containsExactly(Outcome.OK);
        assertThat(asked).hasSize(3).containsOnly(OURS.secret());
    }
}
