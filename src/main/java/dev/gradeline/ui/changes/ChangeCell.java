package dev.gradeline.ui.changes;

import dev.gradeline.ui.kit.IconLabel;
import dev.gradeline.ui.kit.Rows;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A day's heading or one change in the list. JavaFX thread. */
final class ChangeCell extends ListCell<ChangeRow> {
    private final IconLabel icon = new IconLabel();
    private final Label text = new Label();
    private final Label side = new Label();
    private final HBox content = new HBox(icon, text, side);

    ChangeCell(Consumer<ChangeRow.Entry> open) {
        getStyleClass().add("change-cell");
        content.getStyleClass().add("change-row");
        content.setAlignment(Pos.CENTER_LEFT);
        side.getStyleClass().addAll("muted", "figures");
        side.setMinWidth(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        // as wide as the list, so that a long sentence is shortened and not scrolled to
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && getItem() instanceof ChangeRow.Entry entry) {
                open.accept(entry);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable ChangeRow row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().removeAll("day-cell", "group-cell", "entry-cell");
        setGraphic(row == null || empty ? null : content);
        if (row != null && !empty) {
            switch (row) {
                case ChangeRow.Day day -> show(day);
                case ChangeRow.Group group -> show(group);
                case ChangeRow.Entry entry -> show(entry);
            }
        }
    }

    private void show(ChangeRow.Day day) {
        getStyleClass().add("day-cell");
        Rows.show(icon, false);
        text.setText(day.title());
        text.setTooltip(null);
        side.setText(day.count());
        side.setTooltip(null);
        setAccessibleText(day.title() + ", " + day.count());
    }

    private void show(ChangeRow.Group group) {
        getStyleClass().add("group-cell");
        Rows.show(icon, false);
        text.setText(group.title());
        text.setTooltip(null);
        side.setText("");
        side.setTooltip(null);
        setAccessibleText(group.title());
    }

    private void show(ChangeRow.Entry entry) {
        getStyleClass().add("entry-cell");
        Rows.show(icon, true);
        icon.show(entry.line());
        text.setText(entry.line().text());
        text.setTooltip(new Tooltip(entry.line().text()));
        side.setText(entry.time());
        side.setTooltip(new Tooltip(entry.inFull()));
        setAccessibleText(entry.line().text() + ", " + entry.inFull());
    }
}
