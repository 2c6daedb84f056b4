package dev.gradeline.ui.kit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what assistive technology cannot tell: a control without a name or without a role, and a cell that shows a drawing
 * and says nothing. JavaFX thread, after layout.
 */
public final class Spoken {
    /** What says nothing of what a node is. */
    private static final Set<AccessibleRole> NO_ROLE = Set.of(AccessibleRole.NODE, AccessibleRole.PARENT);

    private Spoken() {}

    /** What has no name or no role, in words; empty when all of it can be told. */
    public static List<String> silent(Parent root) {
        Set<Node> labelled = new HashSet<>();
        labels(root, labelled);
        List<String> faults = new ArrayList<>();
        collect(root, labelled, faults);
        return faults;
    }

    private static void labels(Node node, Set<Node> labelled) {
        if (node instanceof Label label && label.getLabelFor() != null) {
            labelled.add(label.getLabelFor());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> labels(child, labelled));
        }
    }

    private static void collect(Node node, Set<Node> labelled, List<String> faults) {
        if (!node.isVisible() || node instanceof ScrollBar) {
            return;
        }
        boolean control = node.isFocusTraversable() || node instanceof ButtonBase;
        if (control && name(node).isBlank() && !labelled.contains(node)) {
            faults.add(kind(node) + " has no name");
        }
        if (control && (node.getAccessibleRole() == null || NO_ROLE.contains(node.getAccessibleRole()))) {
            faults.add(kind(node) + " “" + name(node) + "” has no role");
        }
        if (isDrawing(node) && name(node).isBlank()) {
            faults.add(kind(node) + " shows what it does not say");
        }
        if (node instanceof TableView<?> table) {
            table.getVisibleLeafColumns().stream()
                    .filter(column -> title(column).isBlank())
                    .forEach(column -> faults.add("a column of " + kind(table) + " has no title"));
        }
        boolean whole = node instanceof ComboBoxBase<?> || node instanceof Spinner<?>;
        if (!whole && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, labelled, faults));
        }
    }

    /** A cell is read as a whole: of the nodes in it nobody hears. */
    private static boolean isDrawing(Node node) {
        boolean cell = node instanceof TableCell<?, ?> || node instanceof ListCell<?>;
        return cell && node instanceof IndexedCell<?> each && !each.isEmpty() && shows(each.getGraphic());
    }

    private static boolean shows(@Nullable Node node) {
        return switch (node) {
            case null -> false;
            case Node hidden when !hidden.isVisible() -> false;
            case Text text -> !text.getText().isBlank();
            case ImageView image -> true;
            case Parent parent -> parent.getChildrenUnmodifiable().stream().anyMatch(Spoken::shows);
            default -> false;
        };
    }

    private static String title(TableColumnBase<?, ?> column) {
        return column.getText() == null ? "" : column.getText();
    }

    /** What is said of a control by itself; empty for nothing. */
    public static String name(Node node) {
        String said = node.getAccessibleText();
        return filled(said)
                ? said
                : node instanceof Labeled labeled && filled(labeled.getText()) ? labeled.getText() : "";
    }

    private static boolean filled(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** What a node is: its class, id and styles. */
    public static String kind(Node node) {
        String type = node.getClass().getSimpleName();
        return (type.isEmpty() ? node.getClass().getSuperclass().getSimpleName() : type)
                + (node.getId() == null ? "" : "#" + node.getId())
                + " " + node.getStyleClass();
    }
}
