package dev.gradeline.app;

import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.Theme;
import dev.gradeline.ui.shell.WaitController;
import dev.gradeline.words.Words;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small window that tells why there will be no other. */
final class FailedStart {
    private static final Logger LOG = LoggerFactory.getLogger(FailedStart.class);

    private static final double WIDTH = 640;
    private static final double HEIGHT = 400;

    private final Words words;
    private final ToolkitStart toolkit;

    /** Tells a person why the program does not start. */
    @FunctionalInterface
    interface Teller {
        /**
         * Blocking, until the person has taken note; not on the JavaFX thread.
         *
         * @param settings how a window looks
         * @param technical for whoever helps; empty for nothing
         */
        void tell(Settings settings, String text, String technical);
    }

    FailedStart(Words words, ToolkitStart toolkit) {
        this.words = words;
        this.toolkit = toolkit;
    }

    /** As {@link Teller#tell}. Where no window can be shown, nothing happens: standard error has it anyway. */
    public void tell(Settings settings, String text, String technical) {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        try {
            toolkit.then(() -> {
                try {
                    Platform.setImplicitExit(false);
                    show(new Stage(), words, settings, text, technical, () -> closed.complete(true));
                } catch (RuntimeException | Error e) {
                    closed.completeExceptionally(e);
                }
            });
            Waiting.join(closed);
        } catch (RuntimeException e) {
            LOG.warn("why Gradeline did not start could not be shown", e);
        }
    }

    /** JavaFX thread. */
    static void show(Stage stage, Words words, Settings settings, String text, String technical, Runnable closed) {
        Scene scene = new Scene(
                Fxml.load(
                        WaitController.trouble(
                                words.of("app.failed.title"),
                                text,
                                technical,
                                List.of(),
                                words.of("shell.wait.quit"),
                                stage::hide),
                        words),
                WIDTH,
                HEIGHT);
        Theme theme = new Theme(scene);
        theme.choose(settings.theme(), settings.textPercent());
        stage.setScene(scene);
        stage.setTitle(words.of("app.name"));
        stage.setOnHidden(event -> {
            theme.dispose();
            closed.run();
        });
        stage.show();
    }
}
