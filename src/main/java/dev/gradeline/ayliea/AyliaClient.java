package dev.gradeline.ayliea;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Recommendation;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The Ayliea API, version 1. Blocking: call it from a worker thread. Safe for several threads. */
public final class AyliaClient implements AutoCloseable {

    /**
     * @param base the checked API address, see {@link BaseUrl}
     * @param keys gives the key for each request; null for none. Called on the calling thread, may be slow
     * @param limiter the requests still allowed, shared by all clients of one key
     * @param clock what time it is: dates the rows, reads {@code X-RateLimit-Reset}
     * @param maxWait the longest wait for a permit or a {@code Retry-After} before the call gives up as rate limited
     */
    public AyliaClient(
            URI base, Supplier<@Nullable ApiKey> keys, RateLimiter limiter, InstantSource clock, Duration maxWait) {
        throw new UnsupportedOperationException();
    }

    /** The latest completed assessment of each framework. */
    public ApiResult<List<Assessment>> scores(Call call) {
        throw new UnsupportedOperationException();
    }

    /** Every recommendation, all pages, in the server's order, ranked from 1. */
    public ApiResult<List<Recommendation>> recommendations(Call call) {
        throw new UnsupportedOperationException();
    }

    /** The latest completed scan and all of its platforms. */
    public ApiResult<Discovery> discovery(Call call) {
        throw new UnsupportedOperationException();
    }

    /**
     * What a key may read: three requests, one for each part, the least that the API can answer.
     *
     * @param key the key to try, whatever the client's own
     * @return one result for each part, in the order of {@link Part}; the value is the number of rows seen
     */
    public Map<Part, ApiResult<Integer>> probe(ApiKey key, Call call) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
