package dev.gradeline.app;

import dev.gradeline.cli.Faces;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.cli.PictureRequest;
import dev.gradeline.cli.UsageException;
import dev.gradeline.cli.Version;
import dev.gradeline.cli.Workbench;
import dev.gradeline.settings.Settings;
import dev.gradeline.words.FaultText;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that Gradeline draws on a screen or into a picture. */
public final class Windows implements Faces {
    private static final Logger LOG = LoggerFactory.getLogger(Windows.class);

    /** How long a second start waits for the window that is open. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Programs programs;
    private final Words words;
    private final Tongue tongue;
    private final Map<String, String> environment;
    private final ToolkitStart toolkit;
    private final FailedStart.Teller teller;
    private final Duration patience;

    /** @param tongue knows the words of another language, should the person choose one */
    Windows(Programs programs, Words words, Tongue tongue, Map<String, String> environment, ToolkitStart toolkit) {
        this(programs, words, tongue, environment, toolkit, new FailedStart(words, toolkit)::tell, PATIENCE);
    }

    /**
     * As above.
     *
     * @param teller told why there will be no window
     * @param patience how long a second start waits for the window that is open
     */
    Windows(
            Programs programs,
            Words words,
            Tongue tongue,
            Map<String, String> environment,
            ToolkitStart toolkit,
            FailedStart.Teller teller,
            Duration patience) {
        this.programs = programs;
        this.words = words;
        this.tongue = tongue;
        this.environment = environment;
        this.toolkit = toolkit;
        this.teller = teller;
        this.patience = patience;
    }

    @Override
    public int window(GlobalOptions options, @Nullable Path demoOutput) {
        if (Display.present(System.getProperty("os.name"), environment)) {
            return desktop(options, null);
        }
        if (demoOutput == null) {
            System.err.println(words.of("app.noDisplay"));
            return 1;
        }
        try (Program program = programs.open(options)) {
            program.prepareToRead();
            int pictures = new DemoFiles(words).write(program, demoOutput);
            System.out.println(words.of("app.demo.files", pictures, demoOutput));
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int open(GlobalOptions options, Path backup) {
        if (Display.present(System.getProperty("os.name"), environment)) {
            return desktop(options, backup);
        }
        System.err.println(words.of("app.noDisplay"));
        return 1;
    }

    /**
     * Shows the window and waits until it is closed; gives the exit code. Where there can be none, a small one says why: whoever
     * starts by a click sees no standard error. Not on the JavaFX thread.
     *
     * @param backup what is opened at once; null to begin with what is stored
     */
    int desktop(GlobalOptions options, @Nullable Path backup) {
        toolkit.begin();
        Program first = first(options);
        logUncaught();
        CompletableFuture<Desktop> opened = new CompletableFuture<>();
        AtomicBoolean leaving = new AtomicBoolean();
        return switch (claim(options, backup, first, asked -> !leaving.get() && raise(opened, asked))) {
            case OneWindow.Claim.First claimed -> {
                try {
                    yield desktop(options, backup, first, opened, leaving);
                } finally {
                    claimed.window().close();
                }
            }
            case OneWindow.Claim.Raised raised -> {
                first.close();
                System.out.println(words.of("app.window.raised"));
                yield 0;
            }
            case OneWindow.Claim.Silent silent -> {
                Path directory = first.directory().root();
                Settings settings = first.settings().current();
                first.close();
                String text = words.of("app.window.silent", directory);
                System.err.println(text);
                teller.tell(settings, text, "");
                yield 1;
            }
        };
    }

    /** A bad option is told on the command line alone, where it was typed. */
    private Program first(GlobalOptions options) {
        try {
            return programs.open(options);
        } catch (UsageException e) {
            throw e;
        } catch (RuntimeException e) {
            teller.tell(
                    Settings.DEFAULT,
                    words.of(e instanceof UncheckedIOException ? "app.failed.files" : "app.failed.other"),
                    FaultText.of(e));
            throw e;
        }
    }

    private OneWindow.Claim claim(
            GlobalOptions options, @Nullable Path backup, Program first, Predicate<OneWindow.Wish> raise) {
        if (options.demo() && options.dataDirectory() == null) {
            return new OneWindow.Claim.First(OneWindow.ofItsOwn());
        }
        String connection = options.connection();
        return OneWindow.claim(
                first.directory().root(),
                new OneWindow.Wish(
                        connection == null ? "" : connection, backup == null ? null : backup.toAbsolutePath()),
                Version.current(),
                raise,
                patience);
    }

    /** A window that is only about to come hears of it as soon as it is there. Gives that it comes. */
    private static boolean raise(CompletableFuture<Desktop> opened, OneWindow.Wish asked) {
        Platform.runLater(() -> {
            var _ = opened.thenAccept(desktop -> desktop.raise(asked));
        });
        return true;
    }

    /** @param leaving set as soon as the window begins to close */
    private int desktop(
            GlobalOptions options,
            @Nullable Path backup,
            Program first,
            CompletableFuture<Desktop> opened,
            AtomicBoolean leaving) {
        tongue.controls().accept(words.locale());
        try (CurrentProgram current = new CurrentProgram(programs, first)) {
            CompletableFuture<Desktop.Begun> begun = backup == null ? begin(current) : null;
            Consumer<Path> folders = FileManager.find(System.getProperty("os.name"), environment);
            toolkit.then(() -> {
                try {
                    WindowClass.set();
                    Desktop desktop = new Desktop(
                            current,
                            words,
                            tongue,
                            options,
                            new Stage(),
                            first.settings().current(),
                            folders);
                    tellUncaught(desktop::uncaught);
                    desktop.whenLeaving(() -> leaving.set(true));
                    desktop.open(backup, begun);
                    opened.complete(desktop);
                } catch (RuntimeException | Error e) {
                    opened.completeExceptionally(e);
                }
            });
            Platform.setImplicitExit(false);
            try (SessionEnd _ = new SessionEnd(() -> ifOpen(opened))) {
                return outcome(opened.thenCompose(Desktop::ended));
            }
        } finally {
            Platform.exit();
        }
    }

    private static void ifOpen(CompletableFuture<Desktop> opened) {
        if (opened.isDone() && !opened.isCompletedExceptionally()) {
            opened.join().sessionEnds();
        }
    }

    /** Reads what is stored, while the toolkit starts. */
    private static CompletableFuture<Desktop.Begun> begin(CurrentProgram current) {
        CompletableFuture<Desktop.Begun> begun = new CompletableFuture<>();
        Thread.ofVirtual().name("first reading").start(() -> {
            try {
                begun.complete(current.with(Desktop::begin));
            } catch (RuntimeException | Error e) {
                begun.completeExceptionally(e);
            }
        });
        return begun;
    }

    /** Whoever starts the window by a click sees no standard error: what nobody catches goes to the log. */
    static void logUncaught() {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, fault) -> LOG.error("nobody caught this on {}", thread.getName(), fault));
    }

    /** As {@link #logUncaught}; what nobody catches on the JavaFX thread is told in the window too. */
    static void tellUncaught(Consumer<Throwable> window) {
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
            LOG.error("nobody caught this on {}", thread.getName(), fault);
            if (Platform.isFxApplicationThread()) {
                // later: this may come in the middle of a layout
                Platform.runLater(() -> tell(window, fault));
            }
        });
    }

    private static void tell(Consumer<Throwable> window, Throwable fault) {
        try {
            window.accept(fault);
        } catch (RuntimeException e) {
            // thrown on, it would come back here for ever
            LOG.error("a fault could not be told in the window", e);
        }
    }

    /** Logged here, while the program's log is open. */
    private static int outcome(CompletableFuture<Integer> ended) {
        try {
            return Waiting.join(ended);
        } catch (RuntimeException | Error e) {
            LOG.error("the window ended", e);
            throw e;
        }
    }

    @Override
    public void screenshots(Workbench bench, PictureRequest request) throws IOException {
        new Studio(words).draw(bench, request);
    }
}
