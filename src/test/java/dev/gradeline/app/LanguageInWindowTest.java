package dev.gradeline.app;

import static dev.gradeline.app.TwoOrganisations.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.settings.Settings;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The language is chosen in the settings by keyboard, holds at once, and is remembered. */
@Timeout(180)
class LanguageInWindowTest {
    @TempDir
    private Path folder;

    @Test
    void theWindowSpeaksTheChosenLanguageAtOnce() throws Exception {
        Locale process = Locale.getDefault();
        try (TwoOrganisations api = new TwoOrganisations()) {
            Computer mine = new Computer(folder, api.baseUrl());
            mine.add("northwind", "Northwind Health", NORTHWIND);
            try (LiveWindow window = mine.window()) {
                window.awaitText(".big-number", "49");
                window.shortcut(KeyCode.COMMA);
                window.awaitText(".card-title", "Appearance");
                window.tabTo("#language");
                // English is what the system speaks: nothing is built anew
                window.press(KeyCode.DOWN);
                window.press(KeyCode.DOWN);

                window.awaitText(".card-title", "Darstellung");
                window.awaitFocus("#language");
                assertThat(mine.settings().current().language()).isEqualTo(Settings.Language.DE);
                assertThat(window.text("#organisation")).isEqualTo("Northwind Health");
                window.command("Übersicht");
                window.awaitText(".card-title", "Empfehlungen");
                window.awaitText(".big-number", "49");

                window.shortcut(KeyCode.COMMA);
                window.tabTo("#language");
                window.press(KeyCode.UP);
                window.awaitText(".card-title", "Appearance");
                assertThat(mine.settings().current().language()).isEqualTo(Settings.Language.EN);
                window.press(KeyCode.DOWN);
                window.awaitText(".card-title", "Darstellung");
            }
            assertThat(mine.settings().current().language()).isEqualTo(Settings.Language.DE);
        }
        assertThat(Locale.getDefault()).isEqualTo(process);
    }
}
