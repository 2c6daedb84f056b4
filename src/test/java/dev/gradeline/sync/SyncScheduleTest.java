package dev.gradeline.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.demo.DemoServer;
import dev.gradeline.demo.Fault;
import dev.gradeline.demo.Story;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.sync.SyncSchedule.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs here need no network but where one is wanted: without a key a run ends at once, and is a run all the same. */
class SyncScheduleTest {
    private static final Duration OFF = Duration.ZERO;
    private static final Duration SHORT = Duration.ofMillis(20);

    @TempDir
    Path directory;

    private final BlockingQueue<State> states = new LinkedBlockingQueue<>();
    private Bench bench;
    private @Nullable SyncSchedule schedule;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(directory, Story.END);
        bench.useKey(null);
    }

    @AfterEach
    void close() {
        if (schedule != null) {
            schedule.close();
        }
        bench.close();
    }

    private SyncSchedule schedule(Duration interval) {
        return schedule(bench.synchroniser(), interval, InstantSource.system(), states::add);
    }

    private SyncSchedule schedule(
            Synchroniser synchroniser, Duration interval, InstantSource clock, Consumer<State> listener) {
        SyncSchedule made = new SyncSchedule(synchroniser, interval, clock, listener);
        schedule = made;
        return made;
    }

    private <T extends State> T next(Class<T> kind) throws InterruptedException {
        while (true) {
            State state = states.poll(30, TimeUnit.SECONDS);
            assertThat(state).as("a state within 30 s").isNotNull();
            if (kind.isInstance(state)) {
                return kind.cast(state);
            }
        }
    }

    private SyncReport report() throws InterruptedException {
        SyncReport last = next(State.Waiting.class).last();
        assertThat(last).isNotNull();
        return java.util.Objects.requireNonNull(last);
    }

    @Test
    void theFirstRunBeginsAtOnceAndOthersFollow() throws Exception {
        schedule(SHORT).start();

        assertThat(states.poll(30, TimeUnit.SECONDS)).isEqualTo(new State.Running(Part.SCORES, 0));
        Instant first = report().at();
        Instant second = report().at();
        assertThat(report().at()).isAfter(second);
        assertThat(second).isAfter(first);
    }

    @Test
    void theRecommendationsThatHaveArrivedAreToldWithEachPage() throws Exception {
        bench.useKey(ApiKey.of(DemoServer.KEY));
        schedule(SHORT).start();

        List<State.Running> told = new ArrayList<>();
        State state = states.poll(30, TimeUnit.SECONDS);
        while (state instanceof State.Running running) {
            told.add(running);
            state = states.poll(30, TimeUnit.SECONDS);
        }
        assertThat(told).allSatisfy(running -> {
            int shown = running.part() == Part.RECOMMENDATIONS ? running.rows() : 0;
            assertThat(running.arrived()).hasSize(shown);
        });
        assertThat(told)
                .extracting(State.Running::rows)
                .contains(100)
                .endsWith(told.getLast().arrived().size());
        assertThat(told.getLast().arrived())
                .extracting(Recommendation::id)
                .containsExactlyElementsOf(bench.history.posture().recommendations().stream()
                        .map(Recommendation::id)
                        .toList());
    }

    @Test
    void theWaitIsTheIntervalFromTheEndOfTheRun() throws Exception {
        InstantSource still = InstantSource.fixed(Story.END);
        schedule(bench.synchroniser(), Duration.ofMinutes(15), still, states::add)
                .start();

        assertThat(next(State.Waiting.class).next()).isEqualTo(Story.END.plus(Duration.ofMinutes(15)));
    }

    @Test
    void anExceptionOrAnErrorIsToldAndSurvived() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        InstantSource failing = () -> switch (calls.getAndIncrement()) {
            case 0 -> throw new IllegalStateException("first");
            case 1 -> throw new StackOverflowError("second");
            default -> Story.END;
        };
        schedule(bench.synchroniser(failing), SHORT, InstantSource.system(), states::add)
                .start();

        State.Failed first = next(State.Failed.class);
        assertThat(first.cause()).hasMessage("first");
        assertThat(first.next()).isNotNull();
        assertThat(next(State.Failed.class).cause()).hasRootCauseInstanceOf(StackOverflowError.class);
        assertThat(report().parts()).hasSize(3);
    }

    @Test
    void aListenerThatThrowsStopsNothing() throws Exception {
        schedule(bench.synchroniser(), SHORT, InstantSource.system(), state -> {
                    states.add(state);
                    throw new IllegalStateException("from the listener");
                })
                .start();

        report();
        report();
    }

    @Test
    void whenOffItRunsOnlyWhenAsked() throws Exception {
        SyncSchedule off = schedule(OFF);
        off.start();
        State.Waiting waiting = next(State.Waiting.class);
        assertThat(waiting.next()).isNull();
        assertThat(waiting.last()).isNotNull();

        off.runNow();
        assertThat(next(State.Running.class)).isNotNull();
        Instant second = report().at();

        off.setInterval(SHORT);
        assertThat(next(State.Waiting.class).next()).isNotNull();
        next(State.Running.class);
        assertThat(report().at()).isAfter(second);
    }

    @Test
    void askedManyTimesDuringARunOneMoreFollows() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        Synchroniser slow = new Synchroniser(
                bench.client(() -> {
                    awaitQuietly(asked);
                    return null;
                }),
                bench.history,
                () -> {
                    runs.incrementAndGet();
                    return Story.END;
                });
        SyncSchedule off = schedule(slow, OFF, InstantSource.system(), states::add);
        off.start();
        next(State.Running.class);
        for (int i = 0; i < 5; i++) {
            off.runNow();
        }
        asked.countDown();

        Instant first = report().at();
        Instant second = report().at();
        assertThat(second).isAfter(first);
        off.setInterval(Duration.ofHours(1));
        // had a third been waiting, it would run before this is told
        assertThat(next(State.Waiting.class).next()).isNotNull();
        assertThat(runs).as("the clock is asked at a run's begin and end").hasValue(4);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void cancellingEndsTheRunAndNotTheSchedule() throws Exception {
        bench.useKey(dev.gradeline.ayliea.ApiKey.of(dev.gradeline.demo.DemoServer.KEY));
        bench.server.setFault(Fault.stall());
        SyncSchedule off = schedule(OFF);
        off.start();
        next(State.Running.class);
        off.cancelRun();

        assertThat(report().parts().values())
                .allSatisfy(part -> assertThat(part.outcome()).isEqualTo(Outcome.CANCELLED));
        bench.server.setFault(null);
        off.cancelRun();
        off.runNow();
        assertThat(report().complete()).isTrue();
    }

    @Test
    void closingEndsARunThatStallsAndTheSchedule() throws Exception {
        bench.useKey(dev.gradeline.ayliea.ApiKey.of(dev.gradeline.demo.DemoServer.KEY));
        bench.server.setFault(Fault.stall());
        SyncSchedule stalled = schedule(SHORT);
        stalled.start();
        next(State.Running.class);

        long begin = System.nanoTime();
        stalled.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));

        states.clear();
        stalled.runNow();
        stalled.close();
        assertThat(states).isEmpty();
    }

    @Test
    void theListenerMayCloseIt() throws Exception {
        AtomicReference<@Nullable SyncSchedule> self = new AtomicReference<>();
        CountDownLatch closed = new CountDownLatch(1);
        SyncSchedule made = schedule(bench.synchroniser(), SHORT, InstantSource.system(), state -> {
            SyncSchedule me = self.get();
            if (me != null) {
                me.close();
                closed.countDown();
            }
        });
        self.set(made);
        made.start();

        assertThat(closed.await(4, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aScheduleClosedBeforeItStartsNeverRuns() {
        SyncSchedule made = schedule(SHORT);
        made.close();
        made.start();
        made.close();

        assertThat(states).isEmpty();
    }

    /** Otherwise a clock set back by five hours would mean five hours without a synchronisation. */
    @Test
    void aClockThatGoesBackDoesNotStretchTheWait() throws Exception {
        Duration hour = Duration.ofHours(1);
        SyncSchedule made = schedule(bench.synchroniser(), hour, bench.clock, states::add);
        made.start();
        assertThat(next(State.Waiting.class).next()).isEqualTo(Story.END.plus(hour));

        bench.clock.advance(Duration.ofHours(-5));
        made.setInterval(hour);

        assertThat(next(State.Waiting.class).next())
                .isEqualTo(Story.END.minus(Duration.ofHours(5)).plus(hour));
    }
}
