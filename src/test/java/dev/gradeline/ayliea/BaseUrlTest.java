package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://assess.ayliea.com/api/v1, https://assess.ayliea.com/api/v1",
        "https://assess.ayliea.com/api/v1/, https://assess.ayliea.com/api/v1",
        "https://assess.ayliea.com/api/v1///, https://assess.ayliea.com/api/v1",
        "https://assess.ayliea.com, https://assess.ayliea.com/api/v1",
        "https://assess.ayliea.com/, https://assess.ayliea.com/api/v1",
        "https://assess.ayliea.com/api, https://assess.ayliea.com/api/v1",
        "HTTPS://Assess.Ayliea.COM:443, https://assess.ayliea.com/api/v1",
        "https://proxy.example:8443/ayliea, https://proxy.example:8443/ayliea/api/v1",
        "https://proxy.example/a/../b/api/v1, https://proxy.example/b/api/v1",
        "https://proxy.example:65535, https://proxy.example:65535/api/v1",
        "https://10.0.0.7/api/v1, https://10.0.0.7/api/v1",
        "https://[2001:db8::1]/api/v1, https://[2001:db8::1]/api/v1",
        "http://127.0.0.1:8080, http://127.0.0.1:8080/api/v1",
        "http://127.255.3.99, http://127.255.3.99/api/v1",
        "http://localhost:9999/api/v1, http://localhost:9999/api/v1",
        "http://LOCALHOST:80, http://localhost/api/v1",
        "http://[::1]:8080, http://[::1]:8080/api/v1",
        "http://[0:0:0:0:0:0:0:1], http://[0:0:0:0:0:0:0:1]/api/v1",
    })
    void anAddressIsCompleted(String given, String expected) {
        assertThat(BaseUrl.of(given)).isEqualTo(URI.create(expected));
        assertThat(BaseUrl.of(expected)).as("again").isEqualTo(URI.create(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://assess.ayliea.com/api/v1",
                "http://10.0.0.1",
                "http://128.0.0.1",
                "http://127.0.0.1.evil.example",
                "http://127.1",
                "http://127.0.0.256",
                "http://0177.0.0.1",
                "http://localhost.evil.example",
                "http://[::2]",
                "http://[::ffff:127.0.0.1]",
                "http://0.0.0.0",
            })
    void plainHttpIsForThisComputerOnly(String given) {
        assertThatThrownBy(() -> BaseUrl.of(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "assess.ayliea.com",
                "ftp://assess.ayliea.com",
                "https:",
                "https:///api/v1",
                "https://exa mple.com",
                "https://under_score.example",
                "https://user@assess.ayliea.com",
                "http://127.0.0.1@evil.example",
                "https://user:word@assess.ayliea.com/api/v1",
                "https://assess.ayliea.com/api/v1?key=1",
                "https://assess.ayliea.com/api/v1#top",
                "https://assess.ayliea.com/api/v2",
                "https://assess.ayliea.com:0/",
                "https://assess.ayliea.com:99999/",
                "mailto:someone@assess.ayliea.com",
            })
    void anythingElseIsRefusedWithASentence(String given) {
        assertThatThrownBy(() -> BaseUrl.of(given))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .endsWith(".")
                .contains(" ");
    }

    @ParameterizedTest
    @CsvSource({
        "https:///api/v1, FORM",
        "https://under_score.example, FORM",
        "assess.ayliea.com, SCHEME",
        "ftp://assess.ayliea.com, SCHEME",
        "http://assess.ayliea.com, PLAIN_HTTP",
        "https://user@assess.ayliea.com, USER",
        "https://assess.ayliea.com/api/v1?key=1, QUERY",
        "https://assess.ayliea.com:0, PORT",
        "https://assess.ayliea.com:65536, PORT",
    })
    void whatIsWrongIsNamed(String given, BadAddressException.Flaw flaw) {
        assertThatThrownBy(() -> BaseUrl.of(given))
                .isInstanceOfSatisfying(
                        BadAddressException.class, e -> assertThat(e.flaw()).isEqualTo(flaw));
    }

    @Test
    void aKeyPastedAsAnAddressIsNotRepeated() {
        for (String given :
                new String[] {Bench.SECRET, "https://" + Bench.SECRET + "@ x", "https://x/?" + Bench.SECRET}) {
            assertThatThrownBy(() -> BaseUrl.of(given))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasNoCause()
                    .message()
                    .doesNotContain("ayliea_pk_");
        }
    }

    @Test
    void theClientTakesNoAddressThatWouldSendTheKeyInTheClear() {
        try (Bench bench = new Bench()) {
            assertThatThrownBy(() -> bench.client(URI.create("http://assess.ayliea.com/api/v1")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
