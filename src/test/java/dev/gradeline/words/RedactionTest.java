package dev.gradeline.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedactionTest {
    private static final String DIGITS = "a1b2c3d4" + "0123456789abcdef".repeat(3) + "01234567";

    @Test
    void aKeyIsCutDownToItsPublicPart() {
        assertThat(Redaction.of("key ayliea_pk_" + DIGITS + ", refused")).isEqualTo("key ayliea_pk_a1b2c3d4…, refused");
        assertThat(Redaction.holdsKey("ayliea_pk_" + DIGITS)).isTrue();
    }

    @Test
    void itsDigitsAloneAsAServerMayEchoThemAreTakenOut() {
        assertThat(Redaction.of("Invalid header name \"" + DIGITS + "\"")).isEqualTo("Invalid header name \"…\"");
    }

    @Test
    void identifiersAndCommitsStayWhole() {
        String text = "d290f1ee-6c54-4b01-90e6-d701748f0851 fae2b8d5a6c7e8f90123456789abcdef01234567";
        assertThat(Redaction.of(text)).isEqualTo(text);
    }
}
