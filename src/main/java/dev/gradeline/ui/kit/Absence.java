package dev.gradeline.ui.kit;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;

/** Keeps the place of a node that is out of the scene until it is first shown. JavaFX thread. */
final class Absence extends Group {
    /** Held by this node, which has no other way to its place while it has no parent. */
    private static final String PLACE = "gradeline-absence";

    private Absence() {
        setVisible(false);
        setManaged(false);
    }

    /** Takes a node out of its pane; leaves one where it is that is in none. */
    static void begin(Node node) {
        // a border pane holds on to its children by side
        if (node.getParent() instanceof Pane pane && !(pane instanceof BorderPane)) {
            Absence place = new Absence();
            node.getProperties().put(PLACE, place);
            swap(pane, node, place);
        }
    }

    /** Puts a node back; leaves one where it is that is somewhere. */
    static void end(Node node) {
        if (node.getProperties().remove(PLACE) instanceof Absence place
                && node.getParent() == null
                && place.getParent() instanceof Pane pane) {
            swap(pane, place, node);
            if (node.getScene() != null) {
                // a page may show it in the midst of its layout, when this frame's styles are done
                node.applyCss();
            }
        }
    }

    private static void swap(Pane pane, Node leaving, Node coming) {
        List<Node> children = pane.getChildren();
        children.set(children.indexOf(leaving), coming);
    }
}
