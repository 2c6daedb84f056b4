package dev.gradeline.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-15T06:40:12.345Z");

    private final TimeWords times = new TimeWords(new Words(Locale.UK, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PT0S       | just now
            PT59.999S  | just now
            PT-30S     | just now
            PT1M       | 1 min ago
            PT2M59S    | 2 min ago
            PT59M59S   | 59 min ago
            PT1H       | 1 h ago
            PT23H59M   | 23 h ago
            PT24H      | 1 day ago
            PT167H59M  | 6 days ago
            PT168H     | 8 November 2026
            PT8784H    | 14 November 2025
            PT-5M      | 15 November 2026, 06:45 UTC
            PT-900H    | 22 December 2026, 18:40 UTC
            """)
    void relativeUnderAWeekAbsoluteBeyond(Duration past, String text) {
        assertThat(times.ago(NOW.minus(past), NOW)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PT-5H     | in a moment
            PT59S     | in a moment
            PT1M      | in 1 min
            PT12M50S  | in 13 min
            PT59M40S  | in 1 h
            PT2H10M   | in 2 h
            PT23H50M  | in 1 day
            PT72H     | in 3 days
            PT168H    | 22 November 2026
            """)
    void whatIsToCome(Duration left, String text) {
        assertThat(times.in(NOW.plus(left), NOW)).isEqualTo(text);
    }

    @Test
    void aDayNamesItsYearOnlyWhenItIsAnother() {
        assertThat(times.day(NOW, NOW)).isEqualTo("15 Nov");
        assertThat(times.day(Instant.parse("2025-11-05T06:40:00Z"), NOW)).isEqualTo("5 Nov 2025");
    }

    @Test
    void theZoneDecidesTheDayTheYearAndTheClock() {
        Instant newYearsEve = Instant.parse("2026-12-31T23:30:00Z");
        TimeWords berlin = new TimeWords(new Words(Locale.UK, ZoneId.of("Europe/Berlin")));
        assertThat(times.dateTime(newYearsEve)).isEqualTo("31 December 2026, 23:30 UTC");
        assertThat(berlin.dateTime(newYearsEve)).isEqualTo("1 January 2027, 00:30 CET");
        assertThat(berlin.day(newYearsEve, newYearsEve.plusSeconds(60))).isEqualTo("1 Jan");
        assertThat(berlin.day(newYearsEve, NOW)).isEqualTo("1 Jan 2027");
        assertThat(berlin.dateTime(Instant.parse("2026-07-01T10:00:00Z"))).isEqualTo("1 July 2026, 12:00 CEST");
        assertThat(new TimeWords(new Words(Locale.UK, ZoneId.of("Etc/UTC"))).dateTime(NOW))
                .endsWith("06:40 UTC");
    }

    @Test
    void theLocaleDecidesTheOrder() {
        assertThat(in(Locale.US).date(NOW)).isEqualTo("November 15, 2026");
        assertThat(in(Locale.US).dateTime(NOW)).isEqualTo("November 15, 2026, 6:40\u00a0AM UTC");
        assertThat(in(Locale.GERMANY).date(NOW)).isEqualTo("15. November 2026");
        assertThat(in(Locale.ENGLISH).dateTime(NOW)).isEqualTo("15 November 2026, 06:40 UTC");
        assertThat(in(Locale.ROOT).day(NOW, NOW)).isEqualTo("15 Nov");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-GB | ISO   | 2026-11-05 | 2026-11-05       | 2026-11-05, 18:40 UTC
            en-US | ISO   | 2026-11-05 | 2026-11-05       | 2026-11-05, 18:40 UTC
            de-DE | ISO   | 2026-11-05 | 2026-11-05       | 2026-11-05, 18:40 UTC
            en-GB | SHORT | 05/11/2026 | 05/11/2026       | 05/11/2026, 18:40 UTC
            en-US | SHORT | 11/5/2026  | 11/5/2026        | 11/5/2026, 6:40\u00a0PM UTC
            de-DE | SHORT | 5.11.2026  | 5.11.2026        | 5.11.2026, 18:40 UTC
            en-GB | LONG  | 5 November | 5 November 2026  | 5 November 2026, 18:40 UTC
            en-US | LONG  | November 5 | November 5, 2026 | November 5, 2026, 6:40\u00a0PM UTC
            de-DE | LONG  | 5. November | 5. November 2026 | 5. November 2026, 18:40 UTC
            """)
    void theStyleThatWasChosenHoldsForEveryDay(String tag, DateStyle style, String day, String date, String dateTime) {
        Words words = new Words(Locale.forLanguageTag(tag), ZoneOffset.UTC, style);
        TimeWords styled = new TimeWords(words);
        Instant then = Instant.parse("2026-11-05T18:40:00Z");
        assertThat(styled.day(then, NOW)).isEqualTo(day);
        assertThat(styled.date(then)).isEqualTo(date);
        assertThat(styled.dateTime(then)).isEqualTo(dateTime);
        assertThat(styled.ago(then, NOW)).isEqualTo(date);
        assertThat(styled.ago(NOW.minusSeconds(120), NOW))
                .isEqualTo(times(words).ago(NOW.minusSeconds(120), NOW));
        assertThat(styled.day(Instant.parse("2025-11-05T18:40:00Z"), NOW)).contains("2025");
    }

    private static TimeWords times(Words like) {
        return new TimeWords(new Words(like.locale(), like.zone()));
    }

    @Test
    void utcIsIsoToTheSecond() {
        assertThat(times.utc(NOW)).isEqualTo("2026-11-15T06:40:12Z");
        assertThat(times.utc(Instant.parse("2026-11-15T06:40:00Z"))).isEqualTo("2026-11-15T06:40:00Z");
    }

    @Test
    void aMomentBeyondTheCalendarIsStillAText() {
        TimeWords east = new TimeWords(new Words(Locale.UK, ZoneId.of("Asia/Tokyo")));
        assertThat(east.date(Instant.MAX)).isEqualTo("+1000000000-12-31T23:59:59Z");
        assertThat(east.ago(Instant.MAX, NOW)).isNotBlank();
        assertThat(east.ago(Instant.MIN, NOW)).isNotBlank();
        assertThat(east.in(Instant.MAX, NOW)).isNotBlank();
        assertThat(east.day(Instant.MAX, NOW)).isNotBlank();
    }

    private static TimeWords in(Locale locale) {
        return new TimeWords(new Words(locale, ZoneOffset.UTC));
    }
}
