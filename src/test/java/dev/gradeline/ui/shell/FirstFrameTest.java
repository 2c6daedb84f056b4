package dev.gradeline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.AyliaClient;
import dev.gradeline.ayliea.RateLimiter;
import dev.gradeline.cli.GrownDemo;
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
import dev.gradeline.ui.kit.ManualTasks;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.kit.Theme;
import dev.gradeline.ui.settings.Inert;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start waits for: the first frame of the dashboard holds little that nobody sees. */
class FirstFrameTest {
    /** Twice what it is: the scroll bars, the table and the small trends for which there is no room, places of what may come. */
    private static final int MOST_HIDDEN = 250;

    @TempDir
    private Path folder;

    private final DemoClock clock = DemoClock.at(Story.END);
    private final ManualTasks tasks = new ManualTasks();
    private final Words words = new Words(Locale.UK, ZoneOffset.UTC);
    private History history;
    private Services services;

    @BeforeEach
    void open() throws IOException {
        Fx.start();
        DataDirectory directory = new DataDirectory(GrownDemo.get().copyTo(folder.resolve("data")));
        history = History.open(directory.historyFile("demo"), clock);
        RateLimiter limiter = RateLimiter.forAyliea(clock);
        URI nowhere = URI.create("http://127.0.0.1:9/api/v1");
        AyliaClient client = new AyliaClient(nowhere, () -> ApiKey.of(DemoServer.KEY), limiter, clock, Duration.ZERO);
        services = new Services(
                words,
                clock,
                new SettingsStore(directory.root().resolve("settings.json")),
                directory,
                new Settings.Connection("demo", "Northwind Health", nowhere.toString()),
                false,
                true,
                history,
                new Synchroniser(client, history, clock),
                new KeyVault(new Absent(), "demo", Map.of()),
                limiter,
                tasks,
                Runnable::run,
                "0.0-test",
                Inert.outward(),
                Inert.diagnostics(),
                null);
    }

    @AfterEach
    void close() {
        history.close();
    }

    private static final class NoExits implements Exits {
        @Override
        public void connect() {}

        @Override
        public void leaveDemo() {}
    }

    private Shell dashboard(PageId page) {
        Reading reading = Reading.of(history, clock, services.settings(), services.connection());
        return new Shell(
                services,
                new Shell.Surroundings(new NoExits(), now -> {}, address -> {}, null, (name, last) -> null),
                reading,
                page);
    }

    @Test
    void littleIsThereThatNobodySees() {
        Fx.run(() -> {
            Parent root = dashboard(PageId.OVERVIEW).root();
            new Theme(new Scene(root, 1280, 800)).choose(Settings.Theme.LIGHT, 100);
            root.applyCss();
            root.layout();
            List<Node> hidden = new ArrayList<>();
            collectHidden(root, true, hidden);
            assertThat(root.lookup(".framework-card"))
                    .as("the dashboard is there")
                    .isNotNull();
            assertThat(hidden).hasSizeLessThan(MOST_HIDDEN);
        });
    }

    private static void collectHidden(Node node, boolean seen, List<Node> hidden) {
        boolean shown = seen && node.isVisible();
        if (!shown) {
            hidden.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collectHidden(child, shown, hidden));
        }
    }

    @Test
    void anotherStartPageIsMadeAlone() {
        Fx.run(() -> {
            Shell shell = dashboard(PageId.CHANGES);
            assertThat(shell.model().page().get()).isEqualTo(PageId.CHANGES);
            assertThat(shell.made()).containsExactly(PageId.CHANGES);
        });
    }

    @Test
    void overAnArchiveNoMissingKeyIsTold() {
        Fx.run(() -> {
            Shell shell = dashboard(PageId.OVERVIEW);
            ShellViewModel model = shell.model();
            List<String> told = new ArrayList<>();
            model.key().trouble().subscribe(trouble -> {
                if (!trouble.isEmpty()) {
                    told.add(model.sync().resting().get() ? "rests" : "misses its key");
                }
            });
            model.open();
            model.startSync();
            tasks.endAll();
            assertThat(told).containsExactly("rests");
            assertThat(shell.root().lookup("#keyTrouble")).isNull();
        });
    }
}
