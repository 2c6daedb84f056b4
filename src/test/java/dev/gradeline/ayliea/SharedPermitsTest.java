package dev.gradeline.ayliea;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One key's limit, shared by the window and the command line: two limiters here, two processes at the end. */
@Timeout(60)
class SharedPermitsTest {
    private static final Duration WINDOW = Duration.ofSeconds(61);
    private static final ApiKey OTHER_KEY = ApiKey.of("ayliea_pk_" + "0123456789abcdef".repeat(4));

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    private Path folder;

    private Instant now = Bench.START;
    private long nanos;

    private RateLimiter limiter() {
        return new RateLimiter(10, WINDOW, () -> now, () -> nanos, folder);
    }

    private void pass(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
    }

    private static RateLimiter.Permit take(RateLimiter limiter, ApiKey key, Call call) throws Exception {
        return limiter.acquire(key, new Patience(Duration.ZERO, Pause.REAL, call));
    }

    private static void take(RateLimiter limiter, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            take(limiter, Bench.KEY, new Call()).close();
        }
    }

    private static void assertFull(RateLimiter limiter, Call call) {
        assertThatThrownBy(() -> take(limiter, Bench.KEY, call)).isInstanceOf(CallEnded.class);
    }

    private Path file() {
        return folder.resolve("requests-" + Bench.KEY.publicDigits());
    }

    @Test
    void twoShareOneLimitAndItComesBackForBoth() throws Exception {
        RateLimiter window = limiter();
        RateLimiter commandLine = limiter();
        take(window, 6);
        take(commandLine, 4);
        assertFull(window, new Call());
        assertFull(commandLine, new Call());
        assertThat(commandLine.left()).isZero();
        pass(WINDOW);
        take(commandLine, 10);
        assertFull(window, new Call());
    }

    @Test
    void aPermitGivenBackByAnInterruptedThreadIsNotLost() throws Exception {
        RateLimiter limiter = limiter();
        for (int i = 0; i < 10; i++) {
            RateLimiter.Permit permit = take(limiter, Bench.KEY, new Call());
            Thread.currentThread().interrupt();
            permit.close();
            assertThat(Thread.interrupted()).isTrue();
        }
        limiter.look(Bench.KEY);
        pass(WINDOW);
        take(limiter, 10);
    }

    /** As when the data directory is removed while a window that was just closed still has a request under way. */
    @Test
    void aFileThatWasRemovedIsNotMadeForARequestThatEnds() throws Exception {
        RateLimiter.Permit permit = take(limiter(), Bench.KEY, new Call());
        Files.delete(file());
        permit.close();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nobodyElseMayReadTheFile() throws Exception {
        take(limiter(), 1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void eachKeyHasALimitOfItsOwnAndNoFileHoldsMoreThanItsPublicPart() throws Exception {
        take(limiter(), 10);
        take(limiter(), OTHER_KEY, new Call()).close();
        assertThat(folder)
                .isDirectoryContaining("glob:**requests-01234567")
                .isDirectoryContaining("glob:**requests-" + Bench.KEY.publicDigits());
        assertThat(Files.readString(file())).doesNotContain(Bench.SECRET.substring(18, 30));
    }

    @Test
    void aRequestUnderWayElsewhereCountsUntilItEnds() throws Exception {
        RateLimiter window = limiter();
        RateLimiter.Permit slow = take(window, Bench.KEY, new Call());
        take(window, 9);
        RateLimiter commandLine = limiter();
        pass(WINDOW);
        take(commandLine, 9);
        assertFull(commandLine, new Call());
        slow.close();
        assertFull(commandLine, new Call());
        pass(WINDOW);
        take(commandLine, 10);
    }

    @Test
    void whatLooksKnowsWhatOthersUsedAndWritesNoFileWhereNoneIs() throws Exception {
        RateLimiter looking = limiter();
        looking.look(Bench.KEY);
        assertThat(folder).isEmptyDirectory();
        take(limiter(), 7);
        assertThat(looking.left()).isEqualTo(10);
        looking.look(Bench.KEY);
        assertThat(looking.left()).isEqualTo(3);
        pass(WINDOW);
        assertThat(looking.left()).as("without looking again").isEqualTo(10);
    }

    @Test
    void whatRunsInTheBackgroundLeavesAShareUntilSomebodyWaitsForIt() throws Exception {
        RateLimiter limiter = limiter();
        Call schedule = Call.inBackground();
        for (int i = 0; i < 4; i++) {
            take(limiter, Bench.KEY, schedule.step(rows -> {})).close();
        }
        assertFull(limiter, schedule);
        take(limiter(), 1);
        Call step = schedule.step(rows -> {});
        schedule.hurry();
        take(limiter, Bench.KEY, step).close();
        take(limiter, 4);
        assertFull(limiter, new Call());
    }

    @Test
    @Tag("long")
    void aKilledProcessHoldsItsPermitsForAWindowOnly() throws Exception {
        Process gone =
                new ProcessBuilder(JAVA, "-version").redirectErrorStream(true).start();
        gone.waitFor();
        Files.writeString(file(), (gone.pid() + " 12345 1 0\n").repeat(10));
        RateLimiter limiter = limiter();
        assertFull(limiter, new Call());
        pass(WINDOW.minusMillis(1));
        assertFull(limiter, new Call());
        pass(Duration.ofMillis(1));
        take(limiter, 10);
    }

    @Test
    void aProcessThatGotTheNumberOfAKilledOneIsNotTakenForIt() throws Exception {
        Files.writeString(file(), (ProcessHandle.current().pid() + " 12345 1 0\n").repeat(10));
        assertFull(limiter(), new Call());
        pass(WINDOW);
        take(limiter(), 10);
    }

    @Test
    void aClockSetBackCostsAWindowAtMost() throws Exception {
        take(limiter(), 10);
        now = now.minus(Duration.ofDays(1));
        RateLimiter later = limiter();
        assertFull(later, new Call());
        pass(WINDOW);
        take(later, 10);
    }

    @Test
    void whatIsNoLineIsPassedOver() throws Exception {
        Files.writeString(file(), "nonsense\n1 2\n\n-1 -1 -1 -1\n9999999999999999999 1 1 1\n" + "x".repeat(200_000));
        take(limiter(), 10);
        assertFull(limiter(), new Call());
        assertThat(file())
                .hasSize(Files.readString(file())
                        .lines()
                        .mapToLong(line -> line.length() + 1)
                        .sum());
        assertThat(Files.readAllLines(file())).hasSize(10);
    }

    @Test
    void aFileThatCannotBeUsedStopsNobody() throws Exception {
        Files.createDirectory(file());
        take(limiter(), 10);
        RateLimiter nowhere = new RateLimiter(1, WINDOW, () -> now, () -> nanos, folder.resolve("missing"));
        take(nowhere, 1);
        assertFull(nowhere, new Call());
    }

    @Test
    void aLockThatIsNeverGivenBackStopsNobody() throws Exception {
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            take(limiter(), 1);
            assertThat(held.isValid()).isTrue();
        }
    }

    @Test
    void whoHasToWaitForAnotherIsToldTheMomentAtWhichItsFirstRequestNoLongerCounts() throws Exception {
        RateLimiter commandLine = limiter();
        take(commandLine, Bench.KEY, new Call());
        pass(Duration.ofSeconds(5));
        take(commandLine, 4);
        Instant free = now.plus(WINDOW);
        pass(Duration.ofSeconds(7));
        take(commandLine, 5);
        pass(Duration.ofSeconds(13));
        assertThatThrownBy(() -> take(limiter(), Bench.KEY, new Call()))
                .isInstanceOfSatisfying(
                        CallEnded.class, e -> assertThat(e.outcome()).isEqualTo(new ApiResult.RateLimited<>(free)));
    }

    @Test
    void aLockIsWaitedForAndWhatWasWrittenUnderItCounts() throws Exception {
        String others = (ProcessHandle.current().pid() + " 12345 1 " + now.toEpochMilli() + "\n").repeat(10);
        AtomicReference<Throwable> met = new AtomicReference<>();
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock held = channel.lock();
            Thread waiting = Thread.ofPlatform().start(() -> {
                try {
                    take(limiter(), Bench.KEY, new Call());
                } catch (Exception e) {
                    met.set(e);
                }
            });
            while (waiting.getState() != Thread.State.TIMED_WAITING) {
                assertThat(waiting.isAlive()).as("it waits").isTrue();
                Thread.onSpinWait();
            }
            channel.write(ByteBuffer.wrap(others.getBytes(StandardCharsets.US_ASCII)));
            held.release();
            waiting.join();
        }
        assertThat(met.get()).isInstanceOf(CallEnded.class);
    }

    @Test
    @Tag("long")
    void processesShareIt() throws Exception {
        List<Process> children = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            children.add(child());
        }
        int taken = 0;
        for (Process child : children) {
            try (var lines = child.inputReader()) {
                taken += Integer.parseInt(requireNonNull(lines.readLine()));
            } finally {
                child.destroy();
            }
        }
        assertThat(taken).isEqualTo(60);
    }

    private Process child() throws IOException {
        return new ProcessBuilder(
                        JAVA, "-cp", System.getProperty("java.class.path"), Child.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Takes permits until there is none, and says how many they were. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws Exception {
            RateLimiter limiter = RateLimiter.forAyliea(InstantSource.system(), Path.of(arguments[0]));
            int taken = 0;
            try {
                while (true) {
                    take(limiter, Bench.KEY, new Call()).close();
                    taken++;
                }
            } catch (CallEnded full) {
                System.out.println(taken);
            }
        }
    }
}
