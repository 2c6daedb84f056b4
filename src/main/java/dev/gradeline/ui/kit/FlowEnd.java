package dev.gradeline.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Lays controls in lines from the left, and the last of them at the right end of the last line: on a line of its own only
 * where it has no room beside the others. JavaFX thread.
 */
public final class FlowEnd extends Pane {
    private static final double GAP = 8;

    private List<List<Node>> lines(double width) {
        List<List<Node>> lines = new ArrayList<>();
        double taken = 0;
        for (Node child : getManagedChildren()) {
            double wide = wide(child, width);
            if (lines.isEmpty() || taken + GAP + wide > width) {
                lines.add(new ArrayList<>());
                taken = wide;
            } else {
                taken += GAP + wide;
            }
            lines.getLast().add(child);
        }
        return lines;
    }

    private double wide(Node child, double room) {
        double most = Math.max(child.minWidth(-1), child.maxWidth(-1));
        return Math.min(room, snapSizeX(Math.clamp(child.prefWidth(-1), child.minWidth(-1), most)));
    }

    private double tall(Node child) {
        return snapSizeY(Math.max(child.minHeight(-1), child.prefHeight(-1)));
    }

    private double tall(List<Node> line) {
        return line.stream().mapToDouble(this::tall).max().orElse(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = getInsets().getLeft() + getInsets().getRight() - GAP;
        for (Node child : getManagedChildren()) {
            width += wide(child, Double.MAX_VALUE) + GAP;
        }
        return Math.max(0, width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        double room = (width < 0 ? computePrefWidth(-1) : width) - insets.getLeft() - insets.getRight();
        double height = insets.getTop() + insets.getBottom() - GAP;
        for (List<Node> line : lines(room)) {
            height += tall(line) + GAP;
        }
        return Math.max(0, height);
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double room = getWidth() - insets.getLeft() - insets.getRight();
        List<Node> all = getManagedChildren();
        double y = insets.getTop();
        for (List<Node> line : lines(room)) {
            double x = insets.getLeft();
            double height = tall(line);
            for (Node child : line) {
                double wide = wide(child, room);
                boolean last = child.equals(all.getLast());
                double at = last ? insets.getLeft() + room - wide : x;
                double tall = tall(child);
                child.resizeRelocate(snapPositionX(at), snapPositionY(y + (height - tall) / 2), wide, tall);
                x += wide + GAP;
            }
            y += height + GAP;
        }
    }
}
