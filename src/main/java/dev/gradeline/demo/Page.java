package dev.gradeline.demo;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that a request asks for.
 *
 * @param limit how many rows at the most, 1 to {@value #MOST}
 * @param offset how many rows come before
 */
record Page(int limit, long offset) {
    static final int MOST = 100;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");

    /** A query parameter is out of range; the message is the sentence for the caller. */
    static final class OutOfRange extends Exception {
        private static final long serialVersionUID = 1;

        OutOfRange(String sentence) {
            super(sentence);
        }
    }

    static Page from(@Nullable String rawQuery) throws OutOfRange {
        String limit = parameter(rawQuery, "limit");
        String offset = parameter(rawQuery, "offset");
        long rows = limit == null ? MOST : whole(limit);
        if (rows < 1 || rows > MOST) {
            throw new OutOfRange("limit must be an integer between 1 and " + MOST);
        }
        long before = offset == null ? 0 : whole(offset);
        if (before < 0) {
            throw new OutOfRange("offset must be an integer of 0 or more");
        }
        return new Page((int) rows, before);
    }

    /** The number, or -1 for whatever is not one. */
    private static long whole(String text) {
        return WHOLE.matcher(text).matches() ? Long.parseLong(text) : -1;
    }

    private static @Nullable String parameter(@Nullable String rawQuery, String name) {
        if (rawQuery == null) {
            return null;
        }
        for (String pair : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (URLDecoder.decode(key, StandardCharsets.UTF_8).equals(name)) {
                return equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    List<String> of(List<String> rows) {
        int from = (int) Math.min(offset, rows.size());
        int to = Math.min(from + limit, rows.size());
        return rows.subList(from, to);
    }
}
