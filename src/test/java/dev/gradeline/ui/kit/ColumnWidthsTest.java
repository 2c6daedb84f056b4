package dev.gradeline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.settings.Settings;
import java.util.Collections;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A table with a short, a flexible and another short column, shown at several widths and text sizes. */
class ColumnWidthsTest {
    private static final double SHORT = 6;
    private static final double LONG = 20;
    private static final double LEAST = 10;
    /** What a scroll bar takes. */
    private static final double BAR = 8;

    private record Shown(Stage stage, TableView<String> table) {
        List<Double> widths() {
            return Fx.get(() -> table.getVisibleLeafColumns().stream()
                    .map(TableColumn::getWidth)
                    .toList());
        }

        List<String> ids() {
            return Fx.get(() -> table.getVisibleLeafColumns().stream()
                    .map(TableColumn::getId)
                    .toList());
        }

        void resize(double width) {
            Fx.run(() -> {
                stage.setWidth(width);
                table.getScene().getRoot().layout();
            });
            Fx.frames(2);
        }

        void visible(int column, boolean wanted) {
            Fx.run(() -> table.getColumns().get(column).setVisible(wanted));
            Fx.frames(2);
        }

        void drag(int column, double pixels) {
            Fx.run(() -> table.resizeColumn(table.getVisibleLeafColumns().get(column), pixels));
        }

        /** What is told of columns that found no room. */
        @Nullable String told() {
            return Fx.get(table::getAccessibleHelp);
        }

        boolean looksCrowded() {
            return Fx.get(() -> table.getPseudoClassStates().contains(PseudoClass.getPseudoClass("crowded")));
        }

        boolean bar() {
            return Fx.get(() -> table.lookupAll(".scroll-bar").stream()
                    .anyMatch(bar -> bar.isVisible() && ((ScrollBar) bar).getOrientation() == Orientation.VERTICAL));
        }

        void close() {
            Fx.run(stage::close);
        }
    }

    /** @param yielding which columns may leave, the first to go first */
    private static Shown show(double width, int textPercent, int... yielding) {
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
            for (int turn = 0; turn < yielding.length; turn++) {
                ColumnWidths.yields(table.getColumns().get(yielding[turn]), turn);
            }
            ColumnWidths<String> widths = ColumnWidths.install(table);
            widths.explain(count -> count + " away");
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
        assertThat(shown.widths()).containsExactly(78.0, 700.0 - BAR - 156, 78.0);
        shown.close();
    }

    @Test
    void theLongColumnAloneGivesWay() {
        Shown shown = show(330, 100);
        assertThat(shown.widths()).containsExactly(78.0, 330.0 - BAR - 156, 78.0);
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
        assertThat(shown.widths()).containsExactly(117.0, 700.0 - BAR - 234, 117.0);
        shown.close();
    }

    @Test
    void theColumnOfLeastValueLeavesFirstAndComesBack() {
        Shown shown = show(700, 100, 2, 0);
        assertThat(shown.ids()).containsExactly("A", "B", "C");
        shown.resize(250);
        assertThat(shown.ids()).containsExactly("A", "B");
        assertThat(shown.widths()).containsExactly(78.0, 250.0 - BAR - 78);
        shown.resize(180);
        assertThat(shown.ids()).containsExactly("B");
        shown.resize(250);
        assertThat(shown.ids()).containsExactly("A", "B");
        shown.resize(700);
        assertThat(shown.ids()).containsExactly("A", "B", "C");
        shown.close();
    }

    @Test
    void theTableSaysHowManyFoundNoRoom() {
        Shown shown = show(700, 100, 2, 0);
        assertThat(shown.told()).isNull();
        shown.resize(250);
        assertThat(shown.told()).isEqualTo("1 away");
        assertThat(shown.looksCrowded()).isTrue();
        shown.resize(180);
        assertThat(shown.told()).isEqualTo("2 away");
        shown.visible(2, true);
        assertThat(shown.told()).as("the person called one of them back").isEqualTo("1 away");
        shown.visible(2, false);
        shown.resize(700);
        assertThat(shown.told()).isNull();
        assertThat(shown.looksCrowded()).isFalse();
        shown.close();
    }

    @Test
    void theFirstOfAListLeavesFirst() {
        Shown shown = show(700, 100);
        Fx.run(() -> ColumnWidths.yields(List.of(
                shown.table().getColumns().get(2), shown.table().getColumns().get(0))));
        shown.resize(250);
        assertThat(shown.ids()).containsExactly("A", "B");
        shown.close();
    }

    @Test
    void aColumnThatThePersonCallsBackStaysAndOneThatTheyHideStaysHidden() {
        Shown shown = show(250, 100, 2, 0);
        assertThat(shown.ids()).containsExactly("A", "B");
        shown.visible(2, true);
        assertThat(shown.ids()).as("another one makes room").containsExactly("B", "C");
        shown.visible(2, false);
        shown.resize(700);
        assertThat(shown.ids()).containsExactly("A", "B");
        shown.close();
    }

    @Test
    void columnsKeepTheirPlacesWhileAScrollBarComesAndGoes() {
        Shown shown = show(700, 100);
        List<Double> few = shown.widths();
        Fx.run(() -> shown.table().getItems().setAll(Collections.nCopies(100, "row")));
        Fx.frames(3);
        assertThat(shown.bar()).isTrue();
        assertThat(shown.widths()).isEqualTo(few);
        Fx.run(() -> shown.table().getItems().setAll("row"));
        Fx.frames(3);
        assertThat(shown.bar()).isFalse();
        assertThat(shown.widths()).isEqualTo(few);
        shown.close();
    }

    @Test
    void aShortColumnThatThePersonWidensCountsAsWideAsItIs() {
        Shown shown = show(700, 100, 2);
        shown.drag(0, 150);
        assertThat(shown.widths()).containsExactly(228.0, 700.0 - BAR - 228 - 78, 78.0);
        shown.resize(400);
        assertThat(shown.ids()).containsExactly("A", "B");
        assertThat(shown.widths()).containsExactly(228.0, 400.0 - BAR - 228);
        shown.close();
    }

    @Test
    void theOthersMakeUpForAColumnThatIsDragged() {
        Shown shown = show(700, 100);
        shown.drag(0, 50);
        assertThat(shown.widths()).containsExactly(128.0, 700.0 - BAR - 128 - 78, 78.0);
        shown.drag(0, -1000);
        assertThat(shown.widths()).as("too narrow is refused").containsExactly(128.0, 700.0 - BAR - 128 - 78, 78.0);
        shown.close();
    }
}
