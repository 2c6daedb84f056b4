package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Assessment;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates as a laptop meets them, each on a real TLS server. */
@Timeout(60)
class ClientTlsTest {
    @TempDir
    private Path folder;

    private static ApiResult<List<Assessment>> scores(TlsServer server, Bench bench) {
        return scores(server.port(), bench);
    }

    private static ApiResult<List<Assessment>> scores(int port, Bench bench) {
        try (AyliaClient client = bench.client(URI.create("https://localhost:" + port))) {
            return client.scores(new Call());
        }
    }

    private static void assertRefused(TlsServer server, Bench bench, String why) {
        assertThat(scores(server, bench)).isEqualTo(new ApiResult.Unreachable<>("the certificate of localhost " + why));
        assertThat(server.requests()).as("the key went nowhere").isEmpty();
        assertThat(bench.sleeps).as("no second try").isEmpty();
    }

    @Test
    void aCertificateThatNobodyVouchesForGetsNoKeyAndNoSecondTry() throws Exception {
        try (TlsServer server = new TlsServer(folder, "DNS:localhost");
                Bench bench = new Bench()) {
            assertRefused(server, bench, "is not trusted");
        }
    }

    @Test
    void anAuthorityThatTheSystemNamesIsTrustedBesideTheUsualOnes() throws Exception {
        try (TlsServer server = new TlsServer(folder, "DNS:localhost");
                Bench bench = new Bench()) {
            bench.variables.put("SSL_CERT_FILE", server.authority().toString());
            assertThat(scores(server, bench)).isEqualTo(new ApiResult.Ok<>(List.of(), List.of()));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void whoeverVouchesTheNameOfTheHostHasToBeRight() throws Exception {
        try (TlsServer server = new TlsServer(folder, "DNS:elsewhere.example");
                Bench bench = new Bench()) {
            bench.variables.put("SSL_CERT_FILE", server.authority().toString());
            assertRefused(server, bench, "is for another host");
        }
    }

    @Test
    void whoeverVouchesTheTimeHasToBeRight() throws Exception {
        try (TlsServer server = new TlsServer(folder, "DNS:localhost", "-startdate", "-10d", "-validity", "1");
                Bench bench = new Bench()) {
            bench.variables.put("SSL_CERT_FILE", server.authority().toString());
            assertRefused(server, bench, "has expired");
        }
    }

    @Test
    void aFileOfAuthoritiesThatCannotBeReadTakesNothingAway() throws Exception {
        Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "-----BEGIN CERTIFICATE-----\nnonsense\n");
        try (TlsServer server = new TlsServer(folder, "DNS:localhost")) {
            for (String file :
                    List.of(nonsense.toString(), folder.resolve("missing").toString(), "", "\0")) {
                try (Bench bench = new Bench()) {
                    bench.variables.put("SSL_CERT_FILE", file);
                    assertRefused(server, bench, "is not trusted");
                }
            }
        }
    }

    @Test
    void anAuthorityThatWasAddedCountsFromTheNextRequestOnAndNoLongerThanItIsThere() throws Exception {
        Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "-----BEGIN CERTIFICATE-----\nnonsense\n");
        AtomicReference<Way> way = new AtomicReference<>(Way.SYSTEM);
        try (TlsServer server = new TlsServer(folder, "DNS:localhost");
                Bench bench = new Bench();
                AyliaClient client = bench.client(URI.create("https://localhost:" + server.port()), way::get)) {
            ApiResult<?> refused = new ApiResult.Unreachable<>("the certificate of localhost is not trusted");
            assertThat(client.scores(new Call())).isEqualTo(refused);
            way.set(with(folder.resolve("missing"), nonsense, server.authority()));
            assertThat(client.scores(new Call())).isEqualTo(new ApiResult.Ok<>(List.of(), List.of()));
            way.set(with(nonsense));
            assertThat(client.scores(new Call())).isEqualTo(refused);
            Path later = folder.resolve("later.pem");
            way.set(with(later));
            assertThat(client.scores(new Call())).isEqualTo(refused);
            Files.copy(server.authority(), later);
            assertThat(client.scores(new Call())).isInstanceOf(ApiResult.Ok.class);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void anAuthorityThatWasAddedVouchesForNoOtherHostAndNoOtherTime() throws Exception {
        try (TlsServer server = new TlsServer(folder, "DNS:elsewhere.example");
                Bench bench = new Bench();
                AyliaClient client = bench.client(
                        URI.create("https://localhost:" + server.port()), () -> with(server.authority()))) {
            assertThat(client.scores(new Call()))
                    .isEqualTo(new ApiResult.Unreachable<>("the certificate of localhost is for another host"));
            assertThat(server.requests()).isEmpty();
        }
    }

    private static Way with(Path... authorities) {
        return new Way(Way.Kind.SYSTEM, "", 0, "", () -> null, List.of(authorities));
    }

    @ParameterizedTest
    @CsvSource({"AT_ONCE, 1", "ON_REQUEST, 1", "ON_REQUEST, 3"})
    void aServerThatGoesAwayIsAskedAgainAndEachRequestTakesAPermit(GoAwayServer.When when, int times) throws Exception {
        try (GoAwayServer server = new GoAwayServer(folder, when, times);
                Bench bench = new Bench()) {
            bench.variables.put("SSL_CERT_FILE", server.authority().toString());
            assertThat(scores(server.port(), bench).map(List::size)).isEqualTo(new ApiResult.Ok<>(1, List.of()));
            assertThat(server.goneAway()).isEqualTo(times);
            int permits = 60 - bench.limiter.left();
            assertThat(permits).isEqualTo(times + 1);
            if (when == GoAwayServer.When.ON_REQUEST) {
                assertThat(server.requests()).isEqualTo(permits);
            } else {
                assertThat(server.requests()).isBetween(1, permits);
            }
        }
    }

    @Test
    void aServerThatGoesAwayForEverIsUnreachableAfterFourTries() throws Exception {
        try (GoAwayServer server = new GoAwayServer(folder, GoAwayServer.When.ON_REQUEST, 1_000);
                Bench bench = new Bench()) {
            bench.variables.put("SSL_CERT_FILE", server.authority().toString());
            assertThat(scores(server.port(), bench))
                    .isEqualTo(new ApiResult.Unreachable<>("the connection was cut off before an answer"));
            assertThat(server.requests()).isEqualTo(4);
            assertThat(bench.limiter.left()).isEqualTo(56);
        }
    }
}
