package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * What a client is tried on: a clock that only sleeping moves, and the log that it wrote.
 */
final class Bench implements AutoCloseable {
    static final String SECRET = "ayliea_pk_a1b2c3d4" + "9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a39281706f5e4";
    static final ApiKey KEY = ApiKey.of(SECRET);
    static final Instant START = Instant.parse("2026-03-15T14:30:00Z");
    static final Limits SHORT =
            new Limits(Duration.ofSeconds(5), Duration.ofMillis(700), Duration.ofMillis(1_500), 32 << 20);

    /** A clock that stands until somebody sleeps. */
    static final class StandingClock implements InstantSource {
        private Instant now = START;

        @Override
        public synchronized Instant instant() {
            return now;
        }

        long nanos() {
            return Duration.between(START, instant()).toNanos();
        }

        synchronized void move(Duration by) {
            now = now.plus(by);
        }
    }

    static final String AGENT = "Gradeline/1.2.3";

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final long begun = System.nanoTime();
    final StandingClock clock = new StandingClock();
    final List<Duration> sleeps = new CopyOnWriteArrayList<>();
    final Pause pause = (length, call) -> {
        call.throwIfCancelled();
        sleeps.add(length);
        clock.move(length);
    };
    final RateLimiter limiter = new RateLimiter(60, Duration.ofSeconds(61), clock, clock::nanos, null);
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.gradeline");
    private final Level level = logger.getLevel();
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    Bench() {
        appender.list = new CopyOnWriteArrayList<>();
        appender.start();
        logger.setLevel(Level.TRACE);
        logger.addAppender(appender);
    }

    AyliaClient client(URI base) {
        return client(base, Duration.ofMinutes(2));
    }

    AyliaClient client(URI base, Duration maxWait) {
        return client(base, maxWait, Limits.STANDARD);
    }

    /** One whose way the person chose. */
    AyliaClient client(URI base, Supplier<Way> ways) {
        return new AyliaClient(base, () -> KEY, limiter, clock, Duration.ofMinutes(2), environment(), ways);
    }

    /** One with short deadlines. */
    AyliaClient impatientClient(URI base) {
        return client(base, Duration.ofMinutes(2), SHORT);
    }

    private AyliaClient client(URI base, Duration maxWait, Limits limits) {
        return new AyliaClient(base, () -> KEY, limiter, clock, maxWait, environment(limits, pause));
    }

    /** One that really sleeps. */
    AyliaClient wakefulClient(URI base) {
        return new AyliaClient(
                base, () -> KEY, limiter, clock, Duration.ofMinutes(2), environment(Limits.STANDARD, Pause.REAL));
    }

    /** Environment variables as the client finds them. */
    final Map<String, String> variables = new HashMap<>();

    /** What a client finds around it, with deadlines as in the program. */
    Environment environment() {
        return environment(Limits.STANDARD, pause);
    }

    /** Has nothing more logged, for those who would log thousands of lines. */
    void silence() {
        logger.setLevel(Level.OFF);
    }

    private Environment environment(Limits limits, Pause how) {
        return new Environment(
                limits, how, clock::nanos, new Random(7), new Trust(variables), new Proxies(variables, null), AGENT);
    }

    Duration slept() {
        return sleeps.stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** All that was logged, with the exceptions. */
    String log() {
        return appender.list.stream()
                .map(e -> e.getFormattedMessage() + " " + e.getThrowableProxy())
                .collect(Collectors.joining("\n"));
    }

    /** Waits until this was logged. */
    boolean eventuallyLogged(String text) {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (System.nanoTime() < end) {
            if (log().contains(text)) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    /** Asserts that nothing that was logged holds more of the key than its public part. */
    void theKeyIsNowhere() {
        assertThat(log()).doesNotContain(SECRET.substring(18, 30));
    }

    /** Ends a test, which must have taken no longer than a person would bear, and must have told nobody the key. */
    @Override
    public void close() {
        logger.detachAppender(appender);
        logger.setLevel(level);
        theKeyIsNowhere();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST);
    }
}
