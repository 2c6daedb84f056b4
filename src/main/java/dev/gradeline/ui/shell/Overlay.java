package dev.gradeline.ui.shell;

import java.util.List;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A box that lies over the window until Escape, a click beside it, or {@link #close}; then the focus goes back to where it
 * was. At most one at a time. JavaFX thread.
 */
final class Overlay {
    private final StackPane window;
    private final Region box;
    private final @Nullable Node before;
    private final Runnable closed;
    private final StackPane veil = new StackPane();
    private final EventHandler<KeyEvent> keys = this::key;

    private Overlay(StackPane window, Region box, Insets margin, Runnable closed) {
        this.window = window;
        this.closed = closed;
        this.box = box;
        this.before = window.getScene() == null ? null : window.getScene().getFocusOwner();
        veil.getStyleClass().add("overlay");
        veil.setUserData(this);
        veil.getChildren().add(box);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        StackPane.setMargin(box, margin);
        veil.setOnMouseClicked(event -> {
            if (veil.equals(event.getTarget())) {
                close();
            }
        });
    }

    /** Wherever the focus has gone meanwhile. */
    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
            go(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }

    /** From the last control in the box on to its first, and back: what lies behind is not to be reached. */
    private void go(TraversalDirection direction) {
        Node from = window.getScene().getFocusOwner();
        if (from != null && isWithin(from)) {
            from.requestFocusTraversal(direction);
        }
        Node to = window.getScene().getFocusOwner();
        if (to == null || !isWithin(to)) {
            // the veil lies last in the window: its first control comes after it, its last one before the beginning
            Node edge = direction == TraversalDirection.NEXT
                    ? veil
                    : window.getScene().getRoot();
            edge.requestFocusTraversal(direction);
        }
    }

    private boolean isWithin(Node node) {
        Node at = node;
        while (at != null && !at.equals(veil)) {
            at = at.getParent();
        }
        return at != null;
    }

    /** Lays a box over the window, in place of one that lies there already. The caller gives it the focus. */
    static Overlay open(StackPane window, Region box, Insets margin) {
        return open(window, box, margin, () -> {});
    }

    /**
     * As above.
     *
     * @param closed is run once when the box is gone, however it was closed
     */
    static Overlay open(StackPane window, Region box, Insets margin, Runnable closed) {
        closeAny(window);
        Overlay overlay = new Overlay(window, box, margin, closed);
        window.getChildren().add(overlay.veil);
        window.addEventFilter(KeyEvent.KEY_PRESSED, overlay.keys);
        return overlay;
    }

    /** Whether a box of this style class lies over the window. */
    static boolean isOpen(StackPane window, String styleClass) {
        return over(window).stream()
                .anyMatch(overlay -> overlay.box.getStyleClass().contains(styleClass));
    }

    /** Takes away what lies over the window, if anything does. */
    static void closeAny(StackPane window) {
        over(window).forEach(Overlay::close);
    }

    private static List<Overlay> over(StackPane window) {
        return window.getChildren().stream()
                .map(Node::getUserData)
                .filter(Overlay.class::isInstance)
                .map(Overlay.class::cast)
                .toList();
    }

    /** Takes the box away and gives the focus back. */
    void close() {
        window.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
        if (!window.getChildren().remove(veil)) {
            return;
        }
        if (before != null) {
            before.requestFocus();
        }
        closed.run();
    }
}
