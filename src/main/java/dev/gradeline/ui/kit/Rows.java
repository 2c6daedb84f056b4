package dev.gradeline.ui.kit;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Changes the rows of a pane without taking the keyboard away from who stands on one. JavaFX thread. */
public final class Rows {
    private Rows() {}

    /** Replaces all children; the child at the focused one's place has the focus afterwards. */
    public static void fill(Pane pane, List<? extends Node> rows) {
        fill(pane.getChildren(), rows);
    }

    /** The same of a list of nodes that stand in a pane. */
    static void fill(ObservableList<Node> standing, List<? extends Node> rows) {
        int focused = -1;
        for (int i = 0; i < standing.size(); i++) {
            if (standing.get(i).isFocusWithin()) {
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
}
