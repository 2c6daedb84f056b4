package dev.gradeline.ui.kit;

import dev.gradeline.settings.Settings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

/** The JavaFX toolkit for tests, on the Headless platform: started once for the whole run. */
public final class Fx {
    private static final Object LOCK = new Object();
    private static boolean started;

    private Fx() {}

    /** Starts the toolkit unless it runs already. TestFX and this may both be used in one run. */
    public static void start() {
        synchronized (LOCK) {
            if (started) {
                return;
            }
            CompletableFuture<Void> up = new CompletableFuture<>();
            try {
                Platform.startup(() -> up.complete(null));
            } catch (IllegalStateException alreadyRunning) {
                up.complete(null);
            }
            Platform.setImplicitExit(false);
            join(up);
            started = true;
        }
    }

    /** Runs on the JavaFX thread and gives the result. */
    public static <T> T get(Callable<T> work) {
        start();
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return join(result);
    }

    /** Runs on the JavaFX thread and waits. */
    public static void run(Runnable work) {
        get(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until so many frames were drawn. Not on the JavaFX thread. */
    public static void frames(int count) {
        CompletableFuture<Boolean> drawn = new CompletableFuture<>();
        run(() -> new AnimationTimer() {
            private int seen;

            @Override
            public void handle(long now) {
                if (++seen > count) {
                    stop();
                    drawn.complete(true);
                }
            }
        }.start());
        join(drawn);
    }

    /** Shows a page in a stage of the given size, dressed as in the program, and writes its picture. */
    public static void picture(
            Supplier<Parent> page, double width, double height, Settings.Theme theme, int textPercent, Path file)
            throws Exception {
        picture(page, width, height, theme, textPercent, file, () -> true);
    }

    /** The same; gives what a look at the page finds when it is drawn. */
    public static <T> T picture(
            Supplier<Parent> page,
            double width,
            double height,
            Settings.Theme theme,
            int textPercent,
            Path file,
            Callable<T> look)
            throws Exception {
        Stage[] shown = new Stage[1];
        CompletableFuture<WritableImage> image = get(() -> {
            Scene scene = Picture.scene(page.get(), width, height);
            new Theme(scene).choose(theme, textPercent);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            shown[0] = stage;
            return Picture.take(scene);
        });
        Picture.write(join(image), file);
        T found = get(look);
        run(() -> shown[0].close());
        return found;
    }

    private static <T> T join(CompletableFuture<T> future) {
        return future.orTimeout(60, TimeUnit.SECONDS).join();
    }
}
