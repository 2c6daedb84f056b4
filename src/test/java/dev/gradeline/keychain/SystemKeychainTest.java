package dev.gradeline.keychain;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.PasswordAccessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the port makes of a keychain that hangs, lies, throws and locks itself. */
class SystemKeychainTest {
    private static final String KEY = "ayliea_pk_" + "a1b2c3d4".repeat(8);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private final Scripted backend = new Scripted();

    @Test
    void anEntryIsWrittenReadReplacedAndRemoved() {
        SystemKeychain keychain = keychain(LONG);
        assertThat(keychain.check()).isEqualTo(new KeychainResult.Ok<>(true));
        assertThat(keychain.read("a")).isEqualTo(new KeychainResult.Ok<@Nullable String>(null));
        assertThat(keychain.write("a", KEY)).isEqualTo(new KeychainResult.Ok<>(true));
        assertThat(keychain.read("a")).isEqualTo(new KeychainResult.Ok<>(KEY));
        assertThat(keychain.write("a", "other")).isEqualTo(new KeychainResult.Ok<>(true));
        assertThat(keychain.read("a")).isEqualTo(new KeychainResult.Ok<>("other"));
        assertThat(keychain.delete("a")).isEqualTo(new KeychainResult.Ok<>(true));
        assertThat(keychain.delete("a")).isEqualTo(new KeychainResult.Ok<>(false));
    }

    @Test
    void aHangingCallIsSlowTheNextOneIsToldAtOnceAndAfterwardsAllIsWell() {
        CountDownLatch hang = new CountDownLatch(1);
        backend.before = () -> {
            hang.await();
            return null;
        };
        SystemKeychain keychain = keychain(SHORT);
        assertThat(keychain.read("a")).isEqualTo(new KeychainResult.Slow<@Nullable String>());

        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertThat(keychain.check()).isEqualTo(new KeychainResult.Slow<Boolean>());
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("twenty callers behind a hanging call")
                .isLessThan(SHORT.multipliedBy(10));

        backend.before = null;
        hang.countDown();
        assertThat(soon(keychain::check)).isEqualTo(new KeychainResult.Ok<>(true));
        assertThat(backend.atOnce).hasValue(1);
    }

    @Test
    void aCallerThatIsInterruptedStopsWaitingAndStaysInterrupted() {
        CountDownLatch hang = new CountDownLatch(1);
        backend.before = () -> {
            hang.await();
            return null;
        };
        SystemKeychain keychain = keychain(LONG);
        Thread.currentThread().interrupt();
        assertThat(keychain.read("a")).isEqualTo(new KeychainResult.Slow<@Nullable String>());
        assertThat(Thread.interrupted()).isTrue();
        hang.countDown();
    }

    @Test
    void everyKindOfThrowableIsAnOutcome() {
        assertThat(failing(new NullPointerException("Cannot read field \"a\"")))
                .isEqualTo(new KeychainResult.Broken<>("NullPointerException: Cannot read field \"a\""));
        assertThat(failing(new PasswordAccessException("Too many stored credentials match")))
                .isInstanceOf(KeychainResult.Broken.class);
        assertThat(failing(new StackOverflowError())).isInstanceOf(KeychainResult.Broken.class);
        assertThat(failing(new UnsatisfiedLinkError("no such library"))).isInstanceOf(KeychainResult.Absent.class);
        assertThat(failing(new NoClassDefFoundError("x"))).isInstanceOf(KeychainResult.Absent.class);
        assertThat(failing(new BackendNotSupportedException("x"))).isInstanceOf(KeychainResult.Absent.class);
    }

    @Test
    void aFailureOverAKeychainThatIsLockedByThenSaysLocked() {
        backend.before = () -> {
            backend.state = new KeychainResult.Locked<>();
            throw new NullPointerException();
        };
        assertThat(keychain(LONG).write("a", KEY)).isEqualTo(new KeychainResult.Locked<Boolean>());
    }

    @Test
    void noFailureTellsTheSecret() {
        backend.before = () -> {
            throw new IOException("cannot store " + KEY + " here");
        };
        assertThat(keychain(LONG).write("a", KEY))
                .isEqualTo(new KeychainResult.Broken<Boolean>("IOException: cannot store … here"));
        assertThat(new KeychainResult.Ok<>(KEY).toString()).doesNotContain(KEY);
    }

    @Test
    void aWriteIsCheckedByReadingItBack() {
        backend.forgetful = true;
        assertThat(keychain(LONG).write("a", KEY)).isInstanceOf(KeychainResult.Broken.class);
    }

    @Test
    void aLockedKeychainIsUnlockedByThePersonOrLeftAlone() {
        backend.entries.put("a", KEY);
        backend.state = new KeychainResult.Locked<>();
        backend.opens = false;
        SystemKeychain keychain = keychain(LONG);
        assertThat(keychain.check()).isEqualTo(new KeychainResult.Locked<Boolean>());
        assertThat(backend.prompts).as("prompts of a mere check").hasValue(0);
        assertThat(keychain.read("a")).isEqualTo(new KeychainResult.Locked<@Nullable String>());
        assertThat(keychain.write("a", "x")).isEqualTo(new KeychainResult.Locked<Boolean>());
        assertThat(keychain.delete("a")).isEqualTo(new KeychainResult.Locked<Boolean>());
        assertThat(backend.prompts).hasValue(3);
        assertThat(backend.entries).containsEntry("a", KEY);

        backend.opens = true;
        assertThat(keychain.read("a")).as("a read does not bring it back").isInstanceOf(KeychainResult.Locked.class);
        assertThat(backend.prompts).hasValue(3);
        assertThat(keychain.unlock()).isEqualTo(new KeychainResult.Ok<>(true));
        assertThat(backend.prompts).hasValue(4);
        assertThat(keychain.read("a")).isEqualTo(new KeychainResult.Ok<>(KEY));
    }

    @Test
    void aPromptThatNobodyAnswersComesOnceForAllConnections() {
        backend.state = new KeychainResult.Locked<>();
        backend.absent = true;
        SystemKeychain keychain = keychain(LONG);
        for (String account : List.of("a", "b", "c")) {
            KeyVault vault = new KeyVault(keychain, account, Map.of());
            assertThat(vault.find().secret()).isNull();
            assertThat(vault.find().secret()).isNull();
        }
        assertThat(backend.prompts).hasValue(1);
        assertThat(new KeyVault(keychain, "a", Map.of()).findAgain().trouble()).isInstanceOf(KeychainResult.Slow.class);
        assertThat(backend.prompts).as("somebody pressed “Try again”").hasValue(2);
    }

    @Test
    void whoTypesAPasswordIsNotInterruptedAndNobodyElseWaitsForThat() {
        backend.entries.put("a", KEY);
        backend.state = new KeychainResult.Locked<>();
        backend.opens = true;
        CountDownLatch typing = new CountDownLatch(1);
        backend.typing = typing;
        SystemKeychain keychain = new SystemKeychain(backend, lockFile(), SHORT, LONG);
        KeyVault vault = new KeyVault(keychain, "a", Map.of());
        assertThat(vault.find().trouble()).isInstanceOf(KeychainResult.Slow.class);
        assertThat(vault.find().trouble()).isInstanceOf(KeychainResult.Slow.class);
        assertThat(backend.limit).as("the prompt’s own").isEqualTo(LONG);
        typing.countDown();
        assertThat(soon(keychain::check)).isEqualTo(new KeychainResult.Ok<>(true));
        assertThat(vault.find().secret()).isEqualTo(KEY);
        assertThat(backend.prompts).hasValue(1);
    }

    @Test
    void whatWasGivenUpIsNotWrittenLater() {
        backend.entries.put("a", "old");
        backend.state = new KeychainResult.Locked<>();
        backend.opens = true;
        CountDownLatch typing = new CountDownLatch(1);
        backend.typing = typing;
        SystemKeychain keychain = keychain(SHORT);
        assertThat(keychain.write("a", KEY)).isInstanceOf(KeychainResult.Slow.class);
        typing.countDown();
        assertThat(soon(keychain::check)).isEqualTo(new KeychainResult.Ok<>(true));
        assertThat(keychain.read("a")).isEqualTo(new KeychainResult.Ok<>("old"));
    }

    @Test
    void aKeychainThatIsNotThereIsNotTouched() {
        backend.state = new KeychainResult.Absent<>("none here");
        assertThat(keychain(LONG).read("a")).isEqualTo(new KeychainResult.Absent<@Nullable String>("none here"));
        assertThat(keychain(LONG).write("a", KEY)).isEqualTo(new KeychainResult.Absent<Boolean>("none here"));
        assertThat(backend.entries).isEmpty();
    }

    @Test
    void aWriteWaitsForTheOtherProcessAndNoLongerThanItMay() throws Exception {
        SystemKeychain keychain = new SystemKeychain(backend, lockFile(), LONG, SHORT);
        try (ProcessLock held = ProcessLock.hold(lockFile(), LONG)) {
            assertThat(held).isNotNull();
            assertThat(keychain.write("a", KEY)).isEqualTo(new KeychainResult.Slow<Boolean>());
            assertThat(backend.entries).isEmpty();
            assertThat(soon(() -> keychain.read("a"))).isEqualTo(new KeychainResult.Ok<@Nullable String>(null));
        }
        assertThat(soon(() -> keychain.write("a", KEY))).isEqualTo(new KeychainResult.Ok<>(true));
    }

    @Test
    void withoutAPlaceForTheLockTheKeyIsKeptAllTheSame() throws IOException {
        Files.writeString(directory.resolve("lock"), "a file where the directory should be");
        assertThat(keychain(LONG).write("a", KEY)).isEqualTo(new KeychainResult.Ok<>(true));
    }

    @Test
    void eachSystemHasItsKeychain() {
        assertThat(SystemKeychain.backend("Mac OS X", Map.of()).name()).isEqualTo("macOS Keychain");
        assertThat(SystemKeychain.backend("Windows 11", Map.of()).name()).isEqualTo("Windows Credential Manager");
        assertThat(SystemKeychain.backend("Linux", Map.of()).name()).isEqualTo("Secret Service");
    }

    private KeychainResult<Boolean> failing(Throwable failure) {
        backend.before = () -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        };
        return keychain(LONG).write("a", KEY);
    }

    private SystemKeychain keychain(Duration limit) {
        return new SystemKeychain(backend, lockFile(), limit, limit);
    }

    private Path lockFile() {
        return directory.resolve("lock").resolve("keychain.lock");
    }

    /** A caller gives up a moment before the worker does: the first answer that is not “slow”, for at most ten seconds. */
    private static <T extends @Nullable Object> KeychainResult<T> soon(Supplier<KeychainResult<T>> call) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        KeychainResult<T> result = call.get();
        while (result instanceof KeychainResult.Slow && System.nanoTime() < deadline) {
            Thread.onSpinWait();
            result = call.get();
        }
        return result;
    }

    private interface Step {
        @Nullable Object run() throws Exception;
    }

    /** A keychain in memory that does as it is told. */
    private static final class Scripted implements Backend {
        final Map<String, String> entries = new HashMap<>();
        final AtomicInteger prompts = new AtomicInteger();
        final AtomicInteger atOnce = new AtomicInteger();
        private final AtomicInteger running = new AtomicInteger();
        volatile KeychainResult<Boolean> state = new KeychainResult.Ok<>(true);
        volatile boolean opens;
        volatile boolean absent;
        volatile @Nullable Duration limit;
        volatile @Nullable CountDownLatch typing;
        volatile boolean forgetful;
        volatile @Nullable Step before;

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public KeychainResult<Boolean> state() {
            return state;
        }

        @Override
        public void unlock(Duration within) throws Exception {
            prompts.incrementAndGet();
            limit = within;
            if (absent) {
                throw new TimeoutException();
            }
            CountDownLatch answer = typing;
            if (answer != null) {
                answer.await();
            }
            if (opens) {
                state = new KeychainResult.Ok<>(true);
            }
        }

        @Override
        public @Nullable String get(String account) throws Exception {
            step();
            return forgetful ? null : entries.get(account);
        }

        @Override
        public void set(String account, String secret) throws Exception {
            step();
            entries.put(account, secret);
        }

        @Override
        public boolean delete(String account) throws Exception {
            step();
            return entries.remove(account) != null;
        }

        @Override
        public boolean saysLocked(Throwable failure) {
            return false;
        }

        private void step() throws Exception {
            Step first = before;
            try {
                atOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
                if (first != null) {
                    first.run();
                }
            } finally {
                running.decrementAndGet();
            }
        }
    }
}
