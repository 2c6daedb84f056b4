package dev.gradeline.keychain;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries of the service “Gradeline” through java-keyring, over a connection of their own for each call. */
final class KeyringEntries {
    private static final String SERVICE = "Gradeline";

    /** java-keyring tells a missing entry from any other failure by its text alone: Linux and macOS, KWallet, Windows. */
    private static final List<String> MISSING = List.of(
            "No stored credentials match",
            "not in wallet",
            "Error code 1168",
            "Password not Found",
            "could not be found in the keychain");

    private final List<KeyringStorageType> types;

    /** @param types what to try, in this order */
    KeyringEntries(KeyringStorageType... types) {
        this.types = List.of(types);
    }

    /** What java-keyring marks an entry of the Secret Service with. */
    static Map<String, String> attributes(String account) {
        return Map.of("service", SERVICE, "account", account);
    }

    @Nullable String get(String account) throws Exception {
        try {
            return with(keyring -> keyring.getPassword(SERVICE, account));
        } catch (PasswordAccessException e) {
            if (isMissing(e)) {
                return null;
            }
            throw e;
        }
    }

    void set(String account, String secret) throws Exception {
        with(keyring -> {
            keyring.setPassword(SERVICE, account, secret);
            return true;
        });
    }

    boolean delete(String account) throws Exception {
        try {
            return with(keyring -> {
                keyring.deletePassword(SERVICE, account);
                return true;
            });
        } catch (PasswordAccessException e) {
            if (isMissing(e)) {
                return false;
            }
            throw e;
        }
    }

    private interface Use<T> {
        T of(Keyring keyring) throws Exception;
    }

    private <T> T with(Use<T> use) throws Exception {
        Keyring keyring = open();
        try {
            return use.of(keyring);
        } finally {
            keyring.close();
        }
    }

    private Keyring open() throws BackendNotSupportedException {
        BackendNotSupportedException first = null;
        for (KeyringStorageType type : types) {
            try {
                return Keyring.create(type);
            } catch (BackendNotSupportedException e) {
                first = first == null ? e : first;
            }
        }
        throw first != null ? first : new BackendNotSupportedException("no keychain is known for this system");
    }

    private static boolean isMissing(PasswordAccessException e) {
        String message = String.valueOf(e.getMessage());
        return MISSING.stream().anyMatch(message::contains);
    }
}
