package dev.gradeline.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.AyliaClient;
import dev.gradeline.ayliea.Call;
import dev.gradeline.ayliea.RateLimiter;
import dev.gradeline.demo.DemoServer;
import dev.gradeline.demo.Fault;
import dev.gradeline.demo.Story;
import dev.gradeline.posture.Change;
import dev.gradeline.posture.Changes;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Scan;
import dev.gradeline.posture.Standing;
import dev.gradeline.sync.SyncReport.PartReport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the demo's API through the real client into a real history. */
class SynchroniserTest {
    @TempDir
    Path directory;

    private Bench bench;
    private Synchroniser synchroniser;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(directory, Story.LAST_VISIT);
        synchroniser = bench.synchroniser();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private SyncReport run() {
        return synchroniser.run(new Call(), SyncProgress.NONE);
    }

    /** Everything, then the clock moved on, so that the next run finds something else. */
    private Posture stored() {
        assertThat(run().complete()).isTrue();
        Posture before = bench.history.posture();
        bench.clock.moveTo(Story.END);
        return before;
    }

    private static Map<Part, Outcome> outcomes(SyncReport report) {
        return report.parts().values().stream().collect(Collectors.toMap(PartReport::part, PartReport::outcome));
    }

    @Test
    void everythingThatTheServerHasIsStored() {
        SyncReport report = run();
        Posture posture = bench.history.posture();
        Scan scan = posture.scan();

        assertThat(report.complete()).isTrue();
        assertThat(report.parts().keySet()).containsExactly(Part.values());
        assertThat(rows(report, Part.SCORES))
                .isEqualTo(posture.standings().size())
                .isGreaterThan(5);
        assertThat(rows(report, Part.RECOMMENDATIONS))
                .isEqualTo(posture.recommendations().size())
                .isGreaterThan(100);
        assertThat(rows(report, Part.DISCOVERY))
                .isEqualTo(scan == null ? 0 : scan.platforms().size())
                .isPositive();
        assertThat(posture.freshness(Part.SCORES).refreshedAt()).isEqualTo(report.at());
        assertThat(report.at()).isEqualTo(Story.LAST_VISIT);
        assertThat(report.changes()).hasSizeGreaterThan(100);
    }

    private static int rows(SyncReport report, Part part) {
        PartReport of = report.parts().get(part);
        return of == null ? -1 : of.rows();
    }

    @Test
    void nothingNewIsNoChange() {
        run();
        bench.clock.advance(Duration.ofMinutes(15));

        assertThat(run().changes()).isEmpty();
    }

    @Test
    void whatDiffersFromBeforeIsReported() {
        Posture before = stored();

        List<Change> changes = run().changes();

        assertThat(changes).isEqualTo(Changes.between(before, bench.history.posture(), Duration.ZERO));
        assertThat(changes)
                .extracting(Change::kind)
                .contains(Change.Kind.RECOMMENDATION_COMPLETED, Change.Kind.PLATFORM_NEW);
    }

    @Test
    void progressFollowsThePartsAndTheirRows() {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());

        SyncReport report = synchroniser.run(new Call(), (part, rows) -> heard.add(part + " " + rows));

        assertThat(heard)
                .containsSubsequence(
                        "DISCOVERY 0",
                        "SCORES 0",
                        "SCORES " + rows(report, Part.SCORES),
                        "RECOMMENDATIONS 0",
                        "RECOMMENDATIONS 100",
                        "RECOMMENDATIONS " + rows(report, Part.RECOMMENDATIONS));
    }

    @Test
    void partlyRefusedIsPartlyStored() {
        Posture before = stored();
        bench.server.allow(DemoServer.KEY, Set.of("scores:read"));

        SyncReport report = run();

        assertThat(outcomes(report))
                .containsOnly(
                        Map.entry(Part.SCORES, Outcome.OK),
                        Map.entry(Part.RECOMMENDATIONS, Outcome.REFUSED),
                        Map.entry(Part.DISCOVERY, Outcome.REFUSED));
        Posture after = bench.history.posture();
        assertThat(after.allRefused()).isFalse();
        assertThat(after.recommendations()).isEqualTo(before.recommendations());
        assertThat(after.scans()).isEqualTo(before.scans());
        assertThat(after.freshness(Part.SCORES).refreshedAt()).isEqualTo(report.at());
        assertThat(after.freshness(Part.RECOMMENDATIONS).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(after.freshness(Part.RECOMMENDATIONS).refreshedAt())
                .isEqualTo(before.freshness(Part.RECOMMENDATIONS).refreshedAt());
        assertThat(after.lastSync()).isEqualTo(Story.END);
    }

    @Test
    void outsideTheTierEveryPartIsRefused() {
        bench.server.setEnterprise(false);

        run();

        assertThat(bench.history.posture().allRefused()).isTrue();
        assertThat(bench.history.posture().isEmpty()).isTrue();
    }

    @Test
    void withoutAKeyNothingIsAsked() {
        Posture before = stored();
        int asked = bench.server.requests();
        bench.useKey(null);

        SyncReport report = run();

        assertThat(outcomes(report).values()).containsOnly(Outcome.NO_KEY);
        assertThat(bench.server.requests()).isEqualTo(asked);
        assertThat(bench.history.posture().recommendations()).isEqualTo(before.recommendations());
        assertThat(bench.history.posture().freshness(Part.SCORES).outcome()).isEqualTo(Outcome.NO_KEY);
        assertThat(bench.history.posture().lastSync()).isEqualTo(before.lastSync());
    }

    @Test
    void aRevokedKeyIsRejected() {
        bench.server.revoke(DemoServer.KEY);
        int before = bench.server.requests();

        assertThat(outcomes(run()).values()).containsOnly(Outcome.KEY_REJECTED);
        assertThat(bench.server.requests() - before).as("it is not sent again").isOne();
    }

    @Test
    void aServerFaultInTheMiddleKeepsWhatWasThere() {
        Posture before = stored();
        bench.server.setFault(Fault.status(500).at("/recommendations"));

        SyncReport report = run();

        assertThat(outcomes(report))
                .containsEntry(Part.SCORES, Outcome.OK)
                .containsEntry(Part.RECOMMENDATIONS, Outcome.SERVER_FAULT)
                .containsEntry(Part.DISCOVERY, Outcome.OK);
        assertThat(report.parts().get(Part.RECOMMENDATIONS))
                .extracting("detail", "rows")
                .containsExactly("500", 0);
        assertThat(bench.history.posture().recommendations()).isEqualTo(before.recommendations());
        assertThat(bench.history.posture().scans())
                .hasSizeGreaterThan(before.scans().size());
    }

    @Test
    void aPageInPlaceOfAnAnswerKeepsWhatWasThere() {
        Posture before = stored();
        bench.server.setFault(Fault.page());

        assertThat(outcomes(run()).values()).containsOnly(Outcome.NOT_UNDERSTOOD);
        assertThat(bench.history.posture().standings()).isEqualTo(before.standings());
    }

    @Test
    void tooManyRequestsSayWhenToComeBack() {
        bench.server.setFault(Fault.status(429));

        assertThat(run().parts().values()).allSatisfy(part -> {
            assertThat(part.outcome()).isEqualTo(Outcome.RATE_LIMITED);
            assertThat(part.retryAt()).isAfter(Story.LAST_VISIT);
        });
    }

    @Test
    void aServerThatIsGoneIsUnreachable() {
        Posture before = stored();
        bench.server.close();

        SyncReport report = run();

        assertThat(outcomes(report).values()).containsOnly(Outcome.UNREACHABLE);
        assertThat(bench.history.posture().standings()).isEqualTo(before.standings());
        assertThat(report.changes()).isEmpty();
    }

    @Test
    void cancellingKeepsThePartsThatWereRead() {
        Posture before = stored();
        bench.server.setFault(Fault.stall().at("/recommendations"));
        Call call = new Call();

        SyncReport report = synchroniser.run(call, (part, rows) -> {
            if (part == Part.RECOMMENDATIONS) {
                Thread.startVirtualThread(call::cancel);
            }
        });

        assertThat(outcomes(report))
                .containsOnly(
                        Map.entry(Part.SCORES, Outcome.OK),
                        Map.entry(Part.RECOMMENDATIONS, Outcome.CANCELLED),
                        Map.entry(Part.DISCOVERY, Outcome.OK));
        Posture after = bench.history.posture();
        assertThat(after.recommendations()).isEqualTo(before.recommendations());
        assertThat(after.standings())
                .extracting(Standing::current)
                .isNotEqualTo(before.standings().stream().map(Standing::current).toList());
    }

    @Test
    void aKeyOfAnotherOrganisationStoresNothing() throws Exception {
        Posture before = stored();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/api/v1/", exchange -> {
            byte[] body = """
                    {"scan": {"id": "s", "organization_id": "somebody-else"}, "platforms": [],
                     "scores": [], "recommendations": []}
                    """.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        other.start();
        try (AyliaClient client = new AyliaClient(
                URI.create("http://127.0.0.1:" + other.getAddress().getPort() + "/api/v1"),
                () -> ApiKey.of(DemoServer.KEY),
                RateLimiter.forAyliea(bench.clock),
                bench.clock,
                Duration.ZERO)) {
            SyncReport report = new Synchroniser(client, bench.history, bench.clock).run(new Call(), SyncProgress.NONE);

            assertThat(outcomes(report).values()).containsOnly(Outcome.OTHER_ORGANISATION);
            assertThat(report.changes()).isEmpty();
        } finally {
            other.stop(0);
        }
        Posture after = bench.history.posture();
        assertThat(after.standings()).isEqualTo(before.standings());
        assertThat(after.recommendations()).isEqualTo(before.recommendations());
        assertThat(after.scans()).isEqualTo(before.scans());
        assertThat(after.organizationId()).isEqualTo(before.organizationId());
    }

    @Test
    void aSecondCallerWaitsForTheFirst() throws Exception {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<Instant> second = new CompletableFuture<>();
        Thread other = Thread.ofPlatform().unstarted(() -> {
            SyncReport report = synchroniser.run(new Call(), (part, rows) -> order.add("second"));
            second.complete(report.at());
        });

        SyncReport first = synchroniser.run(new Call(), (part, rows) -> {
            if (order.isEmpty()) {
                other.start();
                while (other.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
            }
            order.add("first");
        });

        assertThat(second.get()).isAfter(first.at());
        assertThat(order).isSorted().contains("first", "second");
        other.join();
    }
}
