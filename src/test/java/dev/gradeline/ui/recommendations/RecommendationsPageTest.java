package dev.gradeline.ui.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.PageSurroundings;
import dev.gradeline.ui.kit.ShownPage;
import dev.gradeline.ui.kit.TestPages;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The recommendation page as a person uses it. */
class RecommendationsPageTest {
    @TempDir
    private Path folder;

    private record Page(ShownPage shown, PageSurroundings around, TableView<RecommendationRow> table)
            implements AutoCloseable {
        List<String> titles() {
            return Fx.get(() ->
                    table.getItems().stream().map(RecommendationRow::title).toList());
        }

        @Override
        public void close() {
            shown.close();
        }
    }

    @SuppressWarnings("unchecked")
    private Page open(Posture posture) {
        PageSurroundings around = PageSurroundings.of(TestPages.firstVisit(posture), folder);
        ShownPage shown = ShownPage.of(
                () -> Fxml.load(
                        new RecommendationsController(new RecommendationsViewModel(around.context), around.context),
                        around.context.words()),
                714);
        return new Page(shown, around, (TableView<RecommendationRow>) shown.node("#table", TableView.class));
    }

    @Test
    void typingNarrowsTheTable() {
        try (Page page = open(Postures.northwind())) {
            assertThat(page.shown().text("count")).isEqualTo("115 of 115");
            page.shown().focus(page.shown().node("#search", Node.class));
            page.shown().write("rotate");
            assertThat(page.titles()).containsExactly("Rotate service-account credentials every 90 days");
            assertThat(page.shown().text("count")).isEqualTo("1 of 115");
            page.shown().press(KeyCode.X);
            assertThat(page.shown().isShown("placeholderClear")).isTrue();
            page.shown().click(page.shown().node("#placeholderClear", Button.class));
            assertThat(page.shown().text("count")).isEqualTo("115 of 115");
        }
    }

    @Test
    void aChipIsOpenedAndTickedByKeyboardAndStaysOpen() {
        try (Page page = open(Postures.northwind())) {
            page.shown().focus(page.shown().node("#status", Node.class));
            page.shown().press(KeyCode.SPACE);
            assertThat(page.shown().menu())
                    .containsExactly("open  (37)", "in progress  (12)", "completed  (61)", "dismissed  (5)");
            page.shown().press(KeyCode.DOWN, KeyCode.ENTER);
            assertThat(page.shown().text("status")).isEqualTo("Status: open");
            page.shown().press(KeyCode.DOWN, KeyCode.SPACE);
            assertThat(page.shown().text("status")).isEqualTo("Status: open, in progress");
            assertThat(page.shown().text("count")).isEqualTo("49 of 115");
            assertThat(page.shown().menu()).as("still open").isNotEmpty();
            page.shown().press(KeyCode.ESCAPE);
            assertThat(page.shown().menu()).isEmpty();
            page.shown().click(page.shown().node("#clear", Button.class));
            assertThat(page.shown().text("status")).isEqualTo("Status");
        }
    }

    @Test
    void theKeyboardsPlaceShowsOnChipsAndTable() {
        try (Page page = open(Postures.northwind())) {
            page.shown().focus(page.shown().node("#search", Node.class));
            for (String id : List.of("status", "framework", "category", "priority", "export", "table")) {
                page.shown().press(KeyCode.TAB);
                Region focused = page.shown().node("#" + id, Region.class);
                assertThat(focused.isFocused()).as(id).isTrue();
                assertThat(focused.isFocusVisible()).as(id).isTrue();
                page.shown().picture("recommendations-focus-" + id);
                List<BackgroundFill> fills = focused.getBackground().getFills();
                assertThat(fills.getFirst().getFill()).as(id).isEqualTo(Color.web("#1a5fa6"));
                assertThat(fills.getLast().getInsets().getTop()
                                - fills.getFirst().getInsets().getTop())
                        .as("%s: the ring's width", id)
                        .isGreaterThanOrEqualTo(2);
            }
        }
    }

    @Test
    void aHeaderSortsUpDownAndNotAtAll() {
        try (Page page = open(Postures.northwind())) {
            List<String> ayliea = page.titles();
            page.shown().clickHeader("Recommendation");
            assertThat(page.titles()).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
            assertThat(page.shown().isShown("ayliea")).isTrue();
            page.shown().clickHeader("Recommendation");
            assertThat(page.titles()).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER.reversed());
            page.shown().clickHeader("Recommendation");
            assertThat(page.titles()).isEqualTo(ayliea);
            page.shown().clickHeader("Category");
            page.shown().click(page.shown().node("#ayliea", Button.class));
            assertThat(page.titles()).isEqualTo(ayliea);
            assertThat(page.shown().isShown("ayliea")).isFalse();
        }
    }

    @Test
    void theSortIsThereAgainWhenThePageIsOpenedAgain() {
        try (Page page = open(Postures.northwind())) {
            page.shown().clickHeader("Recommendation");
        }
        try (Page page = open(Postures.northwind())) {
            assertThat(page.titles()).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        }
    }

    @Test
    void arrowsWalkThroughTheDetailsEscapeClosesEnterOpens() {
        try (Page page = open(Postures.northwind())) {
            assertThat(page.shown().isShown("detail")).isFalse();
            Fx.run(() -> page.table().getSelectionModel().select(0));
            page.shown().focus(page.shown().node("#table", Node.class));
            assertThat(page.shown().isShown("detail")).isTrue();
            assertThat(page.shown().text("title")).isEqualTo("Enforce phishing-resistant MFA for administrators");
            page.shown().press(KeyCode.DOWN);
            assertThat(page.shown().text("title")).isEqualTo("Stop sending patient records to unapproved AI tools");
            page.shown().press(KeyCode.ESCAPE);
            assertThat(page.shown().isShown("detail")).isFalse();
            page.shown().press(KeyCode.DOWN);
            assertThat(page.shown().isShown("detail")).as("closed stays closed").isFalse();
            page.shown().press(KeyCode.ENTER);
            assertThat(page.shown().isShown("detail")).isTrue();
            assertThat(page.shown().text("title")).isEqualTo("Encrypt backups of the imaging archive");
        }
    }

    @Test
    void selectingAVisibleRowDoesNotMoveTheRows() {
        try (Page page = open(Postures.northwind())) {
            page.shown().focus(page.shown().node("#table", Node.class));
            Fx.run(() -> page.table().scrollTo(40));
            WaitForAsyncUtils.waitForFxEvents();
            int first = firstVisible(page);
            Fx.run(() -> page.table().getSelectionModel().select(45));
            page.shown().press(KeyCode.DOWN, KeyCode.DOWN);
            assertThat(firstVisible(page)).isEqualTo(first);
            page.around().pages.situation.set(TestPages.firstVisit(Postures.northwind()));
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(firstVisible(page)).as("nor does a refresh").isEqualTo(first);
            assertThat(Fx.get(() -> page.table().getSelectionModel().getSelectedIndex()))
                    .isEqualTo(47);
        }
    }

    private static int firstVisible(Page page) {
        return Fx.get(() -> ((VirtualFlow<?>) page.table().lookup(".virtual-flow"))
                .getFirstVisibleCell()
                .getIndex());
    }

    @Test
    void copiesTheRow() {
        try (Page page = open(Postures.northwind())) {
            Fx.run(() -> page.table().getSelectionModel().select(1));
            page.shown().focus(page.shown().node("#table", Node.class));
            page.shown().shortcut(KeyCode.C);
            assertThat(Fx.get(() -> Clipboard.getSystemClipboard().getString()))
                    .isEqualTo("P1\tStop sending patient records to unapproved AI tools\tin progress\tAI Security\t"
                            + "Data Protection in AI\td290f1ee-6c54-4b01-90e6-d701748f0851");
        }
    }

    @Test
    void anotherOfTheCategoryOpensEvenWhereTheFilterHidesIt() {
        try (Page page = open(Postures.northwind())) {
            Fx.run(() ->
                    page.around().context.filter().set(RecommendationFilter.ALL.withStatuses(Set.of("in_progress"))));
            Fx.run(() -> page.table().getSelectionModel().select(0));
            WaitForAsyncUtils.waitForFxEvents();
            Pane neighbours = page.shown().node("#neighbours", Pane.class);
            Labeled link = (Labeled) Fx.get(() -> neighbours.getChildren().getFirst());
            page.shown().click(link);
            assertThat(page.shown().text("title")).isEqualTo(Fx.get(link::getText));
        }
    }

    @Test
    void shortColumnsAreNeverCut() {
        try (Page page = open(Postures.northwind())) {
            Fx.run(() -> page.table().getSelectionModel().select(0));
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(page.shown().isShown("detail")).isTrue();
            List<String> cut = Fx.get(() -> page.table().lookupAll(".table-cell").stream()
                    .filter(cell -> cell instanceof javafx.scene.control.TableCell<?, ?> shown
                            && shown.isTextTruncated()
                            && !Set.of("TITLE", "CATEGORY")
                                    .contains(((TableColumn<?, ?>) shown.getTableColumn()).getId()))
                    .map(cell -> ((Labeled) cell).getText())
                    .toList());
            assertThat(cut).isEmpty();
        }
    }
}
