package dev.gradeline.ui.kit;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * A tooltip that is made when the mouse first comes: each is a window of its own, which takes as long as a few buttons, and
 * most are never looked at. JavaFX thread.
 */
public final class LateTooltip {
    private static final String TEXT = "gradeline-late-tooltip";

    private LateTooltip() {}

    /** What a control's tooltip would tell now; empty for nothing. */
    static String told(Control control) {
        return control.getProperties().get(TEXT) instanceof Supplier<?> text ? String.valueOf(text.get()) : "";
    }

    /** Tells always the same, to assistive technology too, which a {@link Control}'s own tooltip tells its text. */
    public static void tell(Control control, String text) {
        control.setAccessibleHelp(text);
        on(control, () -> text);
    }

    /** What shows over a node that is no control, such as what lies around one that is disabled. */
    public static void around(Node node, Supplier<String> text) {
        Tooltip[] made = new Tooltip[1];
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> {
            Tooltip tooltip = made[0];
            if (tooltip == null) {
                tooltip = new Tooltip();
                made[0] = tooltip;
                Tooltip.install(node, tooltip);
            }
            tooltip.setText(text.get());
        });
    }

    /** @param text asked each time that the mouse enters; empty shows none */
    public static void on(Control control, Supplier<String> text) {
        control.getProperties().put(TEXT, text);
        control.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> {
            String told = text.get();
            Tooltip tooltip = control.getTooltip();
            if (told.isEmpty()) {
                control.setTooltip(null);
            } else if (tooltip == null) {
                control.setTooltip(new Tooltip(told));
            } else {
                tooltip.setText(told);
            }
        });
    }
}
