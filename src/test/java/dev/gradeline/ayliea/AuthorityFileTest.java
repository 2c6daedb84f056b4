package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person may give for a file of certificates. */
class AuthorityFileTest {
    @TempDir
    private Path folder;

    @Test
    void everyCertificateIsNamedWithTheTimeForWhichItHolds() throws Exception {
        String pem = Files.readString(new OwnCertificate(folder, "DNS:localhost").authority());
        Path two = Files.writeString(
                folder.resolve("two.pem"), "# Our authorities\r\n" + pem + "\nand again\n" + pem.replace("\n", "\r\n"));
        List<AuthorityFile.Authority> found = AuthorityFile.look(two);
        assertThat(found).hasSize(2).allSatisfy(each -> {
            assertThat(each.subject()).isEqualTo("A company's own authority");
            assertThat(each.isValid(Instant.now())).isTrue();
            assertThat(each.isValid(each.until().plus(Duration.ofSeconds(1)))).isFalse();
            assertThat(each.isValid(each.from().minus(Duration.ofSeconds(1)))).isFalse();
        });
    }

    @Test
    void oneAloneMayBeInDer() throws Exception {
        Path authority = new OwnCertificate(folder, "DNS:localhost").authority();
        Path der = Files.write(
                folder.resolve("own.crt"),
                AuthorityFile.read(authority).getFirst().getEncoded());
        assertThat(AuthorityFile.look(der)).isEqualTo(AuthorityFile.look(authority));
    }

    @Test
    void whatIsNoCertificateIsToldFromWhatCannotBeRead() throws Exception {
        for (String content : List.of(
                "",
                "hello",
                "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n",
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\nMIIB=BB=\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\nnonsense\n")) {
            Path file = Files.writeString(folder.resolve("x.pem"), content);
            assertThatThrownBy(() -> AuthorityFile.look(file)).as(content).isInstanceOf(CertificateException.class);
        }
        Path large = Files.write(folder.resolve("large"), new byte[5 << 20]);
        assertThatThrownBy(() -> AuthorityFile.look(large)).isInstanceOf(CertificateException.class);
        assertThatThrownBy(() -> AuthorityFile.look(folder.resolve("missing"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> AuthorityFile.look(folder)).isInstanceOf(IOException.class);
    }

    /** With steps that grow as the square of the size, each of these takes days. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "A",
                "-",
                "-----BEGIN CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\nA\n-----BEGIN X509 CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\n\u00e9\n-----END CERTIFICATE-----\n"
            })
    void theLargestFileIsJudgedInTime(String again) throws Exception {
        String begin = "-----BEGIN CERTIFICATE-----";
        Path file = Files.writeString(
                folder.resolve("hostile.pem"),
                begin + again.repeat(((4 << 20) - begin.length()) / again.length()),
                StandardCharsets.ISO_8859_1);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatThrownBy(() -> AuthorityFile.look(file)).isInstanceOf(CertificateException.class));
    }

    @Test
    void whatStandsAroundACertificateHidesNone() throws Exception {
        String pem = Files.readString(new OwnCertificate(folder, "DNS:localhost").authority());
        String noise =
                "-----BEGIN CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n------";
        Path file = Files.writeString(folder.resolve("noise.pem"), noise + pem + noise + "\n" + pem.strip() + noise);
        assertThat(AuthorityFile.look(file)).hasSize(2);
    }
}
