package dev.gradeline.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Accordion;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.TextFlow;

/**
 * Looks for what a pointer hardly hits: less than 24 pixels wide or high (WCAG 2.2, 2.5.8). A link within a sentence is as
 * high as its line, and scroll bars have the wheel and the keys beside them. JavaFX thread, after layout.
 */
public final class Targets {
    private static final double LEAST = 24;
    /** What rounding to whole pixels may take. */
    private static final double ROUNDED = 0.01;

    private Targets() {}

    /** What is too small, with its size, in words; empty when all can be hit. */
    public static List<String> small(Parent root) {
        return all(root).stream().filter(Targets::isSmall).map(Targets::say).toList();
    }

    /** The same at the smallest size of text that can be chosen; the root's own style is gone afterwards. */
    public static List<String> smallAtLeastText(Parent root) {
        root.setStyle("-fx-font-size: 11.7px;");
        for (int pass = 0; pass < 3; pass++) {
            root.applyCss();
            root.layout();
        }
        return small(root);
    }

    /** Everything below a node that can be pressed, chosen or written into, and is shown. */
    public static List<Node> all(Parent root) {
        List<Node> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible() || node.isMouseTransparent() || node instanceof ScrollBar) {
            return;
        }
        if (isTarget(node)) {
            found.add(node);
        }
        boolean whole = node instanceof ComboBox<?> box && !box.isEditable();
        if (!whole && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static boolean isTarget(Node node) {
        return switch (node) {
            case Hyperlink link -> !(link.getParent() instanceof TextFlow);
            case DateCell day ->
                !day.getText().isEmpty()
                        && !day.getStyleClass().contains("day-name-cell")
                        && !day.getStyleClass().contains("week-number-cell");
            case TableRow<?> row -> !row.isEmpty();
            case ListCell<?> cell -> !cell.isEmpty();
            case TableCell<?, ?> cell -> false;
            case IndexedCell<?> cell -> !cell.isEmpty();
            case Cell<?> cell -> false;
            case ButtonBase button -> true;
            case ComboBoxBase<?> box -> true;
            case TextInputControl field -> true;
            case Slider slider -> true;
            case Spinner<?> spinner -> true;
            case Accordion accordion -> true;
            default ->
                Cursor.HAND.equals(node.getCursor())
                        || node.isFocusTraversable()
                        || styled(node, "menu-item")
                        || (styled(node, "arrow-button") && node.getParent() instanceof DatePicker)
                        || styled(node, "increment-arrow-button")
                        || styled(node, "decrement-arrow-button")
                        || styled(node, "show-hide-columns-button")
                        // the row of all headers is a header, too
                        || (styled(node, "column-header") && !styled(node, "nested-column-header"));
        };
    }

    private static boolean styled(Node node, String style) {
        return node.getStyleClass().contains(style);
    }

    private static boolean isSmall(Node node) {
        Bounds bounds = hit(node);
        // what takes no room at all is not there: JavaFX keeps an empty header at the end of a table's
        boolean there = bounds.getWidth() > 0 || bounds.getHeight() > 0;
        return there && (bounds.getWidth() < LEAST - ROUNDED || bounds.getHeight() < LEAST - ROUNDED);
    }

    /** What a pointer hits: with what is painted beyond the node's own place. */
    private static Bounds hit(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }

    private static String say(Node node) {
        Bounds bounds = hit(node);
        return "%s “%s” is %.1f×%.1f"
                .formatted(Spoken.kind(node), Spoken.name(node), bounds.getWidth(), bounds.getHeight());
    }
}
