package dev.gradeline.ayliea;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import nl.altindag.ssl.SSLFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose word on a certificate counts: the authorities of the Java runtime, those that the system trusts, those in the file that
 * {@code SSL_CERT_FILE} names, and those that the person added. Where a company looks into its TLS traffic, its own authority
 * is in the system's store and not in ours. Any of them suffices; host names are checked whoever vouches. Safe for several
 * threads.
 */
final class Trust {
    private static final Logger LOG = LoggerFactory.getLogger(Trust.class);

    private final Map<String, String> environment;
    private @Nullable SSLContext context;
    private List<Stamp> madeOf = List.of();

    /** A file as it was when it was read; the time is null for one that is not there. */
    private record Stamp(Path file, @Nullable FileTime changed) {}

    Trust(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Made when first needed, which takes a moment, and anew when the files have changed. Blocking.
     *
     * @param added files with authorities; one that cannot be read takes nothing away
     */
    synchronized SSLContext context(List<Path> added) {
        List<Path> files = Stream.concat(named().stream(), added.stream()).toList();
        List<Stamp> now = files.stream().map(Trust::stamp).toList();
        if (context == null || !now.equals(madeOf)) {
            SSLFactory.Builder authorities =
                    SSLFactory.builder().withDefaultTrustMaterial().withSystemTrustMaterial();
            for (Path file : files) {
                List<X509Certificate> certificates = read(file);
                if (!certificates.isEmpty()) {
                    authorities.withTrustMaterial(certificates);
                }
            }
            context = authorities.build().getSslContext();
            madeOf = now;
        }
        return context;
    }

    private Optional<Path> named() {
        String file = environment.get("SSL_CERT_FILE");
        if (file == null || file.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(file));
        } catch (InvalidPathException e) {
            LOG.warn("SSL_CERT_FILE names no file", e);
            return Optional.empty();
        }
    }

    private static Stamp stamp(Path file) {
        try {
            return new Stamp(file, Files.isRegularFile(file) ? Files.getLastModifiedTime(file) : null);
        } catch (IOException e) {
            return new Stamp(file, null);
        }
    }

    private static List<X509Certificate> read(Path file) {
        try {
            return Files.isRegularFile(file) ? AuthorityFile.read(file) : List.of();
        } catch (IOException | CertificateException e) {
            LOG.warn("the certificates in {} cannot be read", file, e);
            return List.of();
        }
    }
}
