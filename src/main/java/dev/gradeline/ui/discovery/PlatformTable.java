package dev.gradeline.ui.discovery;

import dev.gradeline.posture.Platform;
import dev.gradeline.ui.kit.ColumnWidths;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.TableMemory;
import dev.gradeline.words.Words;
import java.net.URI;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The platform table between its view model and the person: columns, sort, menu, keys. JavaFX thread. */
final class PlatformTable {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final TableView<PlatformRow> table;
    private final DiscoveryViewModel model;
    private final Words words;
    private final MenuItem open = new MenuItem();
    private final MenuItem copy = new MenuItem();

    PlatformTable(TableView<PlatformRow> table, DiscoveryViewModel model, PageContext context) {
        this.table = table;
        this.model = model;
        this.words = context.words();
        table.getColumns().setAll(new PlatformColumns(words, model.sought(), model::browse).make());
        table.setRowFactory(made -> new PlatformTableRow());
        table.setItems(model.rows());
        // The view model sorts: a click on a header only says how, and a third one goes back to the scan's own order.
        table.setSortPolicy(view -> {
            model.order().set(order());
            return true;
        });
        // every row of a scan was found when it was: that column is there for who wants it
        table.getColumns().stream()
                .filter(column -> PlatformOrder.Column.DETECTED.name().equals(column.getId()))
                .forEach(column -> column.setVisible(false));
        ColumnWidths<PlatformRow> widths = ColumnWidths.install(table);
        widths.explain(count -> words.of("columns.crowded", count));
        TableMemory.install(table, widths, "platforms", context.settings(), context.tasks());
        open.setOnAction(event -> open());
        copy.setText(words.of("discovery.copy"));
        copy.setAccelerator(COPY);
        copy.setOnAction(event -> copy());
        // On the table and not on its rows, so that the keyboard's menu key finds it.
        ContextMenu menu = new ContextMenu(open, copy);
        menu.setOnShowing(event -> prepareMenu());
        table.setContextMenu(menu);
        model.wanted().subscribe(this::selectWanted);
        model.view().subscribe(this::selectWanted);
        selectWanted();
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void selectWanted() {
        Platform wanted = model.wanted().get();
        if (wanted == null) {
            return;
        }
        model.rows().stream()
                .filter(row -> row.platform().equals(wanted))
                .findFirst()
                .ifPresent(row -> {
                    model.wanted().set(null);
                    table.getSelectionModel().select(row);
                    table.scrollTo(row);
                });
    }

    private PlatformOrder order() {
        return new PlatformOrder(table.getSortOrder().stream()
                .map(column -> new PlatformOrder.Key(
                        PlatformOrder.Column.valueOf(column.getId()),
                        column.getSortType() == TableColumn.SortType.DESCENDING))
                .toList());
    }

    private @Nullable PlatformRow selected() {
        return table.getSelectionModel().getSelectedItem();
    }

    private void prepareMenu() {
        PlatformRow row = selected();
        URI address = row == null ? null : row.address();
        open.setText(address == null ? words.of("discovery.open.none") : words.of("discovery.open", address.getHost()));
        open.setDisable(address == null);
        copy.setDisable(row == null);
    }

    private void open() {
        PlatformRow row = selected();
        if (row != null) {
            model.browse(row);
        }
    }

    private void copy() {
        PlatformRow row = selected();
        if (row != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(row.text());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            open();
        } else if (COPY.match(event)) {
            copy();
        } else {
            return;
        }
        event.consume();
    }

    /** A heading looks like one. */
    private static final class PlatformTableRow extends TableRow<PlatformRow> {
        @Override
        protected void updateItem(@Nullable PlatformRow row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().remove("group-heading");
            if (!empty && row != null && row.isHeading()) {
                getStyleClass().add("group-heading");
            }
        }
    }
}
