package dev.gradeline.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.ResolverStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Days as people write them, and as the pages show them. Immutable; any thread. */
public final class DayWords {
    private static final int CENTURY = 2000;

    private final DateTimeFormatter shown;
    private final List<DateTimeFormatter> read = new ArrayList<>();
    private final List<DateTimeFormatter> readBare = new ArrayList<>();

    public DayWords(Words words) {
        Locale locale = TimeWords.formats(words.locale());
        String day = DateTimeFormatterBuilder.getLocalizedDateTimePattern("yMMMd", IsoChronology.INSTANCE, locale);
        String brief = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
        this.shown = TimeWords.dayAndYear(words);
        // English writes “Sept” or “Sep” by country; people do not mind which
        for (Locale months : List.of(locale, Locale.US)) {
            read.add(reader(day, months));
            read.add(reader(day.replaceAll("M+", "MMMM"), months));
        }
        read.add(reader("u-M-d", locale));
        read.add(reader(brief.replace("MM", "M").replace("dd", "d"), locale));
        String figures = DateTimeFormatterBuilder.getLocalizedDateTimePattern("yMd", IsoChronology.INSTANCE, locale);
        read.add(reader(figures.replace("MM", "M").replace("dd", "d"), locale));
        for (TextStyle style :
                List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
            readBare.add(bareReader(bare(day), names(style, locale)));
            readBare.add(bareReader(bare(day), names(style, Locale.US)));
        }
    }

    /** Without the dots and commas, about which people differ: “24. Okt. 2026”, “24 Okt 2026”. */
    private static String bare(String text) {
        return text.replaceAll("[.,\\s]+", " ").strip();
    }

    private static Map<Long, String> names(TextStyle style, Locale locale) {
        Map<Long, String> names = new HashMap<>();
        for (Month month : Month.values()) {
            names.put((long) month.getValue(), bare(month.getDisplayName(style, locale)));
        }
        return names;
    }

    /** @param pattern with the month's name in it, as M */
    private static DateTimeFormatter bareReader(String pattern, Map<Long, String> months) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        String[] parts = pattern.replaceAll("y+", "u").split("M+", 2);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                builder.appendText(ChronoField.MONTH_OF_YEAR, months);
            }
            builder.appendPattern(parts[i]);
        }
        return builder.toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Strict: there is no 30 February, and it must not become the 28th. */
    private static DateTimeFormatter reader(String pattern, Locale locale) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replaceAll("y+", "u"))
                .toFormatter(locale)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** “23 Nov 2025”, or as the style of days has it. */
    public String day(LocalDate day) {
        return shown.format(day);
    }

    /** The day that a person wrote: as {@link #day} writes it, in ISO 8601, or in the locale's short form; null for none. */
    public @Nullable LocalDate parse(String text) {
        String written = text.strip();
        LocalDate day = parse(written, read);
        if (day == null) {
            // “24. 10. 2026” is “24.10.2026” with more room
            day = parse(written.replaceAll("\\.\\s+", "."), read);
        }
        return day == null ? parse(bare(written), readBare) : day;
    }

    private static @Nullable LocalDate parse(String written, List<DateTimeFormatter> readers) {
        for (DateTimeFormatter each : readers) {
            try {
                LocalDate day = LocalDate.parse(written, each);
                return day.getYear() >= 0 && day.getYear() < 100 ? day.plusYears(CENTURY) : day;
            } catch (DateTimeException anotherForm) {
                // the next one is tried
            }
        }
        return null;
    }
}
