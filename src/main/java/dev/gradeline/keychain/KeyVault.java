package dev.gradeline.keychain;

import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Where the key of one connection is: the environment, this session, or the keychain. A key that the keychain gave is
 * remembered, and so is that there is no keychain; a locked keychain, and one that does not answer, is asked once and after
 * that only looked at, until {@link #findAgain}. Safe for several threads; blocking, but for what only this session knows.
 */
public final class KeyVault {
    /** The variable that, when set, is used in place of the keychain and never stored. Blank counts as unset. */
    public static final String VARIABLE = "GRADELINE_API_KEY";

    private final Keychain keychain;
    private final String account;
    private final @Nullable String fromEnvironment;

    /** Held while the keychain is asked, which may take its time. */
    private final ReentrantLock asking = new ReentrantLock();
    /** Held for a moment, around what is remembered. */
    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable Found known;
    private @Nullable KeychainResult<?> refusal;
    /** Whether a write that was given up may have changed what the keychain holds. */
    private boolean doubtful;
    /** Goes up with each key that is kept or forgotten: what was read before says nothing then. */
    private long changes;

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

    /** Whether the environment gives the key: it goes before every other, and is not ours to replace or to remove. */
    public boolean isFromEnvironment() {
        return fromEnvironment != null;
    }

    /** Whether this is the key that the environment gives. */
    public boolean isEnvironments(String secret) {
        return secret.equals(fromEnvironment);
    }

    /** The key and its place: environment before session before keychain. */
    public Found find() {
        if (fromEnvironment != null) {
            return new Found(Place.ENVIRONMENT, fromEnvironment, null);
        }
        Look last = last();
        if (last.settled()) {
            return last.found();
        }
        asking.lock();
        try {
            look();
            return last().found();
        } finally {
            asking.unlock();
        }
    }

    /** The key that is kept for this session only, where that is the one in use; null else. Asks no keychain, and does not block. */
    public @Nullable String sessionKey() {
        lock.lock();
        try {
            return fromEnvironment == null && known != null && known.place() == Place.SESSION ? known.secret() : null;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Asks the keychain anew, with a prompt when it is locked; a key kept for this session goes before it all the same. For
     * a “Try again” that a person chose, with all the time that they need for a prompt.
     */
    public Found findAgain() {
        if (fromEnvironment == null) {
            again(keychain.unlock());
        }
        return find();
    }

    /**
     * Where the keychain holds several entries for this connection, has it keep the newest alone, and looks for the key again.
     * For a person who chose that.
     */
    public Found repair() {
        if (fromEnvironment == null) {
            again(keychain.repair(account));
        }
        return find();
    }

    /** Looks anew, unless the keychain said why that would be in vain. */
    private void again(KeychainResult<Boolean> ready) {
        lock.lock();
        try {
            refusal = ready instanceof KeychainResult.Ok ? null : ready;
            if (refusal == null && known != null && known.place() == Place.KEYCHAIN) {
                known = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Keeps a key in the keychain. Where that fails, nothing is kept and what was in use stays in use: the answer is
     * {@link Place#NOWHERE} with the trouble, and {@link #keepForSession} is for a person who agrees to that. The
     * environment's key, where there is one, still goes before it.
     */
    public Found keep(String secret) {
        asking.lock();
        try {
            KeychainResult<Boolean> written = keychain.write(account, secret);
            if (written instanceof KeychainResult.Ok) {
                return remember(new Found(Place.KEYCHAIN, secret, null));
            }
            doubt(written instanceof KeychainResult.Slow || written instanceof KeychainResult.Broken);
            return new Found(Place.NOWHERE, null, written);
        } finally {
            asking.unlock();
        }
    }

    private void doubt(boolean perhapsWritten) {
        lock.lock();
        try {
            doubtful |= perhapsWritten;
        } finally {
            lock.unlock();
        }
    }

    private Found remember(Found kept) {
        lock.lock();
        try {
            known = kept;
            doubtful = false;
            changes++;
            return kept;
        } finally {
            lock.unlock();
        }
    }

    /** Keeps a key for this session only, and leaves the keychain alone. */
    public Found keepForSession(String secret) {
        return remember(new Found(Place.SESSION, secret, null));
    }

    /** Removes the key from session and keychain; the environment is not ours. Gives what the keychain said. */
    public KeychainResult<Boolean> forget() {
        lock.lock();
        try {
            known = null;
            refusal = null;
            changes++;
        } finally {
            lock.unlock();
        }
        asking.lock();
        try {
            return keychain.delete(account);
        } finally {
            asking.unlock();
        }
    }

    /** Whether the keychain can be used now. Never prompts. */
    public KeychainResult<Boolean> check() {
        return keychain.check();
    }

    /** What is remembered, and whether the keychain has nothing to add to it. */
    private record Look(
            Found found, boolean settled, @Nullable KeychainResult<?> refusal, long changes) {}

    private Look last() {
        lock.lock();
        try {
            Found there = known;
            boolean settled = there != null && !(doubtful && there.place() == Place.KEYCHAIN);
            return new Look(there != null ? there : new Found(Place.NOWHERE, null, refusal), settled, refusal, changes);
        } finally {
            lock.unlock();
        }
    }

    /**
     * A prompt that was turned down, or that nobody answered, must not come back with every synchronisation: a keychain that
     * is locked or slow is only looked at. One that is not there will not appear while this process runs. Anything else may have passed.
     */
    private boolean usableAgain(KeychainResult<?> failure) {
        return switch (failure) {
            case KeychainResult.Absent<?> absent -> false;
            case KeychainResult.Locked<?> locked -> keychain.check() instanceof KeychainResult.Ok;
            case KeychainResult.Slow<?> slow -> keychain.check() instanceof KeychainResult.Ok;
            case KeychainResult.Broken<?> broken -> true;
            case KeychainResult.Ok<?> ok -> true;
        };
    }

    private void look() {
        Look before = last();
        KeychainResult<?> refused = before.refusal();
        if (before.settled() || (refused != null && !usableAgain(refused))) {
            return;
        }
        if (before.found().secret() != null && !(keychain.check() instanceof KeychainResult.Ok)) {
            // the write that leaves it in doubt may still be under way
            return;
        }
        took(before, keychain.read(account));
    }

    private void took(Look before, KeychainResult<@Nullable String> result) {
        lock.lock();
        try {
            if (changes != before.changes()) {
                return;
            }
            if (result instanceof KeychainResult.Ok<@Nullable String> ok) {
                String secret = ok.value();
                refusal = null;
                doubtful = false;
                known = secret == null ? null : new Found(Place.KEYCHAIN, secret, null);
            } else if (known == null) {
                refusal = result;
            }
        } finally {
            lock.unlock();
        }
    }
}
