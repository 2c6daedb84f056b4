package dev.gradeline.ui.shell;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation's notices have told so far. Immutable.
 *
 * @param grades up to which synchronisation changes of grade were told; null before the first
 * @param platforms the same of new platforms
 * @param key whether it was told that its key is refused, and still is
 */
record Told(@Nullable Instant grades, @Nullable Instant platforms, boolean key) {
    private static final Told NOTHING = new Told(null, null, false);

    private static final String KEY = "key";

    Told withGrades(@Nullable Instant upTo) {
        return new Told(upTo, platforms, key);
    }

    Told withPlatforms(@Nullable Instant upTo) {
        return new Told(grades, upTo, key);
    }

    Told withKey(boolean refused) {
        return new Told(grades, platforms, refused);
    }

    /** As a text that {@link #parse} reads back: {@code 2026-11-23T06:38:00Z;2026-11-23T06:38:00Z;key}. */
    String text() {
        return text(grades) + ";" + text(platforms) + ";" + (key ? KEY : "");
    }

    private static String text(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }

    /** What in a text cannot be understood counts as never told. */
    static Told parse(@Nullable String text) {
        String[] parts = text == null ? new String[0] : text.split(";", -1);
        return parts.length == 3 ? new Told(moment(parts[0]), moment(parts[1]), parts[2].equals(KEY)) : NOTHING;
    }

    private static @Nullable Instant moment(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException notAMoment) {
            return null;
        }
    }
}
