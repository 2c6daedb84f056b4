package dev.gradeline.ui.trends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.posture.Postures;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.ShownPage;
import dev.gradeline.ui.kit.TestPages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrendsPageTest {
    private final TestPages pages = new TestPages(TestPages.northwind());
    private final TrendsController controller = new TrendsController(new TrendsViewModel(pages.context()));
    private final ShownPage page = ShownPage.of(() -> Fxml.load(controller, pages.words));

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void showsLinesChipsAndNumbers() {
        assertThat(chips())
                .extracting(ToggleButton::getText)
                .containsExactly("AI Security", "CIS Controls v8", "HIPAA", "iso-27001", "NIST CSF 2.0");
        assertThat(chips()).allSatisfy(chip -> assertThat(chip.isSelected()).isTrue());
        assertThat(page.texts(".trend-table")).contains("vs start of range", "AI Security", "72", "+6", "+24", "48–72");
        assertThat(page.texts(".trend-table")).contains("HIPAA", "−3", "−9");
        assertThat(view().getAccessibleText()).contains("5 frameworks").contains("HIPAA: 49 now");
        assertThat(button("1 y").isSelected()).isTrue();
    }

    @Test
    void aChipHidesItsFrameworkEverywhere() {
        page.click("HIPAA");
        assertThat(rows()).extracting(TrendRow::name).doesNotContain("HIPAA").hasSize(4);
        assertThat(view().getAccessibleText()).contains("4 frameworks").doesNotContain("HIPAA");
        page.click("Show all alike");
        assertThat(rows()).hasSize(5);
        assertThat(page.texts()).doesNotContain("Show all alike");
    }

    @Test
    void withoutAnyFrameworkThePageSaysSoAndOffersTheWayBack() {
        List.of("AI Security", "CIS Controls v8", "HIPAA", "iso-27001", "NIST CSF 2.0")
                .forEach(name -> page.click(name));
        assertThat(page.texts()).contains("No framework is chosen.");
        page.click("Show all alike");
        assertThat(page.texts()).doesNotContain("No framework is chosen.");
        assertThat(rows()).hasSize(5);
    }

    @Test
    void aRangeChangesTheNumbersAndCannotBeLetGo() {
        page.click("90 d");
        assertThat(page.texts(".trend-table")).contains("66–72").doesNotContain("48–72");
        page.click("90 d");
        assertThat(button("90 d").isSelected()).isTrue();
    }

    @Test
    void theRangeFollowsTheHistoryUntilThePersonChooses() {
        page.when(() -> pages.situation.set(TestPages.firstVisit(Postures.onePoint())));
        assertThat(button("30 d").isSelected()).as("a short history").isTrue();
        page.click("90 d");
        page.when(() -> pages.situation.set(TestPages.northwind()));
        assertThat(button("90 d").isSelected()).as("chosen").isTrue();
    }

    @Test
    void arrowsTellThePointsOneByOne() {
        page.when(() -> controller.show(Postures.HIPAA));
        page.focus(view());
        assertThat(readout().isVisible()).isFalse();
        page.press(KeyCode.RIGHT);
        assertThat(page.texts(".readout")).contains("HIPAA", "D", "49/100", "3", "30 September 2026");
        page.press(KeyCode.LEFT);
        assertThat(page.texts(".readout")).contains("HIPAA", "52/100", "12 August 2026");
        page.picture("trends-readout");
        assertThat(view().getAccessibleText()).startsWith("HIPAA, grade D, 52/100");
        page.press(KeyCode.ESCAPE);
        assertThat(readout().isVisible()).isFalse();
        assertThat(view().getAccessibleText()).startsWith("Scores over time");
    }

    @Test
    void theMouseTellsThePointUnderIt() {
        page.when(() -> controller.show(Postures.HIPAA));
        page.focus(view());
        page.press(KeyCode.RIGHT);
        Node ring = page.node(".chart-focus", Node.class);
        double x = ring.getBoundsInParent().getCenterX();
        double y = ring.getBoundsInParent().getCenterY();
        page.press(KeyCode.ESCAPE);

        page.moveTo(x + 3, y + 3, view());
        assertThat(page.texts(".readout")).contains("HIPAA", "49/100");
        page.moveTo(x, y + 60, view());
        assertThat(readout().isVisible()).isFalse();
    }

    @Test
    void aRowBringsItsFrameworkToTheFrontAndEscapeLetsGo() {
        page.click(page.nodes(".trend-table .table-row-cell", Node.class).get(1));
        assertThat(table().getSelectionModel().getSelectedItem().framework()).isEqualTo(Postures.CIS);
        assertThat(page.texts()).contains("Show all alike");
        page.press(KeyCode.ESCAPE);
        assertThat(table().getSelectionModel().getSelectedItem()).isNull();
        assertThat(page.texts()).doesNotContain("Show all alike");
    }

    @Test
    void aNewSynchronisationKeepsSortAndFront() {
        page.when(() -> controller.show(Postures.NIST));
        page.when(() -> {
            var score = table().getColumns().get(2);
            table().getSortOrder().add(score);
            table().sort();
        });
        List<String> sorted = rows().stream().map(TrendRow::name).toList();
        assertThat(sorted).containsExactly("HIPAA", "AI Security", "iso-27001", "NIST CSF 2.0", "CIS Controls v8");
        page.when(() -> pages.situation.set(TestPages.firstVisit(Postures.northwindEarlier())));
        assertThat(rows()).extracting(TrendRow::name).containsExactlyElementsOf(sorted);
        assertThat(table().getSelectionModel().getSelectedItem().framework()).isEqualTo(Postures.NIST);
    }

    @Test
    void withoutScoresThePageExplainsItself() {
        page.when(() -> pages.situation.set(TestPages.firstVisit(Postures.empty())));
        assertThat(page.texts()).contains("No scores yet").doesNotContain("30 d", "Framework");
    }

    private TrendView view() {
        return page.node(".trend-view", TrendView.class);
    }

    private Node readout() {
        return page.node(".readout", Node.class);
    }

    private List<ToggleButton> chips() {
        return page.nodes(".framework-chip", ToggleButton.class);
    }

    private ToggleButton button(String text) {
        return page.nodes(".toggle-button", ToggleButton.class).stream()
                .filter(each -> text.equals(each.getText()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked") // the page has one table, of these rows
    private TableView<TrendRow> table() {
        return page.node(".trend-table", TableView.class);
    }

    private List<TrendRow> rows() {
        return table().getItems();
    }
}
