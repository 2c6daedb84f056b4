package dev.gradeline.app;

import dev.gradeline.settings.Network;
import dev.gradeline.settings.Settings;
import dev.gradeline.words.Redaction;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a text what others need not know: keys, whose computer it is, and whose data. The same name is replaced alike
 * everywhere, so that one can still follow it. Immutable; any thread.
 */
final class Scrub {
    /** What is shorter stands in too many other words. */
    private static final int SHORTEST = 3;

    /** A name and a password in an address. */
    private static final Pattern USER_INFO = Pattern.compile("://[^/@\\s\"]+@");

    private static final String VENDOR = "ayliea.com";

    private final List<Change> changes = new ArrayList<>();

    private record Change(String name, Pattern pattern, String instead) {}

    /**
     * @param others names of organisations and connections that the settings do not have, or no longer
     * @param home the person's home directory
     * @param user the name under which the person is known to the system; null when that is not known
     * @param computer the computer's name; null when that is not known
     */
    Scrub(Settings settings, Collection<String> others, String home, @Nullable String user, @Nullable String computer) {
        for (int i = 0; i < settings.connections().size(); i++) {
            Settings.Connection each = settings.connections().get(i);
            connection(each, i + 1);
        }
        Set<String> known = new HashSet<>();
        settings.connections().forEach(each -> known.addAll(List.of(each.name(), each.label())));
        int number = settings.connections().size();
        for (String other : new TreeSet<>(others)) {
            if (known.add(other) && !other.equals(Programs.DEFAULT)) {
                replace(other, "other-" + ++number);
            }
        }
        Network network = settings.network();
        for (int i = 0; i < network.certificates().size(); i++) {
            replace(network.certificates().get(i), "certificates-" + (i + 1));
        }
        replace(network.host(), "proxy-host");
        replace(network.user(), "proxy-user");
        replace(home, "~");
        replace(user, "user");
        replace(computer, "computer");
        // a longer name may hold a shorter one
        changes.sort(Comparator.comparingInt((Change change) -> change.name().length())
                .reversed());
    }

    private void connection(Settings.Connection connection, int number) {
        replace(connection.label(), "organisation " + number);
        if (!connection.name().equals(Programs.DEFAULT)) {
            replace(connection.name(), "connection-" + number);
        }
        String host = host(connection.baseUrl());
        if (host != null && !host.endsWith(VENDOR) && !host.equals("localhost") && !host.startsWith("127.")) {
            replace(host, "api-host-" + number);
        }
    }

    /** Whoever asks for help may have written the settings by hand. */
    private static @Nullable String host(String address) {
        try {
            return URI.create(address).getHost();
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private void replace(@Nullable String name, String instead) {
        if (name == null || name.strip().length() < SHORTEST || name.equals(instead)) {
            return;
        }
        // JSON and Windows write a backslash twice
        for (String form : List.of(name, name.replace("\\", "\\\\"), name.replace('\\', '/'))) {
            Pattern whole = Pattern.compile(
                    "(?<![\\p{L}\\p{N}])" + Pattern.quote(form) + "(?![\\p{L}\\p{N}])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            changes.add(new Change(form, whole, Matcher.quoteReplacement(instead)));
        }
    }

    /** The text without them. */
    String of(String text) {
        String clean = USER_INFO.matcher(Redaction.of(text)).replaceAll("://");
        for (Change change : changes) {
            clean = change.pattern().matcher(clean).replaceAll(change.instead());
        }
        return clean;
    }
}
