package dev.gradeline.ui.kit;

import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Types into one window. TestFX's own typing looks for a window that has the focus, and a tooltip that happens to show
 * counts as one: on a slow machine the letters then go nowhere.
 */
public final class Typing {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);

    private Typing() {}

    /** Waits until a field of this scene has the focus and types there, a letter at a time. Not on the JavaFX thread. */
    public static void into(Scene scene, String text) {
        long end = System.nanoTime() + PATIENCE;
        while (!Fx.get(() -> takesText(scene.getFocusOwner()))) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("nothing to type into; the focus is on " + Fx.get(scene::getFocusOwner));
            }
            Thread.onSpinWait();
        }
        text.codePoints().mapToObj(Character::toString).forEach(letter -> Fx.run(() -> type(scene, letter)));
    }

    /** A picker of dates has the focus itself and hands letters on to the field in it. */
    private static boolean takesText(@Nullable Node node) {
        return node instanceof TextInputControl || node instanceof ComboBoxBase;
    }

    private static void type(Scene scene, String letter) {
        Node target = scene.getFocusOwner();
        Event.fireEvent(
                target,
                new KeyEvent(KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false));
    }
}
