package dev.gradeline.ui.present;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.ManyFrameworks;
import dev.gradeline.ui.kit.TestPages;
import dev.gradeline.ui.kit.Theme;
import dev.gradeline.ui.kit.WholeTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On no screen does a slide cut a text or let it leave the screen. */
class PresentFitTest {
    @ParameterizedTest
    @CsvSource({
        "en, 1280, 720, 100",
        "en, 1920, 1080, 100",
        "en, 1024, 700, 150",
        "en, 1024, 768, 100",
        "en, 800, 1000, 100",
        "de, 1280, 720, 100",
        "de, 1024, 700, 150"
    })
    void everythingIsWhole(Locale locale, double width, double height, int textPercent) {
        List<Posture> postures =
                List.of(Postures.northwind(), ManyFrameworks.onlyFirst(), ManyFrameworks.of(20), Postures.onePoint());
        for (Posture posture : postures) {
            assertThat(Fx.get(() -> faults(locale, posture, width, height, textPercent)))
                    .isEmpty();
        }
    }

    private static List<String> faults(Locale locale, Posture posture, double width, double height, int textPercent) {
        TestPages pages =
                new TestPages(TestPages.since(posture, Postures.LAST_VISIT, TestPages.northwindChanges()), locale);
        pages.remembered = TestPages.northwindChanges();
        PresentViewModel model = new PresentViewModel(pages.context(), "Northwind Health");
        StackPane root = new StackPane(Fxml.load(new PresentController(model, () -> {}), pages.words));
        Scene scene = new Scene(root, width, height);
        new Theme(scene).choose(Settings.Theme.LIGHT, textPercent);
        model.last();
        String last = model.place().get();
        model.first();
        List<String> faults = new ArrayList<>();
        while (true) {
            for (int pass = 0; pass < 3; pass++) {
                root.applyCss();
                root.layout();
            }
            WholeTexts.faults(root).forEach(fault -> faults.add(model.place().get() + ": " + fault));
            if (model.place().get().equals(last)) {
                return faults;
            }
            model.next();
        }
    }
}
