package dev.gradeline.ui.kit;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Two panes: the second beside the first where both have room, else below it. The second's preferred width and the first's
 * minimum width decide. JavaFX thread.
 */
public final class BesideOrBelow extends Pane {
    private static final double GAP = 14;
    /** Below, the second pane takes at most this share of the height. */
    private static final double SHARE = 0.42;

    private static boolean isBeside(Node first, Node second, double width) {
        return first.minWidth(-1) + GAP + second.prefWidth(-1) <= width;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        if (getManagedChildren().isEmpty()) {
            return;
        }
        Insets insets = getInsets();
        double x = insets.getLeft();
        double y = insets.getTop();
        double width = getWidth() - x - insets.getRight();
        double height = getHeight() - y - insets.getBottom();
        Node first = getManagedChildren().get(0);
        if (getManagedChildren().size() == 1) {
            first.resizeRelocate(x, y, width, height);
            return;
        }
        Node second = getManagedChildren().get(1);
        if (isBeside(first, second, width)) {
            double aside = snapSizeX(second.prefWidth(-1));
            first.resizeRelocate(x, y, width - GAP - aside, height);
            second.resizeRelocate(x + width - aside, y, aside, height);
        } else {
            double below = Math.min(snapSizeY(second.prefHeight(width)), Math.floor(height * SHARE));
            first.resizeRelocate(x, y, width, height - GAP - below);
            second.resizeRelocate(x, y + height - below, width, below);
        }
    }
}
