package dev.gradeline.ui.overview;

import javafx.scene.layout.Region;

/** An upright bar, filled from below by a share of its height; never so little that it cannot be seen. JavaFX thread. */
final class CountBar extends Region {
    private static final double LEAST = 2;

    private final Region fill = new Region();
    private final double share;

    /** @param share 0 to 1 */
    CountBar(double share) {
        this.share = share;
        getStyleClass().add("count-bar");
        fill.getStyleClass().add("fill");
        fill.setManaged(false);
        getChildren().add(fill);
    }

    @Override
    protected void layoutChildren() {
        double height = snapSizeY(Math.max(LEAST, getHeight() * share));
        fill.resizeRelocate(0, getHeight() - height, getWidth(), height);
    }
}
