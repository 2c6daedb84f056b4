package dev.gradeline.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Looks for texts that are not drawn whole. JavaFX thread, after layout. */
public final class WholeTexts {
    private WholeTexts() {}

    /** What is shortened, or reaches beyond the root, in words; empty when all of it is whole. */
    public static List<String> faults(Parent root) {
        List<String> faults = new ArrayList<>();
        collect(root, root.localToScene(root.getLayoutBounds()), label -> false, faults);
        return faults;
    }

    /**
     * The same of what nobody may shorten, wherever a page has scrolled to: what tells its whole text otherwise, or stands in
     * a row of a list, gives way. And what is drawn below the card that it stands in.
     */
    public static List<String> gravest(Parent root) {
        List<String> faults = new ArrayList<>();
        collect(root, null, WholeTexts::givesWay, faults);
        below(root, Double.MAX_VALUE, faults);
        return faults;
    }

    /** A card as high as its texts: what stands in a table or scrolls by itself is another matter. */
    private static void below(Node node, double bottom, List<String> faults) {
        if (!node.isVisible() || node instanceof Control && !(node instanceof Labeled || node instanceof ScrollPane)) {
            return;
        }
        double end = node.localToScene(node.getLayoutBounds()).getMaxY();
        if (node instanceof Labeled labeled && labeled.getText() != null && end > bottom + 1) {
            faults.add("“" + labeled.getText() + "” leaves its card by " + (end - bottom));
        }
        double within =
                node.getStyleClass().contains("card") ? end : node instanceof ScrollPane ? Double.MAX_VALUE : bottom;
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> below(child, within, faults));
        }
    }

    private static boolean givesWay(Labeled label) {
        return label.getTooltip() != null
                || !LateTooltip.told(label).isEmpty()
                || label instanceof IndexedCell<?>
                || tells(label.getParent())
                || (label.getParent() != null
                        && label.getParent().getStyleClass().contains("list-row"));
    }

    /** Whether it stands in a cell whose tooltip tells more than fits. */
    private static boolean tells(@Nullable Parent within) {
        Parent at = within;
        while (at != null && !(at instanceof IndexedCell<?>)) {
            at = at.getParent();
        }
        return at instanceof RowCell<?> cell && !cell.more().isEmpty();
    }

    private static void collect(Node node, @Nullable Bounds window, Predicate<Labeled> shortened, List<String> faults) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isEmpty()
                && !shortened.test(labeled)) {
            check(labeled, window, faults);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, window, shortened, faults));
        }
    }

    private static void check(Labeled labeled, @Nullable Bounds window, List<String> faults) {
        String drawn = labeled.lookup(".text") instanceof Text text ? text.getText() : labeled.getText();
        if (!drawn.replace("\n", "").equals(labeled.getText().replace("\n", ""))) {
            faults.add("“" + labeled.getText() + "” is drawn as “" + drawn + "”");
        }
        if (window == null) {
            return;
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
