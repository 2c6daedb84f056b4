package dev.gradeline.ayliea;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** A file with certificates whose word is to count, in PEM; one certificate alone may be in DER. */
public final class AuthorityFile {
    /** The lists of whole systems have some 300 kB. */
    private static final int LARGEST = 4 << 20;

    private static final String DASHES = "-----";
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----");
    private static final Pattern END = Pattern.compile("-----END (?:TRUSTED |X509 )?CERTIFICATE-----");
    private static final Pattern CONTENT = Pattern.compile("[A-Za-z0-9+/=\\s]++");

    private AuthorityFile() {}

    /**
     * One certificate of a file.
     *
     * @param subject whom it is for: the common name, else all of the name
     * @param from when it begins to hold
     * @param until when it ceases to
     */
    public record Authority(String subject, Instant from, Instant until) {
        /** Whether it holds at a moment. */
        public boolean isValid(Instant at) {
            return !at.isBefore(from) && !at.isAfter(until);
        }
    }

    /**
     * The certificates in a file, in its order. Blocking.
     *
     * @return at least one
     * @throws IOException when the file cannot be read
     * @throws CertificateException when it can, and there is no certificate in it, or one that cannot be understood
     */
    public static List<Authority> look(Path file) throws IOException, CertificateException {
        return read(file).stream()
                .map(each -> new Authority(
                        subject(each),
                        each.getNotBefore().toInstant(),
                        each.getNotAfter().toInstant()))
                .toList();
    }

    static List<X509Certificate> read(Path file) throws IOException, CertificateException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            throw new CertificateException("too large for a file of certificates");
        }
        List<X509Certificate> all = pem(new String(bytes, StandardCharsets.ISO_8859_1));
        return all.isEmpty() ? List.of(parse(bytes)) : all;
    }

    /** Looks at each letter a few times at most: files come from anybody, and the next request waits for them. */
    private static List<X509Certificate> pem(String text) throws CertificateException {
        List<X509Certificate> all = new ArrayList<>();
        Matcher begin = BEGIN.matcher(text);
        Matcher end = END.matcher(text);
        Matcher content = CONTENT.matcher(text);
        int at = 0;
        while (begin.find(at)) {
            // there is no dash within a certificate
            at = text.indexOf(DASHES, begin.end());
            if (at < 0) {
                break;
            }
            if (end.region(at, text.length()).lookingAt()
                    && content.region(begin.end(), at).matches()) {
                all.add(parse(decoded(content.group())));
            }
        }
        return all;
    }

    private static byte[] decoded(String base64) throws CertificateException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new CertificateException(e);
        }
    }

    private static X509Certificate parse(byte[] der) throws CertificateException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (RuntimeException e) {
            throw new CertificateException(e);
        }
    }

    private static String subject(X509Certificate certificate) {
        String whole = certificate.getSubjectX500Principal().getName();
        try {
            for (Rdn part : new LdapName(whole).getRdns().reversed()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    return String.valueOf(part.getValue());
                }
            }
        } catch (InvalidNameException e) {
            return whole;
        }
        return whole;
    }
}
