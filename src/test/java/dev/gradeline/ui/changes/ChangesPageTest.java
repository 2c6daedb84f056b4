package dev.gradeline.ui.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ui.kit.Fx;
import dev.gradeline.ui.kit.Fxml;
import dev.gradeline.ui.kit.ShownPage;
import dev.gradeline.ui.kit.TestPages;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChangesPageTest {
    private final TestPages pages = new TestPages(TestPages.northwind());
    private final ShownPage page = ShownPage.of(
            () -> Fxml.load(new ChangesController(new ChangesViewModel(pages.context())), pages.words), 900);

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void showsWhatChangedDayByDay() {
        assertThat(page.texts(".change-list"))
                .containsSubsequence(
                        "15 November 2026",
                        "AI Security rose from 66 to 72 — still C",
                        "10:20",
                        "14 November 2026",
                        "6 changes",
                        "Platforms & figures · 5",
                        "New platform: Cursor",
                        "Recommendations · 1",
                        "9 November 2026",
                        "1 change",
                        "iso-27001 has not been assessed for 90 days");
        assertThat(page.texts()).contains("11 changes", "last visit · 8 Nov", "Grades & scores · 2");
    }

    @Test
    void typingNarrowsAndClearingBringsAllBack() {
        page.click(page.node(".search", TextField.class));
        page.write("jasper");
        assertThat(page.texts()).contains("1 of 11 changes", "Platform gone: Jasper", "Grades & scores · 0");
        assertThat(page.texts(".change-list")).doesNotContain("New platform: Cursor");
        page.write("xyz");
        assertThat(page.texts()).contains("No change matches", "Clear filters");
        assertThat(export().isDisabled()).isTrue();
        page.click("Clear filters");
        assertThat(page.texts()).contains("11 changes").doesNotContain("No change matches");
        assertThat(export().isDisabled()).isFalse();
    }

    @Test
    void theSearchIsEmptiedByItsButtonAndByEscape() {
        TextField search = page.node(".search", TextField.class);
        page.click(search);
        page.write("jasper");
        page.press(KeyCode.ESCAPE);
        assertThat(search.getText()).isEmpty();
        page.write("jasper");
        page.click(page.node(".search-clear", Button.class));
        assertThat(search.getText()).isEmpty();
        assertThat(search.isFocused()).isTrue();
        assertThat(page.texts()).contains("11 changes");
    }

    @Test
    void theDaysShowWhenTheyAreWanted() {
        pages.remembered = TestPages.northwindChanges();
        assertThat(page.isShown("first")).isFalse();
        page.click("Dates…");
        assertThat(page.isShown("first")).isTrue();
        assertThat(page.node("#first", DatePicker.class).getValue()).isEqualTo(LocalDate.of(2026, 11, 8));
        assertThat(page.focused()).isEqualTo("From a day");
        page.click("last visit · 8 Nov");
        assertThat(page.isShown("first")).isFalse();
    }

    @Test
    void aKindNarrows() {
        page.click("Recommendations · 4");
        assertThat(page.texts()).contains("4 of 11 changes");
        assertThat(page.texts(".change-list")).doesNotContain("New platform: Cursor");
        page.click("Recommendations · 4");
        assertThat(page.texts()).contains("11 changes");
    }

    @Test
    void aKindIsTickedByKeyboard() {
        page.focus(page.node("#kinds", MenuButton.class));
        page.press(KeyCode.SPACE, KeyCode.DOWN, KeyCode.ENTER, KeyCode.ESCAPE);
        assertThat(page.texts()).contains("Kind: Completed", "4 of 11 changes");
        page.click("Recommendations · 4");
        page.click(page.node(".search", TextField.class));
        page.write("jasper");
        page.click("Clear filters");
        assertThat(page.texts()).contains("Kind", "11 changes");
    }

    @Test
    void anotherStartIsReadAndStaysChosen() {
        page.click("30 days");
        assertThat(pages.asked).containsExactly("changes 2026-10-24T06:40:00Z 2026-11-23T06:40:00Z");
        assertThat(page.texts()).contains("Nothing has changed");
        page.click("30 days");
        assertThat(chip("30 days").isSelected()).isTrue();
        assertThat(pages.asked).hasSize(1);
    }

    @Test
    void aDayIsReadInPlaceOfAChip() {
        pages.remembered = TestPages.northwindChanges();
        DatePicker picker = page.node("#first", DatePicker.class);
        page.when(() -> picker.setValue(LocalDate.of(2026, 11, 1)));
        assertThat(pages.asked).containsExactly("changes 2026-11-01T00:00:00Z 2026-11-23T06:40:00Z");
        assertThat(chip("last visit · 8 Nov").isSelected()).isFalse();
        DatePicker last = page.node("#last", DatePicker.class);
        page.click(last.getEditor());
        page.write(last.getConverter().toString(LocalDate.of(2026, 11, 10)));
        page.press(KeyCode.ENTER);
        assertThat(pages.asked).last().isEqualTo("changes 2026-11-01T00:00:00Z 2026-11-10T23:59:59.999Z");
        page.click("last visit · 8 Nov");
        assertThat(picker.getValue()).isNull();
        assertThat(last.getValue()).isNull();
        assertThat(page.texts()).contains("11 changes");
    }

    @Test
    void aChangeOpensByClickAndByKey() {
        page.click("AI Security rose from 66 to 72 — still C");
        assertThat(pages.asked).containsExactly("trends ai-security");
        page.focus(page.node(".change-list", ListView.class));
        page.press(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(pages.asked).containsExactly("trends ai-security", "open DISCOVERY");
    }

    @Test
    void keysGoFromChangeToChangePastTheHeadings() {
        ListView<?> list = page.node(".change-list", ListView.class);
        page.focus(list);
        Set<Integer> reached = new HashSet<>();
        for (int i = 0; i < 11; i++) {
            page.press(KeyCode.DOWN);
            assertThat(selected(list)).isInstanceOf(ChangeRow.Entry.class);
            reached.add(Fx.get(() -> list.getSelectionModel().getSelectedIndex()));
        }
        assertThat(reached).as("every change").hasSize(11);
        page.press(KeyCode.DOWN);
        assertThat(selected(list)).isEqualTo(list.getItems().getLast());
        page.press(KeyCode.HOME);
        assertThat(selected(list))
                .as("below the first heading")
                .isEqualTo(list.getItems().get(1));
        page.press(KeyCode.UP);
        assertThat(selected(list)).isEqualTo(list.getItems().get(1));
        for (KeyCode key : List.of(KeyCode.PAGE_DOWN, KeyCode.PAGE_UP, KeyCode.END)) {
            page.press(key);
            assertThat(selected(list)).as(key.getName()).isInstanceOf(ChangeRow.Entry.class);
        }
    }

    private static Object selected(ListView<?> list) {
        return Fx.get(() -> list.getSelectionModel().getSelectedItem());
    }

    @Test
    void daysThatHaveNotComeCannotBePicked() {
        for (String picker : List.of("#first", "#last")) {
            DateCell cell = Fx.get(() ->
                    page.node(picker, DatePicker.class).getDayCellFactory().call(page.node(picker, DatePicker.class)));
            Fx.run(() -> cell.updateItem(LocalDate.of(2026, 11, 23), false));
            assertThat(cell.isDisabled()).as(picker + " on the day shown").isFalse();
            Fx.run(() -> cell.updateItem(LocalDate.of(2026, 11, 24), false));
            assertThat(cell.isDisabled()).as(picker + " on the day after").isTrue();
        }
    }

    @Test
    void theMenuExportsWhatIsListed() {
        page.click(page.node(".search", TextField.class));
        page.write("jasper");
        page.when(() -> export().getItems().getFirst().fire());
        assertThat(pages.asked).hasSize(1);
        assertThat(pages.asked.getFirst())
                .startsWith("save gradeline-changes-2026-11-23.csv")
                .contains("Jasper")
                .doesNotContain("Cursor");
    }

    private MenuButton export() {
        return page.node("#export", MenuButton.class);
    }

    private ToggleButton chip(String text) {
        return page.nodes(".chip", ToggleButton.class).stream()
                .filter(chip -> text.equals(chip.getText()))
                .findFirst()
                .orElseThrow();
    }
}
