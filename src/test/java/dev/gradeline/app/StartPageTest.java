package dev.gradeline.app;

import static dev.gradeline.app.TwoOrganisations.NORTHWIND;

import dev.gradeline.settings.Appearance.DateStyle;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The next start opens on the chosen page, and writes days as was chosen. */
@Timeout(180)
class StartPageTest {
    @TempDir
    private Path folder;

    @Test
    void theWindowOpensOnTheChosenPageAndWritesDaysAsChosen() throws Exception {
        try (TwoOrganisations api = new TwoOrganisations()) {
            Computer mine = new Computer(folder, api.baseUrl());
            mine.add("northwind", "Northwind Health", NORTHWIND);
            mine.settings()
                    .update(now -> now.withAppearance(
                            now.appearance().withStartPage("settings").withDateStyle(DateStyle.SHORT)));
            try (LiveWindow window = mine.window()) {
                window.awaitText(".card-title", "Appearance");
                window.tabTo("#dateStyle");
                window.press(KeyCode.UP);
                // everything is made anew, and writes the year first
                window.awaitTextWith(".form .label", "first synchronised on 20");
                window.awaitFocus("#dateStyle");
                window.awaitTextWith("#dateStyle .list-cell", "(ISO 8601)");
            }
            mine.settings().update(now -> now.withAppearance(now.appearance().withStartPage("no such page")));
            try (LiveWindow window = mine.window()) {
                window.awaitText(".big-number", "49");
            }
        }
    }
}
