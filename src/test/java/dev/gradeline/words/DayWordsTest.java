package dev.gradeline.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DayWordsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Test
    void aDayIsReadAsItIsShownInIsoAndInShort() {
        DayWords british = new DayWords(new Words(Locale.UK, ZoneOffset.UTC));
        assertThat(british.day(DAY)).isEqualTo("1 Jun 2026");
        for (String text : List.of("1 Jun 2026", " 1 june 2026", "2026-06-01", "2026-6-1", "01/06/2026", "1/6/26")) {
            assertThat(british.parse(text)).as(text).isEqualTo(DAY);
        }
        DayWords american = new DayWords(new Words(Locale.US, ZoneOffset.UTC));
        assertThat(american.day(DAY)).isEqualTo("Jun 1, 2026");
        assertThat(american.parse("6/1/2026")).isEqualTo(DAY);
        assertThat(american.parse(american.day(DAY))).isEqualTo(DAY);
    }

    @Test
    void everyMonthIsReadAsItIsShown() {
        for (Locale locale : List.of(Locale.ROOT, Locale.UK, Locale.US, Locale.GERMANY, Locale.FRANCE, Locale.JAPAN)) {
            for (DateStyle style : DateStyle.values()) {
                DayWords words = new DayWords(new Words(locale, ZoneOffset.UTC, style));
                assertThat(words.day(LocalDate.of(2026, 11, 28)))
                        .as("%s in %s", style, locale)
                        .contains("2026", "28");
                for (int month = 1; month <= 12; month++) {
                    LocalDate day = LocalDate.of(2026, month, 28);
                    assertThat(words.parse(words.day(day)))
                            .as("%s in %s, %s", day, locale, style)
                            .isEqualTo(day);
                }
            }
        }
    }

    @Test
    void aDayInFullHasTheWholeNameOfItsMonth() {
        LocalDate day = LocalDate.of(2026, 11, 28);
        assertThat(new DayWords(new Words(Locale.UK, ZoneOffset.UTC, DateStyle.LONG)).day(day))
                .isEqualTo("28 November 2026");
        assertThat(new DayWords(new Words(Locale.GERMANY, ZoneOffset.UTC, DateStyle.LONG)).day(day))
                .isEqualTo("28. November 2026");
    }

    @Test
    void whatIsNoDayIsNone() {
        DayWords words = new DayWords(new Words(Locale.UK, ZoneOffset.UTC));
        for (String text : List.of("", "x", "30 Feb 2026", "2026-02-30", "31/6/2026", "1 Jun", "tomorrow")) {
            assertThat(words.parse(text)).as(text).isNull();
        }
        assertThat(words.parse("15 Sep 2025")).isEqualTo(words.parse("15 Sept 2025"));
    }
}
