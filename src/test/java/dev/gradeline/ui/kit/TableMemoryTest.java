package dev.gradeline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.settings.SettingsStore;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableMemoryTest {
    @TempDir
    private Path folder;

    private SettingsStore settings;

    @BeforeEach
    void open() {
        settings = new SettingsStore(folder.resolve("settings.json"));
    }

    private record Made(TableView<String> table, ColumnWidths<String> widths, TableMemory<String> memory) {
        TableColumn<String, ?> column(String id) {
            return table.getColumns().stream()
                    .filter(column -> id.equals(column.getId()))
                    .findFirst()
                    .orElseThrow();
        }

        List<String> order() {
            return table.getColumns().stream().map(TableColumn::getId).toList();
        }

        List<String> visible() {
            return table.getVisibleLeafColumns().stream()
                    .map(TableColumn::getId)
                    .toList();
        }
    }

    /** A table of columns A, B, C and the hidden D, remembered as “t”. */
    private Made table(TaskRunner tasks, String... ids) {
        return Fx.get(() -> {
            TableView<String> table = new TableView<>();
            for (String id : ids) {
                TableColumn<String, String> column = RowCell.column(id, id, "plain", (cell, row) -> cell.showText(row));
                ColumnWidths.fixed(column, 8);
                column.setVisible(!id.equals("D"));
                table.getColumns().add(column);
            }
            table.setSortPolicy(view -> true);
            ColumnWidths<String> widths = ColumnWidths.install(table);
            return new Made(table, widths, TableMemory.install(table, widths, "t", settings, tasks));
        });
    }

    private Made table() {
        return table(TaskRunner.direct(), "A", "B", "C", "D");
    }

    private void remember(String text) {
        settings.update(current -> current.withTable("t", text));
    }

    @Test
    void orderVisibilityAndSortComeBack() {
        Made first = table();
        Fx.run(() -> {
            first.table()
                    .getColumns()
                    .setAll(List.of(first.column("C"), first.column("A"), first.column("B"), first.column("D")));
            first.column("A").setVisible(false);
            first.column("D").setVisible(true);
            first.column("B").setSortType(SortType.DESCENDING);
            first.table().getSortOrder().setAll(List.of(first.column("B")));
        });

        Made second = table();

        assertThat(second.order()).containsExactly("C", "A", "B", "D");
        assertThat(second.visible()).containsExactly("C", "B", "D");
        assertThat(second.table().getSortOrder()).containsExactly(second.column("B"));
        assertThat(second.column("B").getSortType()).isEqualTo(SortType.DESCENDING);
    }

    @Test
    void aSortBySeveralColumnsComesBackWithoutOnesThatAreNoMore() {
        remember("A,B,C,-D;C descending,OLD ascending,A ascending,C ascending");
        Made made = table();
        assertThat(made.table().getSortOrder()).containsExactly(made.column("C"), made.column("A"));
        assertThat(made.column("C").getSortType()).isEqualTo(SortType.DESCENDING);
        Fx.run(() -> made.column("A").setSortType(SortType.DESCENDING));
        assertThat(settings.current().tables()).containsEntry("t", "A,B,C,-D;C descending,A descending");
    }

    @Test
    void aLayoutThatWasKeptIsShownAgain() {
        Made made = table();
        Fx.run(() -> {
            made.column("A").setVisible(false);
            made.memory().show("D:12.5,A,B;B descending,D ascending");
        });
        assertThat(made.visible()).containsExactly("D", "A", "B", "C");
        assertThat(Fx.get(() -> made.memory().text())).isEqualTo("D:12.5,A,B,C;B descending,D ascending");
        assertThat(settings.current().tables()).containsEntry("t", "D:12.5,A,B,C;B descending,D ascending");
        Fx.run(() -> made.memory().show("A,B,C,-D"));
        assertThat(Fx.get(() -> made.memory().text())).isEqualTo("A,B,C,-D");
    }

    /** In a window that has room for so many columns of the table, the last ones yielding. */
    private Stage narrow(Made made, double width) {
        return Fx.get(() -> {
            ColumnWidths.yields(made.column("C"), 0);
            ColumnWidths.yields(made.column("B"), 1);
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(made.table()), width, 300));
            stage.show();
            made.table().getScene().getRoot().layout();
            return stage;
        });
    }

    @Test
    void aLayoutWithoutColumnsLeavesThoseWantedThatFoundNoRoom() {
        Made made = table();
        Stage window = narrow(made, 150);
        Fx.frames(2);
        assertThat(Fx.get(made::visible)).as("there is room for one").containsExactly("A");

        Fx.run(() -> made.memory().show(";A descending"));
        Fx.frames(2);

        assertThat(Fx.get(made::visible)).as("nor is there more room now").containsExactly("A");
        assertThat(settings.current().tables()).containsEntry("t", "A,B,C,-D;A descending");
        assertThat(table().visible()).as("at the next start, with room").containsExactly("A", "B", "C");
        Fx.run(window::close);
    }

    @Test
    void aWidthThatWasChosenComesBack() {
        remember("A:12.5,B,C,-D");
        Made made = table();
        assertThat(made.widths().chosen(made.column("A"))).isEqualTo(12.5);
        assertThat(made.widths().chosen(made.column("B"))).isNull();
    }

    @Test
    void unsortingIsRememberedToo() {
        remember("A,B,C,-D;A ascending");
        Made made = table();
        assertThat(made.table().getSortOrder()).containsExactly(made.column("A"));
        Fx.run(() -> made.table().getSortOrder().clear());
        assertThat(table().table().getSortOrder()).isEmpty();
    }

    @Test
    void aColumnOfANewerVersionStandsAfterItsUsualNeighbour() {
        remember("C,A");
        Made made = table();
        assertThat(made.order()).containsExactly("C", "D", "A", "B");
        assertThat(made.visible()).as("it is shown or hidden as usual").containsExactly("C", "A", "B");
    }

    @Test
    void aColumnThatIsNoMoreIsPassedOver() {
        remember("C,OLD:9,A,B,-D;OLD descending");
        Made made = table();
        assertThat(made.order()).containsExactly("C", "A", "B", "D");
        assertThat(made.table().getSortOrder()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                ",,,",
                "{\"not\":\"ours\"}",
                "-A,-B,-C,-D",
                "A:,B:x,C:-4;A sideways",
                "A:0.1",
                "A,A,A:1;;;",
                "\u0000\uffff"
            })
    void damagedTextLeavesAWholeTable(String text) {
        remember(text);
        Made made = table();
        assertThat(made.order()).containsExactly("A", "B", "C", "D");
        assertThat(made.visible()).containsExactly("A", "B", "C");
        assertThat(made.table().getSortOrder()).isEmpty();
    }

    @Test
    void nothingIsWrittenWhereNothingChanged() {
        table();
        assertThat(settings.current().tables()).isEmpty();
    }

    @Test
    void manyChangesWhileOneIsBeingWrittenMakeOneMoreWrite() {
        ManualTasks tasks = new ManualTasks();
        Made made = table(tasks, "A", "B", "C", "D");
        Fx.run(() -> {
            made.column("A").setVisible(false);
            made.column("B").setVisible(false);
            made.column("D").setVisible(true);
        });
        assertThat(tasks.waiting()).isEqualTo(1);
        Fx.run(() -> tasks.end(0));
        assertThat(tasks.waiting()).as("what changed meanwhile").isEqualTo(1);
        Fx.run(tasks::endAll);
        assertThat(table().visible()).containsExactly("C", "D");
    }
}
