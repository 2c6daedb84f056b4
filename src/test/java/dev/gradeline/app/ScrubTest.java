package dev.gradeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.settings.Network;
import dev.gradeline.settings.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What others need not know goes; what one has to follow stays. */
class ScrubTest {
    private static final Settings SETTINGS = Settings.DEFAULT
            .withConnection(
                    new Settings.Connection("northwind", "Northwind Health", "https://assess.ayliea.com/api/v1"))
            .withConnection(new Settings.Connection("contoso-eu", "Contoso", "https://api.contoso.example/api/v1"))
            .withConnection(new Settings.Connection("default", "AB", "http://127.0.0.1:80/api/v1"))
            .withConnection(new Settings.Connection("typo", "Typo", "no address"))
            .withNetwork(Network.ofProxy("gate.contoso.example", 3128, "ann")
                    .withCertificates(List.of("/srv/Contoso/ca.pem", "D:\\Fabrikam\\ca.crt")));

    private static String of(String text) {
        return new Scrub(SETTINGS, List.of("fabrikam", "northwind", "default"), "/home/sam", "sam", "laptop-7")
                .of(text);
    }

    @Test
    void namesGoAndTheSameNameAlikeEverywhere() {
        assertThat(of("/home/sam/x.db of Northwind Health, NORTHWIND.db, northwind-2"))
                .isEqualTo("~/x.db of organisation 1, connection-1.db, connection-1-2");
        assertThat(of("no such host: api.contoso.example (contoso-eu) by the proxy gate.contoso.example:3128 for ann"))
                .isEqualTo("no such host: api-host-2 (connection-2) by the proxy proxy-host:3128 for proxy-user");
        assertThat(of("laptop-7 sam \"label\" : \"Contoso\""))
                .isEqualTo("computer user \"label\" : \"organisation 2\"");
    }

    @Test
    void namesThatTheSettingsLackGoTooAndFilesOfCertificates() {
        assertThat(of("the history of fabrikam, northwind and default"))
                .isEqualTo("the history of other-5, connection-1 and default");
        assertThat(of("in /srv/Contoso/ca.pem, in \"D:\\\\Fabrikam\\\\ca.crt\", in D:\\Fabrikam\\ca.crt: no"))
                .isEqualTo("in certificates-1, in \"certificates-2\", in certificates-2: no");
    }

    @Test
    void keysAndPasswordsInAddressesGo() {
        assertThat(of("ayliea_pk_a1b2c3d4" + "9f8e7d6c".repeat(7))).isEqualTo("ayliea_pk_a1b2c3d4…");
        assertThat(of("http://bob:s3cret@other.example:80/")).isEqualTo("http://other.example:80/");
    }

    @Test
    void whatIsPartOfAnotherWordStays() {
        String text = "same sample, planned, default, assess.ayliea.com, 127.0.0.1, ABC";
        assertThat(of(text)).isEqualTo(text);
    }

    @Test
    void aWindowsFolderGoesHoweverItIsWritten() {
        Scrub scrub = new Scrub(Settings.DEFAULT, List.of(), "C:\\Users\\Sam", "Sam", null);
        assertThat(scrub.of("C:\\Users\\Sam\\x \"C:\\\\Users\\\\Sam\\\\x\" file:/c:/Users/Sam/x"))
                .isEqualTo("~\\x \"~\\\\x\" file:/~/x");
    }
}
