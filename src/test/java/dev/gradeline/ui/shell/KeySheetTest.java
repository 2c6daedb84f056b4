package dev.gradeline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
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

    private static List<String> cut(LiveShell live, double width, double height, int textPercent) {
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
        for (int pass = 0; pass < 3; pass++) {
            window.applyCss();
            window.layout();
        }
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
}
