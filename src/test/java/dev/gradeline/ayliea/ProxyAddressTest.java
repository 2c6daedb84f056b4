package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyAddressTest {
    @ParameterizedTest
    @CsvSource({
        "proxy.example:8080, proxy.example, 8080",
        "'  proxy.example:8080 ', proxy.example, 8080",
        "http://proxy.example:8080, proxy.example, 8080",
        "HTTP://proxy.example:8080/, proxy.example, 8080",
        "10.0.0.7:1, 10.0.0.7, 1",
        "proxy_1:65535, proxy_1, 65535",
        "[2001:db8::1]:3128, [2001:db8::1], 3128",
    })
    void itIsReadAsAPersonWritesIt(String written, String host, int port) {
        assertThat(ProxyAddress.flawOf(written)).isEqualTo(ProxyAddress.Flaw.NONE);
        ProxyAddress address = ProxyAddress.of(written);
        assertThat(address).isEqualTo(new ProxyAddress(host, port));
        assertThat(ProxyAddress.of(address.toString())).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "'  ', EMPTY",
        "https://proxy.example:443, SCHEME",
        "socks5://proxy.example:1080, SCHEME",
        "ann:secret@proxy.example:8080, USER",
        "http://ann@proxy.example:8080, USER",
        "a proxy:8080, HOST",
        "proxy.example:8080/path, HOST",
        "proxy.example:80a, HOST",
        ":8080, HOST",
        "2001:db8::1:3128, HOST",
        "proxy.example, NO_PORT",
        "proxy.example:, NO_PORT",
        "http://proxy.example/, NO_PORT",
        "proxy.example:0, PORT",
        "proxy.example:65536, PORT",
        "proxy.example:000080, PORT",
        "proxy.example:99999999999, PORT",
    })
    void whatIsWrongIsNamed(String written, ProxyAddress.Flaw flaw) {
        assertThat(ProxyAddress.flawOf(written)).isEqualTo(flaw);
    }

    @Test
    void aRefusalDoesNotRepeatWhatMayBeAPassword() {
        assertThatThrownBy(() -> ProxyAddress.of("ann:secret@proxy.example:8080"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("USER")
                .hasMessageNotContaining("secret");
    }
}
