package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import nl.altindag.ssl.util.CertificateUtils;

/**
 * A certificate for a server, by an authority that nobody knows yet. One for the same names is the same: making one takes a
 * second.
 */
public final class OwnCertificate {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private static final Map<List<String>, byte[]> MADE = new ConcurrentHashMap<>();

    private final Path store;
    private final Path authority;

    /**
     * @param names whom the certificate is for, as keytool writes them
     * @param more further arguments of keytool for the certificate
     */
    public OwnCertificate(Path folder, String names, String... more) throws Exception {
        store = folder.resolve("own.p12");
        List<String> leaf = new ArrayList<>(List.of("-dname", "CN=server", "-ext", "SAN=" + names, "-signer", "ca"));
        leaf.addAll(List.of(more));
        byte[] made = MADE.get(leaf);
        if (made == null) {
            keytool("ca", "-dname", "CN=A company's own authority", "-ext", "bc:c");
            keytool("server", leaf.toArray(String[]::new));
            MADE.put(leaf, Files.readAllBytes(store));
        } else {
            Files.write(store, made);
        }
        authority = Files.writeString(
                folder.resolve("own.pem"), CertificateUtils.convertToPem(keys().getCertificate("ca")));
    }

    /** The authority's certificate, in PEM. */
    public Path authority() {
        return authority;
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

    /** For a server. */
    SSLContext context() throws Exception {
        KeyStore own = keys();
        own.deleteEntry("ca");
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(own, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
