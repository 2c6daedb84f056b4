package dev.gradeline.keychain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.secret.Pair;

/** The Secret Service on the session bus, over a connection of its own: is it there, is it locked, please unlock it. */
final class SecretService implements AutoCloseable {
    private static final String NAME = "org.freedesktop.secrets";
    private static final String OLD_WALLET = "org.kde.kwalletd5";
    private static final String PATH = "/org/freedesktop/secrets";
    private static final String NOTHING = "/";
    private static final String ITEM = "org.freedesktop.Secret.Item";

    /** The part of {@code org.freedesktop.Secret.Service} that we use. */
    @DBusInterfaceName("org.freedesktop.Secret.Service")
    public interface Service extends DBusInterface {
        @DBusMemberName("ReadAlias")
        DBusPath readAlias(String alias);

        /** What is unlocked already, and the prompt for the rest. */
        @DBusMemberName("Unlock")
        Pair<List<DBusPath>, DBusPath> unlock(List<DBusPath> collections);

        /** The entries with these attributes: those that are unlocked, and those that are not. */
        @DBusMemberName("SearchItems")
        Pair<List<DBusPath>, List<DBusPath>> search(Map<String, String> attributes);
    }

    /** One entry. */
    @DBusInterfaceName(ITEM)
    public interface Item extends DBusInterface {
        /** The prompt that has to be answered first, if any. */
        @DBusMemberName("Delete")
        DBusPath delete();
    }

    /** A question to the person, shown by the keychain's own program. */
    @DBusInterfaceName("org.freedesktop.Secret.Prompt")
    public interface Question extends DBusInterface {
        @DBusMemberName("Prompt")
        void ask(String windowId);

        @DBusMemberName("Dismiss")
        void dismiss();

        /** The answer. It has to sit here: dbus-java finds a signal's class by the interface that names it. */
        final class Completed extends DBusSignal {
            final boolean dismissed;

            public Completed(String path, boolean dismissed, Variant<?> result) throws DBusException {
                super(path, dismissed, result);
                this.dismissed = dismissed;
            }
        }
    }

    private final DBusConnection connection;
    private final DBus bus;
    private final Service service;

    private SecretService(DBusConnection connection) throws DBusException {
        this.connection = connection;
        this.bus = connection.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
        this.service = connection.getRemoteObject(NAME, PATH, Service.class);
    }

    /** Connects to the session bus. */
    static SecretService open() throws DBusException {
        DBusConnection connection =
                DBusConnectionBuilder.forSessionBus().withShared(false).build();
        try {
            return new SecretService(connection);
        } catch (DBusException | RuntimeException e) {
            connection.disconnect();
            throw e;
        }
    }

    /** Whether the service runs, or would when called. */
    boolean isThere() {
        return isThere(NAME);
    }

    boolean isOldWalletThere() {
        return isThere(OLD_WALLET);
    }

    /** Ok, Locked, or Absent when there is no service or no default keyring in it. */
    KeychainResult<Boolean> state() throws DBusException {
        if (!isThere()) {
            return new KeychainResult.Absent<>("no Secret Service on the session bus");
        }
        DBusPath keyring = service.readAlias("default");
        if (keyring.getPath().equals(NOTHING)) {
            return new KeychainResult.Absent<>("the Secret Service has no default keyring");
        }
        Properties properties = connection.getRemoteObject(NAME, keyring.getPath(), Properties.class);
        Boolean locked = properties.Get("org.freedesktop.Secret.Collection", "Locked");
        return locked ? new KeychainResult.Locked<>() : new KeychainResult.Ok<>(true);
    }

    /** Prompts once, when it must, and takes the prompt back when nobody answers in time. */
    void unlock(Duration limit) throws Exception {
        DBusPath keyring = service.readAlias("default");
        String prompt = service.unlock(List.of(keyring)).b.getPath();
        if (prompt.equals(NOTHING)) {
            return;
        }
        Question question = connection.getRemoteObject(NAME, prompt, Question.class);
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        AutoCloseable listening =
                connection.addSigHandler(Question.Completed.class, signal -> answer.complete(!signal.dismissed));
        try {
            question.ask("");
            answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException nobodyThere) {
            question.dismiss();
            throw nobodyThere;
        } finally {
            listening.close();
        }
    }

    /** Removes all unlocked entries with these attributes but the one that was changed last; whether there were any. */
    boolean keepNewest(Map<String, String> attributes) throws DBusException {
        List<DBusPath> entries = new ArrayList<>(service.search(attributes).a);
        Map<DBusPath, Long> changed = new HashMap<>();
        for (DBusPath entry : entries) {
            Properties properties = connection.getRemoteObject(NAME, entry.getPath(), Properties.class);
            Number at = properties.Get(ITEM, "Modified");
            changed.put(entry, at.longValue());
        }
        // of two that were changed in one second the one that was made later
        entries.sort(Comparator.<DBusPath>comparingLong(entry -> changed.getOrDefault(entry, 0L))
                .thenComparingInt(SecretService::number));
        for (DBusPath old : entries.subList(0, Math.max(0, entries.size() - 1))) {
            connection.getRemoteObject(NAME, old.getPath(), Item.class).delete();
        }
        return entries.size() > 1;
    }

    /** GNOME Keyring counts its entries. */
    private static int number(DBusPath entry) {
        String last = entry.getPath().substring(entry.getPath().lastIndexOf('/') + 1);
        try {
            return Integer.parseInt(last);
        } catch (NumberFormatException notCounted) {
            return 0;
        }
    }

    /** The program that answers, as people call it. */
    String programName() {
        try {
            String owner = bus.GetNameOwner(NAME);
            long process = bus.GetConnectionUnixProcessID(owner).longValue();
            String program = Files.readString(Path.of("/proc", Long.toString(process), "comm"))
                    .strip();
            return nameOf(program);
        } catch (IOException | RuntimeException hidden) {
            return nameOf("");
        }
    }

    private static String nameOf(String program) {
        if (program.startsWith("gnome-keyring")) {
            return "GNOME Keyring";
        }
        if (program.startsWith("keepassxc")) {
            return "KeePassXC";
        }
        return program.startsWith("kwallet") || program.startsWith("ksecret") ? "KDE Wallet" : "Secret Service";
    }

    private boolean isThere(String busName) {
        return bus.NameHasOwner(busName)
                || Arrays.asList(bus.ListActivatableNames()).contains(busName);
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
