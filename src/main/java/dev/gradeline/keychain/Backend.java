package dev.gradeline.keychain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One system's keychain, as raw as it comes: calls may throw anything, prompt, and hang. One thread at a time. */
interface Backend {
    /** What people call it; cheap. */
    String name();

    /** Whether it can be used now: Ok, Absent or Locked. Never prompts. */
    KeychainResult<Boolean> state() throws Exception;

    /** Asks the person to unlock it, for at most this long; whether that worked shows in {@link #state}. */
    void unlock(Duration limit) throws Exception;

    /** The secret; null when there is no such entry. */
    @Nullable String get(String account) throws Exception;

    void set(String account, String secret) throws Exception;

    /** Whether there was such an entry. */
    boolean delete(String account) throws Exception;

    /** Whether this failure says that there are several entries for one account. */
    default boolean saysTwice(Throwable failure) {
        return false;
    }

    /** Keeps the newest of several entries for an account, and removes the others; whether there were any to remove. */
    default boolean keepNewest(String account) throws Exception {
        return false;
    }

    /** Whether this failure says that the keychain is locked or that the person declined to unlock it. */
    boolean saysLocked(Throwable failure);
}
