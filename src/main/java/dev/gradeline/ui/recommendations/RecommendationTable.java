package dev.gradeline.ui.recommendations;

import dev.gradeline.ui.kit.ColumnWidths;
import dev.gradeline.ui.kit.PageContext;
import dev.gradeline.ui.kit.TableMemory;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The table between its view model and the person: columns, sort, selection, keys. JavaFX thread. */
final class RecommendationTable {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COPY_CSV =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private final TableView<TableLine> table;
    private final RecommendationsViewModel model;
    private final TableMemory<TableLine> memory;
    private final RowCopy copying;
    private boolean selecting;
    private int clicks = 1;

    RecommendationTable(TableView<TableLine> table, RecommendationsViewModel model, PageContext context) {
        this.table = table;
        this.model = model;
        this.copying = new RowCopy(context);
        table.getColumns()
                .setAll(new RecommendationColumns(
                                context.words(),
                                () -> context.situation().getValue().now(),
                                model.sought())
                        .make());
        table.setItems(model.lines());
        table.setRowFactory(view -> new LineRow(context.words()));
        // The view model sorts, on a worker: a click on a header only says how.
        table.setSortPolicy(view -> {
            model.order().set(order());
            return true;
        });
        ColumnWidths<TableLine> widths = ColumnWidths.install(table);
        widths.explain(count -> context.words().of("columns.crowded", count));
        memory = TableMemory.install(table, widths, "recommendations", context.settings(), context.tasks());
        table.getSelectionModel().selectedItemProperty().addListener((observable, was, now) -> {
            // None is what the table says while its rows are being swapped.
            if (now != null && !selecting) {
                model.selection().at(now);
            }
        });
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        table.setContextMenu(menu(context.words()));
        model.selected().addListener((observable, was, now) -> select());
        model.selection().placed().addListener((observable, was, now) -> select());
        model.selection().reveals().addListener((observable, was, now) -> reveal());
        select();
        if (model.selection().reveals().get() > 0) {
            // asked for before the table was there
            reveal();
        }
    }

    private ContextMenu menu(Words words) {
        MenuItem copy = new MenuItem(words.of("recommendations.copy"));
        copy.setAccelerator(COPY);
        copy.setOnAction(event -> copying.text(chosen()));
        MenuItem csv = new MenuItem(words.of("recommendations.copy.csv"));
        csv.setAccelerator(COPY_CSV);
        csv.setOnAction(event -> copying.csv(chosen()));
        MenuItem all = new MenuItem(words.of("recommendations.copy.all"));
        all.setOnAction(event -> copying.csv(model.rows()));
        ContextMenu menu = new ContextMenu(copy, csv, all);
        menu.setOnShowing(event -> {
            copy.setDisable(chosen().isEmpty());
            csv.setDisable(chosen().isEmpty());
            all.setDisable(model.rows().isEmpty());
        });
        return menu;
    }

    /** How the columns lie and are sorted. */
    TableMemory<TableLine> memory() {
        return memory;
    }

    /** Back to the order in which Ayliea answers. */
    void unsort() {
        table.getSortOrder().clear();
        model.order().set(Order.AYLIEA);
    }

    /**
     * Sorts by one column more: upwards, then downwards, then no longer.
     *
     * @param column its id
     */
    void sortBy(String column) {
        TableColumn<TableLine, ?> wanted = table.getColumns().stream()
                .filter(each -> column.equals(each.getId()))
                .findFirst()
                .orElse(null);
        if (wanted == null) {
            return;
        }
        if (!table.getSortOrder().contains(wanted)) {
            wanted.setSortType(SortType.ASCENDING);
            table.getSortOrder().add(wanted);
        } else if (wanted.getSortType() == SortType.ASCENDING) {
            wanted.setSortType(SortType.DESCENDING);
        } else {
            table.getSortOrder().remove(wanted);
        }
        model.order().set(order());
    }

    private Order order() {
        List<Order.Key> keys = new ArrayList<>();
        for (TableColumn<TableLine, ?> column : table.getSortOrder()) {
            keys.add(new Order.Key(Order.Column.valueOf(column.getId()), column.getSortType() == SortType.DESCENDING));
        }
        return new Order(keys);
    }

    private void select() {
        int index = model.selection().place();
        selecting = true;
        try {
            if (index < 0) {
                table.getSelectionModel().clearSelection();
            } else if (index != table.getSelectionModel().getSelectedIndex()) {
                table.getSelectionModel().clearAndSelect(index);
            }
        } finally {
            selecting = false;
        }
    }

    /** Brings the selected row into view, if it is not. */
    void reveal() {
        int index = table.getSelectionModel().getSelectedIndex();
        if (index >= 0 && !(table.lookup(".virtual-flow") instanceof VirtualFlow<?>)) {
            table.scrollTo(Math.max(0, index - 2));
        } else if (index >= 0 && table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            IndexedCell<?> first = flow.getFirstVisibleCell();
            IndexedCell<?> last = flow.getLastVisibleCell();
            if (first == null || last == null || index <= first.getIndex() || index >= last.getIndex()) {
                table.scrollTo(Math.max(0, index - 2));
            }
        }
    }

    /** Selects the next row down, or up, past the heads of groups. */
    void move(int step) {
        int at = model.selection().place() + step;
        while (at >= 0 && at < model.lines().size()) {
            if (model.lines().get(at) instanceof RecommendationRow row) {
                model.selection().at(row);
                reveal();
                return;
            }
            at += step;
        }
    }

    private void click(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !isOnRow(event.getTarget())) {
            return;
        }
        if (at() instanceof GroupLine head) {
            model.toggle(head);
        } else if (event.getClickCount() >= clicks) {
            openDetail();
        }
    }

    /** How many clicks on a row open its details; one only selects where they would hide the table. */
    void openBy(int clicks) {
        this.clicks = clicks;
    }

    /** Not a head of a column, nor what is empty. */
    private static boolean isOnRow(EventTarget target) {
        for (Node node = target instanceof Node clicked ? clicked : null; node != null; node = node.getParent()) {
            if (node instanceof TableRow<?> row) {
                return !row.isEmpty();
            }
        }
        return false;
    }

    private void openDetail() {
        if (model.selected().get() != null) {
            model.detailOpen().set(true);
        }
    }

    private @Nullable TableLine at() {
        // by its place: the table keeps the item that stood there before the lines were swapped
        int index = table.getSelectionModel().getSelectedIndex();
        return index < 0 || index >= model.lines().size() ? null : model.lines().get(index);
    }

    /** The rows to copy: the one that is selected, or all of the group that is. */
    private List<RecommendationRow> chosen() {
        RecommendationRow row = model.selected().get();
        return switch (at()) {
            case GroupLine head -> model.rowsOf(head);
            case null, default -> row == null ? List.of() : List.of(row);
        };
    }

    private void key(KeyEvent event) {
        if (COPY.match(event) && !chosen().isEmpty()) {
            copying.text(chosen());
        } else if (COPY_CSV.match(event) && !chosen().isEmpty()) {
            copying.csv(chosen());
        } else if (!(at() instanceof GroupLine head ? group(event.getCode(), head) : row(event.getCode()))) {
            return;
        }
        event.consume();
    }

    private boolean row(KeyCode code) {
        boolean open = code == KeyCode.ENTER && model.selected().get() != null;
        if (open) {
            openDetail();
        }
        return open;
    }

    private boolean group(KeyCode code, GroupLine head) {
        boolean toggle = switch (code) {
            case ENTER, SPACE -> true;
            case LEFT -> head.open();
            case RIGHT -> !head.open();
            default -> false;
        };
        if (toggle) {
            model.toggle(head);
        }
        return toggle;
    }
}
