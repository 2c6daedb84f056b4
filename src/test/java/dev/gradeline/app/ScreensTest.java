package dev.gradeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.settings.Settings.WindowPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Monitors come and go; a window that was placed when there were others is in sight all the same. */
class ScreensTest {
    /** A laptop, with a bar at its top. */
    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 25, 1440, 875);

    private static final Rectangle2D RIGHT = new Rectangle2D(1440, 0, 1920, 1080);
    private static final Rectangle2D LEFT = new Rectangle2D(-1920, -200, 1920, 1080);
    private static final Rectangle2D SMALL = new Rectangle2D(0, 0, 1024, 700);

    private static WindowPlace fit(WindowPlace place, Rectangle2D... screens) {
        return Objects.requireNonNull(new Screens(() -> List.of(screens), new SimpleObjectProperty<>()).fit(place));
    }

    private static WindowPlace at(double x, double y) {
        return new WindowPlace(x, y, 1280, 800, false);
    }

    @Test
    void whatIsInSightStaysWhereItIs() {
        assertThat(fit(at(100, 60), LAPTOP)).isEqualTo(at(100, 60));
        assertThat(fit(at(1700, 100), LAPTOP, RIGHT)).isEqualTo(at(1700, 100));
        assertThat(fit(at(-1800, -150), LAPTOP, LEFT))
                .as("left of the primary one, and higher")
                .isEqualTo(at(-1800, -150));
        assertThat(fit(at(800, 60), LAPTOP, RIGHT)).as("across two").isEqualTo(at(800, 60));
        assertThat(fit(at(-8, 17), LAPTOP)).as("its invisible frame beyond").isEqualTo(at(-8, 17));
    }

    @Test
    void aWindowOnAMonitorThatIsGoneComesToThePrimaryOne() {
        assertThat(fit(at(1700, 100), LAPTOP)).isEqualTo(at(160, 100));
        assertThat(fit(at(-1800, -150), LAPTOP)).isEqualTo(at(0, 25));
        assertThat(fit(at(1e9, -1e9), LAPTOP, RIGHT)).isEqualTo(at(160, 25));
    }

    @Test
    void whatIsPartlyInSightComesWhollyToTheScreenThatShowsMost() {
        assertThat(fit(at(900, 300), LAPTOP)).isEqualTo(at(160, 100));
        assertThat(fit(at(1000, 500), LAPTOP, RIGHT))
                .as("below the laptop, and more of it on the right")
                .isEqualTo(at(1440, 280));
    }

    @Test
    void aTitleBarAboveTheTopComesDown() {
        assertThat(fit(at(100, -60), LAPTOP)).isEqualTo(at(100, 25));
    }

    @Test
    void aWindowLargerThanTheScreenThatIsLeftIsMadeSmaller() {
        assertThat(fit(new WindowPlace(1500, 20, 1800, 1000, false), SMALL))
                .isEqualTo(new WindowPlace(0, 0, 1024, 700, false));
        assertThat(fit(new WindowPlace(-1900, 20, 1800, 600, false), SMALL))
                .isEqualTo(new WindowPlace(0, 20, 1024, 600, false));
    }

    @Test
    void aMaximizedWindowStaysMaximized() {
        WindowPlace whole = new WindowPlace(1440, 0, 1920, 1080, true);
        assertThat(fit(whole, LAPTOP, RIGHT)).isEqualTo(whole);
        assertThat(fit(whole, LAPTOP)).isEqualTo(new WindowPlace(0, 25, 1440, 875, true));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoPlaceIsNone(double number) {
        Screens screens = new Screens(() -> List.of(LAPTOP), new SimpleObjectProperty<>());
        assertThat(screens.fit(at(number, 0))).isNull();
        assertThat(screens.fit(at(0, number))).isNull();
        assertThat(screens.fit(new WindowPlace(0, 0, number, 800, false))).isNull();
        assertThat(screens.fit(new WindowPlace(0, 0, 1280, number, true))).isNull();
        assertThat(screens.fit(new WindowPlace(0, 0, 0, 800, false))).isNull();
    }

    @Test
    void withoutAnyScreenNothingMoves() {
        assertThat(new Screens(List::of, new SimpleObjectProperty<>()).fit(at(5, 5)))
                .isEqualTo(at(5, 5));
    }

    /** Whatever the screens and wherever it was, the title bar can be taken hold of, and nothing moves twice. */
    @Test
    void anyWindowCanBeReachedOnAnyScreens() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            List<Rectangle2D> screens = new ArrayList<>();
            double x = random.nextInt(4000) - 2000;
            for (int count = 1 + random.nextInt(3); count > 0; count--) {
                Rectangle2D screen = new Rectangle2D(
                        x, random.nextInt(400) - 200, 800 + random.nextInt(2000), 600 + random.nextInt(1000));
                screens.add(screen);
                x = screen.getMaxX();
            }
            WindowPlace place = new WindowPlace(
                    random.nextInt(12000) - 6000,
                    random.nextInt(6000) - 3000,
                    100 + random.nextInt(3000),
                    100 + random.nextInt(2000),
                    random.nextBoolean());
            Rectangle2D[] all = screens.toArray(Rectangle2D[]::new);
            WindowPlace fit = fit(place, all);
            double middle = fit.x() + fit.width() / 2;
            assertThat(screens)
                    .as("seed %s: %s on %s", seed, fit, screens)
                    .anyMatch(screen -> screen.getMinX() <= middle
                            && middle <= screen.getMaxX()
                            && screen.getMinY() - 16 <= fit.y()
                            && fit.y() <= screen.getMaxY() - Math.min(fit.height(), 16));
            assertThat(fit(fit, all)).as("seed %s", seed).isEqualTo(fit);
        }
    }
}
