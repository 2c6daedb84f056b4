package dev.gradeline.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTicksTest {
    private static final String TO = "2026-11-23T06:40:00Z";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-19T06:40:00Z | 600 | 20 Nov, 21 Nov, 22 Nov, 23 Nov",
                "2026-11-09T06:40:00Z | 560 | 11 Nov, 13 Nov, 15 Nov, 17 Nov, 19 Nov, 21 Nov, 23 Nov",
                "2026-10-24T06:40:00Z | 600 | 26 Oct, 2 Nov, 9 Nov, 16 Nov, 23 Nov",
                "2026-08-25T06:40:00Z | 300 | Sept, Oct, Nov",
                "2025-11-23T06:40:00Z | 900 | Dec, Jan 2026, Feb, Mar, Apr, May, Jun, Jul, Aug, Sept, Oct, Nov",
                "2025-11-23T06:40:00Z | 500 | Jan 2026, Mar, May, Jul, Sept, Nov",
                "2025-11-23T06:40:00Z | 260 | Jan 2026, Apr, Jul, Oct",
                "2022-11-23T06:40:00Z | 300 | 2023, 2024, 2025, 2026",
                "2016-11-23T06:40:00Z | 300 | 2018, 2020, 2022, 2024, 2026",
            })
    void theFinestStepWhoseNamesDoNotTouchIsTaken(String from, double width, String expected) {
        assertThat(String.join(", ", texts(from, TO, width, "UTC", Locale.UK))).isEqualTo(expected);
    }

    @Test
    void monthsAndWeeksAreNamedInTheLanguage() {
        assertThat(texts("2026-05-23T00:00:00Z", TO, 600, "UTC", Locale.GERMANY))
                .containsExactly("Jun", "Jul", "Aug", "Sep", "Okt", "Nov");
        assertThat(texts("2026-10-24T00:00:00Z", TO, 400, "UTC", Locale.US))
                .as("weeks begin on Sunday")
                .containsExactly("Oct 25", "Nov 1", "Nov 8", "Nov 15", "Nov 22");
    }

    @Test
    void daysBeginAtMidnightOfTheZone() {
        TimeScale scale = TimeScale.of(Instant.parse("2026-11-21T00:00:00Z"), Instant.parse(TO), 0, 600);
        List<TimeTicks.Tick> ticks =
                new TimeTicks(scale, ZoneId.of("America/New_York"), Locale.UK, 600, 11, Planes.MEASURE).ticks();

        assertThat(ticks.getFirst().x()).isEqualTo(scale.x(Instant.parse("2026-11-21T05:00:00Z")));
    }

    @Test
    void anAxisAlwaysSaysWhenItIs() {
        assertThat(texts(TO, TO, 300, "UTC", Locale.UK)).containsExactly("23 Nov");
        assertThat(texts("2026-11-02T00:00:00Z", TO, 60, "UTC", Locale.UK)).isNotEmpty();
        assertThat(texts("0001-01-01T00:00:00Z", "9999-01-01T00:00:00Z", 500, "UTC", Locale.UK))
                .contains("2000", "4000");
        assertThat(TimeScale.of(Instant.MIN, Instant.MAX, 0, 500).x(Instant.EPOCH))
                .isBetween(90.0, 110.0);
    }

    private static List<String> texts(String from, String to, double width, String zone, Locale locale) {
        TimeScale scale = TimeScale.of(Instant.parse(from), Instant.parse(to), 40, width + 40);
        return new TimeTicks(scale, ZoneId.of(zone), locale, width + 80, 11, Planes.MEASURE)
                .ticks().stream().map(TimeTicks.Tick::text).toList();
    }
}
