package dev.gradeline.app;

import dev.gradeline.ayliea.BadAddressException;
import dev.gradeline.ayliea.BaseUrl;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.cli.Opener;
import dev.gradeline.cli.UsageException;
import dev.gradeline.demo.DemoClock;
import dev.gradeline.demo.DemoServer;
import dev.gradeline.demo.Story;
import dev.gradeline.history.Glance;
import dev.gradeline.history.History;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.posture.Scan;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.SafeName;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Opens the program of a connection: the one that the options name, or the demo's. */
public final class Programs implements Opener {
    /** The name of the first connection, which need not be in the settings. */
    public static final String DEFAULT = "default";

    /** The name of the demo's connection, which never is in the settings. */
    static final String DEMO = "demo";

    private static final String PASSING = "backup";

    private final Surroundings surroundings;
    private final ProxyPasswords proxies;
    private volatile Words words;

    public Programs(Surroundings surroundings, Words words) {
        this.surroundings = surroundings;
        this.proxies = new ProxyPasswords(surroundings.keychain());
        this.words = words;
    }

    /** What goes wrong from now on is told in these words. Any thread. */
    void speak(Words now) {
        words = now;
    }

    @Override
    public Program open(GlobalOptions options) {
        return open(options, false);
    }

    @Override
    public Program openToConnect(GlobalOptions options) {
        return open(options, true);
    }

    private Program open(GlobalOptions options, boolean mayBeNew) {
        Closing closing = new Closing();
        try {
            return options.demo() ? demo(options, closing) : real(options, mayBeNew, closing);
        } catch (RuntimeException | Error e) {
            closing.close();
            throw e;
        }
    }

    /** The keys of one connection, without opening it. */
    KeyVault vault(Settings.Connection connection) {
        return new KeyVault(surroundings.keychain().get(), account(connection), surroundings.environment());
    }

    /** Another connection of the data directory of an open program, whose log and settings it shares. */
    Program aside(Program open, Settings.Connection connection, KeyVault keys) {
        return new Program(
                open.directory(),
                open.settings(),
                connection,
                keys,
                surroundings.clock(),
                open.maxWait(),
                surroundings.clients(),
                proxies,
                null,
                null,
                new Closing());
    }

    private Program real(GlobalOptions options, boolean mayBeNew, Closing closing) {
        Path given = options.dataDirectory();
        DataDirectory directory = given == null ? surroundings.dataDirectory() : new DataDirectory(given);
        settle(directory, closing);
        SettingsStore settings = settings(directory);
        new Relisting(directory, settings).run();
        Settings.Connection connection = connection(settings.current(), options, mayBeNew);
        KeyVault vault = vault(connection);
        return new Program(
                directory,
                settings,
                connection,
                vault,
                surroundings.clock(),
                options.maxWait(),
                surroundings.clients(),
                proxies,
                null,
                null,
                closing);
    }

    private Program demo(GlobalOptions options, Closing closing) {
        if (options.baseUrl() != null) {
            throw new UsageException(words.of("cli.demo.baseUrl"));
        }
        if (options.connection() != null) {
            throw new UsageException(words.of("cli.demo.connection"));
        }
        Path given = options.dataDirectory();
        DataDirectory directory = new DataDirectory(
                given == null ? closing.add(new ThrowAwayDirectory()).root() : given);
        settle(directory, closing);
        SettingsStore settings = settings(directory);
        Story story = Story.northwind();
        DemoClock clock = DemoClock.at(story.end());
        DemoServer server = closing.add(start(story, clock));
        Settings.Connection connection = new Settings.Connection(
                DEMO, story.organisation(), server.baseUrl().toString());
        NoKeychain none = new NoKeychain(words.of("cli.demo.keychain"), words.of("cli.demo.keychainWhy"));
        KeyVault vault = new KeyVault(none, DEMO, Map.of());
        vault.keepForSession(DemoServer.KEY);
        return new Program(
                directory,
                settings,
                connection,
                vault,
                clock,
                options.maxWait(),
                surroundings.clients(),
                new ProxyPasswords(() -> none),
                new Program.Sample(story, clock, given != null),
                null,
                closing);
    }

    /**
     * Opens a backup to be looked at: what it knows is copied into a directory that is thrown away afterwards, and the backup
     * itself is only read.
     *
     * @param fallback what to call it where it does not tell whose it is
     * @param cancelled ends it with a {@link java.util.concurrent.CancellationException}; then nothing is left
     * @throws dev.gradeline.history.HistoryException when it cannot be read, is damaged, newer or no history
     */
    Program openBackup(Path backup, String fallback, BooleanSupplier cancelled) {
        Closing closing = new Closing();
        try {
            DataDirectory directory =
                    new DataDirectory(closing.add(new ThrowAwayDirectory()).root());
            closing.add(new Logs(directory.logDirectory()));
            Settings.Connection connection = copy(backup, directory, fallback, cancelled);
            NoKeychain none = new NoKeychain(words.of("app.backup.keychain"), words.of("app.backup.keychainWhy"));
            return new Program(
                    directory,
                    settings(directory),
                    connection,
                    new KeyVault(none, connection.name(), Map.of()),
                    surroundings.clock(),
                    GlobalOptions.DEFAULT_MAX_WAIT,
                    surroundings.clients(),
                    new ProxyPasswords(() -> none),
                    null,
                    backup,
                    closing);
        } catch (RuntimeException | Error e) {
            closing.close();
            throw e;
        }
    }

    /** Gives what the backup's organisation is called, and where its history lies now. */
    private Settings.Connection copy(Path backup, DataDirectory directory, String fallback, BooleanSupplier cancelled) {
        Path passing = directory.historyFile(PASSING);
        @Nullable String domain;
        try (History copy = History.open(passing, surroundings.clock())) {
            copy.restore(backup, cancelled);
            Scan scan = copy.posture().scan();
            domain = scan == null ? null : scan.domain();
        }
        Glance.Bearer bearer = Strays.bearer(backup);
        String told = domain == null || domain.isBlank() ? fallback : domain;
        String label = bearer.label().isBlank() ? told : bearer.label();
        String name = SafeName.forConnection(label, PASSING, taken -> false);
        try {
            Files.move(passing, directory.historyFile(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Settings.Connection(name, label, Strays.address(bearer.address()));
    }

    /** The log comes first: what goes wrong with the rest stands in it. */
    private static void settle(DataDirectory directory, Closing closing) {
        closing.add(new Logs(directory.logDirectory()));
        directory.keepPrivate();
        directory.clearLeftovers();
    }

    /** Defaults in place of settings that cannot be read would mean another connection than the person's. */
    private static SettingsStore settings(DataDirectory directory) {
        SettingsStore settings = new SettingsStore(directory.settingsFile());
        IOException fault = settings.unreadable();
        if (fault != null) {
            throw new UncheckedIOException(fault);
        }
        return settings;
    }

    private static DemoServer start(Story story, DemoClock clock) {
        try {
            return DemoServer.start(story, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Settings.Connection connection(Settings settings, GlobalOptions options, boolean mayBeNew) {
        String name = name(settings, options.connection());
        Settings.Connection known = settings.connection(name);
        if (known == null && !mayBeNew && !name.equals(DEFAULT)) {
            TreeSet<String> names = new TreeSet<>();
            names.add(DEFAULT);
            settings.connections().forEach(each -> names.add(each.name()));
            throw new UsageException(words.of("cli.connection.unknown", name, String.join(", ", names)));
        }
        String own = known == null ? BaseUrl.AYLIEA.toString() : known.baseUrl();
        return new Settings.Connection(
                name, known == null ? "" : known.label(), address(options.baseUrl() == null ? own : options.baseUrl()));
    }

    private String name(Settings settings, @Nullable String given) {
        if (given != null) {
            if (!SafeName.isConnection(given)) {
                throw new UsageException(words.of("cli.connection.badName", given));
            }
            return given;
        }
        String last = settings.lastConnection();
        return last != null && settings.connection(last) != null ? last : DEFAULT;
    }

    private String address(String text) {
        try {
            return BaseUrl.of(text).toString();
        } catch (BadAddressException e) {
            throw new UsageException(
                    switch (e.flaw()) {
                        case FORM -> words.of("cli.address.form", BaseUrl.AYLIEA);
                        case SCHEME -> words.of("cli.address.scheme");
                        case PLAIN_HTTP -> words.of("cli.address.plainHttp");
                        case USER -> words.of("cli.address.user");
                        case QUERY -> words.of("cli.address.query");
                        case PORT -> words.of("cli.address.port");
                        case VERSION -> words.of("cli.address.version", BaseUrl.AYLIEA.getPath());
                    });
        }
    }

    /** The address is part of it: a key that is kept for one address is never sent to another. */
    static String account(Settings.Connection connection) {
        return connection.name() + " " + connection.baseUrl();
    }
}
