package dev.gradeline.ui.kit;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A card or a row that leads somewhere as a whole: by click, Enter, Space or assistive technology. JavaFX thread.
 */
public final class LinkPane extends StackPane {
    private @Nullable Runnable action;

    public LinkPane(Node... content) {
        super(content);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.HYPERLINK);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                requestFocus();
                fire();
                event.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
            if (plain && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
                fire();
                event.consume();
            }
        });
    }

    /** What to do; null makes it a plain, unfocusable pane. */
    public void setAction(@Nullable Runnable action) {
        this.action = action;
        setFocusTraversable(action != null);
        setAccessibleRole(action == null ? AccessibleRole.PARENT : AccessibleRole.HYPERLINK);
    }

    private void fire() {
        if (action != null) {
            action.run();
        }
    }

    @Override
    public void executeAccessibleAction(AccessibleAction wanted, Object... parameters) {
        if (wanted == AccessibleAction.FIRE) {
            fire();
        } else {
            super.executeAccessibleAction(wanted, parameters);
        }
    }
}
