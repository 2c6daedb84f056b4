package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OdditiesTest {
    private final Oddities oddities = new Oddities();

    private static Oddities others(int from, int to) {
        Oddities more = new Oddities();
        IntStream.range(from, to).forEach(i -> more.add("odd " + i));
        return more;
    }

    @Test
    void nothingOddIsNothingToTell() {
        assertThat(oddities.texts()).isEmpty();
        oddities.addAll(new Oddities());
        assertThat(oddities.texts()).isEmpty();
    }

    @Test
    void twentyAreToldInWordsAndTheRestCounted() {
        oddities.addAll(others(0, 20));
        assertThat(oddities.texts()).hasSize(20).first().isEqualTo("odd 0");
        oddities.add("one more");
        assertThat(oddities.texts()).hasSize(21).endsWith("odd 19", "and 1 more");
        oddities.addAll(others(20, 50));
        assertThat(oddities.texts()).hasSize(21).endsWith("odd 19", "and 31 more");
    }

    @Test
    void rowsThatAreLeftOutComeFirst() {
        oddities.addAll(others(0, 19));
        Oddities more = others(19, 22);
        more.dropped("row 7 left out");
        more.dropped("row 9 left out");
        oddities.addAll(more);
        assertThat(oddities.texts())
                .hasSize(22)
                .startsWith("rows left out: 2", "row 7 left out", "row 9 left out", "odd 0")
                .endsWith("odd 17", "and 4 more");
    }

    @Test
    void whatIsBegunAnewKnowsNothingOfBefore() {
        oddities.addAll(others(0, 30));
        oddities.dropped("row 7 left out");
        oddities.clear();
        assertThat(oddities.texts()).isEmpty();
        oddities.add("odd");
        assertThat(oddities.texts()).containsExactly("odd");
    }
}
