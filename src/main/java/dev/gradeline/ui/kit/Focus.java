package dev.gradeline.ui.kit;

import javafx.scene.Node;

/** Where the keyboard is. JavaFX thread. */
public final class Focus {
    private Focus() {}

    /**
     * Whether a node, or one in it, has the keyboard. Not {@link Node#isFocusWithin}: that stays true of what is hidden while it
     * has the focus, and of a combo box that nobody was ever in, whose cell calls itself focused as cells of lists do.
     */
    public static boolean within(Node node) {
        Node at = node.getScene() == null ? null : node.getScene().getFocusOwner();
        while (at != null && !at.equals(node)) {
            at = at.getParent();
        }
        return at != null;
    }
}
