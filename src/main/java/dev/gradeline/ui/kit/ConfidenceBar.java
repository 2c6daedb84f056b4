package dev.gradeline.ui.kit;

import java.math.BigDecimal;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A thin bar filled from 0 to 1. It goes beside the number, never in its place. JavaFX thread. */
public final class ConfidenceBar extends Region {
    private final Region fill = new Region();
    private double share;

    public ConfidenceBar() {
        getStyleClass().add("confidence-bar");
        fill.getStyleClass().add("fill");
        fill.setManaged(false);
        getChildren().add(fill);
        setPrefWidth(160);
    }

    /** Shows a confidence from 0 to 1; null and what lies outside are drawn at the nearest end. */
    public void setConfidence(@Nullable BigDecimal confidence) {
        share = confidence == null ? 0 : Math.clamp(confidence.doubleValue(), 0, 1);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, 0, getWidth() * share, getHeight());
    }
}
