package dev.gradeline.posture;

import static dev.gradeline.posture.Folding.fold;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource({
        "Rotate Keys, rotate keys",
        "'  a \u00a0\t\n b\u2003', 'A B'",
        "Caf\u00e9, CAFE\u0301",
        "STRASSE, Stra\u00dfe",
        "\u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2, \u03a3\u038a\u03a3\u03a5\u03a6\u039f\u03a3",
        "\u1e9e, ss",
        "\ufb01rewall, FIREWALL"
    })
    void theSame(String one, String other) {
        assertThat(fold(one)).isEqualTo(fold(other)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"Cafe, Caf\u00e9", "a b, ab", "MFA 1, MFA 2", "x\u00b2, x2", "'a-b', 'a b'"})
    void different(String one, String other) {
        assertThat(fold(one)).isNotEqualTo(fold(other));
    }

    @Test
    void whatIsBlankIsLeftOut() {
        assertThat(fold(null)).isNull();
        assertThat(fold("")).isNull();
        assertThat(fold(" \u00a0\u2028 ")).isNull();
    }

    /** Whatever a folded text is made of, it is compared as it stands. */
    @Test
    void foldingTwiceIsFoldingOnce() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                String once = fold("x" + Character.toString(c) + "y");
                assertThat(fold(once)).as("U+%04X", c).isEqualTo(once);
            }
        }
    }
}
