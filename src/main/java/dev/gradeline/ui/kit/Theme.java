package dev.gradeline.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.gradeline.settings.Appearance;
import dev.gradeline.settings.Settings;
import java.net.URL;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/**
 * Light or dark, how large the text is, and whether anything moves. Follows the desktop live unless the person pinned one. One for each window;
 * JavaFX thread.
 */
public final class Theme {
    /** The size of body text at 100 %, in pixels. */
    private static final double BODY = 13;

    private final Scene scene;
    private final InvalidationListener follow = observable -> apply();
    private final ListChangeListener<Window> popups = this::windowsChanged;
    private Settings.Theme choice = Settings.Theme.SYSTEM;
    private int textPercent = 100;

    /** Does what needs no window, so that the first one need not wait for it. JavaFX thread. */
    public static void prepare() {
        Fonts.load();
    }

    public Theme(Scene scene) {
        this.scene = scene;
        Fonts.load();
        scene.getStylesheets().add(stylesheet());
        // A new root (first start, sample data) has to be dressed like the one before.
        scene.rootProperty().addListener(follow);
        Platform.getPreferences().colorSchemeProperty().addListener(follow);
        Window.getWindows().addListener(popups);
    }

    /** The program's stylesheet, for controls that bring one of their own and have to be overruled. */
    public static String stylesheet() {
        return resource("gradeline.css").toExternalForm();
    }

    /** Sets theme and text size (90 to 150 percent). */
    public void choose(Settings.Theme theme, int percent) {
        choice = theme;
        textPercent = percent;
        apply();
    }

    /** Sets whether anything may move by itself: what the stylesheet says for reduced motion holds from now on. */
    public void move(Appearance.Motion motion) {
        scene.getPreferences().setReducedMotion(motion == Appearance.Motion.REDUCED ? true : null);
    }

    /** Stops following the desktop; call when the window closes. */
    public void dispose() {
        Platform.getPreferences().colorSchemeProperty().removeListener(follow);
        scene.rootProperty().removeListener(follow);
        Window.getWindows().removeListener(popups);
    }

    /** JavaFX keeps its fonts for the whole process, and so they are read once for each. */
    private static final class Fonts {
        static {
            List.of(
                            "Inter_400Regular",
                            "Inter_500Medium",
                            "Inter_600SemiBold",
                            "Inter_700Bold",
                            "InterTabular_400Regular",
                            "InterTabular_700Bold")
                    .forEach(name -> Font.loadFont(
                            resource("/dev/gradeline/fonts/" + name + ".ttf").toExternalForm(), BODY));
        }

        private Fonts() {}

        /** They are there once this class is. */
        static void load() {}
    }

    /** A menu, a tooltip or a list is a window with a root of its own, which knows nothing of its owner's theme. */
    private void windowsChanged(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            for (Window window : change.getAddedSubList()) {
                if (window instanceof PopupWindow popup && popup.getScene() != null) {
                    dress(popup.getScene().getRoot());
                }
            }
        }
    }

    private void apply() {
        Application.setUserAgentStylesheet(
                dark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        dress(scene.getRoot());
    }

    private void dress(Parent root) {
        root.getStyleClass().remove("dark");
        if (dark()) {
            root.getStyleClass().add("dark");
        }
        root.setStyle("-fx-font-size: " + BODY * textPercent / 100 + "px;");
    }

    private boolean dark() {
        return switch (choice) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private static URL resource(String name) {
        URL url = Theme.class.getResource(name);
        if (url == null) {
            throw new IllegalStateException("missing from the program: " + name);
        }
        return url;
    }
}
