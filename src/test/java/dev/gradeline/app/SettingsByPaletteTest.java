package dev.gradeline.app;

import static dev.gradeline.app.TwoOrganisations.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.cli.Shell;
import dev.gradeline.ui.settings.SettingsController;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the settings page does is found by its name in the palette, from any page. */
@Timeout(180)
class SettingsByPaletteTest {
    @TempDir
    private Path folder;

    @Test
    void cardsDiagnosticsAndTextSizeAreFoundByName() throws Exception {
        try (TwoOrganisations api = new TwoOrganisations()) {
            Computer mine = new Computer(folder.resolve("data"), api.baseUrl());
            mine.add("northwind", "Northwind Health", NORTHWIND);
            try (LiveWindow window = mine.window()) {
                window.awaitTextWith("#syncState", "Synced");
                window.command("Settings: Netw");
                window.awaitText("#title", "Settings");
                window.awaitFocus("#proxy");
                assertThat(window.allTexts(".section-link"))
                        .isEqualTo(SettingsController.SECTIONS.stream()
                                .map(key -> Shell.WORDS.of(key))
                                .toList());
                window.shortcut(KeyCode.DIGIT1);
                window.awaitText("#title", "Overview");

                mine.chooser.file = folder.resolve("help.zip");
                window.command("Save diag");
                window.awaitText("#title", "Settings");
                window.awaitText(
                        "#diagnosticsMessage", Shell.WORDS.of("settings.diagnostics.done", folder.resolve("help.zip")));
                assertThat(folder.resolve("help.zip")).isNotEmptyFile();

                window.command("Text size: 125");
                window.awaitText("#textSize .list-cell", "125%");
            }
            assertThat(mine.settings().current().textPercent()).isEqualTo(125);
        }
    }
}
