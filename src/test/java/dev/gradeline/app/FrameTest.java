package dev.gradeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.Shell;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.Fx;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameTest {
    private final Stage stage = Fx.get(Stage::new);
    private final Frame frame = Fx.get(() -> new Frame(stage, Shell.WORDS, Settings.DEFAULT));

    @AfterEach
    void close() {
        Fx.run(stage::hide);
    }

    @Test
    void theWindowComesWithItsFirstPage() {
        StackPane page = new StackPane();
        boolean[] shown = Fx.get(() -> {
            frame.open(new StackPane(), () -> {});
            boolean before = stage.isShowing();
            frame.place(page);
            return new boolean[] {before, stage.isShowing()};
        });

        assertThat(shown).containsExactly(false, true);
        assertThat(Fx.get(() -> stage.getScene().getRoot())).isSameAs(page);
    }

    @Test
    void anEmptyWindowComesWhenItsFirstPageIsLong() throws InterruptedException {
        CountDownLatch shown = new CountDownLatch(1);
        Fx.run(() -> {
            stage.setOnShown(event -> shown.countDown());
            frame.open(new StackPane(), () -> {});
        });

        assertThat(shown.await(40, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aClosedWindowDoesNotComeBack() {
        Fx.run(() -> {
            frame.open(new StackPane(), () -> {});
            frame.close();
            frame.place(new StackPane());
        });

        assertThat(Fx.get(stage::isShowing)).isFalse();
    }

    @Test
    void whatComesAfterTheFirstFrameComesAfterIt() throws InterruptedException {
        CountDownLatch laidOut = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        boolean[] inTime = new boolean[1];
        Fx.run(() -> {
            frame.open(new StackPane(), () -> {});
            frame.place(new StackPane());
            stage.getScene().addPostLayoutPulseListener(laidOut::countDown);
            frame.painted(() -> {
                inTime[0] = laidOut.getCount() == 0;
                done.countDown();
            });
        });

        assertThat(done.await(40, TimeUnit.SECONDS)).isTrue();
        assertThat(inTime[0]).isTrue();
    }
}
