package dev.gradeline.app;

import dev.gradeline.settings.Settings.WindowPlace;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;

/**
 * The screens that there are now, and where on them a window belongs that was placed when there were others. JavaFX thread.
 *
 * @param areas what windows may cover of each screen, in screen units, the primary one first; empty while all
 *     are unplugged, never when a window opens
 * @param changes tells when they change
 */
record Screens(Supplier<List<Rectangle2D>> areas, Observable changes) {
    /** What a window manager may lay beyond a screen's edge of a window that is whole: its shadow and its invisible frame. */
    private static final double BEYOND = 16;

    /** Those of this computer, as they come and go. */
    static Screens ofSystem() {
        return new Screens(
                () -> Stream.concat(Stream.ofNullable(Screen.getPrimary()), Screen.getScreens().stream())
                        .distinct()
                        .map(Screen::getVisualBounds)
                        .toList(),
                Screen.getScreens());
    }

    /**
     * Where a window is wholly in sight: where it was, when all of it is on screens, and otherwise on the one that shows most of
     * it, no larger than that; on the primary one when none shows any.
     *
     * @return null where the place is none, such as that of a window that was never shown
     */
    @Nullable WindowPlace fit(WindowPlace place) {
        List<Double> numbers = List.of(place.x(), place.y(), place.width(), place.height());
        if (!numbers.stream().allMatch(Double::isFinite) || place.width() <= 0 || place.height() <= 0) {
            return null;
        }
        List<Rectangle2D> screens = areas.get();
        if (screens.isEmpty() || isWhole(place, screens)) {
            return place;
        }
        Rectangle2D screen = of(place);
        double width = Math.min(place.width(), screen.getWidth());
        double height = Math.min(place.height(), screen.getHeight());
        return new WindowPlace(
                Math.clamp(place.x(), screen.getMinX(), screen.getMaxX() - width),
                Math.clamp(place.y(), screen.getMinY(), screen.getMaxY() - height),
                width,
                height,
                place.maximized());
    }

    /** The screen that shows most of a place, or the primary one. */
    Rectangle2D of(WindowPlace place) {
        List<Rectangle2D> screens = areas.get();
        Rectangle2D most = screens.stream()
                .max(Comparator.comparingDouble(screen -> shown(place, 0, screen)))
                .orElseThrow();
        return shown(place, 0, most) > 0 ? most : screens.getFirst();
    }

    /** Also across several; its title bar is then in sight, too. */
    private static boolean isWhole(WindowPlace place, List<Rectangle2D> screens) {
        double shown = screens.stream()
                .mapToDouble(screen -> shown(place, BEYOND, screen))
                .sum();
        double whole = Math.max(0, place.width() - 2 * BEYOND) * Math.max(0, place.height() - 2 * BEYOND);
        boolean barInSight = screens.stream()
                .anyMatch(screen -> place.y() + BEYOND >= screen.getMinY()
                        && place.y() < screen.getMaxY()
                        && place.x() + place.width() > screen.getMinX()
                        && place.x() < screen.getMaxX());
        return barInSight && shown >= whole - 1;
    }

    /** How much of a place a screen shows, in square units, without its outermost edge. */
    private static double shown(WindowPlace place, double edge, Rectangle2D screen) {
        double width = Math.min(place.x() + place.width() - edge, screen.getMaxX())
                - Math.max(place.x() + edge, screen.getMinX());
        double height = Math.min(place.y() + place.height() - edge, screen.getMaxY())
                - Math.max(place.y() + edge, screen.getMinY());
        return width <= 0 || height <= 0 ? 0 : width * height;
    }
}
