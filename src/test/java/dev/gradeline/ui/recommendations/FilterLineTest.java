package dev.gradeline.ui.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Posture;
import dev.gradeline.posture.Postures;
import dev.gradeline.posture.RecommendationFilter;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.PageSurroundings;
import dev.gradeline.ui.kit.ShownPage;
import dev.gradeline.ui.kit.Situation;
import dev.gradeline.ui.kit.TestPages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Active filters and where they are cleared, and the page where there is little room. */
class FilterLineTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // each test opens the page first
    private RecommendationsViewModel model;

    @SuppressWarnings("NullAway.Init")
    private PageSurroundings around;

    private ShownPage open(double width, double height, int textPercent) {
        around = PageSurroundings.of(TestPages.firstVisit(Postures.northwind()), folder);
        model = Fx.get(() -> new RecommendationsViewModel(around.context));
        return ShownPage.of(
                () -> Fxml.load(new RecommendationsController(model, around.context), around.context.words()),
                width,
                height,
                textPercent);
    }

    /** As in a window of 1024 by 700 pixels with text of 150 %. */
    private ShownPage narrow() {
        return open(712, 600, 150);
    }

    private static boolean focused(ShownPage page, String id) {
        return Fx.get(page.node("#" + id, Node.class)::isFocused);
    }

    @Test
    void eachActiveFilterIsClearedByItsOwnCross() {
        try (ShownPage page = open(1000, 714, 100)) {
            assertThat(page.isShown("statusClear")).isFalse();
            page.when(() -> {
                model.choices().toggleStatus("open");
                model.choices().toggleFramework("hipaa");
                model.choices().togglePriority("2");
                model.choices().toggleTime(true, "AGE_OVER_30");
            });
            assertThat(page.text("status")).isEqualTo("Status: open");
            page.click(page.node("#statusClear", Button.class));
            assertThat(page.text("status")).isEqualTo("Status");
            assertThat(page.isShown("statusClear")).isFalse();
            assertThat(page.text("framework")).as("the others stay").isEqualTo("Framework: HIPAA");

            page.focus(page.node("#framework", Node.class));
            page.press(KeyCode.TAB);
            assertThat(page.focused()).isEqualTo("Clear the filter “Framework”");
            page.picture("recommendations-focus-clear");
            page.press(KeyCode.ENTER);
            assertThat(page.text("framework")).isEqualTo("Framework");
            assertThat(focused(page, "framework"))
                    .as("the keyboard stays in its place")
                    .isTrue();

            page.focus(page.node("#priority", Node.class));
            page.press(KeyCode.DELETE);
            assertThat(page.text("priority")).isEqualTo("Priority");
            page.focus(page.node("#age", Node.class));
            page.press(KeyCode.BACK_SPACE);
            assertThat(Fx.get(() -> model.filter().get().isAll())).isTrue();
            assertThat(page.isShown("clear")).isFalse();
        }
    }

    @Test
    void tabReachesTheWayOutOfAnEmptyTable() {
        try (ShownPage page = open(1000, 714, 100)) {
            page.when(() -> model.choices().search().set("no such thing"));
            page.focus(page.node("#table", Node.class));
            page.press(KeyCode.TAB);
            assertThat(focused(page, "placeholderClear")).isTrue();
            page.press(KeyCode.SPACE);
            assertThat(page.text("count")).isEqualTo("115 of 115");
        }
    }

    @Test
    void whatFindsNoRoomIsChosenInTheMenuAndWhatIsActiveStaysInSight() {
        try (ShownPage page = narrow()) {
            assertThat(page.isShown("status")).isTrue();
            assertThat(page.isShown("changed")).isFalse();
            page.focus(page.node(".more", Node.class));
            page.press(KeyCode.SPACE);
            assertThat(page.menu()).containsExactly("Category", "Priority", "Age", "Changed");
            page.press(KeyCode.DOWN, KeyCode.RIGHT);
            page.press(KeyCode.ENTER);
            assertThat(Fx.get(() -> model.filter().get().maxPriority())).isEqualTo(1);
            page.press(KeyCode.ESCAPE, KeyCode.ESCAPE);
            assertThat(page.menu()).isEmpty();
            assertThat(page.text("priority")).isEqualTo("Priority: P1");
            assertThat(page.isShown("priority"))
                    .as("an active one goes before others")
                    .isTrue();
            page.click(page.node("#priorityClear", Button.class));
            assertThat(Fx.get(() -> model.filter().get().isAll())).isTrue();

            page.when(() -> {
                model.choices().toggleStatus("open");
                model.choices().toggleStatus("in_progress");
                model.choices().toggleCategory("Access Control");
            });
            page.click("More filters (1)");
            assertThat(page.menu()).contains("Category: Access Control");
        }
    }

    @Test
    void inANarrowTableTheTitleIsReadableAndNothingThatWasChosenIsForgotten() {
        List<String> all;
        try (ShownPage page = open(1000, 714, 100)) {
            all = columns(page);
            assertThat(all).containsExactly("PRIORITY", "TITLE", "STATUS", "FRAMEWORK", "CATEGORY", "AGE");
        }
        try (ShownPage page = narrow()) {
            assertThat(columns(page)).containsExactly("PRIORITY", "TITLE", "STATUS");
            TableView<?> table = page.node("#table", TableView.class);
            double title = Fx.get(() -> table.getVisibleLeafColumn(1).getWidth());
            assertThat(title).as("18 em").isGreaterThanOrEqualTo(18 * 19.5 - 1);
            // something that is remembered
            page.clickHeader("Status");
        }
        try (ShownPage page = open(1000, 714, 100)) {
            assertThat(columns(page)).isEqualTo(all);
        }
    }

    private static List<String> columns(ShownPage page) {
        TableView<?> table = page.node("#table", TableView.class);
        return Fx.get(() ->
                table.getVisibleLeafColumns().stream().map(TableColumn::getId).toList());
    }

    @Test
    void withoutRoomBesideTheDetailsTakeTheTablesPlaceOnceTheyAreAskedFor() {
        try (ShownPage page = narrow()) {
            TableView<?> table = page.node("#table", TableView.class);
            page.focus(table);
            page.when(() -> table.getSelectionModel().select(0));
            page.press(KeyCode.DOWN);
            assertThat(page.isShown("detail"))
                    .as("a walk through the table stays one")
                    .isFalse();
            page.press(KeyCode.ENTER);
            assertThat(page.isShown("table")).isFalse();
            assertThat(page.text("title")).isEqualTo("Stop sending patient records to unapproved AI tools");
            Fx.frames(2);
            assertThat(focused(page, "back")).isTrue();
            page.held(KeyCode.ALT, KeyCode.DOWN);
            assertThat(page.text("title")).isEqualTo("Encrypt backups of the imaging archive");
            page.press(KeyCode.TAB, KeyCode.SPACE);
            assertThat(page.text("title")).as("one up").startsWith("Stop sending");
            page.press(KeyCode.ESCAPE);
            assertThat(page.isShown("table")).isTrue();
            assertThat(page.isShown("detail")).isFalse();
            assertThat(focused(page, "table")).isTrue();
            page.press(KeyCode.ENTER);
            assertThat(page.isShown("detail")).isTrue();
            page.when(() -> model.choices().search().set("rotate"));
            assertThat(page.isShown("table"))
                    .as("who filters wants to see what is left")
                    .isTrue();
        }
    }

    @Test
    void aFilterThatOnlyFollowsTheDayLeavesWhoWritesANoteAlone() {
        try (ShownPage page = narrow()) {
            page.when(() -> {
                model.choices().toggleTime(true, "AGE_OVER_30");
                model.selection().at(model.lines().getFirst());
                model.detailOpen().set(true);
            });
            page.focus(page.node("#note", Node.class));
            RecommendationFilter before = Fx.get(() -> model.filter().get());
            page.when(() -> around.pages.situation.set(aDayLater()));
            assertThat(Fx.get(() -> model.filter().get())).isNotEqualTo(before);
            assertThat(page.isShown("detail")).isTrue();
            assertThat(focused(page, "note")).isTrue();
            page.when(() -> model.choices().toggleTime(true, "AGE_OVER_90"));
            assertThat(page.isShown("detail")).as("what the person changes").isFalse();
        }
    }

    private static Situation aDayLater() {
        Posture full = Postures.northwind();
        return TestPages.firstVisit(new Posture(
                full.asOf().plus(Duration.ofDays(1)),
                full.lastSync(),
                full.organizationId(),
                full.freshness(),
                full.standings(),
                full.recommendations(),
                full.scans(),
                full.scanReported(),
                full.openCounts()));
    }

    @Test
    void aTagOfSeveralWordsIsEndedByEnter() {
        try (ShownPage page = open(1000, 714, 100)) {
            page.when(() -> model.select(
                    Postures.northwind().recommendations().getFirst().id()));
            page.focus(page.node("#tags", Node.class));
            page.write("board meeting");
            page.press(KeyCode.ENTER);
            page.write("may");
            page.press(KeyCode.TAB);
            assertThat(Fx.get(() -> page.node("#tags", javafx.scene.control.TextField.class)
                            .getText()))
                    .isEqualTo("board meeting, may");
        }
    }
}
