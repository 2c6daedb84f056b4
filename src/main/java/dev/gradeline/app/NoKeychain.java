package dev.gradeline.app;

import dev.gradeline.keychain.Keychain;
import dev.gradeline.keychain.KeychainResult;
import org.jspecify.annotations.Nullable;

/** What the demo has in place of a keychain: nothing is asked for, nothing is kept. */
final class NoKeychain implements Keychain {
    private final String name;
    private final String why;

    /**
     * @param name what to call it on screen
     * @param why why there is none, for people
     */
    NoKeychain(String name, String why) {
        this.name = name;
        this.why = why;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public KeychainResult<Boolean> check() {
        return new KeychainResult.Absent<>(why);
    }

    @Override
    public KeychainResult<@Nullable String> read(String account) {
        return new KeychainResult.Absent<>(why);
    }

    @Override
    public KeychainResult<Boolean> write(String account, String secret) {
        return new KeychainResult.Absent<>(why);
    }

    @Override
    public KeychainResult<Boolean> delete(String account) {
        return new KeychainResult.Absent<>(why);
    }
}
