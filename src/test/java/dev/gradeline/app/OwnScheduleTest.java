package dev.gradeline.app;

import static dev.gradeline.app.TwoOrganisations.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An organisation keeps to its own interval, and the status bar says when the next run is. */
@Timeout(180)
class OwnScheduleTest {
    @TempDir
    private Path folder;

    @Test
    void itsOwnIntervalGoesBeforeThatOfAll() throws Exception {
        try (TwoOrganisations api = new TwoOrganisations()) {
            Computer mine = new Computer(folder, api.baseUrl());
            mine.add("northwind", "Northwind Health", NORTHWIND);
            assertThat(mine.settings().current().syncMinutes()).as("of all").isZero();
            mine.settings().update(now -> now.withSyncMinutes("northwind", 60));
            try (LiveWindow window = mine.window()) {
                window.awaitTextWith("#syncNext", "in 1 h");
                window.shortcut(KeyCode.COMMA);
                window.awaitText(".card-title", "Organisations");
                window.tabTo("#schedule-northwind");
                window.press(KeyCode.UP);
                window.awaitTextWith("#syncNext", "in 30 min");
                assertThat(mine.settings().current().syncMinutes("northwind")).isEqualTo(30);
                // as fast as fingers go: none is lost
                for (int up = 0; up < 4; up++) {
                    window.press(KeyCode.UP);
                }
                window.awaitText("#schedule-northwind .list-cell", "As all (Only when asked)");
                window.awaitTextWith("#syncNext", "off");
            }
            assertThat(mine.settings().current().own().syncMinutes()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"false, F5", "true, R"})
    void aKeySynchronisesAtOnce(boolean withShortcut, KeyCode key) throws Exception {
        try (TwoOrganisations api = new TwoOrganisations()) {
            Computer mine = new Computer(folder, api.baseUrl());
            mine.add("northwind", "Northwind Health", NORTHWIND);
            try (LiveWindow window = mine.window()) {
                window.awaitTextWith("#syncNext", "off");
                int before = api.requests().size();
                if (withShortcut) {
                    window.shortcut(key);
                } else {
                    window.press(key);
                }
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
                while (api.requests().size() == before) {
                    assertThat(System.nanoTime() - end)
                            .as("nothing was asked for")
                            .isNegative();
                    Thread.onSpinWait();
                }
            }
        }
    }
}
