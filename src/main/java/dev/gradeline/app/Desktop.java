package dev.gradeline.app;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.ApiResult;
import dev.gradeline.ayliea.Call;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.posture.Part;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.connect.ConnectController;
import dev.gradeline.ui.connect.ConnectViewModel;
import dev.gradeline.ui.kit.FxTaskRunner;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.shell.ChooserSaver;
import dev.gradeline.ui.shell.Exits;
import dev.gradeline.ui.shell.Shell;
import dev.gradeline.ui.shell.WaitController;
import dev.gradeline.words.Words;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window, from start to close: connect, sample data, dashboard follow each other in it. JavaFX thread but for {@link #run}. */
final class Desktop implements Exits {
    private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);

    private final Programs programs;
    private final Words words;
    private final GlobalOptions options;
    private final TaskRunner tasks = new FxTaskRunner(Platform::runLater);
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();

    private @Nullable Program program;
    private @Nullable Shell shell;
    private @Nullable Frame frame;

    Desktop(Programs programs, Words words, GlobalOptions options) {
        this.programs = programs;
        this.words = words;
        this.options = options;
    }

    /** Shows the window and waits until it is closed; gives the exit code. Not on the JavaFX thread. */
    int run() {
        // Opened here, so that a bad option is told on the command line and not in a window.
        Program first = programs.open(options);
        Platform.startup(() -> {
            try {
                frame = new Frame(new Stage(), words, first.settings());
                frame.show(new StackPane(), this::quit);
                enter(first);
            } catch (RuntimeException | Error e) {
                ended.completeExceptionally(e);
            }
        });
        Platform.setImplicitExit(false);
        try {
            return ended.join();
        } catch (CompletionException e) {
            // The exit code is decided by what went wrong, not by the thread that it went wrong on.
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            Platform.exit();
        }
    }

    private void enter(Program opened) {
        program = opened;
        DemoHistory demo = opened.demo() ? Objects.requireNonNull(opened.demoHistory()) : null;
        if (demo != null) {
            grow(opened, demo);
        } else if (Files.exists(
                opened.directory().historyFile(opened.connection().name()))) {
            dashboard(opened);
        } else {
            tasks.run(
                    opened.vault()::find,
                    found -> {
                        if (found.secret() == null) {
                            connect();
                        } else {
                            dashboard(opened);
                        }
                    },
                    this::trouble);
        }
    }

    private void grow(Program opened, DemoHistory demo) {
        Call call = new Call();
        WaitController wait = WaitController.working(
                words.of("shell.wait.growing"),
                words.of("shell.wait.growing.detail"),
                words.of("shell.wait.cancel"),
                call::cancel);
        place(Fxml.load(wait, words));
        tasks.run(
                () -> {
                    demo.grow(call, (done, total) -> Platform.runLater(() -> wait.progress((double) done / total)));
                    demo.live();
                    return opened;
                },
                grown -> {
                    if (call.isCancelled() && !options.demo()) {
                        leaveDemo();
                    } else {
                        dashboard(grown);
                    }
                },
                this::trouble);
    }

    private void dashboard(Program opened) {
        tasks.run(
                () -> Wiring.services(opened, words, tasks, Platform::runLater),
                services -> {
                    Frame window = Objects.requireNonNull(frame);
                    Shell built = new Shell(
                            services,
                            new Shell.Surroundings(
                                    this,
                                    window::dress,
                                    Browser::open,
                                    ChooserSaver.nativeChooser(window.stage(), words)));
                    shell = built;
                    place(built.root());
                    built.model().open();
                    built.model().startSync();
                },
                this::trouble);
    }

    @Override
    public void connect() {
        Program opened = Objects.requireNonNull(program);
        Shell left = takeShell();
        tasks.run(
                () -> {
                    endVisit(left);
                    return opened;
                },
                this::connectPage,
                this::trouble);
    }

    private void connectPage(Program opened) {
        boolean known =
                opened.settings().current().connection(opened.connection().name()) != null;
        ConnectViewModel model = new ConnectViewModel(
                words,
                opened.vault(),
                tasks,
                new Steps(opened),
                opened.connection().label(),
                known);
        place(Fxml.load(new ConnectController(model, words), words));
        model.open();
    }

    @Override
    public void leaveDemo() {
        swap(new GlobalOptions(
                options.dataDirectory(), options.connection(), options.baseUrl(), false, options.maxWait()));
    }

    /** Closes what is open and opens another; a key kept for this session goes along. */
    private void swap(GlobalOptions next) {
        Program old = Objects.requireNonNull(program);
        Shell left = takeShell();
        tasks.run(
                () -> {
                    endVisit(left);
                    Program opened = programs.openToConnect(next);
                    if (!opened.demo() && !old.demo()) {
                        KeyVault.Found found = old.vault().find();
                        String secret = found.secret();
                        if (found.place() == KeyVault.Place.SESSION && secret != null) {
                            opened.vault().keepForSession(secret);
                        }
                    }
                    old.close();
                    return opened;
                },
                this::enter,
                this::trouble);
    }

    private void trouble(Exception error) {
        LOG.error("the window cannot go on", error);
        WaitController page = WaitController.trouble(
                words.of("shell.wait.trouble"),
                String.valueOf(error.getMessage()),
                words.of("shell.wait.quit"),
                this::quit);
        place(Fxml.load(page, words));
    }

    private void place(Parent page) {
        Objects.requireNonNull(frame).place(page);
    }

    /** Takes the dashboard off the window; its visit is still to be ended, before its program is closed. */
    private @Nullable Shell takeShell() {
        Shell open = shell;
        shell = null;
        if (open != null) {
            open.dispose();
        }
        return open;
    }

    /** Blocking. What fails here must not keep the rest from being closed. */
    private static void endVisit(@Nullable Shell left) {
        if (left == null) {
            return;
        }
        try {
            left.model().close();
        } catch (RuntimeException e) {
            LOG.warn("the visit could not be noted", e);
        }
    }

    private void quit() {
        Settings.WindowPlace place = Objects.requireNonNull(frame).close();
        Shell left = takeShell();
        Program opened = program;
        tasks.run(
                () -> {
                    endVisit(left);
                    if (opened != null) {
                        try {
                            opened.settings().update(settings -> settings.withWindow(place));
                        } catch (RuntimeException e) {
                            LOG.warn("the window's place could not be kept", e);
                        } finally {
                            opened.close();
                        }
                    }
                    return 0;
                },
                ended::complete,
                ended::completeExceptionally);
    }

    /** What connecting does beyond its page. */
    private final class Steps implements ConnectViewModel.Steps {
        private final Program opened;

        Steps(Program opened) {
            this.opened = opened;
        }

        @Override
        public Map<Part, ApiResult<Integer>> probe(ApiKey key) {
            return opened.client().probe(key, new Call());
        }

        @Override
        public void connected(String organisation) {
            Settings.Connection now = opened.connection();
            Settings.Connection named = new Settings.Connection(now.name(), organisation, now.baseUrl());
            tasks.run(
                    () -> opened.settings().update(s -> s.withConnection(named).withLastConnection(named.name())),
                    saved -> swap(new GlobalOptions(
                            options.dataDirectory(), named.name(), named.baseUrl(), false, options.maxWait())),
                    Desktop.this::trouble);
        }

        @Override
        public void back() {
            enter(opened);
        }

        @Override
        public void exploreSample() {
            swap(new GlobalOptions(null, null, null, true, options.maxWait()));
        }
    }
}
