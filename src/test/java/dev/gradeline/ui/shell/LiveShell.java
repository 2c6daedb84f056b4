package dev.gradeline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.AyliaClient;
import dev.gradeline.ayliea.RateLimiter;
import dev.gradeline.demo.DemoClock;
import dev.gradeline.demo.DemoServer;
import dev.gradeline.demo.Story;
import dev.gradeline.history.History;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.sync.Synchroniser;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.kit.ShownPage;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.settings.Inert;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** The dashboard over a data directory with the sample's history, driven as a person would. Nothing is synchronised. */
final class LiveShell implements AutoCloseable {
    final Words words;
    final DemoClock clock = DemoClock.at(Story.END);
    final SettingsStore settings;
    final History history;
    final Shell shell;
    final ShownPage page;

    /** What the file chooser answers; null for Cancel. */
    @Nullable Path chosen;

    private final DemoServer server;
    private final AyliaClient client;

    LiveShell(Path data) throws IOException {
        this(data, null);
    }

    /** @param passing how long a message of success stays; null until it is dismissed */
    LiveShell(Path data, @Nullable Duration passing) throws IOException {
        this(data, passing, Locale.UK, shown -> ShownPage.of(() -> shown));
    }

    /**
     * In German, in the smallest window that everything must hold in, at the largest text: 1024×700 at 150 %, as near as the
     * Headless screen's 1000 pixels let it be.
     */
    static LiveShell smallInGerman(Path data) throws IOException {
        return new LiveShell(data, null, Locale.GERMANY, shown -> ShownPage.of(() -> shown, 1000, 684, 146));
    }

    private LiveShell(Path data, @Nullable Duration passing, Locale locale, Function<Parent, ShownPage> show)
            throws IOException {
        words = new Words(locale, ZoneId.of("Asia/Tokyo"));
        server = DemoServer.start(Story.northwind(), clock);
        KeyVault vault = new KeyVault(new Absent(), "demo", Map.of());
        vault.keepForSession(DemoServer.KEY);
        RateLimiter limiter = RateLimiter.forAyliea(clock);
        client = new AyliaClient(
                server.baseUrl(),
                () -> ApiKey.of(String.valueOf(vault.find().secret())),
                limiter,
                clock,
                Duration.ZERO);
        DataDirectory directory = new DataDirectory(data);
        history = History.open(directory.historyFile("demo"), clock);
        settings = new SettingsStore(data.resolve("settings.json"));
        Services services = new Services(
                words,
                clock,
                settings,
                directory,
                new Settings.Connection(
                        "demo", "Northwind Health", server.baseUrl().toString()),
                false,
                true,
                history,
                new Synchroniser(client, history, clock),
                vault,
                limiter,
                TaskRunner.direct(),
                Runnable::run,
                "0.0-test",
                Inert.outward(),
                Inert.diagnostics(),
                null);
        Exits exits = new Exits() {
            @Override
            public void connect() {}

            @Override
            public void leaveDemo() {}
        };
        shell = Fx.get(() -> new Shell(
                services, new Shell.Surroundings(exits, now -> {}, address -> {}, null, this::choose, passing)));
        page = show.apply(Fx.get(shell::root));
        page.when(() -> shell.model().open());
    }

    /** As the native dialog does: what it cannot name it cannot offer. */
    private @Nullable Path choose(String name, @Nullable Path folder) {
        assertThat(ChooserSaver.type(name.substring(name.lastIndexOf('.') + 1), words)
                        .getDescription())
                .isNotBlank();
        return chosen;
    }

    void open(PageId id) {
        page.when(() -> shell.model().page().set(id));
    }

    PageId current() {
        return Fx.get(() -> shell.model().page().get());
    }

    @Override
    public void close() {
        Fx.run(shell::dispose);
        page.close();
        history.close();
        client.close();
        server.close();
    }
}
