package dev.gradeline.ui.kit;

import dev.gradeline.words.Cleaning;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Skin;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** A cell that shows something of its row. Text that does not fit stands in a tooltip as well. JavaFX thread. */
public final class RowCell<R> extends TableCell<R, R> {
    /** What a cell can show at most, with room to spare: laying out more only costs time. */
    private static final int LONGEST = 400;
    /** What a tooltip can show on one screen. */
    private static final int LONGEST_TOOLTIP = 1200;

    private static final double WIDEST_TOOLTIP = 480;

    private static final String ABSENT = "absent";
    private static final String RIGHT_TO_LEFT = "right-to-left";

    private final BiConsumer<RowCell<R>, R> show;
    private final boolean reusing;
    /** Made when the mouse first comes: each is a window of its own, and a table has hundreds of cells. */
    private @Nullable Tooltip whole;

    private final ObservableValue<List<String>> sought;
    private final InvalidationListener other = o -> requestLayout();
    private @Nullable MatchMarks marks;
    private String text = "";
    private @Nullable Supplier<String> hint;

    private RowCell(BiConsumer<RowCell<R>, R> show, ObservableValue<List<String>> sought, boolean reusing) {
        this.show = show;
        this.reusing = reusing;
        this.sought = sought;
        sought.addListener(new WeakInvalidationListener(other));
        addEventHandler(MouseEvent.MOUSE_ENTERED, event -> tellMore());
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            // another row came under the mouse
            if (getTooltip() == null) {
                tellMore();
            }
        });
    }

    /**
     * A column of such cells.
     *
     * @param id by which it is remembered
     * @param style a style class for its cells and its header
     */
    public static <R> TableColumn<R, R> column(String id, String title, String style, BiConsumer<RowCell<R>, R> show) {
        return column(id, title, style, show, new ReadOnlyObjectWrapper<>(List.of()), false);
    }

    /**
     * A column of cells that mark what is sought in them.
     *
     * @param sought folded, see {@link dev.gradeline.posture.SearchFold}
     * @param reusing whether {@code show} finds the text, the graphic and the absence of the row before, the graphic visible even
     *     if there was nothing to show, and sets or clears them itself: to make a graphic anew for every cell with every key
     *     typed costs more than all else. Hints and accessible texts never stay
     */
    public static <R> TableColumn<R, R> column(
            String id,
            String title,
            String style,
            BiConsumer<RowCell<R>, R> show,
            ObservableValue<List<String>> sought,
            boolean reusing) {
        TableColumn<R, R> column = new TableColumn<>(title);
        column.setId(id);
        column.getStyleClass().add(style);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(ignored -> {
            RowCell<R> cell = new RowCell<>(show, sought, reusing);
            cell.getStyleClass().add(style);
            return cell;
        });
        return column;
    }

    /** Shows a text in its own direction: one that is read from the right begins at the right, and is cut at its left. */
    public void showText(String shown) {
        text = shown;
        direct(isRightToLeft(shown));
        setText(Cleaning.shorten(shown, LONGEST));
    }

    /** Whether the text stands in for what is not there. */
    public void showAbsent(boolean absent) {
        style(ABSENT, absent);
    }

    private void direct(boolean rightToLeft) {
        setNodeOrientation(rightToLeft ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.INHERIT);
        style(RIGHT_TO_LEFT, rightToLeft);
    }

    /** To take a style away and give it back is to style the cell anew. */
    private void style(String style, boolean given) {
        if (given != getStyleClass().contains(style)) {
            if (given) {
                getStyleClass().add(style);
            } else {
                getStyleClass().remove(style);
            }
        }
    }

    /** By the first character that has a direction. */
    private static boolean isRightToLeft(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            byte direction = Character.getDirectionality(text.codePointAt(at));
            if (direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
                return false;
            }
            if (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
                return true;
            }
        }
        return false;
    }

    /** Shows more about the text in the tooltip, whether it fits or not. */
    public void showHint(String more) {
        hint = () -> more;
    }

    /**
     * Shows more about the text in the tooltip, whether it fits or not.
     *
     * @param more asked only once the mouse comes
     */
    public void showHint(Supplier<String> more) {
        hint = more;
    }

    /** What the tooltip would tell; empty where the cell tells all of it. */
    String more() {
        Supplier<String> told = hint;
        return told != null ? told.get() : isTextTruncated() ? text : "";
    }

    /** Leaves the cell empty, with what it shows at hand for the next row. */
    public void showNothing() {
        showAbsent(false);
        setText(null);
        if (getGraphic() != null) {
            getGraphic().setVisible(false);
        }
    }

    private void tellMore() {
        String told = more();
        if (told.isEmpty()) {
            setTooltip(null);
            return;
        }
        Tooltip tooltip = whole;
        if (tooltip == null) {
            tooltip = new Tooltip();
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(WIDEST_TOOLTIP);
            whole = tooltip;
        }
        tooltip.setText(Cleaning.shorten(told, LONGEST_TOOLTIP));
        setTooltip(tooltip);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new RowCellSkin<>(this);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        List<String> wanted = sought.getValue();
        if (marks == null && !wanted.isEmpty() && getText() != null) {
            marks = new MatchMarks();
        }
        // most cells have nothing to mark, and what is not there need not be styled
        if (marks != null
                && marks.show(this, getText() == null ? List.of() : wanted)
                && !getChildren().contains(marks)) {
            getChildren().addFirst(marks);
        }
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        if (reusing && getIndex() < 0) {
            // laid aside until the table knows the next row, often at once: to be emptied only to be filled costs twice
            return;
        }
        hint = null;
        text = "";
        setAccessibleText(null);
        // a cell is used again for other rows: nothing of the last one may stay
        if (!reusing) {
            getStyleClass().removeAll("gone", ABSENT);
            setText(null);
            setGraphic(null);
        } else if (empty || row == null) {
            showNothing();
        } else if (getGraphic() != null) {
            getGraphic().setVisible(true);
        }
        // whether the new text fits is known once it is laid out
        setTooltip(null);
        if (!empty && row != null) {
            show.accept(this, row);
        }
    }
}
