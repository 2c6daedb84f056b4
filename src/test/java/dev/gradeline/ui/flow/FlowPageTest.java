package dev.gradeline.ui.flow;

import static dev.gradeline.ui.flow.FlowPages.life;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradeline.posture.Postures;
import dev.gradeline.report.chart.FlowChart.Bar;
import dev.gradeline.ui.flow.FlowPages.Around;
import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.ShownPage;
import dev.gradeline.ui.kit.TaskRunner;
import dev.gradeline.ui.kit.TestPages;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The flow page as a person uses it. */
class FlowPageTest {
    @TempDir
    private Path folder;

    private Around around() {
        return FlowPages.around(
                folder,
                life("a", 1, "hipaa", "open 2026-10-01 completed 2026-11-03"),
                life("b", 2, "hipaa", "open 2026-10-02 dismissed 2026-11-04"),
                life("c", 3, "cis-v8", "open 2026-11-05"));
    }

    private static ShownPage open(Around around) {
        return ShownPage.of(
                () -> Fxml.load(new FlowController(new FlowViewModel(around.context)), around.context.words()), 1000);
    }

    private static List<String> ids(ShownPage page) {
        TableView<?> behind = page.node("#behind", TableView.class);
        return Fx.get(() -> behind.getItems().stream()
                .map(row -> ((FlowRow) row).course().life().id())
                .toList());
    }

    @Test
    void barsAreChosenByKeyboard() {
        try (ShownPage page = open(around())) {
            page.focus(page.node("#bars", Node.class));
            assertThat(page.focused()).startsWith("12 months: 3 opened");
            page.press(KeyCode.LEFT);
            assertThat(page.focused()).isEqualTo("Opened in November 2026 · 1");
            assertThat(ids(page)).containsExactly("c");
            page.press(KeyCode.DOWN);
            assertThat(page.focused()).isEqualTo("Completed in November 2026 · 1");
            assertThat(ids(page)).containsExactly("a");
            page.press(KeyCode.DOWN, KeyCode.DOWN);
            assertThat(page.text("heading")).isEqualTo("Dismissed in November 2026 · 1");
            page.press(KeyCode.UP, KeyCode.UP, KeyCode.LEFT);
            assertThat(page.text("heading")).isEqualTo("Opened in October 2026 · 2");
            page.press(KeyCode.HOME);
            assertThat(page.text("heading")).isEqualTo("Opened in December 2025 · 0");
            page.click(page.node("#oldest", Node.class));
            assertThat(page.text("heading")).isEqualTo("Still open, oldest first · 1");
        }
    }

    @Test
    void aBarIsChosenByMouse() {
        try (ShownPage page = open(around())) {
            FlowBars bars = page.node("#bars", FlowBars.class);
            Bar last = Objects.requireNonNull(Fx.get(bars::chart)).bars().getLast();
            double by = Fx.get(bars::scale);
            page.clickAt((last.left() + last.right()) / 2 * by, last.bottom() * by - 3, bars);
            assertThat(page.text("heading")).isEqualTo("Dismissed in November 2026 · 1");
            assertThat(ids(page)).containsExactly("b");
        }
    }

    @Test
    void monthsAndMediansAreTablesWhoseCellsExplainThemselves() {
        try (ShownPage page = open(around())) {
            page.click("Show as table");
            assertThat(page.isShown("bars")).isFalse();
            TableView<?> months = page.node("#months", TableView.class);
            page.focus(months);
            page.press(KeyCode.DOWN);
            assertThat(page.text("heading")).isEqualTo("Opened in November 2026 · 1");
            page.press(KeyCode.RIGHT);
            assertThat(page.text("heading")).isEqualTo("Completed in November 2026 · 1");

            TableView<?> medians = page.node("#medians", TableView.class);
            page.focus(medians);
            page.press(KeyCode.DOWN, KeyCode.DOWN);
            assertThat(page.text("heading")).isEqualTo("P1: closed since 1 December 2025, longest open first · 1");
            assertThat(ids(page)).containsExactly("a");
            page.click("By framework");
            assertThat(page.texts("#medians")).contains("HIPAA", "33 days");
        }
    }

    @Test
    void aHistoryThatFailsLaterIsToldOverTheNumbersAndInTheirPlaceAtAnotherDate() {
        Around around = around();
        try (ShownPage page = open(around)) {
            around.lives = asOf -> {
                throw new IllegalStateException("the file is gone");
            };
            page.when(() -> around.pages.pages.situation.set(TestPages.firstVisit(Postures.northwindEarlier())));
            assertThat(page.isShown("notice")).isTrue();
            assertThat(page.texts("#notice")).anyMatch(text -> text.contains("from before"));
            assertThat(page.isShown("details")).isTrue();
            page.when(() -> around.pages.pages.situation.set(FlowPages.past(around.pages.pages.situation.get())));
            assertThat(page.isShown("details")).isFalse();
            assertThat(page.isShown("notice")).isFalse();
            assertThat(page.text("empty")).endsWith("the file is gone");
        }
    }

    @ParameterizedTest
    @CsvSource({"1072, 714, 100, false", "1072, 714, 100, true", "712, 570, 150, false", "712, 570, 150, true"})
    void titlesCanBeReadAndDaysAreWholeInTheListBehindAFigure(
            double width, double height, int percent, boolean closed) {
        Around around = new Around(folder, TaskRunner.direct(), asOf -> FlowPages.busy(asOf, 400));
        FlowViewModel model = new FlowViewModel(around.context);
        try (ShownPage page = ShownPage.of(
                () -> Fxml.load(new FlowController(model), around.context.words()), width, height, percent)) {
            page.when(() -> model.figure().set(new Figure.DaysOpen(FlowBy.PRIORITY, true, null, null, closed)));
            TableView<?> behind = page.node("#behind", TableView.class);
            double em = 13 * percent / 100.0;
            List<? extends TableColumn<?, ?>> columns = Fx.get(() -> List.copyOf(behind.getVisibleLeafColumns()));
            assertThat(columns).extracting(TableColumn::getId).contains("TITLE").endsWith("DAYS");
            double title = columns.stream()
                    .filter(column -> column.getId().equals("TITLE"))
                    .mapToDouble(TableColumn::getWidth)
                    .findFirst()
                    .orElseThrow();
            assertThat(title / em).isGreaterThanOrEqualTo(18);
            double room = Fx.get(
                    () -> behind.lookup(".clipped-container").getLayoutBounds().getWidth());
            assertThat(columns.stream().mapToDouble(TableColumn::getWidth).sum())
                    .as("nothing lies under the scroll bar, or beside it")
                    .isCloseTo(room, within(1.5));
            List<String> cut = Fx.get(() -> behind.lookupAll(".table-cell").stream()
                    .map(node -> (TableCell<?, ?>) node)
                    .filter(cell -> cell.isVisible()
                            && cell.isTextTruncated()
                            && !cell.getTableColumn().getId().equals("TITLE"))
                    .map(cell -> cell.getText())
                    .toList());
            assertThat(cut).isEmpty();
        }
    }

    @Test
    void theMonthsTableExplainsItsColumnsAndCutsNoNote() {
        Around around = new Around(folder, TaskRunner.direct(), asOf -> FlowPages.busy(asOf, 400));
        FlowViewModel model = new FlowViewModel(around.context);
        try (ShownPage page =
                ShownPage.of(() -> Fxml.load(new FlowController(model), around.context.words()), 1072, 900, 100)) {
            page.when(() -> model.range().set(FlowRange.ALL));
            page.click("Show as table");
            TableView<?> months = page.node("#months", TableView.class);
            page.when(() -> months.scrollTo(months.getItems().size() - 1));
            List<String> cut = Fx.get(() -> months.lookupAll(".table-cell").stream()
                    .map(node -> (TableCell<?, ?>) node)
                    .filter(cell -> cell.isVisible() && cell.isTextTruncated())
                    .map(cell -> cell.getText())
                    .toList());
            assertThat(cut).isEmpty();
            assertThat(page.texts("#months")).contains("not read 2 Mar – 4 May", "Left", "Back");
            Label left = Fx.get(() -> months.lookupAll(".column-header .label .label").stream()
                    .map(Label.class::cast)
                    .filter(label -> label.getText().equals("Left"))
                    .findFirst()
                    .orElseThrow());
            assertThat(left.getAccessibleText()).startsWith("Left, No longer listed");
            page.moveTo(4, 4, left);
            assertThat(Fx.get(() -> left.getTooltip().getText())).contains("neither completed nor dismissed");
        }
    }

    @Test
    void enterLeadsToTheRecommendation() {
        Around around = around();
        try (ShownPage page = open(around)) {
            TableView<?> behind = page.node("#behind", TableView.class);
            page.focus(behind);
            page.when(() -> behind.getSelectionModel().select(0));
            page.press(KeyCode.ENTER);
            assertThat(around.pages.pages.asked.getLast()).isEqualTo("recommendation c");
        }
    }
}
