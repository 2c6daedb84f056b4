package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.gradeline.cli.Shell.Said;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.keychain.KeychainResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where things stand, on a computer where little does. */
class StatusCommandTest {
    @TempDir
    private Path folder;

    @Test
    void beforeAnythingIsConnectedItIsStillAnAnswer() {
        try (Office office = new Office(folder.resolve("data"))) {
            Said said = office.plain("status");
            assertThat(said.code()).as(said.toString()).isZero();
            assertThat(said.out())
                    .containsPattern("Connection +default")
                    .containsPattern("Address +https://assess.ayliea.com/api/v1")
                    .containsPattern("Key +none")
                    .containsPattern("Test Keychain: ready")
                    .containsPattern("Last synchronised +never");
            assertThat(office.data.resolve("history")).doesNotExist();
        }
    }

    @Test
    void aVariableAndAKeychainThatIsAwayAreNamed() {
        try (Office office = Office.withKey(folder.resolve("data"))) {
            office.keychain.fail(new KeychainResult.Absent<>("no bus"));
            Said said = office.api("status");
            assertThat(said.code()).isZero();
            assertThat(said.out()).contains("ayliea_pk_a1b2c3d4… (from " + KeyVault.VARIABLE + ")", "no bus");
            assertThat(office.server.requests()).isZero();
        }
    }

    @Test
    void aKeyThatCannotBeReadIsNotSaidToBeMissing() {
        try (Office office = new Office(folder.resolve("data"))) {
            office.keychain.fail(new KeychainResult.Broken<>("Too many stored credentials match", true));
            assertThat(office.plain("status").out())
                    .containsPattern("Key +cannot be read")
                    .contains("Test Keychain: holds several entries", "gradeline connect");
            office.keychain.fail(new KeychainResult.Locked<>());
            assertThat(office.plain("status").out())
                    .containsPattern("Key +cannot be read")
                    .contains("Test Keychain: locked. Unlock it");
        }
    }

    @Test
    void rowsThatWereOddAreCountedAndNamedUntilTheyAreRight() throws IOException {
        HttpServer api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AtomicReference<String> scores = new AtomicReference<>("""
                {"scores": [{"framework_id": "hipaa", "overall_score": "high", "grade": "C"}, 7, []]}""");
        answer(api, "scores", scores::get);
        answer(api, "recommendations", () -> "{\"recommendations\": []}");
        answer(api, "discovery", () -> "{\"scan\": null, \"platforms\": []}");
        api.start();
        String base = "http://127.0.0.1:" + api.getAddress().getPort();
        try (Office office = Office.withKey(folder.resolve("data"))) {
            assertThat(office.plain("sync", "--base-url", base).code()).isZero();
            assertThat(office.plain("status", "--base-url", base).out())
                    .containsPattern("(?m)^Scores: read .*\\R +odd in the answer: rows left out: 2; .*overall_score")
                    .containsPattern("(?m)^Recommendations: read .*\\R(?! +odd)");
            scores.set("{\"scores\": []}");
            assertThat(office.plain("sync", "--base-url", base).code()).isZero();
            assertThat(office.plain("status", "--base-url", base).out()).doesNotContain("odd in the answer");
        } finally {
            api.stop(0);
        }
    }

    private static void answer(HttpServer api, String part, Supplier<String> body) {
        api.createContext("/api/v1/" + part, exchange -> {
            try (exchange) {
                byte[] bytes = body.get().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }

    @Test
    void aBadAddressIsWrongUsage() {
        try (Office office = new Office(folder.resolve("data"))) {
            for (String address : new String[] {"http://example.test/api/v1", "ftp://x", "", "not an address"}) {
                Said said = office.plain("status", "--base-url", address);
                assertThat(said.code()).as(address).isEqualTo(2);
                assertThat(said.err()).isNotBlank().doesNotContain("Exception");
            }
        }
    }
}
