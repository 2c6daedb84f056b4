package dev.gradeline.settings;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Names for connections and files, made from the names that people give: safe on every system's disk. */
public final class SafeName {
    /** A connection's name is also the name of its history's file. */
    private static final Pattern CONNECTION = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST = 40;

    /** What Windows takes for a device, whatever ending follows. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private static final Pattern NUMBERED_DEVICE = Pattern.compile("(com|lpt)[0-9]");

    private SafeName() {}

    /** Whether this can be the name of a connection. */
    public static boolean isConnection(String name) {
        return CONNECTION.matcher(name).matches();
    }

    /**
     * A text as part of a file's name: small Latin letters without marks, digits, and single hyphens between them.
     *
     * @return at most 40 characters; empty when nothing of the text can be written so
     */
    public static String of(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String hyphened = trim(OTHERS.matcher(plain).replaceAll("-"));
        return trim(hyphened.substring(0, Math.min(LONGEST, hyphened.length())));
    }

    /**
     * A name for a new connection.
     *
     * @param label what the person calls it
     * @param fallback the name to begin with where nothing of the label can be written so
     * @param taken whether there is a connection or a file of that name
     */
    public static String forConnection(String label, String fallback, Predicate<String> taken) {
        String safe = of(label);
        String first = safe.isEmpty() ? fallback : safe;
        String name = first;
        for (int number = 2; isDevice(name) || taken.test(name); number++) {
            name = first + "-" + number;
        }
        return name;
    }

    private static boolean isDevice(String name) {
        return DEVICES.contains(name) || NUMBERED_DEVICE.matcher(name).matches();
    }

    private static String trim(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int end = text.length() > start && text.endsWith("-") ? text.length() - 1 : text.length();
        return text.substring(start, end);
    }
}
