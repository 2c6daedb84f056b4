package dev.gradeline.keychain;

import org.jspecify.annotations.Nullable;

/**
 * The operating system's keychain: one secret for each account. Blocking, for at most a set time: call it from a worker
 * thread. Never throws for what a keychain can do; every outcome is a {@link KeychainResult}.
 */
public interface Keychain {
    /** What to call this keychain on screen, such as “GNOME Keyring”, “macOS Keychain”, “Windows Credential Manager”. */
    String name();

    /** Whether it can be used now: reads an entry that need not exist. */
    KeychainResult<Boolean> check();

    /** The secret; Ok with null when there is no such entry. */
    KeychainResult<@Nullable String> read(String account);

    /** Keeps a secret, in place of an older one. */
    KeychainResult<Boolean> write(String account, String secret);

    /** Removes a secret, and every entry where there are several; Ok with false when there was none. */
    KeychainResult<Boolean> delete(String account);

    /** Has the person asked to unlock it, with all the time that they need for that; Ok when it is not locked. */
    default KeychainResult<Boolean> unlock() {
        return check();
    }

    /** Where there are several entries for an account, keeps the newest of them alone; Ok with false when there was but one. */
    default KeychainResult<Boolean> repair(String account) {
        return new KeychainResult.Ok<>(false);
    }
}
