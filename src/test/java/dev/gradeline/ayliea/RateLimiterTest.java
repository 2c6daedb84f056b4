package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RateLimiterTest {
    private static final Duration WINDOW = Duration.ofSeconds(60);

    /** A clock that may be moved alone, and a timer that only goes on. */
    private static final class Time implements InstantSource {
        private final Instant start = Bench.START;
        private long elapsedMillis;
        private long clockOffMillis;

        @Override
        public Instant instant() {
            return start.plusMillis(elapsedMillis + clockOffMillis);
        }

        long nanos() {
            return elapsedMillis * 1_000_000;
        }

        void pass(Duration time) {
            elapsedMillis += time.toMillis();
        }

        void moveClock(Duration by) {
            clockOffMillis += by.toMillis();
        }
    }

    private final Time time = new Time();

    private RateLimiter limiter(int permits) {
        return new RateLimiter(permits, WINDOW, time, time::nanos, null);
    }

    private Patience patience(Duration maxWait) {
        return new Patience(
                maxWait,
                (length, call) -> {
                    call.throwIfCancelled();
                    time.pass(length);
                },
                new Call());
    }

    private static RateLimiter.Permit take(RateLimiter limiter) {
        RateLimiter.Permit permit = limiter.tryAcquire();
        assertThat(permit).isNotNull();
        return java.util.Objects.requireNonNull(permit);
    }

    @Test
    void countsDownAndUpAgain() {
        RateLimiter limiter = limiter(3);
        assertThat(limiter.permits()).isEqualTo(3);
        take(limiter).close();
        time.pass(Duration.ofSeconds(20));
        take(limiter).close();
        take(limiter).close();
        assertThat(limiter.left()).isZero();
        assertThat(limiter.tryAcquire()).isNull();
        time.pass(Duration.ofMillis(39_999));
        assertThat(limiter.left()).isZero();
        time.pass(Duration.ofMillis(1));
        assertThat(limiter.left()).isEqualTo(1);
        time.pass(Duration.ofSeconds(20));
        assertThat(limiter.left()).isEqualTo(3);
    }

    @Test
    void aRequestUnderWayHoldsItsPermitHoweverLongItTakesAndAgesFromItsEnd() {
        RateLimiter limiter = limiter(1);
        RateLimiter.Permit slow = take(limiter);
        time.pass(Duration.ofMinutes(10));
        assertThat(limiter.left()).isZero();
        slow.close();
        time.pass(WINDOW.minusMillis(1));
        assertThat(limiter.left()).isZero();
        time.pass(Duration.ofMillis(1));
        assertThat(limiter.left()).isEqualTo(1);
    }

    @Test
    void waitsJustLongEnough() throws Exception {
        RateLimiter limiter = limiter(1);
        take(limiter).close();
        time.pass(Duration.ofSeconds(13));
        Instant before = time.instant();
        limiter.acquire(Bench.KEY, patience(Duration.ofMinutes(2))).close();
        assertThat(Duration.between(before, time.instant())).isEqualTo(Duration.ofSeconds(47));
    }

    @Test
    void aWaitBeyondThePatienceIsRefusedAtOnce() {
        RateLimiter limiter = limiter(1);
        take(limiter).close();
        Instant before = time.instant();
        assertThatThrownBy(() -> limiter.acquire(Bench.KEY, patience(Duration.ofSeconds(59))))
                .isInstanceOfSatisfying(
                        CallEnded.class,
                        e -> assertThat(e.outcome()).isEqualTo(new ApiResult.RateLimited<>(before.plus(WINDOW))));
        assertThat(time.instant()).isEqualTo(before);
    }

    @Test
    void aJumpOfTheClockFreesEverythingWithoutWaiting() throws Exception {
        RateLimiter limiter = limiter(2);
        take(limiter).close();
        take(limiter).close();
        time.moveClock(Duration.ofDays(1));
        assertThat(limiter.left()).isEqualTo(2);
        limiter.acquire(Bench.KEY, patience(Duration.ZERO)).close();
    }

    @Test
    void aClockSetBackCostsNoMoreThanAWindow() throws Exception {
        RateLimiter limiter = limiter(1);
        take(limiter).close();
        time.moveClock(Duration.ofDays(-1));
        long before = time.nanos();
        limiter.acquire(Bench.KEY, patience(Duration.ofMinutes(2))).close();
        assertThat(Duration.ofNanos(time.nanos() - before)).isEqualTo(WINDOW);
    }

    @Test
    void aClockThatStandsStillAndATimerTooEndTheWaitAtThePatience() {
        RateLimiter limiter = new RateLimiter(1, WINDOW, InstantSource.fixed(Bench.START), () -> 0, null);
        take(limiter).close();
        List<Duration> slept = new ArrayList<>();
        Patience patience = new Patience(Duration.ofMinutes(2), (length, call) -> slept.add(length), new Call());
        assertThatThrownBy(() -> limiter.acquire(Bench.KEY, patience)).isInstanceOf(CallEnded.class);
        assertThat(slept.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofSeconds(59), Duration.ofMinutes(2));
    }

    @Test
    void cancellingEndsTheWait() {
        RateLimiter limiter = limiter(1);
        take(limiter).close();
        Call call = new Call();
        Patience patience = new Patience(
                Duration.ofMinutes(2),
                (length, given) -> {
                    given.cancel();
                    given.throwIfCancelled();
                },
                call);
        assertThatThrownBy(() -> limiter.acquire(Bench.KEY, patience)).isInstanceOf(CancellationException.class);
    }

    @Test
    void aCallThatWasCancelledTakesNoPermitThatIsFree() {
        RateLimiter limiter = limiter(1);
        Call call = new Call();
        call.cancel();
        Patience patience = new Patience(Duration.ofMinutes(2), (length, given) -> {}, call);
        assertThatThrownBy(() -> limiter.acquire(Bench.KEY, patience)).isInstanceOf(CancellationException.class);
        assertThat(limiter.left()).isOne();
    }

    @Test
    void whoeverWaitsForMoreThanTwoSecondsIsToldUntilWhen() throws Exception {
        RateLimiter limiter = limiter(1);
        take(limiter).close();
        Call call = new Call();
        List<Instant> told = new ArrayList<>();
        call.whenWaiting(told::add);
        time.pass(WINDOW.minusSeconds(2));
        limiter.acquire(Bench.KEY, new Patience(Duration.ofMinutes(2), (length, given) -> time.pass(length), call))
                .close();
        assertThat(told).isEmpty();

        Instant free = time.instant().plus(WINDOW);
        limiter.acquire(Bench.KEY, new Patience(Duration.ofMinutes(2), (length, given) -> time.pass(length), call))
                .close();
        assertThat(told).isNotEmpty().containsOnly(free);
    }

    @Test
    void theApisOwnLimitKeepsAMargin() {
        RateLimiter limiter = RateLimiter.forAyliea(time);
        assertThat(limiter.permits()).isEqualTo(60);
        take(limiter).close();
        time.moveClock(WINDOW);
        assertThat(limiter.left()).isEqualTo(59);
        time.moveClock(Duration.ofSeconds(1));
        assertThat(limiter.left()).isEqualTo(60);
    }

    /**
     * Requests of random length, overlapping at random, that the server counts at a random moment of each: no window of
     * the server's may hold more than it allows. The clock is set back at random and comes right again only slowly, or
     * jumps ahead together with the server's.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noWindowOfTheServersHoldsMoreThanAllowed(long seed) {
        Random random = new Random(seed);
        int permits = 1 + random.nextInt(12);
        RateLimiter limiter = limiter(permits);
        boolean jumps = seed % 2 == 0;
        record Running(long end, RateLimiter.Permit permit) {}
        PriorityQueue<Running> running = new PriorityQueue<>((a, b) -> Long.compare(a.end(), b.end()));
        List<Long> counted = new ArrayList<>();
        long jumped = 0;
        int refused = 0;
        for (int step = 0; step < 20_000; step++) {
            time.pass(Duration.ofMillis(random.nextInt(2_000)));
            if (jumps && random.nextInt(500) == 0) {
                long ahead = random.nextInt(90_000);
                jumped += ahead;
                time.moveClock(Duration.ofMillis(ahead));
            } else if (!jumps && random.nextInt(200) == 0) {
                time.moveClock(Duration.ofMillis(-random.nextInt(3_600_000)));
            }
            long now = time.elapsedMillis;
            while (!running.isEmpty() && running.peek().end() <= now) {
                running.poll().permit().close();
            }
            RateLimiter.Permit permit = limiter.tryAcquire();
            if (permit == null) {
                refused++;
                continue;
            }
            long length = random.nextInt(10) == 0 ? random.nextInt(30_000) : random.nextInt(300);
            counted.add(now + jumped + (length == 0 ? 0 : random.nextLong(length)));
            running.add(new Running(now + length, permit));
        }
        assertNoFullerWindow(counted, permits, WINDOW.toMillis(), seed);
        assertThat(refused).as("the limit was reached, seed %d", seed).isPositive();
        assertThat(counted.size()).as("the limit lets through, seed %d", seed).isGreaterThan(permits * 20);
    }

    @Test
    void severalThreadsShareOneLimit() throws Exception {
        int permits = 20;
        Duration window = Duration.ofMillis(150);
        RateLimiter limiter = new RateLimiter(permits, window, InstantSource.system());
        List<Long> counted = Collections.synchronizedList(new ArrayList<>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> all = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                all.add(threads.submit(() -> {
                    for (int i = 0; i < 15; i++) {
                        Patience patience = new Patience(Duration.ofSeconds(20), Pause.REAL, new Call());
                        try (RateLimiter.Permit _ = limiter.acquire(Bench.KEY, patience)) {
                            counted.add(System.nanoTime());
                        }
                    }
                    return "done";
                }));
            }
            for (Future<Object> one : all) {
                assertThat(one.get()).isEqualTo("done");
            }
        }
        assertThat(counted).hasSize(120);
        assertNoFullerWindow(counted, permits, window.toNanos(), 0);
    }

    private static void assertNoFullerWindow(List<Long> counted, int permits, long window, long seed) {
        List<Long> sorted = new ArrayList<>(counted);
        Collections.sort(sorted);
        long tightest = Long.MAX_VALUE;
        for (int i = permits; i < sorted.size(); i++) {
            tightest = Math.min(tightest, sorted.get(i) - sorted.get(i - permits));
        }
        assertThat(tightest)
                .as("the shortest time that holds %d requests, seed %d", permits + 1, seed)
                .isGreaterThanOrEqualTo(window);
    }
}
