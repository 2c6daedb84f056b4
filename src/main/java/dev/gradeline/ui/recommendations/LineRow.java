package dev.gradeline.ui.recommendations;

import dev.gradeline.words.Cleaning;
import dev.gradeline.words.Words;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A line of the table. The head of a group has no columns: it lies over its cells, which are empty, as wide as the line.
 * JavaFX thread.
 */
final class LineRow extends TableRow<TableLine> {
    private static final int LONGEST = 400;
    private static final double INSET = 10;

    private final Words words;
    private @Nullable Label head;

    LineRow(Words words) {
        this.words = words;
    }

    @Override
    protected void updateItem(@Nullable TableLine line, boolean empty) {
        super.updateItem(line, empty);
        if (!empty && line instanceof GroupLine group) {
            show(group);
        } else if (head != null) {
            head.setVisible(false);
            setAccessibleText(null);
        }
    }

    private void show(GroupLine group) {
        Label label = head;
        if (label == null) {
            label = new Label();
            label.setManaged(false);
            label.setMouseTransparent(true);
            label.getStyleClass().add("group-head");
            head = label;
        }
        String text = words.of("recommendations.group", Cleaning.shorten(group.name(), LONGEST), group.count());
        label.setText(text);
        label.setGraphic(new FontIcon(group.open() ? "fth-chevron-down" : "fth-chevron-right"));
        label.setVisible(true);
        setAccessibleText(words.of(group.open() ? "recommendations.group.open" : "recommendations.group.closed", text));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Label label = head;
        if (label != null) {
            // the skin makes the cells anew now and then, and takes what else is there away
            if (!getChildren().contains(label)) {
                getChildren().add(label);
            }
            double room = Math.max(0, getWidth() - 2 * INSET);
            label.resizeRelocate(INSET, 0, Math.min(room, Math.ceil(label.prefWidth(-1))), getHeight());
        }
    }
}
