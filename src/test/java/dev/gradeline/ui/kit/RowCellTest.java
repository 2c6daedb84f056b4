package dev.gradeline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One cell that is used for one row after the other. */
class RowCellTest {
    private static final int ABSENT = 0;
    private static final int GIVEN = 1;
    private static final int HEAD = 2;
    private static final int NONE = 9;
    private static final int ASIDE = -1;

    private static final Seen SEEN_ABSENT = new Seen("–", "not given", "not given", true, true);
    private static final Seen SEEN_GIVEN = new Seen("open", null, null, false, true);
    private static final Seen NOTHING = new Seen(null, null, null, false, false);

    /** What a person gets of a cell. */
    private record Seen(
            @Nullable String text,
            @Nullable String tooltip,
            @Nullable String accessible,
            boolean absent,
            boolean graphic) {}

    private record Row(String text, boolean absent, boolean head) {}

    private final RowCell<Row> reusing = Fx.get(() -> cell(true));

    private static RowCell<Row> cell(boolean reusing) {
        TableView<Row> table = new TableView<>(FXCollections.observableArrayList(
                new Row("–", true, false), new Row("open", false, false), new Row("a group", false, true)));
        TableColumn<Row, Row> column = RowCell.column(
                "STATUS", "Status", "plain", RowCellTest::show, new ReadOnlyObjectWrapper<>(List.of()), reusing);
        table.getColumns().add(column);
        RowCell<Row> cell = (RowCell<Row>) column.getCellFactory().call(column);
        cell.updateTableView(table);
        cell.updateTableColumn(column);
        return cell;
    }

    /** As the pages do it. */
    private static void show(RowCell<Row> cell, Row row) {
        if (row.head()) {
            cell.showNothing();
            return;
        }
        cell.setGraphic(cell.getGraphic() instanceof Label label ? label : new Label());
        cell.showText(row.text());
        cell.showAbsent(row.absent());
        if (row.absent()) {
            cell.showHint("not given");
            cell.setAccessibleText("not given");
        }
    }

    private static Seen at(RowCell<Row> cell, int index) {
        return Fx.get(() -> {
            cell.updateIndex(index);
            return seen(cell);
        });
    }

    /** With the mouse on it. */
    private static Seen seen(RowCell<Row> cell) {
        cell.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_MOVED,
                1,
                1,
                1,
                1,
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                null));
        Tooltip tooltip = cell.getTooltip();
        return new Seen(
                cell.getText(),
                tooltip == null ? null : tooltip.getText(),
                cell.getAccessibleText(),
                cell.getStyleClass().contains("absent"),
                cell.getGraphic() != null && cell.getGraphic().isVisible());
    }

    @Test
    void nothingOfARowThatLacksSomethingStaysForTheNext() {
        assertThat(at(reusing, ABSENT)).isEqualTo(SEEN_ABSENT);
        assertThat(at(reusing, GIVEN)).isEqualTo(SEEN_GIVEN);
        assertThat(at(reusing, ABSENT)).isEqualTo(SEEN_ABSENT);
    }

    @Test
    void nothingShowsAtTheHeadOfAGroupAndAllComesBackAfterIt() {
        assertThat(at(reusing, ABSENT)).isEqualTo(SEEN_ABSENT);
        assertThat(at(reusing, HEAD)).isEqualTo(NOTHING);
        assertThat(at(reusing, GIVEN)).isEqualTo(SEEN_GIVEN);
        assertThat(at(reusing, HEAD)).isEqualTo(NOTHING);
        assertThat(at(reusing, ABSENT)).isEqualTo(SEEN_ABSENT);
    }

    @Test
    void nothingShowsWhereThereIsNoRow() {
        assertThat(at(reusing, ABSENT)).isEqualTo(SEEN_ABSENT);
        assertThat(at(reusing, NONE)).isEqualTo(NOTHING);
        assertThat(at(reusing, GIVEN)).isEqualTo(SEEN_GIVEN);
    }

    @Test
    void aCellThatIsLaidAsideKeepsWhatItShowsUntilTheNextRow() {
        assertThat(at(reusing, ABSENT)).isEqualTo(SEEN_ABSENT);
        assertThat(at(reusing, ASIDE)).isEqualTo(SEEN_ABSENT);
        assertThat(at(reusing, GIVEN)).isEqualTo(SEEN_GIVEN);
        assertThat(at(reusing, ASIDE)).isEqualTo(SEEN_GIVEN);
        assertThat(at(reusing, HEAD)).isEqualTo(NOTHING);
        assertThat(at(reusing, ASIDE)).isEqualTo(NOTHING);
        assertThat(at(reusing, ABSENT)).isEqualTo(SEEN_ABSENT);
        assertThat(at(reusing, NONE)).isEqualTo(NOTHING);
    }

    @Test
    void theGraphicIsMadeOnce() {
        at(reusing, ABSENT);
        Object first = Fx.get(reusing::getGraphic);
        at(reusing, HEAD);
        at(reusing, GIVEN);
        assertThat(Fx.get(reusing::getGraphic)).isSameAs(first);
    }

    @Test
    void aCellThatDoesNotReuseIsEmptiedForEachRow() {
        RowCell<Row> cell = Fx.get(() -> cell(false));
        assertThat(at(cell, ABSENT)).isEqualTo(SEEN_ABSENT);
        Object first = Fx.get(cell::getGraphic);
        assertThat(at(cell, GIVEN)).isEqualTo(SEEN_GIVEN);
        assertThat(Fx.get(cell::getGraphic)).isNotSameAs(first);
        assertThat(at(cell, NONE)).isEqualTo(NOTHING);
        assertThat(Fx.get(() -> cell.getGraphic() == null)).isTrue();
    }
}
