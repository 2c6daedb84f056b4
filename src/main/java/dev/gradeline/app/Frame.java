package dev.gradeline.app;

import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.Theme;
import dev.gradeline.words.Words;
import java.io.InputStream;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The window itself: where it stands, how it is dressed, what it is called. JavaFX thread. */
final class Frame {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    /** What a title bar takes, about. */
    private static final double TITLE = 40;

    private static final double MIN_WIDTH = 900;
    private static final double MIN_HEIGHT = 600;
    /** What most task bars show. */
    private static final int ICON = 32;
    /** For title bars, switchers and docks: not before the first frame, which they would keep waiting. */
    private static final List<Integer> OTHER_ICONS = List.of(16, 64, 128, 256);

    /** How long an empty window is not worth showing. */
    private static final Duration LATE = Duration.millis(400);

    /** What the system needs to tell of all screens, and to move windows by itself, when one is plugged in or out. */
    private static final Duration SETTLING = Duration.millis(500);

    /** So many turns later, what one turn laid out has been painted as a rule. */
    private static final int TURNS = 2;

    private final PauseTransition late = new PauseTransition(LATE);
    private final Stage stage;
    private final Words words;
    private final Settings settings;
    private final Screens screens;
    private final PauseTransition settling = new PauseTransition(SETTLING);
    private final InvalidationListener screensChanged = changed -> settling.playFromStart();
    private @Nullable Theme theme;
    /** Read by whoever ends the program, when this thread answers no more. */
    private volatile Settings.@Nullable WindowPlace place;

    Frame(Stage stage, Words words, Settings settings) {
        this(stage, words, settings, Screens.ofSystem());
    }

    /** @param screens where windows may be */
    Frame(Stage stage, Words words, Settings settings, Screens screens) {
        this.stage = stage;
        this.words = words;
        this.settings = settings;
        this.screens = screens;
        settling.setOnFinished(settled -> bringBack());
    }

    Stage stage() {
        return stage;
    }

    /**
     * Makes the window, where it was last, and shows it with the first page that is placed in it, or without one when that is
     * long in coming.
     *
     * @param first what is in it as long as there is no page
     */
    void open(Parent first, Runnable closed) {
        Settings.WindowPlace last = settings.window();
        Settings.WindowPlace fit = last == null ? null : screens.fit(last);
        Rectangle2D screen = fit == null ? screens.areas().get().getFirst() : screens.of(fit);
        Scene scene =
                new Scene(first, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight() - TITLE));
        theme = new Theme(scene);
        dress(settings);
        // the style sheets are read now, while history still is, and not when its page comes
        first.applyCss();
        stage.setScene(scene);
        stage.setTitle(words.of("app.name"));
        atLeast(screen);
        icon(ICON);
        if (fit != null) {
            put(fit);
            stage.setMaximized(fit.maximized());
            place = fit;
        }
        InvalidationListener moved = o -> moved();
        for (Observable each : List.of(
                stage.xProperty(),
                stage.yProperty(),
                stage.widthProperty(),
                stage.heightProperty(),
                stage.maximizedProperty(),
                stage.showingProperty())) {
            each.addListener(moved);
        }
        screens.changes().addListener(screensChanged);
        stage.setOnCloseRequest(event -> {
            event.consume();
            closed.run();
        });
        late.setOnFinished(passed -> show());
        late.play();
    }

    private void show() {
        late.stop();
        if (theme != null && !stage.isShowing()) {
            stage.show();
            painted(() -> OTHER_ICONS.forEach(this::icon));
        }
    }

    /**
     * Has something done after what is in the window now was laid out, and left to be painted beside the next turns of the JavaFX
     * thread. Turns are counted, and not what was painted: on a slow screen the picture may come a little later.
     */
    void painted(Runnable then) {
        new AnimationTimer() {
            private int turns;

            @Override
            public void handle(long now) {
                // what a turn laid out is painted beside the next one
                if (++turns > TURNS) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }

    /** Comes before all other windows, also out of the task bar. */
    void raise() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /** What is in the window now. */
    Parent page() {
        return stage.getScene().getRoot();
    }

    /** What has the keyboard now; null for nothing. */
    @Nullable Node focused() {
        return stage.getScene().getFocusOwner();
    }

    /** Puts another page into the window. */
    void place(Parent page) {
        stage.getScene().setRoot(page);
        show();
    }

    /** Theme and text size as the settings say. */
    void dress(Settings now) {
        if (theme != null) {
            theme.choose(now.theme(), now.textPercent());
            theme.move(now.appearance().motion());
        }
    }

    private void moved() {
        if (stage.isShowing() && !stage.isIconified()) {
            place = remembered();
        }
    }

    /** Where the window is; one that fills its screen is remembered with the place that it goes back to. */
    private Settings.WindowPlace remembered() {
        Settings.WindowPlace now = place();
        Settings.WindowPlace before = place;
        return now.maximized() && before != null
                ? new Settings.WindowPlace(before.x(), before.y(), before.width(), before.height(), true)
                : now;
    }

    /** Where the window was last; null before it was anywhere. Any thread. */
    Settings.@Nullable WindowPlace lastPlace() {
        return place;
    }

    /** Closes the window; gives the place where it was, to be remembered. */
    Settings.WindowPlace close() {
        Settings.WindowPlace last = remembered();
        late.stop();
        settling.stop();
        screens.changes().removeListener(screensChanged);
        if (theme != null) {
            theme.dispose();
            theme = null;
        }
        stage.hide();
        return last;
    }

    /** A screen that goes while the window is on it must not take the window along. */
    private void bringBack() {
        if (!stage.isShowing() || stage.isIconified()) {
            return;
        }
        Settings.WindowPlace now = place();
        Settings.WindowPlace fit = screens.fit(now);
        if (fit != null && !fit.equals(now)) {
            // a window that fills its screen keeps to that one until it no longer does
            stage.setMaximized(false);
            atLeast(screens.of(fit));
            put(fit);
            stage.setMaximized(now.maximized());
        }
    }

    private Settings.WindowPlace place() {
        return new Settings.WindowPlace(
                stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    }

    private void put(Settings.WindowPlace place) {
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
    }

    /** No larger than the screen. */
    private void atLeast(Rectangle2D screen) {
        stage.setMinWidth(Math.min(MIN_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight()));
    }

    private void icon(int size) {
        InputStream png = Frame.class.getResourceAsStream("/dev/gradeline/icons/gradeline-" + size + ".png");
        if (png != null) {
            stage.getIcons().add(new Image(png));
        }
    }
}
