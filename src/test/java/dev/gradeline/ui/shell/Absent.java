package dev.gradeline.ui.shell;

import dev.gradeline.keychain.Keychain;
import dev.gradeline.keychain.KeychainResult;
import org.jspecify.annotations.Nullable;

/** A system without a keychain. */
final class Absent implements Keychain {
    @Override
    public String name() {
        return "none";
    }

    @Override
    public KeychainResult<Boolean> check() {
        return new KeychainResult.Absent<>("a test");
    }

    @Override
    public KeychainResult<@Nullable String> read(String account) {
        return new KeychainResult.Absent<>("a test");
    }

    @Override
    public KeychainResult<Boolean> write(String account, String secret) {
        return new KeychainResult.Absent<>("a test");
    }

    @Override
    public KeychainResult<Boolean> delete(String account) {
        return new KeychainResult.Absent<>("a test");
    }
}
