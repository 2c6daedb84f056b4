package dev.gradeline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.GrownDemo;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.PageId;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chart leaves the program by file and by clipboard, and what fails on the way is told. */
class ChartPictureTest {
    @TempDir
    private Path folder;

    private LiveShell live;

    @BeforeEach
    void open() throws IOException {
        live = new LiveShell(GrownDemo.get().copyTo(folder.resolve("data")));
        live.open(PageId.TRENDS);
    }

    @AfterEach
    void close() {
        live.close();
    }

    private void choose(String item) {
        live.page.click("More");
        live.page.choose(item);
    }

    @Test
    void isSavedAsAPictureAndAsADrawing() {
        live.chosen = folder.resolve("chart.png");
        choose("Save chart as PNG");
        assertThat(live.page.text("messageText")).isEqualTo("Saved " + live.chosen);
        assertThat(live.chosen).isNotEmptyFile();

        live.chosen = folder.resolve("chart.svg");
        choose("Save chart as SVG");
        assertThat(live.page.text("messageText")).isEqualTo("Saved " + live.chosen);
        assertThat(live.chosen).content().startsWith("<").contains("<svg");
    }

    @Test
    void copyingSaysThatItCopied() {
        choose("Copy chart");
        assertThat(live.page.text("messageText")).startsWith("The chart is on the clipboard");
        assertThat(Fx.get(() -> Clipboard.getSystemClipboard().hasString())).isTrue();
    }

    @Test
    void aFaultIsToldWithItsDetailsOnlyForThoseWhoAsk() {
        live.page.when(() -> live.shell.model().fault(new IllegalStateException("no such key")));
        assertThat(live.page.text("messageText")).startsWith("Something went wrong in Gradeline");
        assertThat(live.page.isShown("messageDetails")).isFalse();
        live.page.click("Details");
        assertThat(live.page.text("messageDetails")).contains("no such key");
        live.page.when(() -> live.shell.model().say("Saved x"));
        assertThat(live.page.isShown("messageDetails")).isFalse();
        assertThat(live.page.isShown("messageMore")).isFalse();
    }
}
