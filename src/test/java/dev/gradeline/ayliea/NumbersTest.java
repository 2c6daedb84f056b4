package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "42, 42", "123456789, 123456789", "999999999, 999999999"})
    void aPlainCountIsReadTheShortWay(String digits, int number) {
        assertThat(Numbers.small(digits)).isEqualTo(number);
        assertThat(Numbers.read(digits)).isEqualByComparingTo(BigDecimal.valueOf(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.0", "1e3", "1a", "/1", ":1", "1 ", "1000000000", "99999999999"})
    void anythingElseIsLeftToTheLongWay(String text) {
        assertThat(Numbers.small(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "+1", "1.", ".5", "0x1", "NaN", "1e", "1e99999999999", "1e101", "1e-101"})
    void whatIsNoNumberOrWouldFillTheMemoryIsNone(String text) {
        assertThat(Numbers.read(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"72.50", "-3", "1e100", "1E-100", "1e+2"})
    void anyOtherIsExactlyAsWritten(String text) {
        assertThat(Numbers.read(text)).isEqualTo(new BigDecimal(text));
    }

    @Test
    void aHundredDigitsAreTheMost() {
        assertThat(Numbers.read("9".repeat(100))).isEqualTo(new BigDecimal("9".repeat(100)));
        assertThat(Numbers.read("9".repeat(101))).isNull();
    }
}
