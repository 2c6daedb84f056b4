package dev.gradeline.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** Looks for texts that are not drawn whole. JavaFX thread, after layout. */
public final class WholeTexts {
    private WholeTexts() {}

    /** What is shortened, or reaches beyond the root, in words; empty when all of it is whole. */
    public static List<String> faults(Parent root) {
        List<String> faults = new ArrayList<>();
        collect(root, root.localToScene(root.getLayoutBounds()), faults);
        return faults;
    }

    private static void collect(Node node, Bounds window, List<String> faults) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isEmpty()) {
            check(labeled, window, faults);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, window, faults));
        }
    }

    private static void check(Labeled labeled, Bounds window, List<String> faults) {
        String drawn = labeled.lookup(".text") instanceof Text text ? text.getText() : labeled.getText();
        if (!drawn.replace("\n", "").equals(labeled.getText().replace("\n", ""))) {
            faults.add("“" + labeled.getText() + "” is drawn as “" + drawn + "”");
        }
        Bounds bounds = labeled.localToScene(labeled.getLayoutBounds());
        if (bounds.getMinX() < window.getMinX() - 1
                || bounds.getMaxX() > window.getMaxX() + 1
                || bounds.getMinY() < window.getMinY() - 1
                || bounds.getMaxY() > window.getMaxY() + 1) {
            faults.add("“" + labeled.getText() + "” leaves the window: " + bounds);
        }
    }
}
