package dev.gradeline.ayliea;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import nl.altindag.ssl.SSLFactory;
import nl.altindag.ssl.util.CertificateUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose word on a certificate counts: the authorities of the Java runtime, those that the system trusts, and those in the
 * file that {@code SSL_CERT_FILE} names. Where a company looks into its TLS traffic, its own authority is in the system's
 * store and not in ours. Any of them suffices; host names are checked whoever vouches. Safe for several threads.
 */
final class Trust {
    private static final Logger LOG = LoggerFactory.getLogger(Trust.class);

    private final Map<String, String> environment;
    private @Nullable SSLContext context;

    Trust(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Read once, when first needed: it takes a moment. Blocking. */
    synchronized SSLContext context() {
        if (context == null) {
            SSLFactory.Builder authorities =
                    SSLFactory.builder().withDefaultTrustMaterial().withSystemTrustMaterial();
            List<Certificate> named = named();
            if (!named.isEmpty()) {
                authorities.withTrustMaterial(named);
            }
            context = authorities.build().getSslContext();
        }
        return context;
    }

    private List<Certificate> named() {
        String file = environment.get("SSL_CERT_FILE");
        if (file == null || file.isBlank()) {
            return List.of();
        }
        try {
            Path path = Path.of(file);
            return Files.isRegularFile(path) ? CertificateUtils.loadCertificate(path) : List.of();
        } catch (RuntimeException e) {
            LOG.warn("the certificates in SSL_CERT_FILE cannot be read", e);
            return List.of();
        }
    }
}
