package dev.gradeline.words;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times for people, in the words' zone and locale: relative under a week, absolute beyond. Immutable; any thread. */
public final class TimeWords {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration WEEK = Duration.ofDays(7);

    private final Words words;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayAndYear;
    private final DateTimeFormatter date;
    private final DateTimeFormatter time;
    private final DateTimeFormatter zoneName;

    public TimeWords(Words words) {
        this.words = words;
        Locale locale = formats(words.locale());
        this.dayAndYear = dayAndYear(words);
        this.day = switch (words.dates()) {
            case LOCALE -> DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale);
            case LONG -> DateTimeFormatter.ofLocalizedPattern("MMMMd").withLocale(locale);
            // in figures alone, a day without its year reads like something else
            case ISO, SHORT -> dayAndYear;
        };
        this.date = switch (words.dates()) {
            case LOCALE, LONG ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
            case ISO, SHORT -> dayAndYear;
        };
        this.time = words.dates() == DateStyle.ISO
                ? DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
                : DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
        this.zoneName = DateTimeFormatter.ofPattern("z", locale);
    }

    /** A day with its year, where there is little room: “15 Nov 2026”. */
    static DateTimeFormatter dayAndYear(Words words) {
        Locale locale = formats(words.locale());
        return switch (words.dates()) {
            case LOCALE -> DateTimeFormatter.ofLocalizedPattern("yMMMd").withLocale(locale);
            case ISO -> DateTimeFormatter.ISO_LOCAL_DATE;
            case SHORT -> DateTimeFormatter.ofLocalizedPattern("yMd").withLocale(locale);
            case LONG -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        };
    }

    /** English without a country is not American English: day before month, 24 hours. */
    static Locale formats(Locale locale) {
        boolean placeless = locale.getCountry().isEmpty();
        boolean english = locale.getLanguage().isEmpty() || locale.getLanguage().equals("en");
        return placeless && english ? Locale.UK : locale;
    }

    /**
     * “just now”, “2 min ago”, “3 h ago”, “5 days ago”; beyond a week the {@link #date}. A moment that has not come yet,
     * because a clock was set back, is given in full.
     */
    public String ago(Instant then, Instant now) {
        Duration past = Duration.between(then, now);
        if (past.abs().compareTo(MINUTE) < 0) {
            return words.of("time.justNow");
        }
        if (past.isNegative()) {
            return dateTime(then);
        }
        if (past.compareTo(WEEK) >= 0) {
            return date(then);
        }
        if (past.toHours() < 1) {
            return words.of("time.minutesAgo", past.toMinutes());
        }
        return past.toDays() < 1 ? words.of("time.hoursAgo", past.toHours()) : words.of("time.daysAgo", past.toDays());
    }

    /** “in 13 min”, “in 2 h”, “in 3 days”; “in a moment” for what is due; beyond a week the {@link #date}. */
    public String in(Instant then, Instant now) {
        Duration left = Duration.between(now, then);
        if (left.compareTo(MINUTE) < 0) {
            return words.of("time.inAMoment");
        }
        if (left.compareTo(WEEK) >= 0) {
            return date(then);
        }
        long minutes = left.plusSeconds(30).toMinutes();
        long hours = left.plusMinutes(30).toHours();
        if (minutes < 60) {
            return words.of("time.inMinutes", minutes);
        }
        return hours < 24
                ? words.of("time.inHours", hours)
                : words.of("time.inDays", left.plusHours(12).toDays());
    }

    /** “15 Nov” in the year of {@code now}, else “15 Nov 2025”; in figures always with the year. */
    public String day(Instant then, Instant now) {
        try {
            ZonedDateTime local = then.atZone(words.zone());
            boolean thisYear = local.getYear() == now.atZone(words.zone()).getYear();
            return plainSpaces((thisYear ? day : dayAndYear).format(local));
        } catch (DateTimeException beyondTheCalendar) {
            return utc(then);
        }
    }

    /** “15 November 2026”. */
    public String date(Instant then) {
        try {
            return plainSpaces(date.format(then.atZone(words.zone())));
        } catch (DateTimeException beyondTheCalendar) {
            return utc(then);
        }
    }

    /** “06:40:12”, of a moment that is waited for. */
    public String clock(Instant then) {
        try {
            return plainSpaces(DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                    .withLocale(words.locale())
                    .format(then.atZone(words.zone())));
        } catch (DateTimeException beyondTheCalendar) {
            return utc(then);
        }
    }

    /** “06:40”, where the day stands elsewhere. */
    public String time(Instant then) {
        try {
            return plainSpaces(time.format(then.atZone(words.zone())));
        } catch (DateTimeException beyondTheCalendar) {
            return utc(then);
        }
    }

    /** “15 November 2026, 06:40 UTC”: date, time and the zone's name. */
    public String dateTime(Instant then) {
        try {
            ZonedDateTime local = then.atZone(words.zone());
            return words.of("time.dateTime", date(then), plainSpaces(time.format(local)), zone(local));
        } catch (DateTimeException beyondTheCalendar) {
            return utc(then);
        }
    }

    /** ISO 8601 in UTC, to the second, for a tooltip. */
    public String utc(Instant then) {
        return then.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String zone(ZonedDateTime local) {
        return words.zone().normalized().equals(ZoneOffset.UTC) ? "UTC" : zoneName.format(local);
    }

    /** Locale data puts narrow no-break spaces into times, which few fonts draw. */
    private static String plainSpaces(String text) {
        return text.replace('\u202f', '\u00a0');
    }
}
