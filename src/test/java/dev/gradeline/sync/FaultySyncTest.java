package dev.gradeline.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.AyliaClient;
import dev.gradeline.ayliea.Call;
import dev.gradeline.ayliea.FaultyApi;
import dev.gradeline.demo.DemoServer;
import dev.gradeline.demo.Story;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the network does to a synchronisation, what is stored stays as it was, and the run ends and says how. */
@Timeout(60)
class FaultySyncTest {
    private static final String SECRET = DemoServer.KEY.substring("ayliea_pk_a1b2c3d4".length(), 40);

    @TempDir
    Path directory;

    @TempDir
    Path certificates;

    /** The command line makes its exit code of the outcome, see its own tests. */
    @ParameterizedTest
    @CsvSource({
        "CONNECTION_REFUSED, UNREACHABLE",
        "RESET, UNREACHABLE",
        "STALL, UNREACHABLE",
        "HALF_A_BODY, NOT_UNDERSTOOD",
        "ENDLESS_BODY, NOT_UNDERSTOOD",
        "WEB_PAGE, NOT_UNDERSTOOD",
        "REDIRECT, NOT_UNDERSTOOD",
        "UNKNOWN_KEY, KEY_REJECTED",
        "FORBIDDEN, REFUSED",
        "TOO_MANY_FOR_AN_HOUR, RATE_LIMITED",
        "SERVER_FAULT, SERVER_FAULT",
        "NOT_UTF_8, NOT_UNDERSTOOD",
        "WRONG_SHAPE, NOT_UNDERSTOOD",
    })
    void whatIsStoredStaysAsItWas(FaultyApi.Fault fault, Outcome expected) throws Exception {
        try (Bench bench = new Bench(directory, Story.LAST_VISIT);
                FaultyApi api = new FaultyApi(fault, certificates);
                AyliaClient client = api.client(ApiKey.of(DemoServer.KEY), bench.clock)) {
            assertThat(bench.synchroniser().run(new Call(), SyncProgress.NONE).complete())
                    .isTrue();
            Posture before = bench.history.posture();
            bench.clock.moveTo(Story.END);
            long begun = System.nanoTime();

            SyncReport report = new Synchroniser(client, bench.history, bench.clock).run(new Call(), SyncProgress.NONE);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
            assertThat(report.parts().values()).hasSize(Part.values().length).allSatisfy(part -> {
                assertThat(part.outcome()).isEqualTo(expected);
                assertThat(part.rows()).isZero();
            });
            assertThat(report.changes()).isEmpty();
            Posture after = bench.history.posture();
            assertThat(after.standings()).isEqualTo(before.standings()).isNotEmpty();
            assertThat(after.recommendations())
                    .isEqualTo(before.recommendations())
                    .isNotEmpty();
            assertThat(after.scans()).isEqualTo(before.scans()).isNotEmpty();
            assertThat(after.lastSync()).isEqualTo(before.lastSync());
            assertThat(after.freshness(Part.SCORES).outcome()).isEqualTo(expected);
            assertThat(api.strayed()).isZero();
            assertThat(api.log() + report).doesNotContain(SECRET);
        }
        assertThat(filesWith(SECRET)).isEmpty();
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> found = files.filter(Files::isRegularFile).toList();
            assertThat(found).isNotEmpty();
            return found.stream().filter(file -> holds(file, text)).toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
