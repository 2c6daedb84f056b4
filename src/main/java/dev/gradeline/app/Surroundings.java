package dev.gradeline.app;

import dev.gradeline.ayliea.Clients;
import dev.gradeline.cli.Version;
import dev.gradeline.keychain.Keychain;
import dev.gradeline.keychain.SystemKeychain;
import dev.gradeline.settings.DataDirectory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the program finds on the computer that it runs on.
 *
 * @param environment the process's variables
 * @param dataDirectory where files go when no other place is named
 * @param clock what time it is
 * @param clients makes clients of the API, for the command line and the window alike
 * @param keychain opens the system's keychain; asked once, when the first connection is opened, and never in the demo: one
 *     keychain serves all connections, so that no call runs beside another that hangs
 */
public record Surroundings(
        Map<String, String> environment,
        DataDirectory dataDirectory,
        InstantSource clock,
        Clients clients,
        Supplier<Keychain> keychain) {

    public Surroundings {
        environment = Map.copyOf(environment);
        keychain = new Once(keychain);
    }

    /** Without the variables' values: one may be a key. */
    @Override
    public String toString() {
        return "Surroundings[dataDirectory=" + dataDirectory + "]";
    }

    /** Opens the keychain for the first who asks, and gives the same to all others. */
    private static final class Once implements Supplier<Keychain> {
        private final Supplier<Keychain> opens;
        private @Nullable Keychain opened;

        Once(Supplier<Keychain> opens) {
            this.opens = opens;
        }

        @Override
        public synchronized Keychain get() {
            Keychain there = opened;
            if (there == null) {
                there = opens.get();
                opened = there;
            }
            return there;
        }
    }

    /** With clients as the environment asks for them. */
    public Surroundings(
            Map<String, String> environment,
            DataDirectory dataDirectory,
            InstantSource clock,
            Supplier<Keychain> keychain) {
        this(environment, dataDirectory, clock, Clients.of(environment, "Gradeline/" + Version.current()), keychain);
    }

    /** Where the person of this process is at home. */
    static Path home(Map<String, String> environment) {
        return DataDirectory.home(System.getProperty("os.name"), environment, System.getProperty("user.home"));
    }

    /** The real ones. */
    public static Surroundings ofThisProcess() {
        Map<String, String> environment = System.getenv();
        DataDirectory directory = DataDirectory.standard(System.getProperty("os.name"), home(environment), environment);
        // one lock for all data directories: they share the one keychain
        return new Surroundings(
                environment,
                directory,
                InstantSource.system(),
                () -> new SystemKeychain(directory.root().resolve("keychain.lock")));
    }
}
