package dev.gradeline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.ShownPage;
import java.nio.file.Path;
import java.time.Duration;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** A banner with a button, below it a field; time passes when the test says so. */
class PassingMessageTest {
    private final SimpleObjectProperty<String> message = new SimpleObjectProperty<>("");
    private final SimpleObjectProperty<Boolean> good = new SimpleObjectProperty<>(false);
    private final Button dismiss = Fx.get(() -> new Button("Dismiss"));
    private final HBox banner = Fx.get(() -> new HBox(dismiss));
    private final TextField elsewhere = Fx.get(TextField::new);
    private final ShownPage page = ShownPage.of(() -> new VBox(100, banner, elsewhere), 300);
    private @Nullable Runnable waiting;

    PassingMessageTest() {
        page.focus(elsewhere);
        page.moveTo(5, 5, elsewhere);
        page.when(() -> new PassingMessage(banner, message, good, () -> message.set(""), new PassingMessage.Timer() {
            @Override
            public void start(Runnable ended) {
                waiting = ended;
            }

            @Override
            public void stop() {
                waiting = null;
            }
        }));
    }

    @AfterEach
    void close() {
        page.close();
    }

    private void tell(String text, boolean asWished) {
        page.when(() -> {
            good.set(asWished);
            message.set(text);
        });
    }

    private void timePasses() {
        page.when(() -> {
            if (waiting != null) {
                waiting.run();
            }
        });
    }

    private String shown() {
        return Fx.get(message::get);
    }

    @Test
    void whatWasDoneIsToldForAWhile() {
        tell("Saved", true);
        assertThat(shown()).isEqualTo("Saved");
        timePasses();
        assertThat(shown()).isEmpty();
        assertThat(waiting).as("nothing is left to wait for").isNull();
    }

    @Test
    void whatIsToBeHeededStays() {
        tell("The disk is full", false);
        timePasses();
        assertThat(shown()).isEqualTo("The disk is full");
        tell("Saved", true);
        tell("The disk is full", false);
        timePasses();
        assertThat(shown()).as("also where it follows what was done").isEqualTo("The disk is full");
    }

    @Test
    void itStaysUnderTheMouse() {
        tell("Saved", true);
        page.moveTo(5, 5, dismiss);
        timePasses();
        assertThat(shown()).isEqualTo("Saved");
        page.moveTo(5, 5, elsewhere);
        timePasses();
        assertThat(shown()).isEmpty();
    }

    @Test
    void itStaysWhileTheKeyboardIsOnIt() {
        tell("Saved", true);
        page.focus(dismiss);
        timePasses();
        assertThat(shown()).isEqualTo("Saved");
        page.focus(elsewhere);
        timePasses();
        assertThat(shown()).isEmpty();
    }

    @Test
    void theWindowsOwnMessageLeavesByItself(@TempDir Path folder) throws Exception {
        try (LiveShell live = new LiveShell(folder, Duration.ofMillis(1))) {
            live.page.when(() -> live.shell.model().say("Stays"));
            Fx.frames(5);
            assertThat(live.page.text("messageText")).isEqualTo("Stays");
            live.page.when(() -> live.shell.model().done("Saved"));
            WaitForAsyncUtils.waitFor(
                    40,
                    java.util.concurrent.TimeUnit.SECONDS,
                    () -> live.shell.model().message().get().isEmpty());
        }
    }
}
