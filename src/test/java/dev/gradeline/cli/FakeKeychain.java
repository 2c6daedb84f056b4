package dev.gradeline.cli;

import dev.gradeline.keychain.Keychain;
import dev.gradeline.keychain.KeychainResult;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A keychain in memory, which can be made to fail. */
public class FakeKeychain implements Keychain {
    private final Map<String, String> entries = new HashMap<>();
    private @Nullable KeychainResult<?> trouble;
    private int asked;

    /** From now on every call ends like this; null to work again. */
    public void fail(@Nullable KeychainResult<?> how) {
        trouble = how;
    }

    /** The accounts that have an entry. */
    public Set<String> accounts() {
        return new TreeSet<>(entries.keySet());
    }

    /** How many calls there were. */
    public int asked() {
        return asked;
    }

    @Override
    public String name() {
        return "Test Keychain";
    }

    @Override
    public KeychainResult<Boolean> check() {
        return answer(true);
    }

    @Override
    public KeychainResult<@Nullable String> read(String account) {
        return this.<@Nullable String>answer(entries.get(account));
    }

    @Override
    public KeychainResult<Boolean> write(String account, String secret) {
        if (trouble == null) {
            entries.put(account, secret);
        }
        return answer(true);
    }

    @Override
    public KeychainResult<Boolean> delete(String account) {
        boolean there = trouble == null && entries.remove(account) != null;
        return answer(there);
    }

    @SuppressWarnings("unchecked") // a trouble holds no value
    private <T extends @Nullable Object> KeychainResult<T> answer(T value) {
        asked++;
        return trouble == null ? new KeychainResult.Ok<>(value) : (KeychainResult<T>) trouble;
    }
}
