package dev.gradeline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.GrownDemo;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.kit.WholeTexts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In German, with text at 150 % in a small window, nothing is cut in what lies over the pages and around them. */
class GermanSheetsTest {
    @TempDir
    private Path folder;

    private final List<String> faults = new ArrayList<>();

    @Test
    void everySheetAndTheFrameAroundThePagesAreWhole() throws IOException {
        try (LiveShell live = LiveShell.smallInGerman(GrownDemo.get().copyTo(folder.resolve("data")))) {
            look(live, "frame");
            live.page.shortcut(KeyCode.K);
            look(live, "palette");
            live.page.press(KeyCode.ESCAPE);
            live.page.click(live.page.node("#keyList", Node.class));
            look(live, "keys");
            live.page.press(KeyCode.ESCAPE);
            live.page.shortcut(KeyCode.E);
            look(live, "snapshot");
            live.page.press(KeyCode.ESCAPE);
            live.page.click(live.page.node("#asOf", Node.class));
            look(live, "as-of");
            live.page.press(KeyCode.ESCAPE);
            live.page.when(
                    () -> live.shell.model().asOf().set(live.clock.instant().minusSeconds(90 * 86_400L)));
            live.page.when(() -> live.shell.model().say(live.words.of("connect.replaced", "ayliea_pk_a1b2c3d4…")));
            look(live, "banners");
            live.open(PageId.SETTINGS);
            look(live, "settings");
        }
        assertThat(faults).isEmpty();
    }

    private void look(LiveShell live, String what) throws IOException {
        live.page.picture("german-" + what);
        Fx.get(() -> WholeTexts.gravest(live.shell.root())).forEach(fault -> faults.add(what + ": " + fault));
    }
}
