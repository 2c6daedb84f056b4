package dev.gradeline.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.posture.Status;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostureWordsTest {
    private final PostureWords posture = new PostureWords(new Words(Locale.UK, ZoneOffset.UTC));

    @Test
    void harmlessTextStaysAsItIs() {
        String text = "Größe “x” — 数据 🙂 e\u0301 עברית\u200F {0} '";
        assertThat(posture.clean(text)).isEqualTo(text);
        assertThat(posture.clean("")).isEmpty();
        assertThat(posture.clean(null)).isEqualTo("unknown");
    }

    @Test
    void whatHidesReordersOrBreaksTextIsTakenOut() {
        assertThat(posture.clean("a\u0000b\u0007\u001B[31mc\u007F\u0090d")).isEqualTo("ab[31mcd");
        assertThat(posture.clean("one\ntwo\r\nthree\tfour\u2028five\u2029six\u0085seven"))
                .isEqualTo("one two three four five six seven");
        assertThat(posture.clean("pdf.\u202Eexe\u202C \u2066x\u2069 \u202Ay\u202D"))
                .isEqualTo("pdf.exe x y");
        assertThat(posture.clean("a\uD83Db\uDE42c🙂\uD83D")).isEqualTo("a\uFFFDb\uFFFDc🙂\uFFFD");
    }

    @Test
    void longTextIsCutWithAnEllipsisAndNeverInsideACharacter() {
        assertThat(posture.clean("x".repeat(10_000))).hasSize(10_000).endsWith("x");
        assertThat(posture.clean("x".repeat(10_001))).hasSize(10_000).endsWith("x…");
        assertThat(posture.clean("x".repeat(9_998) + "🙂🙂")).isEqualTo("x".repeat(9_998) + "…");
        assertThat(posture.clean("\u0000".repeat(20_000) + "end")).isEqualTo("end");
        assertThat(posture.clean("\n".repeat(50_000))).hasSize(10_000).endsWith(" …");
    }

    @Test
    void whatIsMissingIsNeverNothing() {
        assertThat(posture.missing(new BigDecimal("0.001"))).isEqualTo("0.01");
        assertThat(posture.missing(new BigDecimal("0.999"))).isEqualTo("1");
        assertThat(posture.missing(new BigDecimal("3.50"))).isEqualTo("3.5");
        assertThat(posture.missing(new BigDecimal("1E+1"))).isEqualTo("10");
    }

    @Test
    void statuses() {
        assertThat(posture.status(Status.OPEN)).isEqualTo("open");
        assertThat(posture.status(Status.IN_PROGRESS)).isEqualTo("in progress");
        assertThat(posture.status(Status.COMPLETED)).isEqualTo("completed");
        assertThat(posture.status(Status.DISMISSED)).isEqualTo("dismissed");
        assertThat(posture.status(new Status("on_hold\n"))).isEqualTo("on_hold ");
        assertThat(posture.status(null)).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            -          | –        | ''
            72         | 72       | +72
            72.50      | 72.5     | +72.5
            72.125     | 72.12    | +72.12
            0          | 0        | 0
            0.00       | 0        | 0
            -3         | −3       | −3
            -0.004     | 0        | 0
            1234567    | 1,234,567| +1,234,567
            1e999999999| over 999,999,999,999,999 | over 999,999,999,999,999
            -1e999999999| under −999,999,999,999,999 | under −999,999,999,999,999
            1E+3       | 1,000    | +1,000
            1E+30      | over 999,999,999,999,999 | over 999,999,999,999,999
            1e-999999999| 0       | 0
            """)
    void numbersAndMovements(@Nullable String number, String plain, String movement) {
        BigDecimal value = number == null ? null : new BigDecimal(number);
        assertThat(posture.number(value)).isEqualTo(plain);
        assertThat(posture.movement(value)).isEqualTo(movement);
    }

    @Test
    void whatHasNoTitleIsSaidToHaveNone() {
        assertThat(posture.title(null)).isEqualTo("(no title)");
        assertThat(posture.title("  ")).isEqualTo("(no title)");
        assertThat(posture.title("Encrypt backups")).isEqualTo("Encrypt backups");
    }

    @Test
    void numbersFollowTheLocale() {
        PostureWords german = new PostureWords(new Words(Locale.GERMANY, ZoneOffset.UTC));
        assertThat(german.number(new BigDecimal("1234.5"))).isEqualTo("1.234,5");
        assertThat(german.percent(new BigDecimal("0.95"))).isEqualTo("95\u00a0%");
    }

    @Test
    void shortWords() {
        assertThat(posture.percent(new BigDecimal("0.95"))).isEqualTo("95%");
        assertThat(posture.percent(new BigDecimal("0.615"))).isEqualTo("62%");
        assertThat(posture.percent(BigDecimal.ONE)).isEqualTo("100%");
        assertThat(posture.percent(null)).isEqualTo("–");
        assertThat(posture.percent(new BigDecimal("1e999999999"))).isEqualTo("over 999,999,999,999,999");
        assertThat(posture.percent(new BigDecimal("1e-999999999"))).isEqualTo("0%");
        assertThat(posture.priority(1)).isEqualTo("P1");
        assertThat(posture.priority(12345)).isEqualTo("P12345");
        assertThat(posture.priority(null)).isEqualTo("–");
        assertThat(posture.type("llm_chat")).isEqualTo("llm chat");
        assertThat(posture.type(null)).isEqualTo("unknown");
    }

    @Test
    void aFilterInWords() {
        assertThat(posture.filter(RecommendationFilter.ALL)).isEqualTo("all");
        assertThat(posture.filter(RecommendationFilter.ALL
                        .withStatuses(Set.of("in_progress", "open"))
                        .withFrameworks(Set.of("hipaa"))
                        .withMaxPriority(2)
                        .withSearch("backup")))
                .isEqualTo("open or in progress, HIPAA, up to P2, containing “backup”");
        assertThat(posture.filter(RecommendationFilter.ALL
                        .withStatuses(Set.of("zeta", "dismissed", "alpha"))
                        .withCategories(Set.of("Network Security", "Access Control"))))
                .isEqualTo("dismissed or alpha or zeta, Access Control or Network Security");
    }
}
