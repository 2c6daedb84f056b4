package dev.gradeline.keychain;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.secret.Pair;

/**
 * A Secret Service of our own on a real bus, with a person who answers its prompt as told: {@code grant}, {@code decline} or
 * {@code ignore}. Prints the state before and after the unlocking that {@link LinuxBackend} asks for.
 */
public final class PromptProbe {
    private static final String COLLECTION = "/org/freedesktop/secrets/collection/login";
    private static final String PROMPT = "/org/freedesktop/secrets/prompt/p1";

    private final DBusConnection connection;
    private final String answer;
    private volatile boolean locked = true;

    private PromptProbe(DBusConnection connection, String answer) {
        this.connection = connection;
        this.answer = answer;
    }

    public static void main(String[] arguments) throws Exception {
        DBusConnection connection =
                DBusConnectionBuilder.forSessionBus().withShared(false).build();
        new PromptProbe(connection, arguments[0]).run();
        connection.disconnect();
    }

    private void run() throws Exception {
        connection.exportObject("/org/freedesktop/secrets", new Root());
        connection.exportObject(COLLECTION, new Collection());
        connection.exportObject(PROMPT, new Asked());
        connection.requestBusName("org.freedesktop.secrets");
        LinuxBackend backend = new LinuxBackend(System.getenv());
        System.out.println("before: " + backend.state());
        try {
            backend.unlock(Duration.ofSeconds(3));
        } catch (TimeoutException e) {
            System.out.println("timed out");
        }
        System.out.println("after: " + backend.state());
        System.out.println("name: " + backend.name());
    }

    private static final class Root implements SecretService.Service {
        @Override
        public DBusPath readAlias(String alias) {
            return new DBusPath(alias.equals("default") ? COLLECTION : "/");
        }

        @Override
        public Pair<List<DBusPath>, DBusPath> unlock(List<DBusPath> collections) {
            return new Pair<>(List.of(), new DBusPath(PROMPT));
        }

        @Override
        public Pair<List<DBusPath>, List<DBusPath>> search(Map<String, String> attributes) {
            return new Pair<>(List.of(), List.of());
        }

        @Override
        public String getObjectPath() {
            return "/org/freedesktop/secrets";
        }
    }

    private final class Asked implements SecretService.Question {
        @Override
        public void ask(String windowId) {
            if (answer.equals("ignore")) {
                return;
            }
            locked = answer.equals("decline");
            try {
                connection.sendMessage(new SecretService.Question.Completed(PROMPT, locked, new Variant<>("")));
            } catch (DBusException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void dismiss() {
            System.out.println("dismissed");
        }

        @Override
        public String getObjectPath() {
            return PROMPT;
        }
    }

    private final class Collection implements Properties {
        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the shape of D-Bus properties in dbus-java
        public <A> A Get(String type, String property) {
            return (A) Boolean.valueOf(locked);
        }

        @Override
        public <A> void Set(String type, String property, A value) {
            throw new UnsupportedOperationException("read only");
        }

        @Override
        public Map<String, Variant<?>> GetAll(String type) {
            return Map.of("Locked", new Variant<>(locked));
        }

        @Override
        public String getObjectPath() {
            return COLLECTION;
        }
    }
}
