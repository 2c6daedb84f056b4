package dev.gradeline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {
    @ParameterizedTest
    @CsvSource({
        "Northwind Health, northwind-health",
        "'  Café Zürich & Söhne, GmbH. ', cafe-zurich-sohne-gmbh",
        "ＡＣＭＥ ２, acme-2",
        "../../etc/passwd, etc-passwd",
        "C:\\Windows, c-windows",
        "'a\u202Eb', a-b",
    })
    void lettersAndDigitsStayAndTheRestBecomesHyphens(String label, String name) {
        assertThat(SafeName.of(label)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "—", "日本病院", "🏥"})
    void whereNothingCanBeWrittenSoThereIsNothing(String label) {
        assertThat(SafeName.of(label)).isEmpty();
        assertThat(SafeName.forConnection(label, "organisation", name -> false)).isEqualTo("organisation");
    }

    @Test
    void aTakenNameIsNumbered() {
        Set<String> taken = Set.of("acme", "acme-2");
        assertThat(SafeName.forConnection("Acme", "organisation", taken::contains))
                .isEqualTo("acme-3");
        assertThat(SafeName.forConnection("Acme!", "organisation", name -> false))
                .isEqualTo("acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Con", "NUL", "COM1", "lpt9"})
    void aDeviceOfWindowsIsNoName(String label) {
        assertThat(SafeName.forConnection(label, "organisation", name -> false)).endsWith("-2");
    }

    @Test
    void everyNameIsOneThatAConnectionCanHave() {
        String hard = "x-".repeat(100) + "é".repeat(300);
        assertThat(SafeName.of(hard)).hasSizeLessThanOrEqualTo(40);
        assertThat(SafeName.isConnection(SafeName.of(hard))).isTrue();
        assertThat(SafeName.isConnection("../x")).isFalse();
        assertThat(SafeName.isConnection("")).isFalse();
    }
}
