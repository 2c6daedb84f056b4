package dev.gradeline.ayliea;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the API's timestamps: ISO 8601 in UTC as documented, and what others make of that. */
final class Timestamps {
    private static final int MAX_LENGTH = 64;

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM:ss", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMMss", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            // or 30 February would be read as the 28th
            .withResolverStyle(ResolverStyle.STRICT);

    private Timestamps() {}

    /**
     * The moment that a text names, with any offset and fraction; without an offset it is read as UTC.
     *
     * @return null when it names none, or none in the years 1 to 9999
     */
    static @Nullable Instant read(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        try {
            TemporalAccessor parsed = FORMAT.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
            OffsetDateTime moment = parsed instanceof LocalDateTime local
                    ? local.atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.from(parsed).withOffsetSameInstant(ZoneOffset.UTC);
            return moment.getYear() >= 1 && moment.getYear() <= 9999 ? moment.toInstant() : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
