package dev.gradeline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gradeline.ayliea.ApiKey;
import dev.gradeline.ayliea.AyliaClient;
import dev.gradeline.ayliea.RateLimiter;
import dev.gradeline.demo.DemoServer;
import dev.gradeline.history.History;
import dev.gradeline.keychain.KeyVault;
import dev.gradeline.posture.Outcome;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Posture;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Settings;
import dev.gradeline.settings.SettingsStore;
import dev.gradeline.sync.Synchroniser;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.FxTaskRunner;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.settings.Inert;
import dev.gradeline.words.Words;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The first synchronisation of an organisation with many recommendations, seen in the window while it goes on. */
@Timeout(60)
class FirstReadingTest {
    private static final int ALL = 350;
    private static final int HELD = 300;

    @TempDir
    Path folder;

    private final CountDownLatch lastPage = new CountDownLatch(1);
    private final Words words = new Words(Locale.UK, ZoneOffset.UTC);
    private HttpServer server;
    private ExecutorService workers;
    private AyliaClient client;
    private History history;

    @SuppressWarnings("NullAway.Init") // on the JavaFX thread, in open()
    private Shell shell;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @BeforeEach
    void open() throws IOException {
        Fx.start();
        workers = Executors.newVirtualThreadPerTaskExecutor();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/api/v1/", this::answer);
        server.start();
        InstantSource clock = InstantSource.system();
        RateLimiter limiter = RateLimiter.forAyliea(clock);
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1");
        client = new AyliaClient(base, () -> ApiKey.of(DemoServer.KEY), limiter, clock, Duration.ZERO);
        history = History.open(folder.resolve("h.db"), clock);
        Services services = new Services(
                words,
                clock,
                new SettingsStore(folder.resolve("settings.json")),
                new DataDirectory(folder),
                new Settings.Connection("test", "", base.toString()),
                false,
                true,
                history,
                new Synchroniser(client, history, clock),
                new KeyVault(new Absent(), "test", Map.of()),
                limiter,
                new FxTaskRunner(Platform::runLater),
                Platform::runLater,
                "0.0-test",
                Inert.outward(),
                Inert.diagnostics(),
                null);
        shell = Fx.get(() -> new Shell(
                services, new Shell.Surroundings(new NoExits(), s -> {}, uri -> {}, null, (name, last) -> null)));
        stage = Fx.get(() -> {
            Stage shown = new Stage();
            shown.setScene(new Scene(shell.root(), 1280, 800));
            shown.show();
            shell.model().open();
            shell.open(PageId.RECOMMENDATIONS);
            shell.model().startSync();
            return shown;
        });
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = body(exchange.getRequestURI()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String body(URI uri) throws InterruptedException {
        if (!uri.getPath().endsWith("/recommendations")) {
            return "{\"scores\": [], \"scan\": null, \"platforms\": []}";
        }
        int offset = Integer.parseInt(uri.getQuery().replaceAll(".*offset=", ""));
        if (offset == HELD) {
            lastPage.await(30, TimeUnit.SECONDS);
        }
        return IntStream.range(offset, Math.min(offset + 100, ALL))
                .mapToObj(i -> "{\"id\": \"r%d\", \"title\": \"Advice %d\", \"status\": \"open\"}".formatted(i, i))
                .collect(Collectors.joining(",", "{\"recommendations\": [", "]}"));
    }

    @AfterEach
    void close() {
        lastPage.countDown();
        shell.model().close();
        Fx.run(() -> {
            shell.dispose();
            stage.close();
        });
        client.close();
        history.close();
        server.stop(0);
        workers.close();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> Fx.get(condition));
    }

    private int rows() {
        return ((TableView<?>) shell.root().lookup("#table")).getItems().size();
    }

    private String text(String selector) {
        return ((Labeled) shell.root().lookup(selector)).getText();
    }

    private boolean canExport() {
        return !shell.root().lookup(".filter-right #export").isDisabled();
    }

    private Button cancel() {
        return shell.root().lookupAll(".notice-ways .link-button").stream()
                .filter(Node::isVisible)
                .map(Button.class::cast)
                .filter(button -> button.getText().equals("Cancel"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsTheFirstPagesWhileTheRestIsReadAndKeepsThemWhenAllAreThere() throws Exception {
        until(() -> rows() == HELD);
        assertThat(Fx.get(() -> text("#count"))).isEqualTo("300 of 300 so far");
        assertThat(Fx.get(() -> text("#syncState"))).contains("300 so far");
        assertThat(Fx.get(this::canExport)).isFalse();
        assertThat(history.posture().recommendations())
                .as("nothing is kept yet")
                .isEmpty();

        lastPage.countDown();

        until(() -> rows() == ALL && canExport());
        assertThat(Fx.get(() -> text("#count"))).isEqualTo("350 of 350");
        assertThat(history.posture().recommendations()).hasSize(ALL);
    }

    @Test
    void cancelEndsItAndKeepsNoPartOfTheAnswer() throws Exception {
        until(() -> rows() == HELD);

        Fx.run(() -> cancel().fire());

        until(() -> rows() == 0 && !shell.model().sync().running().get());
        Posture posture = history.posture();
        assertThat(posture.recommendations()).isEmpty();
        assertThat(posture.freshness(Part.RECOMMENDATIONS).outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(posture.freshness(Part.SCORES).outcome()).isEqualTo(Outcome.OK);
    }

    /** Nobody leaves in these tests. */
    private static final class NoExits implements Exits {
        @Override
        public void connect() {}

        @Override
        public void leaveDemo() {}
    }
}
