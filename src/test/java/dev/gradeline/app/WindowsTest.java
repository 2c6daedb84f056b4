package dev.gradeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradeline.cli.FakeKeychain;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.cli.Shell;
import dev.gradeline.cli.UsageException;
import dev.gradeline.cli.Version;
import dev.gradeline.settings.DataDirectory;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.Fx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A start beside another one, and one that fails: who asked for a window hears of it. */
@Timeout(120)
class WindowsTest {
    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void theToolkitRuns() {
        Fx.start();
    }

    private Programs programs() {
        return new Programs(
                new Surroundings(Map.of(), new DataDirectory(folder), InstantSource.system(), FakeKeychain::new),
                Shell.WORDS);
    }

    private int start(GlobalOptions options) {
        return new Windows(
                        programs(),
                        Shell.WORDS,
                        Tongue.of(Shell.WORDS),
                        Map.of(),
                        new ToolkitStart(),
                        (settings, text, technical) -> told.add(text + "|" + technical),
                        Duration.ofSeconds(3))
                .desktop(options, null);
    }

    private static GlobalOptions connection(String name) {
        return new GlobalOptions(null, name, null, false, GlobalOptions.DEFAULT_MAX_WAIT);
    }

    private static final GlobalOptions PLAIN =
            new GlobalOptions(null, null, null, false, GlobalOptions.DEFAULT_MAX_WAIT);

    @Test
    void aSecondStartWithTheSameDataRaisesTheFirst() throws Exception {
        BlockingQueue<OneWindow.Wish> raised = new ArrayBlockingQueue<>(2);
        try (OneWindow window = ((OneWindow.Claim.First)
                        OneWindow.claim(folder, OneWindow.Wish.NONE, "0.0.1", raised::add, Duration.ofSeconds(40)))
                .window()) {
            assertThat(window).isNotNull();
            assertThat(start(connection(Programs.DEFAULT))).isZero();
            assertThat(raised.poll(40, TimeUnit.SECONDS)).isEqualTo(new OneWindow.Wish(Programs.DEFAULT, null));
            // after an upgrade the window that is open is the older one
            assertThat(raised.poll(40, TimeUnit.SECONDS)).isEqualTo(OneWindow.Wish.told(Version.current()));
        }
        assertThat(told).isEmpty();
    }

    @Test
    void aWindowThatDoesNotAnswerIsToldInOneThatDoes() throws IOException {
        try (FileChannel lock = FileChannel.open(
                        folder.resolve("window.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThat(start(PLAIN)).isEqualTo(1);
        }
        assertThat(told).containsExactly(Shell.WORDS.of("app.window.silent", folder) + "|");
    }

    @Test
    void settingsThatCannotBeReadAreToldInAWindow() throws IOException {
        Files.createDirectory(folder.resolve("settings.json"));
        assertThatThrownBy(() -> start(PLAIN)).isInstanceOf(UncheckedIOException.class);
        assertThat(told)
                .singleElement()
                .asString()
                .startsWith(Shell.WORDS.of("app.failed.files") + "|")
                .contains("IOException");
    }

    @Test
    void aBadOptionIsToldOnTheCommandLineAlone() {
        assertThatThrownBy(() -> start(connection("unknown"))).isInstanceOf(UsageException.class);
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsToldStandsInASmallWindowUntilThePersonClosesIt() throws Exception {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        Stage stage = Fx.get(Stage::new);
        Fx.run(() -> FailedStart.show(
                stage, Shell.WORDS, Settings.DEFAULT, "What is wrong.", "Details", () -> closed.complete(true)));
        assertThat(Fx.get(() -> ((Label) stage.getScene().lookup("#title")).getText()))
                .isEqualTo("Gradeline cannot start");
        assertThat(Fx.get(() -> ((Label) stage.getScene().lookup("#detail")).getText()))
                .isEqualTo("What is wrong.");
        assertThat(closed).isNotDone();
        Fx.run(() -> ((Button) stage.getScene().lookup("#button")).fire());
        assertThat(closed.get(40, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoeverWaitsHearsAtOnceThatTheWindowIsClosing() {
        CompletableFuture<Boolean> leaving = new CompletableFuture<>();
        try (LiveWindow window = new LiveWindow(programs())) {
            window.whenLeaving(() -> leaving.complete(true));
            assertThat(leaving).isNotDone();
        }
        assertThat(leaving).isCompletedWithValue(true);
    }
}
