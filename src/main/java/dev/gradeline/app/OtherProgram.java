package dev.gradeline.app;

import dev.gradeline.keychain.KeyVault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Starts programs of the system, such as its browser. They inherit our variables but for what is ours alone: the key, and the
 * name and password in the address of a proxy. A browser would hand them on to all that it starts.
 */
final class OtherProgram {
    /** Opens addresses and folders alike. */
    static final String LINUX_OPENER = "xdg-open";

    private static final String SCHEME = "://";

    private OtherProgram() {}

    /**
     * Blocking, briefly: the program's end is not waited for.
     *
     * @param command the program and its arguments, each as it is: no shell reads them
     * @throws UncheckedIOException when it could not be started
     */
    static void start(List<String> command) {
        ProcessBuilder process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        withoutSecrets(process.environment());
        try {
            process.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void withoutSecrets(Map<String, String> environment) {
        environment.keySet().removeIf(KeyVault.VARIABLE::equalsIgnoreCase);
        environment.replaceAll(
                (name, value) -> name.toUpperCase(Locale.ROOT).endsWith("_PROXY") ? withoutUser(value) : value);
    }

    /** What comes before the last “@” is a name and a password, however they are written. */
    private static String withoutUser(String address) {
        int user = address.lastIndexOf('@');
        if (user < 0) {
            return address;
        }
        int scheme = address.indexOf(SCHEME);
        String before = scheme < 0 || scheme > user ? "" : address.substring(0, scheme + SCHEME.length());
        return before + address.substring(user + 1);
    }
}
