package dev.gradeline.cli;

import dev.gradeline.words.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The moments that a command looks at: as of when, and changes since when. */
final class Period {
    @Option(names = "--as-of", paramLabel = "WHEN", descriptionKey = "cli.option.asOf")
    private @Nullable String asOf;

    @Option(names = "--since", paramLabel = "WHEN", descriptionKey = "cli.option.since")
    private @Nullable String since;

    /** The start of the period is given. */
    boolean hasSince() {
        return since != null;
    }

    /**
     * For what is not asked of a moment that nobody has seen.
     *
     * @throws UsageException when the moment to look at lies ahead; today does not, though its end does
     */
    void requireNotAhead(Words words, InstantSource clock) {
        if (asOf == null) {
            return;
        }
        Instant now = clock.instant();
        Instant today = LocalDate.ofInstant(now, words.zone())
                .plusDays(1)
                .atStartOfDay(words.zone())
                .toInstant();
        boolean isDate = asOf.length() == "2026-11-08".length();
        Instant moment = moment("--as-of", asOf, words, true);
        if (isDate ? !moment.isBefore(today) : moment.isAfter(now)) {
            throw new UsageException(words.of("cli.moment.ahead", asOf));
        }
    }

    /**
     * The moment to look at: a date means the end of that day, and what lies ahead means now.
     *
     * @return null when none was given: the present
     */
    @Nullable Instant asOf(Words words, InstantSource clock) {
        if (asOf == null) {
            return null;
        }
        Instant moment = moment("--as-of", asOf, words, true);
        Instant now = clock.instant();
        return moment.isAfter(now) ? now : moment;
    }

    /** The moment to look at; the present where none was given. */
    Instant asOfOrNow(Words words, InstantSource clock) {
        Instant moment = asOf(words, clock);
        return moment != null ? moment : clock.instant();
    }

    /**
     * The moment from which changes are told: a date means the start of that day.
     *
     * @param end the moment looked at, before which the period must start
     * @return null when none was given
     */
    @Nullable Instant since(Words words, Instant end) {
        if (since == null) {
            return null;
        }
        Instant moment = moment("--since", since, words, false);
        if (moment.isAfter(end)) {
            throw new UsageException(words.of("cli.since.late", since, end.toString()));
        }
        return moment;
    }

    static Instant moment(String option, String text, Words words, boolean endOfDay) {
        ZoneId zone = words.zone();
        try {
            LocalDate day = LocalDate.parse(text);
            return endOfDay
                    ? day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1)
                    : day.atStartOfDay(zone).toInstant();
        } catch (DateTimeParseException notADate) {
            return instant(option, text, words);
        }
    }

    private static Instant instant(String option, String text, Words words) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException notAnInstant) {
            throw new UsageException(words.of("cli.moment.bad", option, text));
        }
    }
}
