package dev.gradeline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sheet teaches keys, so each is whole. */
class KeySheetTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1280, 800, 100", "1024, 700, 150", "800, 600, 200"})
    void noKeyIsCut(double width, double height, int textPercent) throws IOException {
        try (LiveShell live = new LiveShell(folder.resolve("data"))) {
            List<String> cut = Fx.get(() -> cut(live, width, height, textPercent));
            assertThat(cut).isEmpty();
        }
    }

    @Test
    void theBarLiesOverNoKeyAndComesOnlyWhereItIsNeeded() throws IOException {
        try (LiveShell live = new LiveShell(folder.resolve("data"))) {
            Fx.run(() -> {
                StackPane roomy = sheet(live, 1280, 1100, 100);
                assertThat(bar(roomy)).as("room for all").isNull();
                StackPane narrow = sheet(live, 1024, 600, 100);
                ScrollBar bar = Objects.requireNonNull(bar(narrow));
                double left = bar.localToScene(bar.getLayoutBounds()).getMinX();
                assertThat(narrow.lookupAll(".key-cap"))
                        .allSatisfy(cap -> assertThat(
                                        cap.localToScene(cap.getLayoutBounds()).getMaxX())
                                .isLessThanOrEqualTo(left));
            });
        }
    }

    private static @Nullable ScrollBar bar(StackPane window) {
        return window.lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.VERTICAL && bar.isVisible())
                .findFirst()
                .orElse(null);
    }

    private static List<String> cut(LiveShell live, double width, double height, int textPercent) {
        StackPane window = sheet(live, width, height, textPercent);
        List<Label> caps =
                window.lookupAll(".key-cap").stream().map(Label.class::cast).toList();
        assertThat(caps).hasSizeGreaterThan(20);
        return caps.stream()
                .filter(cap -> !(cap.lookup(".text") instanceof Text text
                                && text.getText().equals(cap.getText()))
                        || cap.localToScene(cap.getLayoutBounds()).getMaxX() > width
                        || cap.getWidth() < cap.prefWidth(-1) - 1)
                .map(Label::getText)
                .toList();
    }

    private static StackPane sheet(LiveShell live, double width, double height, int textPercent) {
        StackPane window = new StackPane();
        Scene scene = new Scene(window, width, height);
        new Theme(scene).choose(Settings.Theme.LIGHT, textPercent);
        Exits nowhere = new Exits() {
            @Override
            public void connect() {}

            @Override
            public void leaveDemo() {}
        };
        ChooserSaver cancelling =
                new ChooserSaver((name, folder) -> null, live.settings, TaskRunner.direct(), live.words, text -> {});
        ShellActions actions =
                new ShellActions(live.shell.model(), cancelling, theme -> {}, nowhere, window, List::of, () -> {});
        KeySheet.toggle(window, new ShellKeys(live.shell.model(), actions, () -> {}, () -> {}), live.words);
        for (int pass = 0; pass < 4; pass++) {
            window.applyCss();
            window.layout();
        }
        return window;
    }
}
