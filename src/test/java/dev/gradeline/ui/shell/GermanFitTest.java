package dev.gradeline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.kit.TestPages;
import dev.gradeline.ui.kit.Theme;
import dev.gradeline.ui.portfolio.Holdings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** German words are longer: on no page is one that names a card, or says what a button does, cut. */
class GermanFitTest {
    @ParameterizedTest
    @CsvSource({"1072, 700, 100", "712, 550, 150"})
    void namesAndButtonsAreWhole(double width, double height, int textPercent) {
        List<String> faults = Fx.get(() -> {
            List<String> found = new ArrayList<>();
            Pages pages = new Pages(
                    new TestPages(TestPages.northwind(), Locale.GERMANY).context(),
                    () -> new StackPane(),
                    Holdings.NONE);
            for (PageId id : PageId.values()) {
                StackPane root = new StackPane(pages.get(id));
                Scene scene = new Scene(root, width, height);
                new Theme(scene).choose(Settings.Theme.LIGHT, textPercent);
                for (int pass = 0; pass < 3; pass++) {
                    root.applyCss();
                    root.layout();
                }
                collect(id, root, found);
            }
            return found;
        });
        assertThat(faults).isEmpty();
    }

    /** What a table cannot show at once, it scrolls to; what it holds is told by its hints. */
    private static void collect(PageId page, Node node, List<String> faults) {
        if (!node.isVisible() || node instanceof TableView<?>) {
            return;
        }
        boolean ours = node instanceof ButtonBase
                || node.getStyleClass().contains("card-title")
                || node.getStyleClass().contains("small")
                        && node.getParent().getStyleClass().contains("figure-card");
        if (ours && node instanceof Labeled labeled && labeled.lookup(".text") instanceof Text drawn) {
            String whole = labeled.getText() == null ? "" : labeled.getText();
            if (!whole.isEmpty() && !drawn.getText().replace("\n", "").equals(whole.replace("\n", ""))) {
                faults.add(page + ": “" + whole + "” is drawn as “" + drawn.getText() + "”");
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(page, child, faults));
        }
    }
}
