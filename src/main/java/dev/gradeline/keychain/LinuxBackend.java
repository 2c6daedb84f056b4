package dev.gradeline.keychain;

import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;
import java.time.Duration;
import java.util.Map;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The Secret Service (GNOME Keyring, KeePassXC, newer KWallet), or an older KWallet. Its state is asked on the bus directly:
 * java-keyring tells neither locked from broken nor “no default keyring” from “no such entry”, and over a locked keyring it
 * prompts several times in a row and then hangs.
 */
final class LinuxBackend implements Backend {
    /** Without it there is no session bus that java-keyring could find. */
    private static final String BUS_ADDRESS = "DBUS_SESSION_BUS_ADDRESS";

    /** java-keyring tells it by its text alone. */
    private static final String TWICE = "Too many stored credentials match";

    private final KeyringEntries secretService = new KeyringEntries(KeyringStorageType.GNOME_KEYRING);
    private final KeyringEntries oldWallet = new KeyringEntries(KeyringStorageType.KWALLET);
    private final boolean bus;
    private volatile String name = "Secret Service";
    private volatile boolean useOldWallet;

    LinuxBackend(Map<String, String> environment) {
        this.bus = !environment.getOrDefault(BUS_ADDRESS, "").isBlank();
    }

    /** The program behind the Secret Service, once it was asked. */
    @Override
    public String name() {
        return name;
    }

    @Override
    public KeychainResult<Boolean> state() throws Exception {
        if (!bus) {
            return new KeychainResult.Absent<>("no D-Bus session: " + BUS_ADDRESS + " is not set");
        }
        try (SecretService service = SecretService.open()) {
            if (!service.isThere() && service.isOldWalletThere()) {
                name = "KDE Wallet";
                useOldWallet = true;
                return new KeychainResult.Ok<>(true);
            }
            KeychainResult<Boolean> state = service.state();
            name = service.programName();
            useOldWallet = false;
            return state;
        } catch (DBusException | DBusExecutionException e) {
            return new KeychainResult.Absent<>("the session bus or its Secret Service cannot be reached: "
                    + e.getClass().getSimpleName());
        }
    }

    @Override
    public void unlock(Duration limit) throws Exception {
        try (SecretService service = SecretService.open()) {
            service.unlock(limit);
        }
    }

    @Override
    public @Nullable String get(String account) throws Exception {
        return entries().get(account);
    }

    /** What takes the place of an entry takes the place of all that are there for the account. */
    @Override
    public void set(String account, String secret) throws Exception {
        try {
            entries().set(account, secret);
        } catch (PasswordAccessException e) {
            if (!saysTwice(e) || !keepNewest(account)) {
                throw e;
            }
            entries().set(account, secret);
        }
    }

    @Override
    public boolean delete(String account) throws Exception {
        try {
            return entries().delete(account);
        } catch (PasswordAccessException e) {
            if (!saysTwice(e) || !keepNewest(account)) {
                throw e;
            }
            return entries().delete(account);
        }
    }

    @Override
    public boolean saysTwice(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains(TWICE);
    }

    @Override
    public boolean keepNewest(String account) throws Exception {
        if (useOldWallet) {
            return false;
        }
        try (SecretService service = SecretService.open()) {
            return service.keepNewest(KeyringEntries.attributes(account));
        }
    }

    @Override
    public boolean saysLocked(Throwable failure) {
        return false;
    }

    private KeyringEntries entries() {
        return useOldWallet ? oldWallet : secretService;
    }
}
