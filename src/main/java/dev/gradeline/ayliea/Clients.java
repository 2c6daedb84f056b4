package dev.gradeline.ayliea;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes clients of the API that find the same around them: proxies, certificates, deadlines. */
@FunctionalInterface
public interface Clients {
    /**
     * @param base the checked API address, see {@link BaseUrl}
     * @param keys gives the key for each call; null for none. Called on the calling thread, may be slow
     * @param limiter the requests still allowed, shared by all clients of one key
     * @param clock what time it is: dates the rows, reads {@code X-RateLimit-Reset}
     * @param maxWait the longest wait for a permit or a {@code Retry-After} before the call gives up as rate limited
     * @param ways the way that the person chose, asked for each request: another choice holds from then on. May be slow
     * @return to be closed by the caller
     * @throws IllegalArgumentException when the address would send the key in the clear, or is none
     */
    AyliaClient open(
            URI base,
            Supplier<@Nullable ApiKey> keys,
            RateLimiter limiter,
            InstantSource clock,
            Duration maxWait,
            Supplier<Way> ways);

    /**
     * Clients as the program has them.
     *
     * @param variables those of the process, which may name proxies, before which no other choice counts, and certificates
     * @param agent the program's name and version, as {@code Gradeline/1.2.3}: goes with every request
     */
    static Clients of(Map<String, String> variables, String agent) {
        Environment environment = Environment.real(variables, agent);
        return (URI base,
                Supplier<@Nullable ApiKey> keys,
                RateLimiter limiter,
                InstantSource clock,
                Duration maxWait,
                Supplier<Way> ways) -> new AyliaClient(base, keys, limiter, clock, maxWait, environment, ways);
    }
}
