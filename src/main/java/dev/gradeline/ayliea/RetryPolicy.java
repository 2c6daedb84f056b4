package dev.gradeline.ayliea;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** What is worth another try, how often, and after how long. */
final class RetryPolicy {
    /** How often a request is repeated at most. */
    static final int RETRIES = 3;

    /** No repetition begins later than this after the first try, so that a dead network is told of in good time. */
    static final Duration GIVE_UP = Duration.ofSeconds(30);

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final Pattern MORE_SECONDS = Pattern.compile("\\d+");
    private static final Duration AGES = Duration.ofSeconds(999_999_999);
    private static final Pattern UNIX_SECONDS = Pattern.compile("\\d{1,11}");

    private final RandomGenerator random;

    RetryPolicy(RandomGenerator random) {
        this.random = random;
    }

    /** Whether a server that answered so may answer otherwise soon. */
    static boolean passing(int status) {
        return switch (status) {
            case 429, 500, 502, 503, 504 -> true;
            default -> false;
        };
    }

    /**
     * Exponential with full jitter: anything between nothing and a bound that doubles, so that many clients that failed
     * together do not come back together.
     *
     * @param retry 0 before the first repetition
     */
    Duration backoff(int retry) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(retry, 10));
        Duration bound = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return Duration.ofMillis(random.nextLong(bound.toMillis() + 1));
    }

    /** How long the server asks to wait: {@code Retry-After}, else {@code X-RateLimit-Reset}; empty when it does not say. */
    static Optional<Duration> asked(Answer answer, Instant now) {
        return answer.header("Retry-After")
                .flatMap(value -> retryAfter(value.strip(), now))
                .or(() -> answer.header("X-RateLimit-Reset").flatMap(value -> reset(value.strip(), now)))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<Duration> retryAfter(String value, Instant now) {
        if (SECONDS.matcher(value).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        if (MORE_SECONDS.matcher(value).matches()) {
            return Optional.of(AGES);
        }
        try {
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, until));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> reset(String value, Instant now) {
        return UNIX_SECONDS.matcher(value).matches()
                ? Optional.of(Duration.between(now, Instant.ofEpochSecond(Long.parseLong(value))))
                : Optional.empty();
    }
}
