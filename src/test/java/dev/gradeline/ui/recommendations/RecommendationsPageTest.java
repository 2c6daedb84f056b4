package dev.gradeline.ui.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.OwnNote;
import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.Recommendation;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.report.TableExport;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.PageSurroundings;
import dev.gradeline.ui.kit.PaperNotebook;
import dev.gradeline.ui.kit.ShownPage;
import dev.gradeline.ui.kit.TestPages;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The recommendation page as a person uses it. */
class RecommendationsPageTest {
    @TempDir
    private java.nio.file.Path folder;

    private record Page(
            ShownPage shown, PageSurroundings around, TableView<TableLine> table, RecommendationsViewModel model)
            implements AutoCloseable {
        List<RecommendationRow> rows() {
            return table.getItems().stream()
                    .filter(RecommendationRow.class::isInstance)
                    .map(RecommendationRow.class::cast)
                    .toList();
        }

        List<String> titles() {
            return Fx.get(() -> table.getItems().stream()
                    .filter(RecommendationRow.class::isInstance)
                    .map(line -> ((RecommendationRow) line).title())
                    .toList());
        }

        @Override
        public void close() {
            shown.close();
        }
    }

    @SuppressWarnings("unchecked")
    private Page open(Posture posture) {
        PageSurroundings around = PageSurroundings.of(TestPages.firstVisit(posture), folder);
        RecommendationsViewModel model = Fx.get(() -> new RecommendationsViewModel(around.context));
        ShownPage shown = ShownPage.of(
                () -> Fxml.load(new RecommendationsController(model, around.context), around.context.words()), 714);
        return new Page(shown, around, (TableView<TableLine>) shown.node("#table", TableView.class), model);
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
            for (String id : List.of(
                    "views",
                    "export",
                    "status",
                    "framework",
                    "category",
                    "priority",
                    "age",
                    "changed",
                    "arrange",
                    "table")) {
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
    void severalColumnsSortOneAfterTheOtherWithMouseAndKeyboardAlike() {
        List<String> byMouse;
        try (Page page = open(Postures.northwind())) {
            page.shown().clickHeader("Status");
            page.shown().shiftClickHeader("Recommendation");
            page.shown().shiftClickHeader("Recommendation");
            byMouse = page.titles();
            List<RecommendationRow> rows = Fx.get(page::rows);
            assertThat(rows)
                    .isSortedAccordingTo(Comparator.comparingInt(
                                    (RecommendationRow row) -> List.of("open", "in progress", "completed", "dismissed")
                                            .indexOf(row.status()))
                            .thenComparing(RecommendationRow::title, String.CASE_INSENSITIVE_ORDER.reversed()));
            page.shown().click(page.shown().node("#ayliea", Button.class));
        }
        try (Page page = open(Postures.northwind())) {
            page.shown().focus(page.shown().node("#arrange", Node.class));
            page.shown().press(KeyCode.SPACE);
            List<String> menu = page.shown().menu();
            // the line between them is no item
            down(page, menu.indexOf("Sort by Status") - 1);
            page.shown().press(KeyCode.ENTER);
            assertThat(page.shown().menu()).contains("Sort by Status  (1: upwards)");
            page.shown().press(KeyCode.UP, KeyCode.ENTER, KeyCode.ENTER);
            assertThat(page.shown().menu()).contains("Sort by Recommendation  (2: downwards)");
            page.shown().press(KeyCode.ESCAPE);
            assertThat(page.titles()).isEqualTo(byMouse);
        }
        try (Page page = open(Postures.northwind())) {
            assertThat(page.titles()).as("remembered").isEqualTo(byMouse);
        }
    }

    @Test
    void sortedByRankTheMenuSaysSoAndTheWayBackShows() {
        try (Page page = open(Postures.northwind())) {
            page.shown().focus(page.shown().node("#arrange", Node.class));
            page.shown().press(KeyCode.SPACE);
            assertThat(page.shown().menu()).contains("Sort by Rank");
            down(page, page.shown().menu().indexOf("Sort by Rank") - 1);
            page.shown().press(KeyCode.ENTER);
            assertThat(page.shown().menu()).contains("Sort by Rank  (1: upwards)");
            page.shown().press(KeyCode.ESCAPE);
            assertThat(page.shown().isShown("ayliea")).isTrue();
            page.shown().click(page.shown().node("#ayliea", Button.class));
            assertThat(Fx.get(() -> page.table().getSortOrder().isEmpty())).isTrue();
        }
    }

    private static void down(Page page, int item) {
        for (int i = 0; i <= item; i++) {
            page.shown().press(KeyCode.DOWN);
        }
    }

    @Test
    void groupsAreClosedAndOpenedByKeyboardAndKeepThePlace() {
        try (Page page = open(Postures.northwind())) {
            int all = page.titles().size();
            Fx.run(() -> page.model().grouping().set(Grouping.STATUS));
            page.shown().focus(page.shown().node("#table", Node.class));
            Fx.run(() -> page.table().getSelectionModel().select(0));
            assertThat(page.titles()).hasSize(all);
            assertThat(page.shown().texts("#table")).contains("open  (37)");
            page.shown().press(KeyCode.LEFT);
            assertThat(page.titles()).hasSize(all - 37);
            page.shown().press(KeyCode.DOWN, KeyCode.ENTER);
            assertThat(page.titles()).as("two are closed").hasSize(all - 37 - 12);
            page.shown().press(KeyCode.RIGHT, KeyCode.DOWN);
            assertThat(page.titles()).hasSize(all - 37);
            assertThat(Fx.get(() -> page.model().selected().get()))
                    .as("a row of the opened group")
                    .extracting(RecommendationRow::status)
                    .isEqualTo("in progress");
            assertThat(page.shown().isShown("detail")).isTrue();
            assertThat(page.shown().text("count")).as("closed rows count").isEqualTo("115 of 115");
            page.shown().shortcut(KeyCode.C);
            assertThat(Fx.get(() -> Clipboard.getSystemClipboard().getString())).contains("in progress");
        }
    }

    @Test
    void whatIsSoughtIsMarkedInTheCells() {
        try (Page page = open(Postures.northwind())) {
            assertThat(marked(page)).isZero();
            page.shown().focus(page.shown().node("#search", Node.class));
            page.shown().write("Encrypt -cloud");
            assertThat(marked(page)).isPositive();
            Fx.run(() -> page.model().choices().clear());
            page.shown().when(() -> {});
            assertThat(marked(page)).isZero();
        }
    }

    private static long marked(Page page) {
        return Fx.get(() -> page.table().lookupAll(".match").stream()
                .filter(mark -> !((Path) mark).getElements().isEmpty())
                .count());
    }

    @Test
    void whatARowShowedIsGoneWhereThereIsNoRowAnyMore() {
        try (Page page = open(Postures.northwind())) {
            page.shown().focus(page.shown().node("#search", Node.class));
            page.shown().write("rotate");
            assertThat(seen(page)).containsOnly("Rotate service-account credentials every 90 days");
            page.shown().write("x");
            assertThat(seen(page)).isEmpty();
            page.shown().click(page.shown().node("#clear", Button.class));
            assertThat(seen(page))
                    .contains("Rotate service-account credentials every 90 days")
                    .hasSizeGreaterThan(5);
        }
    }

    /** The titles that stand in the table's rows, pills and dots where there is none among them. */
    private static List<String> seen(Page page) {
        return Fx.get(() -> page.table().lookupAll(".table-row-cell").stream()
                .filter(Node::isVisible)
                .flatMap(row -> row.lookupAll(".table-cell").stream())
                .map(cell -> (Labeled) cell)
                .filter(cell -> cell.getStyleClass().contains("title")
                        ? cell.getText() != null
                        : ((javafx.scene.control.TableRow<?>) cell.getParent()).isEmpty() && shows(cell))
                .map(cell -> cell.getStyleClass().contains("title") ? cell.getText() : "something")
                .toList());
    }

    private static boolean shows(Labeled cell) {
        return cell.getText() != null
                || cell.getGraphic() != null && cell.getGraphic().isVisible();
    }

    @Test
    void agesAndChangesNarrowAndAreClearedByTheirOwnChoice() {
        try (Page page = open(Postures.northwind())) {
            page.shown().focus(page.shown().node("#age", Node.class));
            page.shown().press(KeyCode.SPACE);
            List<String> menu = page.shown().menu();
            down(page, 3);
            page.shown().press(KeyCode.ENTER);
            assertThat(page.shown().text("age")).isEqualTo("Age: over 90 days");
            String counted = menu.get(3).replaceAll(".*\\((\\d+)\\)", "$1");
            assertThat(page.shown().text("count")).isEqualTo(counted + " of 115");
            assertThat(Fx.get(page::rows)).allMatch(row -> row.ageDays() >= 90);
            page.shown().press(KeyCode.ENTER);
            assertThat(page.shown().text("count")).isEqualTo("115 of 115");
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

    /** A day's work: narrow, sort, keep the view, come back tomorrow, find it, read, take it along. */
    @Test
    void aViewThatWasKeptIsFoundAgainAfterARestart() throws Exception {
        List<String> kept;
        try (Page page = open(Postures.northwind())) {
            page.shown().focus(page.shown().node("#search", Node.class));
            page.shown().write("data -main");
            page.shown().focus(page.shown().node("#status", Node.class));
            page.shown().press(KeyCode.SPACE, KeyCode.DOWN, KeyCode.ENTER, KeyCode.DOWN, KeyCode.ENTER, KeyCode.ESCAPE);
            page.shown().clickHeader("Framework");
            page.shown().shiftClickHeader("Recommendation");
            kept = page.titles();
            assertThat(kept).hasSizeGreaterThan(3).allMatch(title -> !title.contains("main site"));
            choose(page, "Keep this view…");
            page.shown().write("Open P1");
            page.shown().press(KeyCode.ENTER);
            assertThat(page.shown().text("viewReason")).contains("Gradeline’s own");
            page.shown().shortcut(KeyCode.A);
            page.shown().write("My data");
            page.shown().press(KeyCode.ENTER);
            assertThat(page.shown().isShown("viewLine")).isFalse();
            assertThat(page.shown().text("views")).isEqualTo("View: My data");
            choose(page, "Show this view when this page opens");
        }
        try (Page page = open(Postures.northwind())) {
            assertThat(page.shown().text("views")).as("shown first").isEqualTo("View: My data");
            assertThat(page.titles()).isEqualTo(kept);
            page.shown().click(page.shown().node("#ayliea", Button.class));
            choose(page, "Open P1");
            assertThat(Fx.get(page::rows))
                    .isNotEmpty()
                    .allMatch(row -> row.priority().equals("P1") && row.status().equals("open"));
            choose(page, "My data");
            assertThat(page.titles()).as("with its sort").isEqualTo(kept);

            page.shown().focus(page.shown().node("#table", Node.class));
            Fx.run(() -> page.table().getSelectionModel().select(0));
            page.shown().press(KeyCode.DOWN);
            assertThat(page.shown().text("title")).isEqualTo(kept.get(1));
            page.shown().focus(page.shown().node("#note", Node.class));
            page.shown().held(KeyCode.ALT, KeyCode.DOWN);
            assertThat(page.shown().text("title")).isEqualTo(kept.get(2));

            Fx.run(() -> page.model().export(TableExport.Format.CSV));
            String csv = page.around().pages.asked.getLast();
            String body = csv.substring(csv.indexOf('\n') + 1);
            try (var reader = de.siegmar.fastcsv.reader.CsvReader.builder().ofNamedCsvRecord(body)) {
                assertThat(reader.stream().map(row -> row.getField("title"))).containsExactlyElementsOf(kept);
            }

            choose(page, "Rename this view…");
            page.shown().write("Mine");
            page.shown().press(KeyCode.ENTER);
            assertThat(page.shown().text("views")).isEqualTo("View: Mine");
            choose(page, "Remove this view");
            assertThat(page.shown().text("views")).isEqualTo("Views");
            page.shown().press(KeyCode.SPACE);
            assertThat(page.shown().text("views")).as("undone").isEqualTo("View: Mine");
        }
        try (Page page = open(Postures.northwind())) {
            assertThat(page.shown().text("views"))
                    .as("still first, under its new name")
                    .isEqualTo("View: Mine");
        }
    }

    /** Chooses in the menu of views. */
    private static void choose(Page page, String item) {
        MenuButton views = page.shown().node("#views", MenuButton.class);
        page.shown().focus(views);
        page.shown().press(KeyCode.SPACE);
        page.shown().press(KeyCode.ESCAPE);
        Fx.run(() -> {
            MenuItem wanted = views.getItems().stream()
                    .filter(each -> item.equals(each.getText()))
                    .findFirst()
                    .orElseThrow();
            if (wanted instanceof CheckMenuItem check) {
                // as a click does
                check.setSelected(!check.isSelected());
            }
            wanted.fire();
        });
        page.shown().when(() -> {});
    }

    @Test
    void aNoteIsKeptWhenItsFieldIsLeftAndCanBeTakenBack() {
        try (Page page = open(Postures.northwind())) {
            page.shown().focus(page.shown().node("#table", Node.class));
            Fx.run(() -> page.table().getSelectionModel().select(1));
            page.shown().focus(page.shown().node("#note", Node.class));
            page.shown().write("ask the vendor");
            page.shown().press(KeyCode.TAB);
            page.shown().write("waiting, vendor");
            page.shown().press(KeyCode.ENTER);
            PaperNotebook notebook = (PaperNotebook) page.around().pages.notebook;
            String id = "d290f1ee-6c54-4b01-90e6-d701748f0851";
            assertThat(notebook.own).containsEntry(id, OwnNote.of("ask the vendor", "waiting, vendor"));
            assertThat(page.shown().text("noteState")).isEqualTo("Kept.");
            page.shown().click(page.shown().node("#noteUndo", Button.class));
            assertThat(notebook.own).containsEntry(id, OwnNote.of("ask the vendor", ""));

            notebook.full = true;
            page.shown().focus(page.shown().node("#tags", Node.class));
            page.shown().write("lost");
            page.shown().press(KeyCode.ENTER);
            assertThat(page.shown().text("noteState"))
                    .startsWith("This could not be kept")
                    .contains("still stands here");
            assertThat(Fx.get(() -> page.shown().node("#tags", TextField.class).getText()))
                    .isEqualTo("lost, ");
            notebook.full = false;
            page.shown().focus(page.shown().node("#note", Node.class));
            assertThat(notebook.own).as("tried again").containsEntry(id, OwnNote.of("ask the vendor", "lost"));
        }
    }

    @Test
    void tagsOfOnesOwnAreFoundAndShown() {
        Posture full = Postures.northwind();
        List<Recommendation> rows = new java.util.ArrayList<>(full.recommendations());
        rows.set(3, rows.get(3).with(OwnNote.of("", "waiting")));
        try (Page page = open(RecommendationsViewModelTest.with(full, rows))) {
            page.shown().focus(page.shown().node("#search", Node.class));
            page.shown().write("tag:wait");
            assertThat(page.shown().text("count")).isEqualTo("1 of 115");
            assertThat(page.titles()).containsExactly(String.valueOf(rows.get(3).title()));
        }
    }
}
