package dev.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Dates are days in the reader's zone (Tokyo here, nine hours ahead); instants are themselves. */
class PeriodTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:40:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private static Period period(String... arguments) {
        return CommandLine.populateCommand(new Period(), arguments);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-08, 2026-11-08T14:59:59.999Z",
        "2026-11-08T08:00:00Z, 2026-11-08T08:00:00Z",
        "2026-11-08T08:00Z, 2026-11-08T08:00:00Z",
        "2026-11-08T08:00:00+09:00, 2026-11-07T23:00:00Z",
        "2026-11-23, 2026-11-23T06:40:00Z",
        "2030-01-01, 2026-11-23T06:40:00Z",
    })
    void asOfADateIsTheEndOfThatDayAndNeverAhead(String given, Instant expected) {
        assertThat(period("--as-of", given).asOf(Shell.WORDS, CLOCK)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-08, 2026-11-07T15:00:00Z", "2026-11-08T08:00:00Z, 2026-11-08T08:00:00Z"})
    void sinceADateIsTheStartOfThatDay(String given, Instant expected) {
        assertThat(period("--since", given).since(Shell.WORDS, NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "", "2026-13-01", "08.11.2026", "2026-11-08T08:00"})
    void whatIsNoMomentIsNamed(String given) {
        assertThatThrownBy(() -> period("--as-of", given).asOf(Shell.WORDS, CLOCK))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--as-of")
                .hasMessageContaining("“" + given + "”");
        assertThatThrownBy(() -> period("--since", given).since(Shell.WORDS, NOW))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--since");
    }

    @Test
    void changesCannotStartAfterTheMomentLookedAt() {
        assertThatThrownBy(() -> period("--since", "2026-11-24").since(Shell.WORDS, NOW))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("2026-11-24");
    }

    @Test
    void nothingGivenIsThePresent() {
        assertThat(period().asOf(Shell.WORDS, CLOCK)).isNull();
        assertThat(period().since(Shell.WORDS, NOW)).isNull();
        assertThat(period().hasSince()).isFalse();
    }
}
