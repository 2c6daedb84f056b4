package dev.gradeline.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options that every command takes.
 *
 * @param dataDirectory where history and settings live; null for the system's place
 * @param connection the connection's name; null for the one last used
 * @param baseUrl another API address for this run, not checked yet; null for the connection's own
 * @param demo whether to use the embedded API with sample data
 * @param maxWait the longest wait that the API may ask for
 */
public record GlobalOptions(
        @Nullable Path dataDirectory,
        @Nullable String connection,
        @Nullable String baseUrl,
        boolean demo,
        Duration maxWait) {
    /** What {@code --max-wait} is when it is not given. */
    public static final Duration DEFAULT_MAX_WAIT = Duration.ofMinutes(2);

    /** The same, for another connection; in the sample data there is one alone, which is never named. */
    GlobalOptions of(String name) {
        return demo ? this : new GlobalOptions(dataDirectory, name, baseUrl, false, maxWait);
    }
}
