package dev.gradeline.ui.kit;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Changes the rows of a pane without taking the keyboard away from who stands on one. JavaFX thread. */
public final class Rows {
    private static final String SHOWN = "gradeline-shown";

    private Rows() {}

    /** Replaces all children; the child at the focused one's place has the focus afterwards. */
    public static void fill(Pane pane, List<? extends Node> rows) {
        fill(pane.getChildren(), rows);
    }

    /** The same of a list of nodes that stand in a pane. */
    static void fill(ObservableList<Node> standing, List<? extends Node> rows) {
        int focused = -1;
        for (int i = 0; i < standing.size(); i++) {
            if (Focus.within(standing.get(i))) {
                focused = i;
            }
        }
        standing.setAll(rows);
        if (focused >= 0 && focused < rows.size()) {
            rows.get(focused).requestFocus();
        }
    }

    /** Shows a node and gives it room, or neither. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /**
     * The same, and what is hidden before its page is in a window stays out of the scene until it is first shown: a node that
     * nobody sees is styled and skinned like any other. From then on it is a node like those of {@link #show}. For children
     * of panes that know nothing of their children but the order; do not look such a node up before it is shown.
     */
    public static void showLate(Node node, boolean shown) {
        show(node, shown);
        if (shown) {
            Absence.end(node);
        } else if (node.getScene() == null) {
            Absence.begin(node);
        }
    }

    /** As above, for as long as the node lives; it holds the value, which may be a binding that nobody else does. */
    public static void showLate(Node node, ObservableValue<Boolean> shown) {
        node.getProperties().put(SHOWN, shown);
        shown.subscribe(now -> showLate(node, now));
    }
}
