package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKeyTest {
    private static final String DIGITS = "a1b2c3d49F8E7D6C5B4A39281706F5E4D3C2B1A09f8e7d6c5b4a39281706f5e4";

    @Test
    void showsItsPublicPartOnly() {
        ApiKey key = ApiKey.of("ayliea_pk_" + DIGITS);
        assertThat(key.secret()).isEqualTo("ayliea_pk_" + DIGITS);
        assertThat(key).hasToString("ayliea_pk_a1b2c3d4…");
        assertThat(key.visible()).isEqualTo("ayliea_pk_a1b2c3d4…");
        assertThat(key).isEqualTo(ApiKey.of("ayliea_pk_" + DIGITS)).hasSameHashCodeAs(ApiKey.of("ayliea_pk_" + DIGITS));
        assertThat(key).isNotEqualTo(ApiKey.of("ayliea_pk_" + DIGITS.replace('4', '5')));
    }

    @Test
    void whatComesAlongWhenAKeyIsCopiedIsTakenOff() {
        String copied = "\uFEFF \u201cayliea_pk_" + DIGITS.substring(0, 30) + "\r\n  " + DIGITS.substring(30)
                + "\u201d\u00a0\u200b";
        assertThat(ApiKey.of(copied).secret()).isEqualTo("ayliea_pk_" + DIGITS);
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "'  \"\" ', EMPTY",
        "sk-12345, NO_PREFIX",
        "AYLIEA_PK_a1b2c3d4, NO_PREFIX",
        "ayliea_pk_, TOO_SHORT",
        "ayliea_pk_a1b2, TOO_SHORT",
        "ayliea_pk_a1b2c3d4, ONLY_VISIBLE_PART",
        "ayliea_pk_a1b2c3d4…, ONLY_VISIBLE_PART",
        "ayliea_pk_a1b2c3d4..., ONLY_VISIBLE_PART",
        "ayliea_pk_a1b2c3d4••••••, ONLY_VISIBLE_PART",
        "ayliea_pk_a1b2c3d4****, ONLY_VISIBLE_PART",
        "ayliea_pk_xyz, NOT_HEX",
    })
    void aFlawIsNamedWithoutRepeatingTheText(String text, ApiKey.Flaw flaw) {
        assertThat(ApiKey.flawOf(text)).isEqualTo(flaw);
        assertThatThrownBy(() -> ApiKey.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an Ayliea API key: " + flaw);
    }

    @Test
    void lengthCounts() {
        assertThat(ApiKey.flawOf("ayliea_pk_" + DIGITS)).isEqualTo(ApiKey.Flaw.NONE);
        assertThat(ApiKey.flawOf("ayliea_pk_" + DIGITS.substring(1))).isEqualTo(ApiKey.Flaw.TOO_SHORT);
        assertThat(ApiKey.flawOf("ayliea_pk_" + DIGITS + "0")).isEqualTo(ApiKey.Flaw.TOO_LONG);
    }

    @Test
    void safeTextLeavesNoPieceOfAKey() {
        String secret = "ayliea_pk_" + DIGITS;
        assertThat(SafeText.excerpt("key=" + secret + ".", 100)).isEqualTo("key=ayliea_pk_a1b2c3d4….");
        assertThat(SafeText.excerpt("key=" + secret.toUpperCase(java.util.Locale.ROOT), 100))
                .doesNotContain(DIGITS.substring(8, 20).toUpperCase(java.util.Locale.ROOT));
        assertThat(SafeText.excerpt("cut " + secret.substring(0, 40), 100)).isEqualTo("cut ayliea_pk_a1b2c3d4…");
        assertThat(SafeText.excerpt("bare " + DIGITS, 100)).isEqualTo("bare …");
        assertThat(SafeText.excerpt(secret + "\u202e\u200d\u0007", 30)).isEqualTo("ayliea_pk_a1b2c3d4…");
        assertThat(SafeText.excerpt("a\u0000b\r\n\tc\u2028d\ud800e", 30)).isEqualTo("a b c d\uFFFDe");
        assertThat(SafeText.excerpt("12345", 5)).isEqualTo("12345");
        assertThat(SafeText.excerpt("123456", 5)).isEqualTo("1234…");
        assertThat(SafeText.excerpt("x".repeat(8_192) + "y", 10_000)).isEqualTo("x".repeat(8_192));
        assertThat(SafeText.excerpt("\ud83d\ude00".repeat(9), 5)).isEqualTo("\ud83d\ude00".repeat(4) + "…");
    }
}
