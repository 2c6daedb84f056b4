package dev.gradeline.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.skin.TableCellSkin;
import javafx.scene.text.Text;

/**
 * A cell's look that leaves its nodes where they are while only their text is another. The toolkit's takes them all out and in
 * again with each text, so that each is styled anew: for all cells of a table with each key typed. JavaFX thread.
 */
final class RowCellSkin<R> extends TableCellSkin<R, R> {
    RowCellSkin(RowCell<R> cell) {
        super(cell);
    }

    @Override
    protected void updateChildren() {
        if (!stand()) {
            super.updateChildren();
        }
    }

    /** Whether the nodes are those that belong there, behind them perhaps the marks. */
    private boolean stand() {
        Node graphic = getSkinnable().getGraphic();
        String text = getSkinnable().getText();
        boolean texts = graphic == null || text != null && !text.isEmpty();
        int at = !getChildren().isEmpty() && getChildren().getFirst() instanceof MatchMarks ? 1 : 0;
        if (getChildren().size() != at + (graphic == null ? 0 : 1) + (texts ? 1 : 0)) {
            return false;
        }
        return (graphic == null || getChildren().get(at).equals(graphic))
                && (!texts || getChildren().getLast() instanceof Text);
    }
}
