package dev.gradeline.ayliea;

import dev.gradeline.posture.Part;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets one page: takes permits, tries again where that helps, and tells every other end apart. */
final class Requests {
    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);
    private static final Duration UNTOLD_LIMIT = Duration.ofSeconds(60);
    private static final int SENTENCE = 200;

    /**
     * No request begins later than this after the first of its call. The most rows that are read, 200,000, take 34 minutes
     * at 60 requests a minute, or 38 in the background; the rest is for retries and for others who use the key. Whatever
     * takes longer will not come to an end that anybody waits for.
     */
    static final Duration LONGEST_CALL = Duration.ofMinutes(60);

    private final URI base;
    private final Sender sender;
    private final RateLimiter limiter;
    private final RetryPolicy policy;
    private final InstantSource clock;
    private final Duration maxWait;
    private final Environment environment;

    Requests(
            URI base,
            Sender sender,
            RateLimiter limiter,
            InstantSource clock,
            Duration maxWait,
            Environment environment) {
        this.base = base;
        this.sender = sender;
        this.limiter = limiter;
        this.policy = new RetryPolicy(environment.random());
        this.clock = clock;
        this.maxWait = maxWait;
        this.environment = environment;
    }

    /** Begins the requests of one call, which end together when they take too long. */
    Series begin(Part part, ApiKey key, Call call) {
        return new Series(part, key, call, environment.nanos().getAsLong());
    }

    /** The requests of one call to one endpoint. */
    final class Series {
        private final Part part;
        private final ApiKey key;
        private final Call call;
        private final long begun;

        private Series(Part part, ApiKey key, Call call, long begun) {
            this.part = part;
            this.key = key;
            this.call = call;
            this.begun = begun;
        }

        /**
         * @param query with its question mark; may be empty
         * @return an answer with status 200
         * @throws CallEnded for every other end
         */
        Answer get(String query) throws CallEnded, InterruptedException {
            URI uri = URI.create(base + "/" + part.id() + query);
            Patience patience = new Patience(maxWait, environment.pause(), call);
            long first = environment.nanos().getAsLong();
            for (int retry = 0; ; retry++) {
                if (since(begun).compareTo(LONGEST_CALL) > 0) {
                    throw new CallEnded(Faults.endless(LONGEST_CALL));
                }
                switch (attempt(part, uri, key, patience)) {
                    case Attempt.Answered(Answer answer) -> {
                        return answer;
                    }
                    case Attempt.Failed failed -> {
                        Duration wait = longer(failed.asked(), policy.backoff(retry));
                        if (failed.passing() && !patience.affords(failed.asked())) {
                            // whatever the status: what the caller can use is when to come back
                            throw new CallEnded(
                                    new ApiResult.RateLimited<>(clock.instant().plus(failed.asked())));
                        }
                        if (retry == RetryPolicy.RETRIES
                                || !failed.worthAnotherTry(since(first))
                                || !patience.affords(wait)) {
                            throw new CallEnded(failed.outcome());
                        }
                        LOG.info("{}: {}, next try in {} ms", part.id(), failed.outcome(), wait.toMillis());
                        if (failed.asked().isPositive()) {
                            call.waits(clock.instant().plus(wait));
                        }
                        patience.sleep(wait);
                    }
                }
            }
        }
    }

    private Duration since(long then) {
        return Duration.ofNanos(environment.nanos().getAsLong() - then);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Attempt attempt(Part part, URI uri, ApiKey key, Patience patience) throws CallEnded, InterruptedException {
        try (RateLimiter.Permit _ = limiter.acquire(key, patience)) {
            Answer answer = sender.get(uri, key, patience.call());
            if (answer.status() == 200) {
                return new Attempt.Answered(answer);
            }
            Attempt.Failed failed = failed(part, answer, clock.instant());
            if (answer.status() == 429 && failed.asked().isPositive()) {
                limiter.close(key, failed.asked());
            }
            return failed;
        } catch (NoAnswer e) {
            return new Attempt.Failed(e.outcome(), e.passing(), Duration.ZERO);
        }
    }

    private static Attempt.Failed failed(Part part, Answer answer, Instant now) {
        int status = answer.status();
        Duration asked =
                RetryPolicy.passing(status) ? RetryPolicy.asked(answer, now).orElse(Duration.ZERO) : Duration.ZERO;
        return new Attempt.Failed(outcome(part, answer, now, asked), RetryPolicy.passing(status), asked);
    }

    private static ApiResult<?> outcome(Part part, Answer answer, Instant now, Duration asked) {
        int status = answer.status();
        if (status == 429) {
            return new ApiResult.RateLimited<>(now.plus(asked.isZero() ? UNTOLD_LIMIT : asked));
        }
        if (status >= 500) {
            return new ApiResult.ServerFault<>(status);
        }
        if (status == 407) {
            return new ApiResult.Unreachable<>("the proxy asks for a name and a password");
        }
        if (status == 401) {
            return new ApiResult.NoKey<>(true);
        }
        // a proxy that blocks says 403 too, with a page of its own: that is no word about the key's scopes
        if (status == 403 && !answer.isWebPage()) {
            return new ApiResult.Refused<>(part, SafeText.excerpt(AnswerReader.errorSentence(answer), SENTENCE));
        }
        return new ApiResult.NotUnderstood<>(unexpected(answer));
    }

    private static String unexpected(Answer answer) {
        int status = answer.status();
        if (status >= 300 && status < 400) {
            String place = SafeText.excerpt(answer.header("Location").orElse("nowhere"), 100);
            return "HTTP " + status + ", a redirect to " + place + ", not followed";
        }
        return "HTTP " + status + answer.excerpt();
    }

    /** How one attempt ended. */
    private sealed interface Attempt {
        record Answered(Answer answer) implements Attempt {}

        /**
         * @param passing whether another try may do better
         * @param asked how long the server asks to wait first; zero when it does not say
         */
        record Failed(ApiResult<?> outcome, boolean passing, Duration asked) implements Attempt {
            /** @param spent since the first try; a limit that was told is waited for all the same */
            boolean worthAnotherTry(Duration spent) {
                return passing
                        && (outcome instanceof ApiResult.RateLimited<?> || spent.compareTo(RetryPolicy.GIVE_UP) < 0);
            }
        }
    }
}
