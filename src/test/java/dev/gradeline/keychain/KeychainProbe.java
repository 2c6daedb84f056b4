package dev.gradeline.keychain;

import com.github.javakeyring.internal.freedesktop.SimpleCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Uses the system's keychain as a program would, in a process with a bus address of its own, and prints each outcome. The
 * steps have names because what stands on a command line does not survive every locale.
 */
public final class KeychainProbe {
    /** Longer than one UTF-16 unit a character, and with every kind of quote. */
    static final String UNUSUAL = "ключ 🙂 \"'`$\\ ü — 数据";

    private static final String ACCOUNT = "northwind";

    private KeychainProbe() {}

    /** @param arguments the lock file, the limit of each call in milliseconds, and steps */
    public static void main(String[] arguments) {
        Duration limit = Duration.ofMillis(Long.parseLong(arguments[1]));
        SystemKeychain keychain = new SystemKeychain(Path.of(arguments[0]), limit, limit);
        for (int i = 2; i < arguments.length; i++) {
            long start = System.nanoTime();
            String outcome = step(keychain, arguments[i]);
            long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
            System.out.println(arguments[i] + ": " + outcome);
            System.out.println(arguments[i] + " took: " + took);
        }
    }

    private static String step(SystemKeychain keychain, String step) {
        return switch (step) {
            case "name" -> keychain.name();
            case "check" -> show(keychain.check());
            case "read" -> show(keychain.read(ACCOUNT));
            case "read-unusual" -> show(keychain.read(UNUSUAL)).replace(UNUSUAL, "the unusual text");
            case "write-first" -> show(keychain.write(ACCOUNT, "first"));
            case "write-second" -> show(keychain.write(ACCOUNT, "second"));
            case "write-own" ->
                show(keychain.write(ACCOUNT, "own " + ProcessHandle.current().pid()));
            case "write-unusual" -> show(keychain.write(UNUSUAL, UNUSUAL));
            case "duplicate" -> duplicate();
            case "repair" -> show(keychain.repair(ACCOUNT));
            case "delete" -> show(keychain.delete(ACCOUNT));
            default -> throw new IllegalArgumentException(step);
        };
    }

    /** One entry more under the same name, as a program leaves it that does not look first. */
    private static String duplicate() {
        try {
            SimpleCollection collection = new SimpleCollection();
            collection.createItem("Gradeline", "another", Map.of("service", "Gradeline", "account", ACCOUNT));
            collection.close();
            return "made";
        } catch (Exception e) {
            return e.toString();
        }
    }

    private static String show(KeychainResult<? extends @Nullable Object> result) {
        return result instanceof KeychainResult.Ok<? extends @Nullable Object> ok
                ? "Ok " + ok.value()
                : result.toString();
    }
}
