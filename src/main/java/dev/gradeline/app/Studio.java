package dev.gradeline.app;

import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.Call;
import dev.gradeline.cli.PictureRequest;
import dev.gradeline.cli.UsageException;
import dev.gradeline.cli.Workbench;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.connect.ConnectController;
import dev.gradeline.ui.connect.ConnectSteps;
import dev.gradeline.ui.connect.ConnectViewModel;
import dev.gradeline.ui.connect.KeyCheck;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.KeySight;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.kit.Picture;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.kit.Theme;
import dev.gradeline.ui.portfolio.Holdings;
import dev.gradeline.ui.shell.Exits;
import dev.gradeline.ui.shell.Shell;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

/** Draws the real pages into PNG files on JavaFX's Headless platform: no display is needed, and none is used. */
final class Studio {
    /** The page of the first start, which no navigation leads to. */
    private static final String CONNECT = "connect";

    private final Words words;

    Studio(Words words) {
        this.words = words;
    }

    /** Draws what is asked for; gives the files. Blocking; not on the JavaFX thread. */
    List<Path> draw(Workbench bench, PictureRequest request) throws IOException {
        List<String> pages = pages(request.pages());
        start();
        List<Path> files = new ArrayList<>();
        for (String page : pages) {
            CompletableFuture<WritableImage> image = new CompletableFuture<>();
            Platform.runLater(() -> pose(bench, request, page, image));
            Path file = request.folder().resolve(page + "-" + request.theme() + ".png");
            Picture.write(Waiting.join(image), file);
            files.add(file);
        }
        return List.copyOf(files);
    }

    private List<String> pages(List<String> names) {
        List<String> known = new ArrayList<>(
                List.of(PageId.values()).stream().map(PageId::id).toList());
        known.add(CONNECT);
        if (names.isEmpty()) {
            return known;
        }
        List<String> pages = new ArrayList<>();
        for (String name : names) {
            String page = name.toLowerCase(Locale.ROOT);
            if (!known.contains(page)) {
                throw new UsageException(words.of("app.page.unknown", name, String.join(", ", known)));
            }
            pages.add(page);
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

    /** What stands in the picture, and what to let go of afterwards. */
    private record Sitter(Parent root, Runnable open, Runnable leave) {}

    private void pose(Workbench bench, PictureRequest request, String page, CompletableFuture<WritableImage> image) {
        try {
            Sitter sitter = page.equals(CONNECT)
                    ? connect(bench)
                    : page(bench, request, PageId.valueOf(page.toUpperCase(Locale.ROOT)));
            Scene scene = Picture.scene(sitter.root(), request.width(), request.height());
            Theme theme = new Theme(scene);
            theme.choose(Settings.Theme.valueOf(request.theme().toUpperCase(Locale.ROOT)), request.textPercent());
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            sitter.open().run();
            var _ = Picture.take(scene).whenComplete((taken, error) -> {
                theme.dispose();
                sitter.leave().run();
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

    /** All work is done on this thread, one thing after the other, so that a picture never catches a page half-way. */
    private Sitter page(Workbench bench, PictureRequest request, PageId page) {
        Shell shell = new Shell(
                Wiring.services(bench, words, TaskRunner.direct(), Runnable::run),
                new Shell.Surroundings(
                        new Nowhere(bench), settings -> {}, address -> {}, folder -> {}, (name, folder) -> null));
        return new Sitter(
                shell.root(),
                () -> {
                    shell.model().since().set(request.since());
                    shell.model().asOf().set(request.asOf());
                    shell.model().open();
                    shell.model().page().set(page);
                },
                shell::dispose);
    }

    /** As on the first start; in the demo with its key checked, for there asking costs nobody anything. */
    private Sitter connect(Workbench bench) {
        ConnectViewModel model = new ConnectViewModel(
                words,
                bench.vault(),
                TaskRunner.direct(),
                new Asking(bench),
                bench.connection().label(),
                false);
        return new Sitter(
                Fxml.load(new ConnectController(model, words), words),
                () -> {
                    model.open();
                    String secret = bench.demo() ? bench.vault().find().secret() : null;
                    if (secret != null) {
                        model.key().set(secret);
                        model.check();
                    }
                },
                () -> {});
    }

    /** Asks the API, and takes no further step. */
    private record Asking(Workbench bench) implements ConnectSteps {
        @Override
        public KeyCheck check(ApiKey key, Call call) {
            return new KeyCheck(bench.client().probe(key, call).parts(), null);
        }

        @Override
        public void vouchFor(ApiKey key) {}

        @Override
        public KeyVault.Found keep(ApiKey key, String organisation, boolean sessionOnly) {
            return bench.vault().find();
        }

        @Override
        public KeyVault.Found keepApart(ApiKey key, String organisation, boolean sessionOnly) {
            return bench.vault().find();
        }

        @Override
        public KeyVault.Found keepFor(ApiKey key, Settings.Connection connection, boolean sessionOnly) {
            return bench.vault().find();
        }

        @Override
        public void openKept() {}

        @Override
        public void connected(String organisation) {}

        @Override
        public void back() {}

        @Override
        public void openBackup() {}

        @Override
        public void exploreSample() {}
    }

    /** Leads nowhere, and looks at what is there. */
    private record Nowhere(Workbench bench) implements Exits {
        @Override
        public Holdings holdings() {
            return new Seen(bench);
        }

        @Override
        public void connect() {}

        @Override
        public void leaveDemo() {}
    }

    /** Only the open one's key is asked for: a picture must not make a keychain prompt. */
    private record Seen(Workbench bench) implements Holdings {
        @Override
        public List<Member> members() {
            return new Homes(bench).members();
        }

        @Override
        public Map<String, KeySight> keys() {
            return Map.of(bench.connection().name(), KeySight.of(bench.vault().find()));
        }

        @Override
        public Instant now() {
            return bench.clock().instant();
        }

        @Override
        public void open(Settings.Connection connection) {}

        @Override
        public void add() {}
    }
}
