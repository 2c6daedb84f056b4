package dev.gradeline.ayliea;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a proxy listens, as a person writes it: {@code proxy.example:8080}, with {@code http://} before it or without.
 *
 * @param host a name, or an address; one of IPv6 in brackets
 * @param port 1 to 65535
 */
public record ProxyAddress(String host, int port) {
    private static final Pattern PARTS =
            Pattern.compile("(?<host>\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]{1,253})(?::(?<port>\\d*))?");
    private static final String SCHEME_END = "://";

    /** What is wrong with a text. */
    public enum Flaw {
        NONE,
        EMPTY,
        /** A kind of proxy that we do not speak to. */
        SCHEME,
        /** It holds a name or a password, which have fields of their own. */
        USER,
        HOST,
        NO_PORT,
        PORT
    }

    /** What is wrong with what was written. */
    public static Flaw flawOf(String text) {
        String written = text.strip();
        if (written.isEmpty()) {
            return Flaw.EMPTY;
        }
        if (written.contains(SCHEME_END) && !written.toLowerCase(Locale.ROOT).startsWith("http" + SCHEME_END)) {
            return Flaw.SCHEME;
        }
        if (written.contains("@")) {
            return Flaw.USER;
        }
        Matcher parts = PARTS.matcher(bare(written));
        if (!parts.matches()) {
            return Flaw.HOST;
        }
        String port = parts.group("port");
        if (port == null || port.isEmpty()) {
            return Flaw.NO_PORT;
        }
        return port.length() <= 5 && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65_535
                ? Flaw.NONE
                : Flaw.PORT;
    }

    /**
     * The address that was written.
     *
     * @throws IllegalArgumentException when there is a flaw in it; the text is not repeated
     */
    public static ProxyAddress of(String text) {
        Flaw flaw = flawOf(text);
        if (flaw != Flaw.NONE) {
            throw new IllegalArgumentException("no address of a proxy: " + flaw);
        }
        String bare = bare(text.strip());
        int colon = bare.lastIndexOf(':');
        return new ProxyAddress(bare.substring(0, colon), Integer.parseInt(bare.substring(colon + 1)));
    }

    private static String bare(String written) {
        int scheme = written.indexOf(SCHEME_END);
        String rest = scheme < 0 ? written : written.substring(scheme + SCHEME_END.length());
        return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    }

    /** As a person writes it. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
