package dev.gradeline.keychain;

import com.github.javakeyring.KeyringStorageType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keychains of macOS and Windows: always there, and they prompt by themselves where they must. */
final class NativeBackend implements Backend {
    private static final String PROBE = "gradeline-probe";

    /** What macOS says when a person declined, or when nobody can be asked. */
    private static final List<String> LOCKED =
            List.of("User interaction is not allowed", "canceled", "keychain is locked");

    private final String name;
    private final KeyringEntries entries;

    private NativeBackend(String name, KeyringStorageType... types) {
        this.name = name;
        this.entries = new KeyringEntries(types);
    }

    static NativeBackend macOs() {
        return new NativeBackend(
                "macOS Keychain", KeyringStorageType.OSX_KEYCHAIN, KeyringStorageType.LEGACY_OSX_KEYCHAIN);
    }

    static NativeBackend windows() {
        return new NativeBackend("Windows Credential Manager", KeyringStorageType.WINDOWS_CREDENTIAL_STORE);
    }

    @Override
    public String name() {
        return name;
    }

    /** Reads an entry that does not exist: its absence is the answer. */
    @Override
    public KeychainResult<Boolean> state() throws Exception {
        entries.get(PROBE);
        return new KeychainResult.Ok<>(true);
    }

    @Override
    public void unlock(Duration limit) {
        // these systems ask by themselves, within the call that needs it
    }

    @Override
    public @Nullable String get(String account) throws Exception {
        return entries.get(account);
    }

    @Override
    public void set(String account, String secret) throws Exception {
        entries.set(account, secret);
    }

    @Override
    public boolean delete(String account) throws Exception {
        return entries.delete(account);
    }

    @Override
    public boolean saysLocked(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return LOCKED.stream().anyMatch(message::contains);
    }
}
