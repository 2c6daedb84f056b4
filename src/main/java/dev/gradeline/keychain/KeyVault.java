package dev.gradeline.keychain;

import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Where the key of one connection is: the environment, this session, or the keychain. A key that the keychain gave is
 * remembered, and so is that there is no keychain; a locked keychain is asked to unlock once and after that only looked at.
 * Safe for several threads; blocking.
 */
public final class KeyVault {
    /** The variable that, when set, is used in place of the keychain and never stored. Blank counts as unset. */
    public static final String VARIABLE = "GRADELINE_API_KEY";

    private final Keychain keychain;
    private final String account;
    private final @Nullable String fromEnvironment;

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Found known;
    private @Nullable KeychainResult<?> refusal;

    /** Where a key was found or kept. */
    public enum Place {
        ENVIRONMENT,
        KEYCHAIN,
        SESSION,
        NOWHERE
    }

    /**
     * @param place where the key is
     * @param secret the key; null when {@code place} is {@link Place#NOWHERE}
     * @param trouble how the keychain failed, when it did; null when it did not or was not asked
     */
    public record Found(
            Place place, @Nullable String secret, @Nullable KeychainResult<?> trouble) {
        @Override
        public String toString() {
            return "Found[place=" + place + ", trouble=" + trouble + "]";
        }
    }

    /**
     * @param account the keychain entry's name: one for each connection
     * @param environment the process's variables
     */
    public KeyVault(Keychain keychain, String account, Map<String, String> environment) {
        this.keychain = keychain;
        this.account = account;
        String variable = environment.get(VARIABLE);
        this.fromEnvironment = variable == null || variable.isBlank() ? null : variable.strip();
    }

    /** The keychain's name on screen. */
    public String keychainName() {
        return keychain.name();
    }

    /** The key and its place: environment before session before keychain. */
    public Found find() {
        if (fromEnvironment != null) {
            return new Found(Place.ENVIRONMENT, fromEnvironment, null);
        }
        lock.lock();
        try {
            if (known == null && (refusal == null || usableAgain(refusal))) {
                read();
            }
            return known != null ? known : new Found(Place.NOWHERE, null, refusal);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Asks the keychain anew, with a prompt when it is locked; a key kept for this session goes before it all the same. For
     * a “Try again” that a person chose.
     */
    public Found findAgain() {
        lock.lock();
        try {
            refusal = null;
            if (known != null && known.place() == Place.KEYCHAIN) {
                known = null;
            }
        } finally {
            lock.unlock();
        }
        return find();
    }

    /**
     * Keeps a key: in the keychain, or, where that fails, for this session, with the trouble said. The environment's key,
     * where there is one, still goes before it.
     */
    public Found keep(String secret) {
        lock.lock();
        try {
            KeychainResult<Boolean> written = keychain.write(account, secret);
            Found kept = written instanceof KeychainResult.Ok
                    ? new Found(Place.KEYCHAIN, secret, null)
                    : new Found(Place.SESSION, secret, written);
            known = kept;
            return kept;
        } finally {
            lock.unlock();
        }
    }

    /** Keeps a key for this session only, and leaves the keychain alone. */
    public Found keepForSession(String secret) {
        lock.lock();
        try {
            Found kept = new Found(Place.SESSION, secret, null);
            known = kept;
            return kept;
        } finally {
            lock.unlock();
        }
    }

    /** Removes the key from session and keychain; the environment is not ours. Gives what the keychain said. */
    public KeychainResult<Boolean> forget() {
        lock.lock();
        try {
            known = null;
            refusal = null;
            return keychain.delete(account);
        } finally {
            lock.unlock();
        }
    }

    /** Whether the keychain can be used now. Never prompts. */
    public KeychainResult<Boolean> check() {
        return keychain.check();
    }

    /**
     * A prompt that was turned down must not come back with every synchronisation: a locked keychain is only looked at. One
     * that is not there will not appear while this process runs. Anything else may have passed.
     */
    private boolean usableAgain(KeychainResult<?> failure) {
        return switch (failure) {
            case KeychainResult.Absent<?> absent -> false;
            case KeychainResult.Locked<?> locked -> keychain.check() instanceof KeychainResult.Ok;
            case KeychainResult.Slow<?> slow -> true;
            case KeychainResult.Broken<?> broken -> true;
            case KeychainResult.Ok<?> ok -> true;
        };
    }

    private void read() {
        KeychainResult<@Nullable String> result = keychain.read(account);
        if (result instanceof KeychainResult.Ok<@Nullable String> ok) {
            String secret = ok.value();
            refusal = null;
            known = secret == null ? null : new Found(Place.KEYCHAIN, secret, null);
        } else {
            refusal = result;
        }
    }
}
