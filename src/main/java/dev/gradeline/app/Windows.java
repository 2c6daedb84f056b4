package dev.gradeline.app;

import dev.gradeline.cli.Faces;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.cli.PictureRequest;
import dev.gradeline.cli.Workbench;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
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

    /** @param tongue knows the words of another language, should the person choose one */
    Windows(Programs programs, Words words, Tongue tongue, Map<String, String> environment, ToolkitStart toolkit) {
        this.programs = programs;
        this.words = words;
        this.tongue = tongue;
        this.environment = environment;
        this.toolkit = toolkit;
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
     * Shows the window and waits until it is closed; gives the exit code. Not on the JavaFX thread.
     *
     * @param backup what is opened at once; null to begin with what is stored
     */
    private int desktop(GlobalOptions options, @Nullable Path backup) {
        toolkit.begin();
        // Opened here, so that a bad option is told on the command line and not in a window.
        Program first = programs.open(options);
        logUncaught();
        CompletableFuture<Desktop> opened = new CompletableFuture<>();
        return switch (claim(options, backup, first, opened)) {
            case OneWindow.Claim.First claimed -> {
                try {
                    yield desktop(options, backup, first, opened);
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
                first.close();
                System.err.println(words.of("app.window.silent", directory));
                yield 1;
            }
        };
    }

    private static OneWindow.Claim claim(
            GlobalOptions options, @Nullable Path backup, Program first, CompletableFuture<Desktop> opened) {
        if (options.demo() && options.dataDirectory() == null) {
            return new OneWindow.Claim.First(OneWindow.ofItsOwn());
        }
        String connection = options.connection();
        return OneWindow.claim(
                first.directory().root(),
                new OneWindow.Wish(
                        connection == null ? "" : connection, backup == null ? null : backup.toAbsolutePath()),
                asked -> raise(opened, asked),
                PATIENCE);
    }

    /** A window that is only about to come hears of it as soon as it is there. */
    private static void raise(CompletableFuture<Desktop> opened, OneWindow.Wish asked) {
        Platform.runLater(() -> {
            var _ = opened.thenAccept(desktop -> desktop.raise(asked));
        });
    }

    private int desktop(
            GlobalOptions options, @Nullable Path backup, Program first, CompletableFuture<Desktop> opened) {
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
                    desktop.open(backup, begun);
                    opened.complete(desktop);
                } catch (RuntimeException | Error e) {
                    opened.completeExceptionally(e);
                }
            });
            Platform.setImplicitExit(false);
            return outcome(opened.thenCompose(Desktop::ended));
        } finally {
            Platform.exit();
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
