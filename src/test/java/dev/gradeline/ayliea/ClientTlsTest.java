package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.gradeline.posture.Assessment;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import nl.altindag.ssl.util.CertificateUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Certificates as a laptop meets them, each on a real TLS server. */
@Timeout(60)
class ClientTlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    private Path store;
    private AtomicInteger requests = new AtomicInteger();

    /** A certificate for the names given, by an authority that is nobody's but ours. */
    private void certificate(String names, String... more) throws Exception {
        store = folder.resolve("own.p12");
        keytool("ca", "-dname", "CN=A company's own authority", "-ext", "bc:c");
        List<String> leaf = new ArrayList<>(List.of("-dname", "CN=server", "-ext", "SAN=" + names, "-signer", "ca"));
        leaf.addAll(List.of(more));
        keytool("server", leaf.toArray(String[]::new));
    }

    private void keytool(String alias, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                alias,
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD)));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
    }

    private KeyStore keys() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private Path pem() throws Exception {
        return Files.writeString(
                folder.resolve("own.pem"), CertificateUtils.convertToPem(keys().getCertificate("ca")));
    }

    private SSLContext context() throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        KeyStore server = keys();
        server.deleteEntry("ca");
        managers.init(server, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private HttpsServer serve() throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            byte[] body = "{\"scores\":[]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private ApiResult<List<Assessment>> scores(Bench bench) throws Exception {
        HttpsServer server = serve();
        URI address = URI.create("https://localhost:" + server.getAddress().getPort());
        try (AyliaClient client = bench.client(address)) {
            return client.scores(new Call());
        } finally {
            server.stop(0);
        }
    }

    private void assertRefused(Bench bench, String why) throws Exception {
        assertThat(scores(bench)).isEqualTo(new ApiResult.Unreachable<>("the certificate of localhost " + why));
        assertThat(requests).as("the key went nowhere").hasValue(0);
        assertThat(bench.sleeps).as("no second try").isEmpty();
    }

    @Test
    void aCertificateThatNobodyVouchesForGetsNoKeyAndNoSecondTry() throws Exception {
        certificate("DNS:localhost");
        try (Bench bench = new Bench()) {
            assertRefused(bench, "is not trusted");
        }
    }

    @Test
    void anAuthorityThatTheSystemNamesIsTrustedBesideTheUsualOnes() throws Exception {
        certificate("DNS:localhost");
        try (Bench bench = new Bench()) {
            bench.variables.put("SSL_CERT_FILE", pem().toString());
            assertThat(scores(bench)).isEqualTo(new ApiResult.Ok<>(List.of(), List.of()));
            assertThat(requests).hasValue(1);
        }
    }

    @Test
    void whoeverVouchesTheNameOfTheHostHasToBeRight() throws Exception {
        certificate("DNS:elsewhere.example");
        try (Bench bench = new Bench()) {
            bench.variables.put("SSL_CERT_FILE", pem().toString());
            assertRefused(bench, "is for another host");
        }
    }

    @Test
    void whoeverVouchesTheTimeHasToBeRight() throws Exception {
        certificate("DNS:localhost", "-startdate", "-10d", "-validity", "1");
        try (Bench bench = new Bench()) {
            bench.variables.put("SSL_CERT_FILE", pem().toString());
            assertRefused(bench, "has expired");
        }
    }

    @Test
    void aFileOfAuthoritiesThatCannotBeReadTakesNothingAway() throws Exception {
        certificate("DNS:localhost");
        Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "-----BEGIN CERTIFICATE-----\nnonsense\n");
        for (String file : List.of(nonsense.toString(), folder.resolve("missing").toString(), "", "\0")) {
            try (Bench bench = new Bench()) {
                bench.variables.put("SSL_CERT_FILE", file);
                assertRefused(bench, "is not trusted");
            }
        }
    }
}
