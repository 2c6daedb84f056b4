package dev.gradeline.ayliea;

import dev.gradeline.posture.Assessment;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Platform;
import dev.gradeline.posture.Recommendation;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Ayliea API, version 1. Blocking: call it from a worker thread. Safe for several threads. An interrupt of the
 * calling thread ends a call as cancelling does.
 */
public final class AyliaClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AyliaClient.class);

    /** How often a scan that is replaced while its pages are read is begun anew. */
    private static final int SCAN_STARTS = 3;

    private static final AnswerReader SCORES = new AnswerReader("scores", null);
    private static final AnswerReader RECOMMENDATIONS = new AnswerReader("recommendations", null);
    private static final AnswerReader DISCOVERY = new AnswerReader("platforms", "scan");

    private final Supplier<@Nullable ApiKey> keys;
    private final InstantSource clock;
    private final Sender sender;
    private final Requests requests;
    private final Supplier<Route> route;

    /**
     * A client under the program's bare name, with what the process finds around it; the program makes its own by
     * {@link Clients}.
     *
     * @param base the checked API address, see {@link BaseUrl}
     * @param keys gives the key for each call; null for none. Called on the calling thread, may be slow
     * @param limiter the requests still allowed, shared by all clients of one key
     * @param clock what time it is: dates the rows, reads {@code X-RateLimit-Reset}
     * @param maxWait the longest wait for a permit or a {@code Retry-After} before the call gives up as rate limited
     * @throws IllegalArgumentException when the address would send the key in the clear, or is none
     */
    public AyliaClient(
            URI base, Supplier<@Nullable ApiKey> keys, RateLimiter limiter, InstantSource clock, Duration maxWait) {
        this(base, keys, limiter, clock, maxWait, Environment.real(System.getenv(), "Gradeline"));
    }

    AyliaClient(
            URI base,
            Supplier<@Nullable ApiKey> keys,
            RateLimiter limiter,
            InstantSource clock,
            Duration maxWait,
            Environment environment) {
        this(base, keys, limiter, clock, maxWait, environment, () -> Way.SYSTEM);
    }

    /** @param ways the way that the person chose, asked for each request */
    AyliaClient(
            URI base,
            Supplier<@Nullable ApiKey> keys,
            RateLimiter limiter,
            InstantSource clock,
            Duration maxWait,
            Environment environment,
            Supplier<Way> ways) {
        this(base, keys, limiter, clock, maxWait, environment, new Transport(environment, ways), ways);
    }

    AyliaClient(
            URI base,
            Supplier<@Nullable ApiKey> keys,
            RateLimiter limiter,
            InstantSource clock,
            Duration maxWait,
            Environment environment,
            Sender sender) {
        this(base, keys, limiter, clock, maxWait, environment, sender, () -> Way.SYSTEM);
    }

    private AyliaClient(
            URI base,
            Supplier<@Nullable ApiKey> keys,
            RateLimiter limiter,
            InstantSource clock,
            Duration maxWait,
            Environment environment,
            Sender sender,
            Supplier<Way> ways) {
        this(
                keys,
                clock,
                sender,
                new Requests(BaseUrl.of(base.toString()), sender, limiter, clock, maxWait, environment),
                () -> environment.proxies().on(ways.get()).route(base));
    }

    private AyliaClient(
            Supplier<@Nullable ApiKey> keys,
            InstantSource clock,
            Sender sender,
            Requests requests,
            Supplier<Route> route) {
        this.keys = keys;
        this.clock = clock;
        this.sender = sender;
        this.requests = requests;
        this.route = route;
    }

    /** The way that the next request would take. Asks nobody outside this computer; may be slow. */
    public Route route() {
        return route.get();
    }

    /** The key that the next call would use; null for none. Blocking: it may have to be asked of the keychain. */
    public @Nullable ApiKey key() {
        return keys.get();
    }

    /**
     * This client with one key, whatever becomes of the key that it would ask for: what is read through it is read with one
     * key. It has nothing of its own to close, and ends with this one.
     *
     * @param key null for none
     */
    public AyliaClient holding(@Nullable ApiKey key) {
        return new AyliaClient(() -> key, clock, sender, requests, route);
    }

    /** The latest completed assessment of each framework. */
    public ApiResult<List<Assessment>> scores(Call call) {
        return run(Part.SCORES, keys.get(), call, (series, oddities) -> {
            RowMapping mapping = new RowMapping(clock.instant());
            Page<Assessment> page = SCORES.read(series.get(""), 0, mapping::assessment);
            oddities.addAll(page.oddities());
            call.rows(page.rows().size());
            // the same row twice says nothing twice
            return List.copyOf(new LinkedHashSet<>(page.rows()));
        });
    }

    /** Every recommendation, all pages, in the server's order, ranked from 1. */
    public ApiResult<List<Recommendation>> recommendations(Call call) {
        return recommendations(call, soFar -> {});
    }

    /**
     * The same, with a look at what has arrived. The answer is not known to hold before its last page is there: show these
     * rows, but keep none of them.
     *
     * @param arrived given the rows so far after each page, on the calling thread: a view that stays as it is
     */
    public ApiResult<List<Recommendation>> recommendations(Call call, Consumer<List<Recommendation>> arrived) {
        return run(Part.RECOMMENDATIONS, keys.get(), call, (series, oddities) -> {
            RowMapping mapping = new RowMapping(clock.instant());
            RankedRows ranked = new RankedRows();
            new Pager<>(Recommendation::id, oddities)
                    .all(
                            offset -> RECOMMENDATIONS.read(
                                    series.get(query(Pager.LIMIT, offset)), offset, mapping::recommendation),
                            call,
                            rows -> arrived.accept(ranked.upTo(rows)));
            return ranked.all();
        });
    }

    /** The latest completed scan and all of its platforms. */
    public ApiResult<Discovery> discovery(Call call) {
        return run(Part.DISCOVERY, keys.get(), call, (series, oddities) -> {
            for (int start = 0; start < SCAN_STARTS; start++) {
                oddities.clear();
                RowMapping mapping = new RowMapping(clock.instant());
                ScanPages pages = new ScanPages(
                        offset -> DISCOVERY.read(series.get(query(Pager.LIMIT, offset)), offset, mapping::platform),
                        mapping);
                List<Platform> platforms = new Pager<>(Platform::id, oddities).all(pages, call);
                if (!pages.changed()) {
                    return new Discovery(pages.scan(platforms));
                }
                LOG.info("discovery: the scan was replaced while it was read");
            }
            throw CallEnded.notUnderstood("the scan kept changing while it was read");
        });
    }

    /**
     * What a key may read and whose it is: three requests, one for each part, the least that the API can answer. Where the
     * server cannot be reached for one part, it is not asked for the next.
     *
     * @param key the key to try, whatever the client's own
     */
    public Probe probe(ApiKey key, Call call) {
        Map<Part, ApiResult<Integer>> results = new EnumMap<>(Part.class);
        String organization = null;
        String domain = null;
        ApiResult<Page<?>> last = new ApiResult.Cancelled<>();
        for (Part part : Part.values()) {
            if (!(last instanceof ApiResult.Unreachable<Page<?>>)) {
                last = run(part, key, call, (series, oddities) -> {
                    Page<?> page = probed(part, series);
                    oddities.addAll(page.oddities());
                    return page;
                });
            }
            Row scan = last instanceof ApiResult.Ok<Page<?>> ok ? ok.value().beside() : null;
            if (scan != null) {
                // it comes whole with the smallest page
                organization = RowMapping.organization(scan);
                domain = RowMapping.domain(scan);
            }
            results.put(part, last.map(Page::received));
        }
        return new Probe(results, organization, domain);
    }

    private Page<?> probed(Part part, Requests.Series series) throws CallEnded, InterruptedException {
        RowMapping mapping = new RowMapping(clock.instant());
        return switch (part) {
            case SCORES -> SCORES.read(series.get(""), 0, mapping::assessment);
            case RECOMMENDATIONS -> RECOMMENDATIONS.read(series.get(query(1, 0)), 0, mapping::recommendation);
            case DISCOVERY -> DISCOVERY.read(series.get(query(1, 0)), 0, mapping::platform);
        };
    }

    private static String query(int limit, int offset) {
        return "?limit=" + limit + "&offset=" + offset;
    }

    /** Work that ends well with a value. */
    private interface Work<T> {
        T run(Requests.Series series, Oddities oddities) throws CallEnded, InterruptedException;
    }

    private <T> ApiResult<T> run(Part part, @Nullable ApiKey key, Call call, Work<T> work) {
        if (key == null) {
            return new ApiResult.NoKey<>(false);
        }
        Oddities oddities = new Oddities();
        try {
            T value = work.run(requests.begin(part, key, call), oddities);
            List<String> texts = oddities.texts();
            if (!texts.isEmpty()) {
                LOG.warn("{}: odd in the answer: {}", part.id(), texts);
            }
            return new ApiResult.Ok<>(value, texts);
        } catch (CallEnded e) {
            LOG.warn("{}: {}", part.id(), e.getMessage());
            return e.outcome();
        } catch (CancellationException e) {
            return new ApiResult.Cancelled<>();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ApiResult.Cancelled<>();
        }
    }

    /** Ends what is under way as cancelled, and every later call too. */
    @Override
    public void close() {
        sender.close();
    }
}
