package dev.gradeline.ui.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Postures;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.PageSurroundings;
import dev.gradeline.ui.kit.ShownPage;
import dev.gradeline.ui.kit.TestPages;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the search to the rows, to the details and back. */
class TableKeysTest {
    private static final String ROTATE = "Rotate service-account credentials every 90 days";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // each test opens the page first
    private RecommendationsViewModel model;

    private ShownPage open(double width, double height, int textPercent) {
        PageSurroundings around = PageSurroundings.of(TestPages.firstVisit(Postures.northwind()), folder);
        model = Fx.get(() -> new RecommendationsViewModel(around.context));
        return ShownPage.of(
                () -> Fxml.load(new RecommendationsController(model, around.context), around.context.words()),
                width,
                height,
                textPercent);
    }

    private static boolean focused(ShownPage page, String id) {
        return Fx.get(page.node("#" + id, Node.class)::isFocused);
    }

    private String selected() {
        return Fx.get(() -> Objects.requireNonNull(model.selected().get()).title());
    }

    @Test
    void downAndEnterLeadFromTheSearchToWhatWasFound() {
        try (ShownPage page = open(1000, 714, 100)) {
            page.focus(page.node("#search", Node.class));
            page.press(KeyCode.X, KeyCode.Q, KeyCode.DOWN);
            assertThat(focused(page, "search")).as("there is nothing").isTrue();
            page.press(KeyCode.ESCAPE);
            page.write("data");
            page.press(KeyCode.DOWN);
            assertThat(focused(page, "table")).isTrue();
            assertThat(selected())
                    .isEqualTo(Fx.get(() -> model.rows().getFirst().title()));
            page.press(KeyCode.DOWN);
            assertThat(selected()).isEqualTo(Fx.get(() -> model.rows().get(1).title()));

            page.when(() -> model.grouping().set(Grouping.STATUS));
            page.focus(page.node("#search", Node.class));
            page.press(KeyCode.ENTER);
            assertThat(focused(page, "table")).isTrue();
            assertThat(selected())
                    .as("past the head")
                    .isEqualTo(Fx.get(() -> model.rows().getFirst().title()));
        }
    }

    @Test
    void escapeClosesTheDetailsFromAnywhereAndLeavesTheKeyboardWhereItIs() {
        try (ShownPage page = open(1000, 714, 100)) {
            page.when(() -> model.enter());
            page.focus(page.node("#status", Node.class));
            page.press(KeyCode.SPACE);
            assertThat(page.menu()).isNotEmpty();
            page.press(KeyCode.ESCAPE);
            assertThat(page.menu()).isEmpty();
            assertThat(page.isShown("detail")).as("the menu's own").isTrue();
            page.press(KeyCode.ESCAPE);
            assertThat(page.isShown("detail")).isFalse();
            assertThat(focused(page, "status")).isTrue();

            page.when(() -> model.detailOpen().set(true));
            page.focus(page.node("#search", Node.class));
            page.write("e");
            page.press(KeyCode.ESCAPE);
            assertThat(page.isShown("detail")).as("empties the search first").isTrue();
            page.press(KeyCode.ESCAPE);
            assertThat(page.isShown("detail")).isFalse();
            assertThat(focused(page, "search")).isTrue();
        }
    }

    @Test
    void whereTheDetailsWouldHideTheTableOneClickSelectsAndTwoOpen() {
        try (ShownPage page = open(712, 600, 150)) {
            Node row = page.nodes(".table-row-cell", TableRow.class).get(2);
            page.clickAt(30, 8, row);
            assertThat(selected()).isEqualTo(Fx.get(() -> model.rows().get(2).title()));
            assertThat(page.isShown("detail")).isFalse();
            page.doubleClickAt(30, 8, row);
            assertThat(page.isShown("detail")).isTrue();
            assertThat(page.isShown("table")).isFalse();

            page.focus(page.node("#search", Node.class));
            page.press(KeyCode.DOWN);
            assertThat(page.isShown("table")).as("back to the list").isTrue();
            assertThat(focused(page, "table")).isTrue();
        }
        try (ShownPage page = open(1000, 714, 100)) {
            page.when(() -> model.detailOpen().set(false));
            page.clickAt(30, 8, page.nodes(".table-row-cell", TableRow.class).get(2));
            assertThat(page.isShown("detail")).as("beside or below it").isTrue();
        }
    }

    @Test
    void aRowThatALetterHidIsSelectedAgainWithoutIt() {
        try (ShownPage page = open(1000, 714, 100)) {
            page.focus(page.node("#search", Node.class));
            page.write("rotate");
            page.press(KeyCode.DOWN);
            assertThat(selected()).isEqualTo(ROTATE);
            page.focus(page.node("#search", Node.class));
            page.press(KeyCode.END, KeyCode.X);
            assertThat(Fx.get(() -> model.selected().get())).isNull();
            page.press(KeyCode.BACK_SPACE);
            assertThat(selected()).isEqualTo(ROTATE);
            assertThat(Fx.get(() -> page.node("#table", TableView.class)
                            .getSelectionModel()
                            .getSelectedIndex()))
                    .isZero();

            page.press(KeyCode.X, KeyCode.ESCAPE);
            assertThat(selected()).as("with an empty search, too").isEqualTo(ROTATE);
            page.write("rotatex");
            page.when(() -> model.select(
                    Postures.northwind().recommendations().getFirst().id()));
            String other = selected();
            page.press(KeyCode.BACK_SPACE);
            assertThat(selected()).as("another was selected meanwhile").isEqualTo(other);
        }
    }
}
