package dev.gradeline.ui.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradeline.posture.DayNote;
import dev.gradeline.posture.Postures;
import dev.gradeline.report.chart.ChartShape;
import dev.gradeline.ui.kit.DayField;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.ManyFrameworks;
import dev.gradeline.ui.kit.PaperNotebook;
import dev.gradeline.ui.kit.ShownPage;
import dev.gradeline.ui.kit.TestPages;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
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
        assertThat(page.texts(".trend-table"))
                .contains("vs start\nof range", "AI Security", "72", "+6", "+20", "48", "3 points to B");
        assertThat(page.texts(".trend-table")).contains("HIPAA", "−3", "–");
        assertThat(view().getAccessibleText())
                .contains("5 frameworks")
                .contains("HIPAA: 49 (D) on 30 September 2026, from 58 on");
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
        assertThat(page.texts(".trend-table")).contains("66").doesNotContain("48");
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

    // ---- a range of one's own

    @Test
    void aRangeIsDraggedAndLetGo() {
        page.drag(200, 150, 500, 180, view());
        assertThat(button("1 y").isSelected()).isFalse();
        LocalDate from = date("from").getValue();
        LocalDate to = date("to").getValue();
        assertThat(from).isAfter(LocalDate.of(2025, 12, 1));
        assertThat(to).isBefore(LocalDate.of(2026, 9, 1)).isAfter(from.plusDays(60));
        page.picture("trends-dragged");
        page.click("Reset");
        assertThat(button("1 y").isSelected()).isTrue();
        assertThat(date("from").getValue()).isEqualTo(LocalDate.of(2025, 11, 23));
    }

    @Test
    void theStretchThatIsDraggedIsTheRange() {
        LocalDate first = dayAt(200);
        LocalDate last = dayAt(500);
        page.drag(500, 150, 200, 180, view());
        assertThat(date("from").getValue()).as("in whatever direction").isEqualTo(first);
        assertThat(date("to").getValue()).isEqualTo(last);
        assertThat(page.nodes(".chart-band", Node.class))
                .as("gone when the button is let go")
                .isEmpty();
    }

    /** What the line under the mouse tells. */
    private LocalDate dayAt(double x) {
        page.moveTo(x, 30, view());
        String told = view().getAccessibleText();
        return LocalDate.parse(
                told.substring(0, told.indexOf(':')), DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK));
    }

    @Test
    void zoomingLeavesThePointThatIsLookedAtWhereItIs() {
        page.when(() -> controller.show(Postures.HIPAA));
        page.focus(view());
        page.press(KeyCode.RIGHT, KeyCode.LEFT, KeyCode.LEFT);
        String told = view().getAccessibleText();
        double before =
                page.node(".chart-focus", Node.class).getBoundsInParent().getCenterX();
        page.press(KeyCode.PLUS);
        assertThat(view().getAccessibleText()).isEqualTo(told);
        double after = page.node(".chart-focus", Node.class).getBoundsInParent().getCenterX();
        // the names at the right end may need another width
        assertThat(after).isCloseTo(before, within(12.0));
        assertThat(date("from").getValue()).isAfter(LocalDate.of(2026, 1, 1));
        page.press(KeyCode.MINUS);
        assertThat(view().getAccessibleText()).isEqualTo(told);
    }

    @Test
    void theDaysOfARangeShowWhenTheyAreWantedAndTheWayBackHidesThem() {
        assertThat(page.texts()).doesNotContain("Reset");
        page.click("Dates…");
        assertThat(page.focused()).isEqualTo("From");
        assertThat(date("from").getValue()).as("what is shown, to begin with").isEqualTo(LocalDate.of(2025, 11, 23));
        page.click("Reset");
        assertThat(page.texts()).doesNotContain("Reset");
        assertThat(page.focused()).isEqualTo("1 y");
    }

    @Test
    void ofManyFrameworksSomeAreChipsAndAllAreInTheList() {
        page.when(() -> pages.situation.set(TestPages.firstVisit(ManyFrameworks.of(20))));
        assertThat(chips()).hasSizeBetween(3, 8);
        page.click("All 20");
        assertThat(page.menu()).hasSize(20);
        page.choose("framework-29");
        assertThat(view().getAccessibleText()).contains("19 frameworks");
    }

    @Test
    void aRangeIsMovedAndZoomedByKeys() {
        page.focus(view());
        page.press(KeyCode.PLUS);
        LocalDate zoomed = date("from").getValue();
        assertThat(zoomed).isAfter(LocalDate.of(2026, 5, 1));
        page.held(KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(date("from").getValue()).isBefore(zoomed);
        assertThat(date("to").getValue()).isBefore(LocalDate.of(2026, 11, 1));
        page.press(KeyCode.ESCAPE);
        assertThat(button("1 y").isSelected()).isTrue();
    }

    @Test
    void aRangeIsWrittenAsDates() {
        page.click("Dates…");
        page.when(() -> date("from").setValue(LocalDate.of(2026, 3, 1)));
        page.when(() -> date("to").setValue(LocalDate.of(2026, 5, 31)));
        assertThat(button("1 y").isSelected()).isFalse();
        assertThat(view().getAccessibleText()).contains("AI Security: 61 (C)", "from 52");
    }

    @Test
    void theFieldsTellTheDaysThatWereWrittenHoweverOften() {
        page.click("Dates…");
        page.when(() -> date("from").setValue(LocalDate.of(2026, 6, 1)));
        page.when(() -> date("to").setValue(LocalDate.of(2026, 6, 10)));
        for (int day = 2; day < 5; day++) {
            LocalDate from = LocalDate.of(2026, 6, day);
            page.when(() -> date("from").setValue(from));
            assertThat(date("from").getValue()).isEqualTo(from);
            assertThat(date("to").getValue()).isEqualTo(LocalDate.of(2026, 6, 10));
        }
        page.when(() -> date("to").setValue(LocalDate.of(2026, 11, 23)));
        assertThat(date("from").getValue()).isEqualTo(LocalDate.of(2026, 6, 4));
        assertThat(date("to").getValue()).isEqualTo(LocalDate.of(2026, 11, 23));
        page.when(() -> date("to").setValue(LocalDate.of(2026, 6, 1)));
        assertThat(date("from").getValue()).as("the earlier one first").isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(date("to").getValue()).isEqualTo(LocalDate.of(2026, 6, 4));
    }

    @Test
    void aDayIsWrittenAsThePageWritesItAndNonsenseIsTold() {
        page.click("Dates…");
        DayField to = page.node("#to", DayField.class);
        assertThat(to.getEditor().getText()).isEqualTo("23 Nov 2026");
        write(to, "2026-06-10");
        assertThat(to.getValue()).isEqualTo(LocalDate.of(2026, 6, 10));
        assertThat(to.getEditor().getText()).isEqualTo("10 Jun 2026");
        write(to, "soon");
        assertThat(to.trouble().get()).isEqualTo("“soon” is no day. Write it like 23 Nov 2026.");
        assertThat(to.getEditor().getText()).isEqualTo("10 Jun 2026");
        write(to, "24 Nov 2026");
        assertThat(to.trouble().get()).isEqualTo("The last day that can be chosen is 23 Nov 2026.");
        write(to, "");
        assertThat(to.getEditor().getText()).as("some day there must be").isEqualTo("10 Jun 2026");
        assertThat(to.getValue()).isEqualTo(LocalDate.of(2026, 6, 10));
    }

    private void write(DayField field, String text) {
        page.when(() -> {
            field.getEditor().requestFocus();
            field.getEditor().setText(text);
        });
        page.press(KeyCode.ENTER);
    }

    // ---- all values at a date

    @Test
    void theMouseOverThePlotTellsAllValuesOfItsDateToo() {
        page.moveTo(400, 30, view());
        assertThat(view().getAccessibleText()).contains("CIS Controls v8", "AI Security", ";");
        page.picture("trends-crosshair");
    }

    @Test
    void keysMoveTheDateLine() {
        page.focus(view());
        page.press(KeyCode.END);
        assertThat(view().getAccessibleText()).startsWith("23 November 2026: CIS Controls v8 92 A; ");
        page.shortcut(KeyCode.LEFT);
        assertThat(view().getAccessibleText()).startsWith("17 November 2026: CIS Controls v8 92 A; ");
        page.press(KeyCode.HOME);
        assertThat(view().getAccessibleText()).startsWith("23 November 2025: ");
        page.press(KeyCode.ESCAPE);
        assertThat(view().getAccessibleText()).startsWith("Scores over time");
    }

    // ---- notes, targets, two days

    @Test
    void aNoteIsWrittenAndThereWhenThePageIsOpenedAgain() {
        page.click("Add note");
        page.when(() -> date("note-day").setValue(LocalDate.of(2026, 6, 15)));
        page.write("MFA roll-out");
        page.press(KeyCode.ENTER);
        assertThat(page.texts()).contains("15 Jun · MFA roll-out").doesNotContain("Note on");
        assertThat(view().getAccessibleText()).contains("Note on 15 June 2026: MFA roll-out.");
        page.picture("trends-note");

        try (ShownPage again = ShownPage.of(
                () -> Fxml.load(new TrendsController(new TrendsViewModel(pages.context())), pages.words))) {
            assertThat(again.texts()).contains("15 Jun · MFA roll-out");
        }
    }

    @Test
    void aNoteThatCouldNotBeKeptStaysWrittenAndTheMessageGoesWithIt() {
        PaperNotebook notebook = (PaperNotebook) pages.notebook;
        notebook.full = true;
        page.click("Add note");
        page.write("MFA roll-out");
        page.press(KeyCode.ENTER);
        assertThat(page.texts()).contains("This was not kept: the disk is full. Try again.", "Note on");
        assertThat(page.node("#note-text", TextField.class).getText()).isEqualTo("MFA roll-out");
        notebook.full = false;
        page.press(KeyCode.ENTER);
        assertThat(notebook.annotations().notes()).hasSize(1);
        assertThat(page.texts()).doesNotContain("Note on").noneMatch(text -> text.startsWith("This was not kept"));
        assertThat(page.focused()).as("back where it was opened").isEqualTo("Add note");

        page.click("Set target");
        page.write("x");
        page.press(KeyCode.ENTER);
        assertThat(page.texts()).anyMatch(text -> text.startsWith("A target is a score"));
        page.press(KeyCode.ESCAPE);
        assertThat(page.texts()).noneMatch(text -> text.startsWith("A target is a score"));
        assertThat(page.focused()).isEqualTo("Set target");
    }

    @Test
    void theKeyboardsPointStaysWhenSomethingElseIsDrawn() {
        page.focus(view());
        page.when(() -> controller.show(Postures.HIPAA));
        page.press(KeyCode.RIGHT);
        page.when(() -> controller.show(Postures.AI));
        assertThat(readout().isVisible()).isTrue();
        assertThat(view().getAccessibleText()).startsWith("HIPAA, grade D, 49/100");
        page.press(KeyCode.LEFT);
        assertThat(view().getAccessibleText()).startsWith("HIPAA, grade D, 52/100");
    }

    @Test
    void aClickMovesTheNearerComparedDayAndADoubleClickOnlyResets() {
        page.click("Compare");
        LocalDate a = date("compare-a").getValue();
        page.clickAt(300, 150, view());
        LocalDate moved = date("compare-a").getValue();
        assertThat(moved).isAfter(a);
        page.drag(200, 150, 700, 180, view());
        assertThat(button("1 y").isSelected()).isFalse();
        page.doubleClickAt(250, 150, view());
        assertThat(button("1 y").isSelected()).isTrue();
        assertThat(date("compare-a").getValue()).isEqualTo(moved);
    }

    @Test
    void anotherButtonOfTheMouseChoosesNothing() {
        page.click("Compare");
        LocalDate a = date("compare-a").getValue();
        page.otherClickAt(300, 150, view());
        assertThat(date("compare-a").getValue()).isEqualTo(a);
    }

    @Test
    void theOneUnderTheMouseLetsTheOthersFade() {
        page.moveTo(5, 5, chips().getFirst());
        assertThat(view().shapes()).anyMatch(TrendsPageTest::faded);
        page.moveTo(400, 30, view());
        assertThat(view().shapes()).noneMatch(TrendsPageTest::faded);
    }

    private static boolean faded(ChartShape shape) {
        return shape instanceof ChartShape.Polyline line
                && line.width() == 1.25
                && line.stroke().role() == ChartShape.Ink.Role.MUTED;
    }

    @Test
    void thePictureIsCopiedWithItsWords() {
        more("Copy chart");
        page.when(() -> {
            assertThat(Clipboard.getSystemClipboard().hasImage()).isTrue();
            assertThat(Clipboard.getSystemClipboard().getString()).startsWith("Scores over time");
        });
    }

    @Test
    void aRemovedNoteComesBack() {
        pages.notebook.keep(new DayNote("u", LocalDate.of(2026, 6, 15), "MFA roll-out"));
        page.when(() -> pages.situation.set(TestPages.firstVisit(Postures.northwindEarlier())));
        page.click(page.node(".note-remove", Node.class));
        assertThat(page.texts()).contains("Note removed.").doesNotContain("15 Jun · MFA roll-out");
        page.click("Undo");
        assertThat(page.texts()).contains("15 Jun · MFA roll-out").doesNotContain("Note removed.");
    }

    @Test
    void aTargetIsSetAndTakenBack() {
        page.when(() -> controller.show(Postures.HIPAA));
        page.click("Set target");
        page.write("70");
        page.press(KeyCode.ENTER);
        assertThat(view().getAccessibleText()).contains("HIPAA: target 70.");
        page.picture("trends-target");
        page.click("Set target");
        page.press(KeyCode.BACK_SPACE, KeyCode.BACK_SPACE, KeyCode.DELETE, KeyCode.DELETE, KeyCode.ENTER);
        assertThat(view().getAccessibleText()).doesNotContain("target");
    }

    @Test
    void twoDaysAreComparedAndMarked() {
        page.click("Compare");
        page.when(() -> date("compare-a").setValue(LocalDate.of(2026, 1, 31)));
        assertThat(page.texts(".compare-table")).contains("AI Security", "52", "72", "+20", "HIPAA", "60", "49", "−11");
        page.picture("trends-compare");
        page.click("Compare");
        assertThat(page.isShown("compare-a")).isFalse();
    }

    // ---- from the table

    @Test
    void thePointsToTheNextGradeLeadToWhatWaits() {
        page.click("3 points to B");
        assertThat(pages.asked)
                .last()
                .asString()
                .startsWith("recommendations ")
                .contains("ai-security", "open", "in_progress");
    }

    @Test
    void theChartIsATableToo() {
        page.click("Show as table");
        assertThat(view().isVisible()).isFalse();
        PointsTable points = page.node(".points-table", PointsTable.class);
        assertThat(points.getItems()).hasSize(28);
        assertThat(points.getItems().getFirst())
                .as("the newest first")
                .extracting(
                        PointsTable.Point::framework, point -> point.change().text())
                .containsExactly("AI Security", "+6");
        page.picture("trends-as-table");
        page.click("Show as table");
        assertThat(view().isVisible()).isTrue();
    }

    @Test
    void theChartIsSavedAsSvgAndPng() {
        more("Save chart as SVG");
        assertThat(pages.asked)
                .last()
                .asString()
                .startsWith("save gradeline-trends-2026-11-23.svg\n<?xml")
                .contains("<title", "HIPAA", "<polyline");
        more("Save chart as PNG");
        assertThat(pages.asked)
                .last()
                .asString()
                .startsWith("save gradeline-trends-2026-11-23.png\n")
                .contains("PNG");
    }

    /** Chooses from the menu at the end of the tools. */
    private void more(String item) {
        page.click("More");
        page.choose(item);
    }

    private DatePicker date(String id) {
        return page.node("#" + id, DatePicker.class);
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
