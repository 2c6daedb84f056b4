package dev.gradeline.keychain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the key of one connection is: the environment, the keychain, or this session only. The keychain is asked once and
 * the answer remembered. Safe for several threads; blocking.
 */
public final class KeyVault {
    /** The variable that, when set, is used in place of the keychain and never stored. */
    public static final String VARIABLE = "GRADELINE_API_KEY";

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
        throw new UnsupportedOperationException();
    }

    /** The keychain's name on screen. */
    public String keychainName() {
        throw new UnsupportedOperationException();
    }

    /** The key and its place: environment before session before keychain. */
    public Found find() {
        throw new UnsupportedOperationException();
    }

    /** Keeps a key: in the keychain, or, where that fails, for this session, with the trouble said. */
    public Found keep(String secret) {
        throw new UnsupportedOperationException();
    }

    /** Keeps a key for this session only, and leaves the keychain alone. */
    public Found keepForSession(String secret) {
        throw new UnsupportedOperationException();
    }

    /** Removes the key from session and keychain; the environment is not ours. Gives what the keychain said. */
    public KeychainResult<Boolean> forget() {
        throw new UnsupportedOperationException();
    }

    /** Whether the keychain can be used now. */
    public KeychainResult<Boolean> check() {
        throw new UnsupportedOperationException();
    }
}
