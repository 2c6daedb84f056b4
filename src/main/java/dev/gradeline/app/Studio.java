package dev.gradeline.app;

import dev.gradeline.cli.PictureRequest;
import dev.gradeline.cli.UsageException;
import dev.gradeline.cli.Workbench;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.kit.Picture;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.kit.Theme;
import dev.gradeline.ui.shell.Exits;
import dev.gradeline.ui.shell.Shell;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

/** Draws the real pages into PNG files on JavaFX's Headless platform: no display is needed, and none is used. */
final class Studio {
    private final Words words;

    Studio(Words words) {
        this.words = words;
    }

    /** Draws what is asked for; gives the files. Blocking; not on the JavaFX thread. */
    List<Path> draw(Workbench bench, PictureRequest request) throws IOException {
        List<PageId> pages = pages(request.pages());
        start();
        List<Path> files = new ArrayList<>();
        for (PageId page : pages) {
            CompletableFuture<WritableImage> image = new CompletableFuture<>();
            Platform.runLater(() -> pose(bench, request, page, image));
            Path file = request.folder().resolve(page.id() + "-" + request.theme() + ".png");
            Picture.write(Waiting.join(image), file);
            files.add(file);
        }
        return List.copyOf(files);
    }

    private List<PageId> pages(List<String> names) {
        if (names.isEmpty()) {
            return List.of(PageId.values());
        }
        List<PageId> pages = new ArrayList<>();
        for (String name : names) {
            try {
                pages.add(PageId.valueOf(name.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                String known = String.join(
                        ", ", List.of(PageId.values()).stream().map(PageId::id).toList());
                throw new UsageException(words.of("app.page.unknown", name, known));
            }
        }
        return pages;
    }

    private static synchronized void start() {
        if (System.getProperty("glass.platform") == null) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        CompletableFuture<Void> up = new CompletableFuture<>();
        try {
            Platform.startup(() -> up.complete(null));
        } catch (IllegalStateException running) {
            up.complete(null);
        }
        Platform.setImplicitExit(false);
        Waiting.join(up);
    }

    private void pose(Workbench bench, PictureRequest request, PageId page, CompletableFuture<WritableImage> image) {
        try {
            // All work is done on this thread, one thing after the other, so that a picture never catches a page
            // half-way.
            Shell shell = new Shell(
                    Wiring.services(bench, words, TaskRunner.direct(), Runnable::run),
                    new Shell.Surroundings(
                            NOWHERE, settings -> {}, address -> {}, folder -> {}, (name, folder) -> null));
            Scene scene = Picture.scene(shell.root(), request.width(), request.height());
            Theme theme = new Theme(scene);
            theme.choose(Settings.Theme.valueOf(request.theme().toUpperCase(Locale.ROOT)), request.textPercent());
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            shell.model().since().set(request.since());
            shell.model().asOf().set(request.asOf());
            shell.model().open();
            shell.model().page().set(page);
            var _ = Picture.take(scene).whenComplete((taken, error) -> {
                theme.dispose();
                shell.dispose();
                stage.close();
                if (error != null) {
                    image.completeExceptionally(error);
                } else {
                    image.complete(taken);
                }
            });
        } catch (RuntimeException | Error e) {
            image.completeExceptionally(e);
        }
    }

    private static final Exits NOWHERE = new Exits() {
        @Override
        public void connect() {}

        @Override
        public void leaveDemo() {}
    };
}
