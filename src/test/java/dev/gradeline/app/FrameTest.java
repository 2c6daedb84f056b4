package dev.gradeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.Shell;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.Fx;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static Settings.WindowPlace openAt(Settings.WindowPlace place, Stage stage) {
        return Fx.get(() -> {
            Frame opened = new Frame(stage, Shell.WORDS, Settings.DEFAULT.withWindow(place));
            opened.open(new StackPane(), () -> {});
            opened.place(new StackPane());
            Settings.WindowPlace shown = new Settings.WindowPlace(
                    stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
            // before it is painted: the Headless screen paints the scene as large as it was made
            stage.hide();
            return shown;
        });
    }

    /** The Headless screen is 1000×1000. */
    @ParameterizedTest
    @CsvSource({"2900, 120, 100, 120", "-5000, 40, 0, 40", "50, -3000, 50, 0", "60, 900, 60, 300", "30, 70, 30, 70"})
    void aWindowThatWasFarOffOpensInSight(double x, double y, double openX, double openY) {
        assertThat(openAt(new Settings.WindowPlace(x, y, 900, 700, false), stage))
                .isEqualTo(new Settings.WindowPlace(openX, openY, 900, 700, false));
    }

    @Test
    void aWindowThatIsTooLargeOpensAsLargeAsTheScreen() {
        assertThat(openAt(new Settings.WindowPlace(1800, -40, 3000, 2000, false), stage))
                .isEqualTo(new Settings.WindowPlace(0, 0, 1000, 1000, false));
        assertThat(Fx.get(stage::getMinWidth)).isEqualTo(900);
    }

    @Test
    void aPlaceThatIsNoneIsForgotten() {
        Settings.WindowPlace opened = openAt(new Settings.WindowPlace(Double.NaN, 0, 900, Double.NaN, false), stage);
        assertThat(opened.x()).isBetween(0.0, 100.0);
        assertThat(opened.width()).isEqualTo(1000);
    }

    @Test
    void aWindowThatFillsItsScreenIsRememberedWithThePlaceThatItGoesBackTo() {
        Settings.WindowPlace last = new Settings.WindowPlace(30, 70, 900, 700, true);
        Settings.WindowPlace kept = Fx.get(() -> {
            Frame opened = new Frame(stage, Shell.WORDS, Settings.DEFAULT.withWindow(last));
            opened.open(new StackPane(), () -> {});
            opened.place(new StackPane());
            return opened.close();
        });
        assertThat(kept).isEqualTo(last);
    }

    @Test
    void aMonitorThatGoesWhileTheWindowIsOnItDoesNotTakeItAlong() throws InterruptedException {
        Rectangle2D laptop = new Rectangle2D(0, 0, 500, 400);
        ObservableList<Rectangle2D> screens =
                FXCollections.observableArrayList(laptop, new Rectangle2D(500, 500, 500, 440));
        CountDownLatch back = new CountDownLatch(1);
        Frame shown = Fx.get(() -> {
            Settings.WindowPlace onTheRight = new Settings.WindowPlace(500, 520, 500, 400, false);
            Frame opened = new Frame(
                    stage,
                    Shell.WORDS,
                    Settings.DEFAULT.withWindow(onTheRight),
                    new Screens(() -> List.copyOf(screens), screens));
            opened.open(new StackPane(), () -> {});
            opened.place(new StackPane());
            assertThat(stage.getX()).isEqualTo(500);
            stage.yProperty().addListener(o -> back.countDown());
            screens.remove(1);
            return opened;
        });

        assertThat(back.await(40, TimeUnit.SECONDS)).isTrue();
        assertThat(Fx.get(() -> new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())))
                .isEqualTo(new Rectangle2D(0, 0, 500, 400));
        Fx.run(() -> {
            shown.close();
            // nobody is there any more to bring back
            screens.clear();
        });
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
