package dev.gradeline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.settings.Settings;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** A table with a short, a flexible and another short column, shown at several widths and text sizes. */
class ColumnWidthsTest {
    private static final double SHORT = 6;
    private static final double LONG = 20;
    private static final double LEAST = 10;

    private record Shown(Stage stage, TableView<String> table) {
        List<Double> widths() {
            return Fx.get(() -> table.getVisibleLeafColumns().stream()
                    .map(TableColumn::getWidth)
                    .toList());
        }

        void drag(int column, double pixels) {
            Fx.run(() -> table.resizeColumn(table.getVisibleLeafColumns().get(column), pixels));
        }

        void close() {
            Fx.run(stage::close);
        }
    }

    private static Shown show(double width, int textPercent) {
        return Fx.get(() -> {
            TableView<String> table = new TableView<>(FXCollections.observableArrayList("row"));
            for (String id : List.of("A", "B", "C")) {
                TableColumn<String, String> column = RowCell.column(id, id, "plain", (cell, row) -> cell.showText(row));
                if (id.equals("B")) {
                    ColumnWidths.flexible(column, LONG, LEAST);
                } else {
                    ColumnWidths.fixed(column, SHORT);
                }
                table.getColumns().add(column);
            }
            ColumnWidths.install(table);
            Scene scene = new Scene(new StackPane(table), width, 300);
            new Theme(scene).choose(Settings.Theme.LIGHT, textPercent);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            scene.getRoot().layout();
            return new Shown(stage, table);
        });
    }

    @Test
    void theLongColumnTakesWhatTheShortOnesLeave() {
        Shown shown = show(700, 100);
        assertThat(shown.widths()).containsExactly(78.0, 700.0 - 156, 78.0);
        shown.close();
    }

    @Test
    void theLongColumnAloneGivesWay() {
        Shown shown = show(330, 100);
        assertThat(shown.widths()).containsExactly(78.0, 330.0 - 156, 78.0);
        shown.close();
    }

    @Test
    void noneGetsNarrowerThanItNeeds() {
        Shown shown = show(200, 100);
        assertThat(shown.widths()).containsExactly(78.0, 130.0, 78.0);
        shown.close();
    }

    @Test
    void widthsGrowWithTheText() {
        Shown shown = show(700, 150);
        assertThat(shown.widths()).containsExactly(117.0, 700.0 - 234, 117.0);
        shown.close();
    }

    @Test
    void theOthersMakeUpForAColumnThatIsDragged() {
        Shown shown = show(700, 100);
        shown.drag(0, 50);
        assertThat(shown.widths()).containsExactly(128.0, 700.0 - 128 - 78, 78.0);
        shown.drag(0, -1000);
        assertThat(shown.widths()).as("too narrow is refused").containsExactly(128.0, 700.0 - 128 - 78, 78.0);
        shown.close();
    }
}
