package dev.gradeline.ui.changes;

import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;

/** Takes the arrow keys from change to change: headings are read past, and are nothing to open. JavaFX thread. */
final class EntryWalk {
    private final ListView<ChangeRow> list;

    private EntryWalk(ListView<ChangeRow> list) {
        this.list = list;
    }

    static void on(ListView<ChangeRow> list) {
        list.addEventFilter(KeyEvent.KEY_PRESSED, new EntryWalk(list)::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> step(event, at + 1, 1);
            case UP -> step(event, at - 1, -1);
            case HOME -> step(event, 0, 1);
            case END -> step(event, list.getItems().size() - 1, -1);
            // how far a page is, only the list knows: it goes there, and then on
            case PAGE_DOWN -> Platform.runLater(() -> settle(1));
            case PAGE_UP -> Platform.runLater(() -> settle(-1));
            default -> {}
        }
    }

    private void step(KeyEvent event, int from, int by) {
        event.consume();
        int entry = entry(from, by);
        if (entry >= 0) {
            select(entry);
        }
    }

    private void settle(int by) {
        int at = list.getSelectionModel().getSelectedIndex();
        int entry = entry(at, by);
        int other = entry < 0 ? entry(at, -by) : entry;
        if (other >= 0 && other != at) {
            select(other);
        }
    }

    /** The nearest change from a row on, that row included; -1 when there is none. */
    private int entry(int from, int by) {
        int at = from;
        while (at >= 0 && at < list.getItems().size()) {
            if (list.getItems().get(at) instanceof ChangeRow.Entry) {
                return at;
            }
            at += by;
        }
        return -1;
    }

    private void select(int entry) {
        MultipleSelectionModel<ChangeRow> selection = list.getSelectionModel();
        selection.clearAndSelect(entry);
        list.getFocusModel().focus(entry);
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            // the headings above the first change of a day come into sight with it
            int above = entry;
            while (above > 0 && !(list.getItems().get(above - 1) instanceof ChangeRow.Entry)) {
                above--;
            }
            flow.scrollTo(above);
            flow.scrollTo(entry);
        }
    }
}
