package dev.gradeline.ui.kit;

import java.util.function.Supplier;
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
