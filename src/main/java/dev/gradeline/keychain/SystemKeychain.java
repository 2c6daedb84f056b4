package dev.gradeline.keychain;

import com.github.javakeyring.BackendNotSupportedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keychain of this system, entries of the service “Gradeline”. Every call runs on one thread of its own and comes back
 * within its limit, whatever the keychain does. Over a locked keychain, {@link #write}, {@link #delete} and {@link #unlock}
 * let the system ask the person; so does {@link #read}, until a prompt was declined or left unanswered: after that only
 * those three bring it back. {@link #check} never does. A prompt stays for {@link #WRITE_LIMIT} even where the caller waits
 * for less: who types a password is not interrupted, and the next look finds what it opened. One of these for a process.
 */
public final class SystemKeychain implements Keychain {
    /** How long a read or a check may take. */
    public static final Duration READ_LIMIT = Duration.ofSeconds(10);

    /** How long a write or a removal may take: a person is there, who may have to answer a prompt. */
    public static final Duration WRITE_LIMIT = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(SystemKeychain.class);
    private static final int LONGEST_REASON = 200;

    private final Backend backend;
    private final Path lockFile;
    private final Duration readLimit;
    private final Duration writeLimit;
    private final Worker worker = new Worker();
    /** Whether the person was asked to unlock it, and did not. */
    private volatile boolean turnedDown;

    /**
     * @param lockFile held while an entry is written, since two processes that write an entry for the first time would
     *     leave two entries, which then can be neither read nor removed; need not exist
     */
    public SystemKeychain(Path lockFile) {
        this(lockFile, READ_LIMIT, WRITE_LIMIT);
    }

    public SystemKeychain(Path lockFile, Duration readLimit, Duration writeLimit) {
        this(backend(System.getProperty("os.name", ""), System.getenv()), lockFile, readLimit, writeLimit);
    }

    SystemKeychain(Backend backend, Path lockFile, Duration readLimit, Duration writeLimit) {
        this.backend = backend;
        this.lockFile = lockFile;
        this.readLimit = readLimit;
        this.writeLimit = writeLimit;
    }

    static Backend backend(String os, Map<String, String> environment) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return NativeBackend.windows();
        }
        boolean mac = system.startsWith("mac") || system.startsWith("darwin");
        return mac ? NativeBackend.macOs() : new LinuxBackend(environment);
    }

    @Override
    public String name() {
        return backend.name();
    }

    @Override
    public KeychainResult<Boolean> check() {
        return within(readLimit, "check", null, backend::state);
    }

    @Override
    public KeychainResult<@Nullable String> read(String account) {
        return within(
                readLimit,
                "read",
                null,
                () -> unlocked(!turnedDown, () -> new KeychainResult.Ok<@Nullable String>(backend.get(account))));
    }

    @Override
    public KeychainResult<Boolean> write(String account, String secret) {
        long deadline = System.nanoTime() + writeLimit.toNanos();
        return within(
                writeLimit,
                "write",
                secret,
                () -> unlocked(
                        true,
                        () -> alone(() -> {
                            if (System.nanoTime() - deadline >= 0) {
                                // who asked was told that it was not kept, and may have chosen otherwise since
                                throw new TimeoutException("too late to write");
                            }
                            backend.set(account, secret);
                            return secret.equals(backend.get(account))
                                    ? new KeychainResult.Ok<>(true)
                                    : new KeychainResult.Broken<>("the keychain does not give back what it was given");
                        })));
    }

    @Override
    public KeychainResult<Boolean> delete(String account) {
        return within(
                writeLimit,
                "delete",
                null,
                () -> unlocked(true, () -> alone(() -> new KeychainResult.Ok<>(backend.delete(account)))));
    }

    @Override
    public KeychainResult<Boolean> unlock() {
        return within(writeLimit, "unlock", null, () -> unlocked(true, () -> new KeychainResult.Ok<Boolean>(true)));
    }

    @Override
    public KeychainResult<Boolean> repair(String account) {
        return within(
                writeLimit,
                "repair",
                null,
                () -> unlocked(true, () -> alone(() -> new KeychainResult.Ok<>(backend.keepNewest(account)))));
    }

    private <T extends @Nullable Object> KeychainResult<T> within(
            Duration limit, String what, @Nullable String secret, Callable<KeychainResult<T>> task) {
        try {
            return worker.call(() -> guarded(what, secret, task), limit);
        } catch (TimeoutException e) {
            LOG.warn("The keychain did not answer in time: {}", what);
            return new KeychainResult.Slow<>();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new KeychainResult.Slow<>();
        }
    }

    /** Native code and message buses fail in every way that Java has, errors and null pointers included. */
    private <T extends @Nullable Object> KeychainResult<T> guarded(
            String what, @Nullable String secret, Callable<KeychainResult<T>> task) {
        try {
            return task.call();
        } catch (TimeoutException e) {
            return new KeychainResult.Slow<>();
        } catch (Throwable failure) {
            String reason = reason(failure, secret);
            LOG.warn("The keychain failed: {}: {}", what, reason);
            return failure(failure, reason);
        }
    }

    private <T extends @Nullable Object> KeychainResult<T> failure(Throwable failure, String reason) {
        if (failure instanceof LinkageError || failure instanceof BackendNotSupportedException) {
            return new KeychainResult.Absent<>(reason);
        }
        if (backend.saysLocked(failure)) {
            return new KeychainResult.Locked<>();
        }
        return switch (stateNow()) {
            case KeychainResult.Locked<Boolean> locked -> new KeychainResult.Locked<>();
            case KeychainResult.Absent<Boolean> absent -> new KeychainResult.Absent<>(absent.why());
            default -> new KeychainResult.Broken<>(reason, backend.saysTwice(failure));
        };
    }

    private KeychainResult<Boolean> stateNow() {
        try {
            return backend.state();
        } catch (Throwable failure) {
            return new KeychainResult.Broken<>(reason(failure, null));
        }
    }

    private <T extends @Nullable Object> KeychainResult<T> unlocked(boolean mayAsk, Callable<KeychainResult<T>> task)
            throws Exception {
        KeychainResult<Boolean> state = backend.state();
        if (state instanceof KeychainResult.Locked && mayAsk) {
            turnedDown = true;
            backend.unlock(writeLimit);
            state = backend.state();
        }
        if (!(state instanceof KeychainResult.Ok)) {
            return KeychainResult.failure(state);
        }
        turnedDown = false;
        return task.call();
    }

    private KeychainResult<Boolean> alone(Callable<KeychainResult<Boolean>> task) throws Exception {
        ProcessLock lock;
        try {
            lock = ProcessLock.hold(lockFile, writeLimit);
        } catch (IOException e) {
            LOG.warn("The keychain is written without a lock: {}", e.toString());
            return task.call();
        }
        try (lock) {
            return task.call();
        }
    }

    /** What went wrong, short, and without the secret should a library have put it into its message. */
    private static String reason(Throwable failure, @Nullable String secret) {
        String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        String safe = secret == null || secret.isEmpty() ? text : text.replace(secret, "…");
        return safe.length() <= LONGEST_REASON ? safe : safe.substring(0, LONGEST_REASON);
    }
}
