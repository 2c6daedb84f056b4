package dev.gradeline.ui.kit;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Two panes: the second beside the first where both have room, else below it, and where there is no height for that either, in
 * its place. This pane's preferred width and height, as the stylesheet has them, are those from which there is room. JavaFX
 * thread.
 */
public final class BesideOrBelow extends Pane {
    private static final double GAP = 14;
    /** Below, the second pane takes at most this share of the height. */
    private static final double SHARE = 0.5;

    /** Where the second pane stands while it shows. */
    public enum Place {
        BESIDE,
        BELOW,
        INSTEAD
    }

    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(Place.BESIDE);

    public BesideOrBelow() {
        InvalidationListener again = o -> place();
        widthProperty().addListener(again);
        heightProperty().addListener(again);
        prefWidthProperty().addListener(again);
        prefHeightProperty().addListener(again);
    }

    /** Known before the second pane shows. Whoever shows it in the first one's place hides that one. */
    public ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    private void place() {
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        if (getWidth() >= getPrefWidth()) {
            place.set(Place.BESIDE);
        } else {
            place.set(getHeight() >= getPrefHeight() ? Place.BELOW : Place.INSTEAD);
        }
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
        Node first = getManagedChildren().getFirst();
        if (getManagedChildren().size() == 1) {
            first.resizeRelocate(x, y, width, height);
            return;
        }
        Node second = getManagedChildren().get(1);
        switch (place.get()) {
            case BESIDE -> {
                double aside = snapSizeX(second.prefWidth(-1));
                first.resizeRelocate(x, y, width - GAP - aside, height);
                second.resizeRelocate(x + width - aside, y, aside, height);
            }
            case BELOW -> {
                double below = Math.min(snapSizeY(second.prefHeight(width)), Math.floor(height * SHARE));
                first.resizeRelocate(x, y, width, height - GAP - below);
                second.resizeRelocate(x, y + height - below, width, below);
            }
            case INSTEAD -> {
                first.resizeRelocate(x, y, width, height);
                second.resizeRelocate(x, y, width, height);
            }
        }
    }
}
