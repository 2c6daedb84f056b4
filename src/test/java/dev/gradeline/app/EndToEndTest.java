package dev.gradeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.AyliaClient;
import dev.gradeline.ayliea.Call;
import dev.gradeline.ayliea.RateLimiter;
import dev.gradeline.cli.FakeKeychain;
import dev.gradeline.demo.DemoClock;
import dev.gradeline.demo.DemoServer;
import dev.gradeline.demo.Story;
import dev.gradeline.history.History;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.sync.SyncProgress;
import dev.gradeline.sync.SyncReport;
import dev.gradeline.sync.Synchroniser;
import dev.gradeline.ui.connect.ConnectController;
import dev.gradeline.ui.connect.ConnectSteps;
import dev.gradeline.ui.connect.ConnectViewModel;
import dev.gradeline.ui.connect.KeyCheck;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.kit.Picture;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.kit.Theme;
import dev.gradeline.ui.settings.Inert;
import dev.gradeline.ui.shell.Exits;
import dev.gradeline.ui.shell.Services;
import dev.gradeline.ui.shell.Shell;
import dev.gradeline.words.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * The main job from end to end: a real server, a real database, the real pages. The key is typed, checked and kept; two
 * synchronisations with two weeks between them; then everything that a person sees, on every page and in the PDF.
 */
class EndToEndTest {
    private static final Instant FIRST = Instant.parse("2026-11-08T06:40:00Z");

    private final Words words = new Words(Locale.UK, ZoneOffset.UTC);
    private final DemoClock clock = DemoClock.at(FIRST);
    private final FakeKeychain keychain = new FakeKeychain();

    @TempDir
    Path folder;

    private Logs logs;
    private DemoServer server;
    private History history;
    private AyliaClient client;
    private KeyVault vault;
    private RateLimiter limiter;
    private SettingsStore settings;
    private Synchroniser synchroniser;

    @BeforeEach
    void open() throws Exception {
        Fx.start();
        logs = new Logs(folder.resolve("log"));
        LoggerFactory.getLogger(EndToEndTest.class).warn("the key is {}", DemoServer.KEY);
        server = DemoServer.start(Story.northwind(), clock);
        vault = new KeyVault(keychain, "test", Map.of());
        limiter = RateLimiter.forAyliea(clock);
        client = new AyliaClient(server.baseUrl(), this::key, limiter, clock, Duration.ofSeconds(5));
        history = History.open(folder.resolve("history").resolve("test.db"), clock);
        settings = new SettingsStore(folder.resolve("settings.json"));
        synchroniser = new Synchroniser(client, history, clock);
    }

    @AfterEach
    void close() {
        logs.close();
        history.close();
        client.close();
        server.close();
    }

    private @Nullable ApiKey key() {
        String secret = vault.find().secret();
        return secret == null ? null : ApiKey.of(secret);
    }

    @Test
    void fromAKeyToEveryPageAndThePdf() throws Exception {
        connect();
        assertThat(vault.find()).isEqualTo(new KeyVault.Found(KeyVault.Place.KEYCHAIN, DemoServer.KEY, null));
        assertThat(keychain.accounts()).containsExactly("test");

        SyncReport first = synchroniser.run(new Call(), SyncProgress.NONE);
        assertThat(first.complete()).as("%s", first).isTrue();
        history.setMark(History.Mark.LAST_VISIT, clock.instant());
        clock.moveTo(Story.END);
        SyncReport second = synchroniser.run(new Call(), SyncProgress.NONE);
        assertThat(second.complete()).as("%s", second).isTrue();
        assertThat(second.changes()).isNotEmpty();

        List<Path> saved = new ArrayList<>();
        Window window = Fx.get(() -> new Window(saved));
        overview(window);
        trends(window);
        recommendations(window);
        discovery(window);
        changes(window);
        settingsPage(window);
        asOf(window);
        pdf(window, saved);
        diagnostics(window, saved);
        Fx.run(window::close);
        keyIsNowhere();
    }

    /** First start by hand: type the key, check it, see what it may read, keep it. */
    private void connect() throws Exception {
        List<String> connected = new ArrayList<>();
        ConnectViewModel model = new ConnectViewModel(words, vault, TaskRunner.direct(), steps(connected), "", false);
        Fx.run(() -> {
            Parent page = Fxml.load(new ConnectController(model, words), words);
            Stage stage = show(page);
            model.open();
            PasswordField field = find(page, "#key");
            field.setText("ayliea_pk_a1b2c3d4…");
            assertThat(texts(page)).anyMatch(text -> text.contains("only the visible part"));
            field.setText("  \"" + DemoServer.KEY + "\"\n");
            assertThat(texts(page)).contains("ayliea_pk_a1b2c3d4… looks complete.");
            Button save = find(page, "#save");
            assertThat(save.isDisabled()).isTrue();
            Button check = find(page, "#check");
            check.fire();
            assertThat(texts(page)).contains("Scores", "Recommendations", "discovery:read", "The key works.");
            assertThat(save.isDisabled()).isFalse();
            TextField organisation = find(page, "#organisation");
            organisation.setText("Northwind Health");
            save.fire();
            stage.close();
        });
        assertThat(connected).containsExactly("Northwind Health");
    }

    private ConnectSteps steps(List<String> connected) {
        return new ConnectSteps() {
            @Override
            public KeyCheck check(ApiKey key, Call call) {
                return new KeyCheck(client.probe(key, new Call()).parts(), null);
            }

            @Override
            public void vouchFor(ApiKey key) {
                throw new AssertionError("there is one key only");
            }

            @Override
            public KeyVault.Found keep(ApiKey key, String organisation, boolean sessionOnly) {
                return sessionOnly ? vault.keepForSession(key.secret()) : vault.keep(key.secret());
            }

            @Override
            public KeyVault.Found keepApart(ApiKey key, String organisation, boolean sessionOnly) {
                throw new AssertionError("there is one organisation only");
            }

            @Override
            public KeyVault.Found keepFor(ApiKey key, Settings.Connection connection, boolean sessionOnly) {
                throw new AssertionError("there is one organisation only");
            }

            @Override
            public void openKept() {
                throw new AssertionError("nothing was kept apart");
            }

            @Override
            public void connected(String organisation) {
                connected.add(organisation);
            }

            @Override
            public void back() {
                throw new AssertionError("there is nothing to go back to");
            }

            @Override
            public void openBackup() {
                throw new AssertionError("nobody asked for a backup");
            }

            @Override
            public void exploreSample() {
                throw new AssertionError("nobody asked for sample data");
            }
        };
    }

    private static void overview(Window window) {
        List<String> seen = window.see(PageId.OVERVIEW);
        assertThat(seen).contains("AI Security", "NIST CSF 2.0", "CIS Controls v8", "HIPAA", "iso-27001", "soc-2");
        assertThat(seen).contains("72", "81", "92", "49", "76", "C", "B", "A", "D");
        assertThat(seen).contains("AI Security rose from 66 to 72 — still C");
        assertThat(seen).contains("Enforce phishing-resistant MFA for every account");
        assertThat(seen).contains("ChatGPT", "95%");
        assertThat(seen).anyMatch(text -> text.contains("northwind.example"));
    }

    private static void trends(Window window) {
        List<String> seen = window.see(PageId.TRENDS);
        assertThat(seen).contains("AI Security", "soc-2", "72", "+6");
    }

    private static void recommendations(Window window) {
        List<String> seen = window.see(PageId.RECOMMENDATIONS);
        assertThat(seen)
                .contains("Stop sending patient records to unapproved AI tools", "in progress", "1,203 of 1,203");
        window.type("phishing nist");
        List<String> narrowed = window.see(PageId.RECOMMENDATIONS);
        assertThat(narrowed)
                .contains("Enforce phishing-resistant MFA for every account")
                .doesNotContain("Encrypt backups of the imaging archive");
        window.type("");
    }

    private static void discovery(Window window) {
        List<String> seen = window.see(PageId.DISCOVERY);
        assertThat(seen).contains("northwind.example", "14", "3", "65", "Perplexity", "new", "Jasper", "gone", "95%");
        assertThat(seen).anyMatch(text -> text.startsWith("14 platforms · 2 new · 1 gone"));
    }

    private static void changes(Window window) {
        assertThat(window.see(PageId.CHANGES)).anyMatch(text -> text.startsWith("Completed: "));
        window.type("rose from");
        assertThat(window.see(PageId.CHANGES))
                .anyMatch(text -> text.contains("AI Security rose from 66 to 72"))
                .noneMatch(text -> text.startsWith("Completed: "));
        window.type("shadow");
        assertThat(window.see(PageId.CHANGES)).anyMatch(text -> text.contains("Shadow AI count 2 → 3"));
    }

    private static void settingsPage(Window window) {
        assertThat(window.see(PageId.SETTINGS))
                .contains("Northwind Health", "15 minutes")
                .anyMatch(text -> text.startsWith("0.0-test · Java "));
    }

    private static void asOf(Window window) {
        Fx.run(() -> window.shell.model().asOf().set(FIRST));
        List<String> then = window.see(PageId.OVERVIEW);
        assertThat(then).contains("66").anyMatch(text -> text.contains("what was known on 8 November 2026"));
        assertThat(then).doesNotContain("Perplexity");
        Fx.run(() -> window.shell.model().asOf().set(null));
        assertThat(window.see(PageId.OVERVIEW)).contains("72");
    }

    private void pdf(Window window, List<Path> saved) throws Exception {
        Fx.run(() -> {
            Button export = find(window.root(), "#export");
            export.fire();
            Button save = find(window.root(), ".snapshot-sheet #save");
            save.fire();
        });
        assertThat(saved).hasSize(1);
        String text;
        try (PDDocument document = Loader.loadPDF(saved.getFirst().toFile())) {
            text = new PDFTextStripper().getText(document);
        }
        assertThat(text)
                .contains("Security posture snapshot", "Northwind Health", "AI Security", "HIPAA", "72", "49")
                .contains("rose from 66 to 72")
                .contains("Encrypt backups of the imaging archive")
                .contains("Perplexity")
                .contains("Page 1 of ");
        assertThat(history.mark(History.Mark.LAST_REPORT)).isNotNull();
    }

    /** Whoever is asked for help gets the diagnostics. */
    private static void diagnostics(Window window, List<Path> saved) throws Exception {
        saved.clear();
        window.see(PageId.SETTINGS);
        Fx.run(() -> {
            Button save = find(window.root(), "#saveDiagnostics");
            save.fire();
        });
        assertThat(saved).hasSize(1);
        assertThat(DiagnosticsFileTest.unzipped(saved.getFirst()))
                .containsKeys("README.txt", "settings.json", "histories.txt")
                .anySatisfy((name, text) ->
                        assertThat(name + text).startsWith("log/").contains("the key is"));
        assertThat(window.see(PageId.SETTINGS)).anyMatch(text -> text.startsWith("The diagnostics were saved as "));
    }

    private void keyIsNowhere() throws Exception {
        List<String> looked = new ArrayList<>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                looked.add(file.getFileName().toString());
                assertNoKey(file.toString(), Files.readAllBytes(file));
                if (file.toString().endsWith(".zip")) {
                    for (var entry : DiagnosticsFileTest.unzipped(file).entrySet()) {
                        assertNoKey(
                                file + " " + entry.getKey(), entry.getValue().getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        }
        assertThat(looked)
                .contains("settings.json", "test.db")
                .anyMatch(name -> name.endsWith(".log"))
                .anyMatch(name -> name.endsWith(".zip"))
                .anyMatch(name -> name.endsWith(".pdf"));
    }

    /** Not in the clear, and not as it travels or is often hidden. */
    private static void assertNoKey(String what, byte[] bytes) {
        String secretPart = DemoServer.KEY.substring("ayliea_pk_a1b2c3d4".length());
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text)
                .as(what)
                .doesNotContain(secretPart.substring(0, 16))
                .doesNotContain(Base64.getEncoder()
                        .encodeToString(DemoServer.KEY.getBytes(StandardCharsets.US_ASCII))
                        .substring(30, 60));
    }

    /** The real window content, with all work done at once on the JavaFX thread. */
    private final class Window {
        private final Shell shell;
        private final Stage stage;

        Window(List<Path> saved) {
            Services services = new Services(
                    words,
                    clock,
                    settings,
                    new DataDirectory(folder),
                    new Settings.Connection(
                            "test", "Northwind Health", server.baseUrl().toString()),
                    false,
                    true,
                    history,
                    synchroniser,
                    vault,
                    limiter,
                    TaskRunner.direct(),
                    Runnable::run,
                    "0.0-test",
                    Inert.outward(),
                    new DiagnosticsFile(new DataDirectory(folder), settings, words, "0.0-test"),
                    null);
            shell = new Shell(
                    services, new Shell.Surroundings(EXITS, now -> {}, address -> {}, folder -> {}, (name, last) -> {
                        Path file = folder.resolve(name);
                        saved.add(file);
                        return file;
                    }));
            stage = show(shell.root());
            shell.model().open();
        }

        Parent root() {
            return shell.root();
        }

        /** Goes to a page by its navigation entry and reads what is on it. */
        List<String> see(PageId page) {
            Fx.run(() -> {
                var entry = (javafx.scene.control.ToggleButton) find(shell.root(), "#nav-" + page.id());
                entry.fire();
                shell.root().applyCss();
                shell.root().layout();
            });
            Fx.get(() -> dev.gradeline.ui.kit.Picture.take(stage.getScene())).join();
            return Fx.get(() -> texts(shell.root()));
        }

        /** Replaces what stands in the page's filter field. */
        void type(String text) {
            Fx.run(() -> {
                TextField search = find(shell.root(), ".filter-field");
                search.setText(text);
            });
        }

        void close() {
            stage.close();
            shell.dispose();
        }
    }

    private static final Exits EXITS = new Exits() {
        @Override
        public void connect() {
            throw new AssertionError("nobody asked for another key");
        }

        @Override
        public void leaveDemo() {
            throw new AssertionError("this is not the demo");
        }
    };

    private static Stage show(Parent root) {
        Scene scene = Picture.scene(root, 1280, 1600);
        new Theme(scene).choose(Settings.Theme.LIGHT, 100);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <N extends Node> N find(Parent root, String selector) {
        return (N) Objects.requireNonNull(root.lookup(selector), selector);
    }

    /** Every text that is visible under a node; of tables, the rows that are on screen. */
    private static List<String> texts(Node node) {
        List<String> found = new ArrayList<>();
        collect(node, found);
        return found;
    }

    private static void collect(Node node, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            found.add(labeled.getText());
        } else if (node instanceof Text text) {
            found.add(text.getText());
        } else if (node instanceof TextField field) {
            found.add(field.getText());
        } else if (node instanceof TableView<?> table) {
            assertThat(table.getColumns()).isNotEmpty();
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
