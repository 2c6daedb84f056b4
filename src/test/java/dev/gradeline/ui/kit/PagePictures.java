package dev.gradeline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Pictures of a page in every dress it can wear, in {@code target/pictures}, for people to look at. */
public final class PagePictures {
    static final Path FOLDER = Path.of("target", "pictures");

    private PagePictures() {}

    /** The page as it is in the window of 1280×800: light, dark; and light at 150 % text and in the narrowest window. */
    public static void all(String name, Supplier<Parent> page) throws Exception {
        light(name, page);
        take(name + "-dark", page, 1072, 714, Settings.Theme.DARK, 100);
        take(name + "-150", page, 1072, 714, Settings.Theme.LIGHT, 150);
        take(name + "-narrow", page, 816, 614, Settings.Theme.LIGHT, 100);
        // navigation takes half as much again of 1024 pixels
        take(name + "-least", page, 712, 570, Settings.Theme.DARK, 150);
    }

    /** The page in light as it is in the window of 1280×800. */
    public static void light(String name, Supplier<Parent> page) throws Exception {
        take(name, page, 1072, 714, Settings.Theme.LIGHT, 100);
    }

    /** The page in the narrowest window, so tall that all of it shows. */
    public static void tall(String name, int textPercent, Supplier<Parent> page) throws Exception {
        take(name, page, 816, 1900, Settings.Theme.LIGHT, textPercent);
    }

    /** In the window, navigation has the focus when a page opens. */
    private static Parent unfocused(Parent page) {
        Region elsewhere = new Region();
        elsewhere.setFocusTraversable(true);
        return new StackPane(elsewhere, page);
    }

    private static void take(
            String name, Supplier<Parent> page, double width, double height, Settings.Theme theme, int textPercent)
            throws Exception {
        Path file = FOLDER.resolve(name + ".png");
        Files.deleteIfExists(file);
        Fx.picture(() -> unfocused(page.get()), width, height, theme, textPercent, file);
        assertThat(file).isNotEmptyFile();
    }
}
