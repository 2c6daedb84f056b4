package dev.gradeline.settings;

import java.util.List;

/**
 * The way to the API. Holds no password: that of a proxy is in the keychain.
 *
 * @param proxy whose word on a proxy counts
 * @param host of the proxy, when it is {@link ProxyUse#MANUAL}: a name or an address; empty before one was given
 * @param port of it, 1 to 65535
 * @param user who asks for the way through it; empty when it does not want to know
 * @param certificates PEM files with authorities that count beside the system's, as paths in full
 */
public record Network(ProxyUse proxy, String host, int port, String user, List<String> certificates) {
    static final Network DEFAULT = new Network(ProxyUse.SYSTEM, "", 8080, "", List.of());

    /** Whose word on a proxy counts. */
    public enum ProxyUse {
        /** The system's. */
        SYSTEM,
        /** None is used. */
        NONE,
        /** The one that was typed in. */
        MANUAL
    }

    public Network {
        port = Math.clamp(port, 1, 65_535);
        certificates = List.copyOf(certificates);
    }

    /** One proxy that was typed in, and no certificates. */
    public static Network ofProxy(String host, int port, String user) {
        return DEFAULT.withManual(host, port, user);
    }

    public Network withProxy(ProxyUse use) {
        return new Network(use, host, port, user, certificates);
    }

    /** Names the proxy and uses it. */
    public Network withManual(String newHost, int newPort, String newUser) {
        return new Network(ProxyUse.MANUAL, newHost, newPort, newUser, certificates);
    }

    public Network withCertificates(List<String> files) {
        return new Network(proxy, host, port, user, files);
    }
}
