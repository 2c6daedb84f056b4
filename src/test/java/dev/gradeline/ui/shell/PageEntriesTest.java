package dev.gradeline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.PageId;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sidebar by keyboard: what is lit is what is shown. */
class PageEntriesTest {
    @TempDir
    private Path folder;

    private static List<String> lit(LiveShell live) {
        return Fx.get(() -> live.shell.root().lookupAll(".nav-item").stream()
                .map(ToggleButton.class::cast)
                .filter(ToggleButton::isSelected)
                .map(ToggleButton::getId)
                .toList());
    }

    private static void assertFocus(LiveShell live, String id) {
        assertThat(Fx.get(() -> live.shell.root().lookup(id).isFocused()))
                .as(id)
                .isTrue();
    }

    @Test
    void theArrowsMoveTheFocusAloneAndEnterOpens() throws Exception {
        try (LiveShell live = new LiveShell(folder.resolve("data"))) {
            live.page.click(live.page.node("#nav-overview", ToggleButton.class));
            live.page.press(KeyCode.DOWN);
            live.page.press(KeyCode.DOWN);
            assertFocus(live, "#nav-recommendations");
            assertThat(lit(live)).containsExactly("nav-overview");
            assertThat(live.current()).isEqualTo(PageId.OVERVIEW);
            live.page.press(KeyCode.ENTER);
            assertThat(lit(live)).containsExactly("nav-recommendations");
            assertThat(live.current()).isEqualTo(PageId.RECOMMENDATIONS);
            live.page.press(KeyCode.UP);
            live.page.press(KeyCode.SPACE);
            assertThat(lit(live)).containsExactly("nav-trends");
            assertThat(live.current()).isEqualTo(PageId.TRENDS);
            live.page.press(KeyCode.END);
            assertFocus(live, "#nav-settings");
            assertThat(lit(live)).containsExactly("nav-trends");
        }
    }

    @Test
    void aSecondClickLeavesItLit() throws Exception {
        try (LiveShell live = new LiveShell(folder.resolve("data"))) {
            live.page.click(live.page.node("#nav-trends", ToggleButton.class));
            live.page.click(live.page.node("#nav-trends", ToggleButton.class));
            assertThat(lit(live)).containsExactly("nav-trends");
        }
    }
}
