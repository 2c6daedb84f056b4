package dev.gradeline.app;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.AyliaClient;
import dev.gradeline.ayliea.Call;
import dev.gradeline.ayliea.Clients;
import dev.gradeline.ayliea.RateLimiter;
import dev.gradeline.cli.Workbench;
import dev.gradeline.demo.DemoClock;
import dev.gradeline.demo.Story;
import dev.gradeline.history.Glance;
import dev.gradeline.history.History;
import dev.gradeline.history.HistoryException;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Network;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.sync.Synchroniser;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The objects of one connection, wired together. */
public final class Program implements Workbench {
    private static final Logger LOG = LoggerFactory.getLogger(Program.class);

    private final DataDirectory directory;
    private final SettingsStore settings;
    private final Settings.Connection connection;
    private final KeyVault vault;
    private final InstantSource clock;
    private final Duration maxWait;
    private final Clients clients;
    private final ProxyPasswords proxies;
    private final @Nullable Sample sample;
    private final Closing closing;
    private final RateLimiter limiter;

    private final @Nullable Path backup;

    private @Nullable AyliaClient client;
    private @Nullable History history;
    private @Nullable Synchroniser synchroniser;
    private @Nullable ApiKey vouched;

    /**
     * The demo's story and its clock.
     *
     * @param kept whether its data directory outlives the run
     */
    record Sample(Story story, DemoClock clock, boolean kept) {}

    /**
     * @param backup what is looked at, whose content is the connection's history here; null for none
     * @param closing what is open already; whatever is opened later is added to it
     */
    Program(
            DataDirectory directory,
            SettingsStore settings,
            Settings.Connection connection,
            KeyVault vault,
            InstantSource clock,
            Duration maxWait,
            Clients clients,
            ProxyPasswords proxies,
            @Nullable Sample sample,
            @Nullable Path backup,
            Closing closing) {
        this.backup = backup;
        this.directory = directory;
        this.settings = settings;
        this.connection = connection;
        this.vault = vault;
        this.clock = clock;
        this.maxWait = maxWait;
        this.clients = clients;
        this.proxies = proxies;
        this.sample = sample;
        this.closing = closing;
        // The demo's clock is its own, and its requests cost nobody anything.
        this.limiter = sample != null ? RateLimiter.forAyliea(clock) : RateLimiter.forAyliea(clock, directory.root());
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public DataDirectory directory() {
        return directory;
    }

    @Override
    public SettingsStore settings() {
        return settings;
    }

    @Override
    public Settings.Connection connection() {
        // what it is called may have changed since; its name and address are what was opened
        Settings.Connection known = settings.current().connection(connection.name());
        return known == null
                ? connection
                : new Settings.Connection(connection.name(), known.label(), connection.baseUrl());
    }

    @Override
    public List<Settings.Connection> connections() {
        return new Homes(this).reachable();
    }

    @Override
    public boolean demo() {
        return sample != null;
    }

    @Override
    public boolean kept() {
        return backup == null && (sample == null || sample.kept());
    }

    @Override
    public @Nullable Path backup() {
        return backup;
    }

    /** The longest wait for a permit. */
    Duration maxWait() {
        return maxWait;
    }

    @Override
    public KeyVault vault() {
        return vault;
    }

    @Override
    public RateLimiter limiter() {
        return limiter;
    }

    @Override
    public synchronized AyliaClient client() {
        if (client == null) {
            client = closing.open(() -> newClient(this::key));
        }
        return client;
    }

    @Override
    public AyliaClient clientOf(ApiKey key) {
        return newClient(() -> key);
    }

    private AyliaClient newClient(Supplier<@Nullable ApiKey> keys) {
        return clients.open(
                URI.create(connection.baseUrl()),
                keys,
                limiter,
                clock,
                maxWait,
                () -> proxies.way(settings.current().network()));
    }

    @Override
    public KeyVault proxyVault(Network network) {
        return proxies.of(network);
    }

    @Override
    public synchronized History history() {
        if (history == null) {
            Path file = directory.historyFile(connection.name());
            history = closing.open(() -> backup == null ? History.open(file, clock) : History.openToRead(file, clock));
            nameHistory(history);
        }
        return history;
    }

    /** Tells the history, where it is open, how its connection is called now. */
    synchronized void nameHistory() {
        if (history != null) {
            nameHistory(history);
        }
    }

    /** Should the settings be lost, the history tells whose it is. To read it does not depend on that. */
    private void nameHistory(History opened) {
        Settings.Connection known = settings.current().connection(connection.name());
        if (known == null || known.label().isBlank() || !opened.isWritable()) {
            return;
        }
        try {
            opened.setBearer(new Glance.Bearer(known.label(), known.baseUrl()));
        } catch (HistoryException e) {
            LOG.warn("the history does not know how it is called", e);
        }
    }

    @Override
    public synchronized History.@Nullable Rescue rescue() {
        return history == null ? null : history.rescue();
    }

    @Override
    public synchronized Synchroniser synchroniser() {
        if (synchroniser == null) {
            synchroniser = new Synchroniser(
                    client(),
                    history(),
                    clock,
                    () -> Duration.ofDays(settings.current().runDays()));
            if (vouched != null) {
                synchroniser.vouchFor(vouched);
            }
        }
        return synchroniser;
    }

    /** Takes the person's word for a key, before the first synchronisation; see {@link Synchroniser#vouchFor}. */
    synchronized void vouchFor(ApiKey key) {
        vouched = key;
    }

    /** The growth of the demo's history; null when this is not the demo. */
    public @Nullable DemoHistory demoHistory() {
        return sample == null ? null : new DemoHistory(sample.story(), sample.clock(), history(), synchroniser());
    }

    @Override
    public void prepareToRead() {
        DemoHistory demo = demoHistory();
        if (demo != null) {
            demo.grow(new Call(), (done, total) -> {});
        }
    }

    @Override
    public void prepareToSynchronise() {
        DemoHistory demo = demoHistory();
        if (demo != null) {
            demo.growBarTheLast(new Call(), (done, total) -> {});
        }
    }

    @Override
    public void close() {
        closing.close();
    }

    /** A text that is no key is never sent: the command line and the window say what is wrong with it. */
    private @Nullable ApiKey key() {
        String secret = vault.find().secret();
        return secret == null || ApiKey.flawOf(secret) != ApiKey.Flaw.NONE ? null : ApiKey.of(secret);
    }
}
