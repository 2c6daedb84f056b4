package dev.gradeline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.application.PlatformImpl;
import com.sun.javafx.application.preferences.PlatformPreferences;
import dev.gradeline.settings.Appearance.Motion;
import dev.gradeline.settings.Settings;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing moves by itself where the system or the person wants that, and what moves otherwise is known. */
class MotionTest {
    private static final Path SOURCES = Path.of("src/main");

    /** What counts time or waits for a frame, and moves nothing. */
    private static final Set<String> STILL =
            Set.of("Animation", "AnimationTimer", "KeyFrame", "PauseTransition", "Timeline");

    private final Stage stage = Fx.get(Stage::new);

    @AfterEach
    void close() throws ReflectiveOperationException {
        Fx.run(stage::close);
        systemAsks(false);
    }

    /** There is no public way to say what the system would say. */
    private static void systemAsks(boolean reduced) throws ReflectiveOperationException {
        Field properties = PlatformPreferences.class.getDeclaredField("properties");
        properties.setAccessible(true);
        Object all = properties.get(PlatformImpl.getPlatformPreferences());
        Method set = all.getClass().getDeclaredMethod("setReducedMotion", boolean.class);
        set.setAccessible(true);
        Fx.get(() -> {
            set.invoke(all, reduced);
            return true;
        });
        assertThat(Fx.get(() -> Platform.getPreferences().isReducedMotion())).isEqualTo(reduced);
    }

    private void show(Node waiting, Motion motion) {
        Fx.run(() -> {
            Scene scene = new Scene(new VBox(waiting), 200, 60);
            Theme theme = new Theme(scene);
            theme.choose(Settings.Theme.LIGHT, 100);
            theme.move(motion);
            stage.setScene(scene);
            stage.show();
        });
        Fx.frames(3);
    }

    private static Node waiting(String kind) {
        return Fx.get(() -> kind.equals("bar") ? new ProgressBar() : new ProgressIndicator());
    }

    private static List<Integer> picture(Node node) {
        return Fx.get(() -> {
            WritableImage image = node.snapshot(null, null);
            return Stream.iterate(0, pixel -> pixel + 1)
                    .limit((long) (image.getWidth() * image.getHeight()))
                    .map(pixel -> image.getPixelReader()
                            .getArgb(pixel % (int) image.getWidth(), pixel / (int) image.getWidth()))
                    .toList();
        });
    }

    private static void awaitMotion(Node node) {
        List<Integer> first = picture(node);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (picture(node).equals(first)) {
            assertThat(System.nanoTime()).as("moves").isLessThan(end);
            Fx.frames(1);
        }
    }

    private static void assertStill(Node node) throws IOException {
        List<Integer> first = picture(node);
        assertThat(Set.copyOf(first)).as("something is shown").hasSizeGreaterThan(1);
        Picture.write(
                Fx.get(() -> node.snapshot(null, null)),
                PagePictures.FOLDER.resolve("still-" + node.getClass().getSimpleName() + ".png"));
        for (int i = 0; i < 5; i++) {
            Fx.frames(6);
            assertThat(picture(node)).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @CsvSource({"bar", "spinner"})
    void whatIsUnderWayMovesUnlessThePersonOrTheSystemWantsItStill(String kind) throws Exception {
        Node moving = waiting(kind);
        show(moving, Motion.SYSTEM);
        awaitMotion(moving);

        Node chosen = waiting(kind);
        show(chosen, Motion.REDUCED);
        assertStill(chosen);

        systemAsks(true);
        Node asked = waiting(kind);
        show(asked, Motion.SYSTEM);
        assertStill(asked);

        systemAsks(false);
        awaitMotion(asked);
        systemAsks(true);
        Fx.frames(3);
        assertStill(asked);
    }

    /** Whoever lets something else move decides here what becomes of it where nothing may. */
    @Test
    void nothingElseMovesByItself() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(MotionTest::isSource).toList()) {
                String text = Files.readString(file);
                Matcher used = Pattern.compile("import javafx\\.animation\\.([A-Za-z*]+);")
                        .matcher(text);
                while (used.find()) {
                    assertThat(STILL).as(file.toString()).contains(used.group(1));
                }
                assertThat(text).as("%s", file).doesNotContain("new KeyValue").doesNotContain("transition:");
            }
        }
    }

    private static boolean isSource(Path file) {
        String name = file.toString();
        return name.endsWith(".java") || name.endsWith(".css") || name.endsWith(".fxml");
    }
}
