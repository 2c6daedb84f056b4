package dev.gradeline.ui.recommendations;

import dev.gradeline.ui.kit.ColumnWidths;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.TableMemory;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** The table between its view model and the person: columns, sort, selection, keys. JavaFX thread. */
final class RecommendationTable {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final TableView<RecommendationRow> table;
    private final RecommendationsViewModel model;

    RecommendationTable(TableView<RecommendationRow> table, RecommendationsViewModel model, PageContext context) {
        this.table = table;
        this.model = model;
        table.getColumns()
                .setAll(new RecommendationColumns(
                                context.words(),
                                () -> context.situation().getValue().now())
                        .make());
        table.setItems(model.rows());
        // The view model sorts, on a worker: a click on a header only says how.
        table.setSortPolicy(view -> {
            model.order().set(order());
            return true;
        });
        TableMemory.install(table, ColumnWidths.install(table), "recommendations", context.settings(), context.tasks());
        table.getSelectionModel().selectedItemProperty().addListener((observable, was, now) -> {
            // None is what the table says while its rows are being swapped.
            if (now != null) {
                model.selected().set(now);
            }
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> openDetail());
        model.selected().addListener((observable, was, now) -> select());
        select();
    }

    /** Back to the order in which Ayliea answers. */
    void unsort() {
        table.getSortOrder().clear();
        model.order().set(Order.AYLIEA);
    }

    private Order order() {
        if (table.getSortOrder().isEmpty()) {
            return Order.AYLIEA;
        }
        TableColumn<RecommendationRow, ?> first = table.getSortOrder().getFirst();
        return new Order(Order.Column.valueOf(first.getId()), first.getSortType() == TableColumn.SortType.DESCENDING);
    }

    private void select() {
        RecommendationRow row = model.selected().get();
        int index = row == null ? -1 : model.rows().indexOf(row);
        if (index < 0) {
            table.getSelectionModel().clearSelection();
        } else if (index != table.getSelectionModel().getSelectedIndex()) {
            table.getSelectionModel().clearAndSelect(index);
        }
    }

    /** Brings the selected row into view, if it is not. */
    void reveal() {
        int index = table.getSelectionModel().getSelectedIndex();
        if (index >= 0 && table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            IndexedCell<?> first = flow.getFirstVisibleCell();
            IndexedCell<?> last = flow.getLastVisibleCell();
            if (first == null || last == null || index <= first.getIndex() || index >= last.getIndex()) {
                table.scrollTo(Math.max(0, index - 2));
            }
        }
    }

    private void openDetail() {
        if (model.selected().get() != null) {
            model.detailOpen().set(true);
        }
    }

    private void key(KeyEvent event) {
        RecommendationRow row = model.selected().get();
        if (row == null) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            openDetail();
        } else if (COPY.match(event)) {
            ClipboardContent content = new ClipboardContent();
            content.putString(row.text());
            Clipboard.getSystemClipboard().setContent(content);
        } else {
            return;
        }
        event.consume();
    }
}
