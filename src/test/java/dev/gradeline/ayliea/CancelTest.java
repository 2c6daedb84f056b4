package dev.gradeline.ayliea;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Assessment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cancel is at once, whatever a call is waiting for; each wait would go on for a long time without it. */
@Timeout(30)
class CancelTest {
    /** What a person takes for at once, on a computer that is busy with other tests. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    /** What keeps an exchange waiting. */
    enum Exchange {
        NO_ANSWER,
        A_BODY_THAT_STALLS,
        A_BODY_THAT_DRIPS;

        RawServer.Script script() {
            return switch (this) {
                case NO_ANSWER -> RawServer.stall();
                case A_BODY_THAT_STALLS -> RawServer.stallInBody();
                case A_BODY_THAT_DRIPS -> RawServer.drip();
            };
        }
    }

    /** A call on a thread of its own, and how it ended. */
    private record Running(Thread thread, CompletableFuture<ApiResult<List<Assessment>>> result) {
        static Running scores(AyliaClient client, Call call) {
            var result = new CompletableFuture<ApiResult<List<Assessment>>>();
            Thread thread = Thread.ofPlatform().start(() -> result.complete(client.scores(call)));
            return new Running(thread, result);
        }

        /** Returns once the thread sleeps for a time. */
        void awaitSleep() {
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }
    }

    private static void assertEndsAtOnce(Call call, Running running) throws Exception {
        assertThat(running.result()).isNotDone();
        long cancelled = System.nanoTime();
        call.cancel();
        assertThat(running.result().get(20, TimeUnit.SECONDS)).isEqualTo(new ApiResult.Cancelled<>());
        assertThat(Duration.ofNanos(System.nanoTime() - cancelled)).isLessThan(AT_ONCE);
    }

    @ParameterizedTest
    @EnumSource
    void anExchange(Exchange exchange) throws Exception {
        try (RawServer server = new RawServer(exchange.script());
                AyliaClient client = bench.wakefulClient(server.base())) {
            Call call = new Call();
            Running running = Running.scores(client, call);
            server.midway().await();
            assertEndsAtOnce(call, running);
            assertThat(bench.limiter.left())
                    .as("the permit is spent, and no longer held")
                    .isEqualTo(59);
        }
    }

    @ParameterizedTest
    @EnumSource
    void closingTheClientEndsAnExchangeToo(Exchange exchange) throws Exception {
        try (RawServer server = new RawServer(exchange.script())) {
            AyliaClient client = bench.wakefulClient(server.base());
            Running running = Running.scores(client, new Call());
            server.midway().await();
            assertThat(running.result()).isNotDone();
            long closed = System.nanoTime();
            client.close();
            assertThat(running.result().get(20, TimeUnit.SECONDS)).isEqualTo(new ApiResult.Cancelled<>());
            assertThat(Duration.ofNanos(System.nanoTime() - closed)).isLessThan(AT_ONCE);
        }
    }

    @Test
    void whatWaitsForTheEndOfACallThatHasEndedIsToldAtOnce() {
        Call call = new Call();
        int[] told = new int[1];
        Call.Registration before = call.whenCancelled(() -> told[0]++);
        call.whenCancelled(() -> told[0] += 10).close();
        assertThat(told[0]).isZero();
        call.cancel();
        assertThat(told[0]).isOne();
        before.close();
        call.whenCancelled(() -> told[0] += 100);
        assertThat(told[0]).isEqualTo(101);
    }

    @Test
    void theWaitForTheNextTry() throws Exception {
        try (RawServer server = new RawServer(RawServer.answer(429, "", "Retry-After: 100"));
                AyliaClient client = bench.wakefulClient(server.base())) {
            Call whole = new Call();
            Running running = Running.scores(client, whole.step(rows -> {}));
            assertThat(bench.eventuallyLogged("next try in")).isTrue();
            running.awaitSleep();
            assertEndsAtOnce(whole, running);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void theWaitForAPermitOfThisProcess() throws Exception {
        try (RawServer server = new RawServer(RawServer.ok("{\"scores\": []}"));
                AyliaClient client = bench.wakefulClient(server.base())) {
            List<RateLimiter.Permit> held = new ArrayList<>();
            for (int i = 0; i < bench.limiter.permits(); i++) {
                held.add(bench.limiter.tryAcquire());
            }
            Call call = new Call();
            Running running = Running.scores(client, call);
            running.awaitSleep();
            assertEndsAtOnce(call, running);
            assertThat(server.requests()).isEmpty();
            assertThat(held).doesNotContainNull();
        }
    }

    @Test
    void theWaitForAPermitThatAnotherProcessUsed() throws Exception {
        RateLimiter other = RateLimiter.forAyliea(bench.clock, folder);
        RateLimiter own = RateLimiter.forAyliea(bench.clock, folder);
        try (RawServer server = new RawServer(RawServer.ok("{\"scores\": []}"))) {
            try (AyliaClient client = new AyliaClient(
                    server.base(), () -> Bench.KEY, other, bench.clock, Duration.ofMinutes(2), bench.environment())) {
                for (int i = 0; i < other.permits(); i++) {
                    assertThat(client.scores(new Call())).isInstanceOf(ApiResult.Ok.class);
                }
            }
            try (AyliaClient client =
                    new AyliaClient(server.base(), () -> Bench.KEY, own, bench.clock, Duration.ofMinutes(2))) {
                Call call = new Call();
                Running running = Running.scores(client, call);
                running.awaitSleep();
                assertEndsAtOnce(call, running);
                assertThat(server.requests()).hasSize(other.permits());
            }
        }
    }
}
