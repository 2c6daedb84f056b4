package dev.gradeline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Pictures of a page in every dress it can wear, in {@code target/pictures}, for people to look at. With the system property
 * {@value #GALLERY} they go to that folder instead, small and in the dresses of {@link Dress}: see {@code
 * dev.gradeline.Pictures}.
 */
public final class PagePictures {
    /** The folder of the gallery; unset in tests. */
    public static final String GALLERY = "gradeline.pictures";

    static final Path FOLDER = Path.of("target", "pictures");

    private PagePictures() {}

    /** How a page is dressed in the gallery: as it is in a window of this size, without the window's frame. */
    public record Dress(Settings.Theme theme, int windowWidth, int windowHeight, int textPercent) {
        /** Every dress. */
        public static final List<Dress> ALL = Stream.of(Settings.Theme.LIGHT, Settings.Theme.DARK)
                .flatMap(theme -> Stream.of(100, 150)
                        .flatMap(text ->
                                Stream.of(new Dress(theme, 1024, 700, text), new Dress(theme, 1600, 1000, text))))
                .toList();

        /** Four of the eight, in which every pair of theme, size and text occurs. */
        public static final List<Dress> PAIRS = List.of(
                new Dress(Settings.Theme.LIGHT, 1024, 700, 100),
                new Dress(Settings.Theme.LIGHT, 1600, 1000, 150),
                new Dress(Settings.Theme.DARK, 1024, 700, 150),
                new Dress(Settings.Theme.DARK, 1600, 1000, 100));

        /** The end of a file's name: “light-1024x700-100”. */
        public String suffix() {
            return theme.name().toLowerCase(Locale.ROOT) + "-" + windowWidth + "x" + windowHeight + "-" + textPercent;
        }

        /** What the navigation leaves of the window's width. */
        double pageWidth() {
            return windowWidth - 2.08 * textPercent;
        }

        /** What the bars at top and bottom leave of the window's height. */
        double pageHeight() {
            return windowHeight - (textPercent > 100 ? 103 : 86);
        }
    }

    /** Draws a state for the gallery, if there is one; gives whether there is. */
    private static boolean gallery(String name, List<Dress> dresses, boolean wholeWindow, Supplier<Parent> page)
            throws Exception {
        String folder = System.getProperty(GALLERY);
        if (folder == null) {
            return false;
        }
        for (Dress dress : dresses) {
            Path drawn = FOLDER.resolve("gallery.png");
            Fx.picture(
                    () -> unfocused(page.get()),
                    wholeWindow ? dress.windowWidth() : dress.pageWidth(),
                    wholeWindow ? dress.windowHeight() : dress.pageHeight(),
                    dress.theme(),
                    dress.textPercent(),
                    drawn);
            SmallPng.shrink(drawn, Path.of(folder, name + "-" + dress.suffix() + ".png"));
        }
        return true;
    }

    /** What takes the whole window, in light and dark and in two sizes; it has a text size of its own. */
    public static void whole(String name, Supplier<Parent> page) throws Exception {
        List<Dress> dresses = List.of(Dress.PAIRS.getFirst(), Dress.PAIRS.getLast());
        if (!gallery(name, dresses, true, page)) {
            take(name, page, 1280, 720, Settings.Theme.LIGHT, 100);
        }
    }

    /** The page where it has least room: in the smallest window, in dark, at 150 % text. The gallery has every dress. */
    public static void all(String name, Supplier<Parent> page) throws Exception {
        if (!gallery(name, Dress.ALL, false, page)) {
            // navigation takes half as much again of 1024 pixels
            take(name, page, 712, 570, Settings.Theme.DARK, 150);
        }
    }

    /** The page in light as it is in the window of 1280×800. */
    public static void light(String name, Supplier<Parent> page) throws Exception {
        if (!gallery(name, Dress.PAIRS, false, page)) {
            take(name, page, 1072, 714, Settings.Theme.LIGHT, 100);
        }
    }

    /** The page in the narrowest window, so tall that all of it shows. */
    public static void tall(String name, int textPercent, Supplier<Parent> page) throws Exception {
        if (System.getProperty(GALLERY) == null) {
            take(name, page, 816, 1900, Settings.Theme.LIGHT, textPercent);
        }
    }

    /** In the window, navigation has the focus when a page opens. */
    private static Parent unfocused(Parent page) {
        Region elsewhere = new Region();
        elsewhere.setFocusTraversable(true);
        return new StackPane(elsewhere, page);
    }

    /** What can be said of every page in every state: its texts are whole, its controls have names and can be hit. */
    private static List<String> faults(Parent page) {
        List<String> faults = new ArrayList<>(WholeTexts.gravest(page));
        // beside it lies what has the focus meanwhile
        Parent shown = (Parent) page.getChildrenUnmodifiable().getLast();
        faults.addAll(Spoken.silent(shown));
        faults.addAll(Targets.smallAtLeastText(shown));
        return faults;
    }

    private static void take(
            String name, Supplier<Parent> page, double width, double height, Settings.Theme theme, int textPercent)
            throws Exception {
        Path file = FOLDER.resolve(name + ".png");
        Files.deleteIfExists(file);
        AtomicReference<Parent> drawn = new AtomicReference<>();
        List<String> faults = Fx.picture(
                () -> {
                    drawn.set(unfocused(page.get()));
                    return drawn.get();
                },
                width,
                height,
                theme,
                textPercent,
                file,
                () -> faults(drawn.get()));
        assertThat(file).isNotEmptyFile();
        assertThat(faults).as(name).isEmpty();
    }
}
