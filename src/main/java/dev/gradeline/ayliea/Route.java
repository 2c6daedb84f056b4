package dev.gradeline.ayliea;

import org.jspecify.annotations.Nullable;

/**
 * The way that requests take.
 *
 * @param source who says so
 * @param proxy the proxy on it, as host and port; null when there is none
 */
public record Route(Source source, @Nullable String proxy) {
    /** Who says which way it is. */
    public enum Source {
        /** A variable of the process. */
        ENVIRONMENT,
        /** The person, in the settings. */
        SETTINGS,
        SYSTEM
    }
}
