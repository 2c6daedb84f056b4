package dev.gradeline.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days as people write them, and as the pages show them. Immutable; any thread. */
public final class DayWords {
    private static final int CENTURY = 2000;

    private final DateTimeFormatter shown;
    private final List<DateTimeFormatter> read = new ArrayList<>();

    public DayWords(Words words) {
        Locale locale = TimeWords.formats(words.locale());
        String day = DateTimeFormatterBuilder.getLocalizedDateTimePattern("yMMMd", IsoChronology.INSTANCE, locale);
        String brief = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
        this.shown = DateTimeFormatter.ofLocalizedPattern("yMMMd").withLocale(locale);
        // English writes “Sept” or “Sep” by country; people do not mind which
        for (Locale months : List.of(locale, Locale.US)) {
            read.add(reader(day, months));
            read.add(reader(day.replaceAll("M+", "MMMM"), months));
        }
        read.add(reader("u-M-d", locale));
        read.add(reader(brief.replace("MM", "M").replace("dd", "d"), locale));
    }

    /** Strict: there is no 30 February, and it must not become the 28th. */
    private static DateTimeFormatter reader(String pattern, Locale locale) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replaceAll("y+", "u"))
                .toFormatter(locale)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** “23 Nov 2025”. */
    public String day(LocalDate day) {
        return shown.format(day);
    }

    /** The day that a person wrote: as {@link #day} writes it, in ISO 8601, or in the locale's short form; null for none. */
    public @Nullable LocalDate parse(String text) {
        String written = text.strip();
        for (DateTimeFormatter each : read) {
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
