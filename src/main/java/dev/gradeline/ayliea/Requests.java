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

    private final URI base;
    private final Transport transport;
    private final RateLimiter limiter;
    private final RetryPolicy policy;
    private final InstantSource clock;
    private final Duration maxWait;
    private final Environment environment;

    Requests(
            URI base,
            Transport transport,
            RateLimiter limiter,
            InstantSource clock,
            Duration maxWait,
            Environment environment) {
        this.base = base;
        this.transport = transport;
        this.limiter = limiter;
        this.policy = new RetryPolicy(environment.random());
        this.clock = clock;
        this.maxWait = maxWait;
        this.environment = environment;
    }

    /**
     * @param query with its question mark; may be empty
     * @return an answer with status 200
     * @throws CallEnded for every other end
     */
    Answer get(Part part, String query, ApiKey key, Call call) throws CallEnded, InterruptedException {
        URI uri = URI.create(base + "/" + part.id() + query);
        Patience patience = new Patience(maxWait, environment.pause(), call);
        long begun = environment.nanos().getAsLong();
        for (int retry = 0; ; retry++) {
            switch (attempt(part, uri, key, patience)) {
                case Attempt.Answered(Answer answer) -> {
                    return answer;
                }
                case Attempt.Failed failed -> {
                    Duration wait = longer(failed.asked(), policy.backoff(retry));
                    Duration spent = Duration.ofNanos(environment.nanos().getAsLong() - begun);
                    if (retry == RetryPolicy.RETRIES || !failed.worthAnotherTry(spent) || !patience.affords(wait)) {
                        throw new CallEnded(failed.outcome());
                    }
                    LOG.info("{}: {}, next try in {} ms", part.id(), failed.outcome(), wait.toMillis());
                    patience.sleep(wait);
                }
            }
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Attempt attempt(Part part, URI uri, ApiKey key, Patience patience) throws CallEnded, InterruptedException {
        try (RateLimiter.Permit _ = limiter.acquire(key, patience)) {
            Answer answer = transport.get(uri, key, patience.call());
            return answer.status() == 200 ? new Attempt.Answered(answer) : failed(part, answer, clock.instant());
        } catch (NoAnswer e) {
            return new Attempt.Failed(e.outcome(), e.passing(), Duration.ZERO);
        }
    }

    private static Attempt failed(Part part, Answer answer, Instant now) {
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
