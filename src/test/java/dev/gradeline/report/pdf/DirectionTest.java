package dev.gradeline.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines as they are seen from left to right. */
class DirectionTest {
    private final Direction direction = new Direction();

    private String seen(String text) {
        int[] order = direction.leftToRight(text.codePoints().toArray());
        return new String(order, 0, order.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "Ελλάδα, Київ, Příliš 漢字 😀", "", "(a) 1 → 2"})
    void whatRunsFromLeftToRightIsLeftAlone(String text) {
        assertThat(direction.isNeeded(text.codePoints().toArray())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "abc שלום def, abc םולש def",
        "שלום, םולש",
        "שלום 2026, 2026 םולש",
        "(שלום), (םולש)",
        "a (שלום b), a (םולש b)"
    })
    void hebrewIsTurnedAndFiguresAndLatinAreNot(String text, String seen) {
        assertThat(direction.isNeeded(text.codePoints().toArray())).isTrue();
        assertThat(seen(text)).isEqualTo(seen);
    }

    @Test
    void marksStayBehindTheirLetter() {
        assertThat(seen("שָׁלוֹם")).isEqualTo("םוֹלשָׁ");
    }

    @Test
    void arabicLettersJoin() {
        // seen from the left: the last letter comes first, in its final form
        assertThat(seen("بيت")).isEqualTo("\uFE96\uFEF4\uFE91");
        assertThat(seen("دار")).as("neither joins what follows").isEqualTo("\uFEAD\uFE8D\uFEA9");
        assertThat(seen("لا")).as("one letter").isEqualTo("\uFEFB");
        assertThat(seen("سلام")).isEqualTo("\uFEE1\uFEFC\uFEB3");
        assertThat(Normalizer.normalize(new StringBuilder(seen("مرحبا")).reverse(), Normalizer.Form.NFKC))
                .isEqualTo("مرحبا");
    }

    @Test
    void joinedFormsThatNoFontHasComeApart() {
        assertThat(direction.apart(0xFEFB)).containsExactly(0x0627, 0x0644);
        assertThat(direction.apart(0xFE91)).containsExactly(0x0628);
        assertThat(direction.apart('a')).isEmpty();
        assertThat(direction.apart(0x0628)).isEmpty();
    }
}
