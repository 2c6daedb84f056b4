package dev.gradeline.app;

import dev.gradeline.ui.kit.Theme;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;

/**
 * JavaFX's own start, which takes about as long as everything that comes before the first page: so it begins before that, on a
 * thread of its own, and the two meet when the window is made. Begun once for each process.
 */
final class ToolkitStart {
    private final CompletableFuture<Void> running = new CompletableFuture<>();
    private boolean begun;

    /** Begins, unless it has begun already. Any thread; does not block. */
    synchronized void begin() {
        if (!begun) {
            begun = true;
            Thread.ofPlatform().name("toolkit").daemon().start(this::start);
        }
    }

    private void start() {
        try {
            Platform.startup(() -> {
                // while the program still finds out what there is to be shown
                Theme.prepare();
                running.complete(null);
            });
        } catch (RuntimeException | Error e) {
            running.completeExceptionally(e);
        }
    }

    /**
     * Waits for the start, then has this done on the JavaFX thread. Blocking; not on that thread.
     *
     * @throws RuntimeException why there is no toolkit
     */
    void then(Runnable first) {
        begin();
        Waiting.join(running);
        Platform.runLater(first);
    }
}
