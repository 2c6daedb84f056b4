package dev.gradeline.ayliea;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way to the API as the person chose it. What the environment says of proxies goes before it, see {@link Clients}.
 *
 * @param kind whose word on a proxy counts
 * @param host of the proxy, when it is {@link Kind#NAMED}
 * @param port of it
 * @param user who asks for the way through it; empty when it does not want to know
 * @param password of that user, asked for when the proxy is: empty for none, null when whoever keeps it does not give it. Called
 *     on the calling thread, may be slow
 * @param authorities files with certificates that count beside the system's; one that cannot be read takes nothing away
 */
public record Way(
        Kind kind, String host, int port, String user, Supplier<@Nullable String> password, List<Path> authorities) {
    /** As the system has it. */
    public static final Way SYSTEM = new Way(Kind.SYSTEM, "", 0, "", () -> null, List.of());

    /** Whose word on a proxy counts. */
    public enum Kind {
        SYSTEM,
        /** There is to be none. */
        NONE,
        /** The one that is named here. */
        NAMED
    }

    public Way {
        authorities = List.copyOf(authorities);
    }
}
