package dev.gradeline.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.ChartPane;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.ManyFrameworks;
import dev.gradeline.ui.kit.TestPages;
import dev.gradeline.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the room, a card never cuts its grade, its score or its framework's name. */
class FrameworkCardsFitTest {
    @ParameterizedTest
    @CsvSource({"1072, 714, 100", "816, 614, 100", "816, 614, 150", "712, 570, 150", "1072, 714, 150"})
    void gradeScoreAndNameAreWhole(double width, double height, int textPercent) {
        List<Posture> postures = List.of(
                ManyFrameworks.onlyFirst(),
                Postures.northwind(),
                ManyFrameworks.with(
                        Postures.northwind(),
                        ManyFrameworks.onlyFirst().standings().subList(0, 4)));
        for (Posture posture : postures) {
            List<String> faults = Fx.get(() -> faults(posture, width, height, textPercent));
            assertThat(faults).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"816, 614, 100, 20", "1392, 914, 100, 20", "1288, 897, 150, 20", "712, 570, 150, 6"})
    void allCardsShowTheirTrendOrNoneDoes(double width, double height, int textPercent, int count) {
        List<Boolean> drawn = Fx.get(() ->
                shown(ManyFrameworks.of(count), width, height, textPercent)
                        .lookupAll(".framework-card .sparkline")
                        .stream()
                        .map(ChartPane.class::cast)
                        .map(trend -> trend.isVisible() && !trend.shapes().isEmpty())
                        .distinct()
                        .toList());
        assertThat(drawn).hasSize(1);
    }

    private static Parent shown(Posture posture, double width, double height, int textPercent) {
        TestPages pages = new TestPages(TestPages.firstVisit(posture));
        Parent page = Fxml.load(new OverviewController(new OverviewViewModel(pages.context())), pages.words);
        StackPane root = new StackPane(page);
        Scene scene = new Scene(root, width, height);
        new Theme(scene).choose(Settings.Theme.LIGHT, textPercent);
        for (int pass = 0; pass < 3; pass++) {
            root.applyCss();
            root.layout();
        }
        return page;
    }

    private static List<String> faults(Posture posture, double width, double height, int textPercent) {
        Parent page = shown(posture, width, height, textPercent);
        List<String> faults = new ArrayList<>();
        var cards = page.lookupAll(".framework-card");
        assertThat(cards).hasSize(posture.standings().size());
        for (Node card : cards) {
            Bounds within = card.localToScene(card.getLayoutBounds());
            for (Node node : card.lookupAll(".label")) {
                if (node instanceof Label label && isShown(label)) {
                    check(label, within, faults);
                }
            }
        }
        return faults;
    }

    private static boolean isShown(Label label) {
        return label.isVisible() && !label.getText().isEmpty();
    }

    private static void check(Label label, Bounds card, List<String> faults) {
        String drawn = label.lookup(".text") instanceof Text text ? text.getText() : "";
        if (!drawn.equals(label.getText())) {
            faults.add("“" + label.getText() + "” is drawn as “" + drawn + "”");
        }
        Bounds bounds = label.localToScene(label.getLayoutBounds());
        if (bounds.getMinX() < card.getMinX() + 4
                || bounds.getMaxX() > card.getMaxX() - 4
                || bounds.getMaxY() > card.getMaxY() - 2) {
            faults.add("“" + label.getText() + "” leaves its card: " + bounds + " of " + card);
        }
    }
}
