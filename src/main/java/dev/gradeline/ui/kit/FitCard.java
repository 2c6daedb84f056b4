package dev.gradeline.ui.kit;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** A card that grows for the {@link FitRows} in it, but no taller than all of their rows need. JavaFX thread. */
public final class FitCard extends VBox {
    @Override
    protected double computeMaxHeight(double width) {
        double inside =
                width < 0 ? -1 : width - getInsets().getLeft() - getInsets().getRight();
        double height = prefHeight(width);
        for (Node child : getManagedChildren()) {
            if (child instanceof FitRows rows) {
                height += Math.max(0, rows.mostHeight(inside) - rows.prefHeight(inside));
            }
        }
        return height;
    }
}
