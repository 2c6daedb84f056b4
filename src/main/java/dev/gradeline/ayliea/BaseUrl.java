package dev.gradeline.ayliea;

import dev.gradeline.ayliea.BadAddressException.Flaw;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** The API's address, checked: HTTPS, or HTTP on a loopback address; ends in {@code /api/v1}. */
public final class BaseUrl {
    /** The vendor's own address. */
    public static final URI AYLIEA = URI.create("https://assess.ayliea.com/api/v1");

    private static final String PATH = "/api/v1";
    private static final Pattern OTHER_VERSION = Pattern.compile(".*/api/v\\d+");
    // 127.0.0.0/8 written out in full: short forms such as 127.1 mean different things to different resolvers
    private static final Pattern LOOPBACK_4 =
            Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOOPBACK_6 = Pattern.compile("\\[(::|(0{1,4}:){7})0{0,3}1]");

    private BaseUrl() {}

    /**
     * Checks and completes an address that a person gave.
     *
     * @return the address, ending in {@code /api/v1} without a trailing slash
     * @throws BadAddressException with a sentence that names what is wrong and what to do; it does not repeat the text,
     *     which may be a key that was pasted into the wrong field
     */
    public static URI of(String text) {
        URI given = parsed(text.strip());
        String scheme = given.getScheme().toLowerCase(Locale.ROOT);
        String host = given.getHost().toLowerCase(Locale.ROOT);
        require(
                scheme.equals("https") || isLoopback(host),
                Flaw.PLAIN_HTTP,
                "Plain http:// is allowed on this computer only: start the address with https://.");
        require(
                given.getRawUserInfo() == null,
                Flaw.USER,
                "The address must not hold a user name or password: leave out the part before the @.");
        require(
                given.getRawQuery() == null && given.getRawFragment() == null,
                Flaw.QUERY,
                "The address must not hold a ? or a #: leave out everything from there on.");
        int port = given.getPort();
        require(port != 0 && port <= 65535, Flaw.PORT, "The port must be between 1 and 65535.");
        String place = isDefault(port, scheme) ? host : host + ":" + port;
        return URI.create(scheme + "://" + place + completed(given.normalize().getRawPath()));
    }

    private static URI parsed(String text) {
        String form = "This is not a web address: it should look like " + AYLIEA + ".";
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme();
            require(
                    scheme != null && (scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http")),
                    Flaw.SCHEME,
                    "The address must start with https://.");
            require(uri.getHost() != null, Flaw.FORM, form);
            return uri;
        } catch (URISyntaxException e) {
            // without the cause, whose message repeats the text
            throw new BadAddressException(Flaw.FORM, form);
        }
    }

    private static String completed(String rawPath) {
        String path = rawPath.replaceAll("/{2,}", "/").replaceAll("/$", "");
        if (path.endsWith(PATH)) {
            return path;
        }
        require(
                !OTHER_VERSION.matcher(path).matches(),
                Flaw.VERSION,
                "Gradeline speaks version 1 of the API: the address must end in " + PATH + ".");
        return path.endsWith("/api") ? path + "/v1" : path + PATH;
    }

    private static boolean isDefault(int port, String scheme) {
        return port == -1 || port == (scheme.equals("https") ? 443 : 80);
    }

    /** Whether a host, in lower case, is this computer by its very name. */
    static boolean isLoopback(String host) {
        return host.equals("localhost")
                || LOOPBACK_4.matcher(host).matches()
                || LOOPBACK_6.matcher(host).matches();
    }

    private static void require(boolean holds, Flaw flaw, String sentence) {
        if (!holds) {
            throw new BadAddressException(flaw, sentence);
        }
    }
}
