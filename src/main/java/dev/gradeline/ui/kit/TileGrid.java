package dev.gradeline.ui.kit;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Lays equal tiles in balanced rows that fill the width: as many columns as the tiles' minimum width allows, and no last
 * row with a lonely tile where an even split exists. JavaFX thread.
 */
public final class TileGrid extends Pane {
    private double gap = 14;
    private double tileWidth = 160;

    /** The space between tiles, in pixels. */
    public double getGap() {
        return gap;
    }

    public void setGap(double pixels) {
        gap = pixels;
        requestLayout();
    }

    /** The least width of a tile at 100 % text, in pixels; a tile that needs more gets more. */
    public double getTileWidth() {
        return tileWidth;
    }

    public void setTileWidth(double pixels) {
        tileWidth = pixels;
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private int columns(double width) {
        int count = getManagedChildren().size();
        double least = tileWidth;
        for (Node tile : getManagedChildren()) {
            least = Math.max(least, tile.minWidth(-1));
        }
        int fit = Math.clamp((long) ((width + gap) / (least + gap)), 1, Math.max(1, count));
        int rows = Math.ceilDiv(Math.max(1, count), fit);
        return Math.ceilDiv(Math.max(1, count), rows);
    }

    private double rowHeight(double tile) {
        double height = 0;
        for (Node node : getManagedChildren()) {
            height = Math.max(height, node.prefHeight(tile));
        }
        return height;
    }

    private double tileSize(double width, int columns) {
        return (width - gap * (columns - 1)) / columns;
    }

    @Override
    protected double computeMinWidth(double height) {
        return tileWidth;
    }

    @Override
    protected double computePrefWidth(double height) {
        Insets insets = getInsets();
        int count = Math.max(1, getManagedChildren().size());
        return insets.getLeft() + insets.getRight() + count * tileWidth + gap * (count - 1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        if (getManagedChildren().isEmpty()) {
            return insets.getTop() + insets.getBottom();
        }
        double room = (width < 0 ? computePrefWidth(-1) : width) - insets.getLeft() - insets.getRight();
        int columns = columns(room);
        int rows = Math.ceilDiv(getManagedChildren().size(), columns);
        double height = rowHeight(snapSizeX(tileSize(room, columns)));
        return insets.getTop() + insets.getBottom() + rows * height + gap * (rows - 1);
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double room = getWidth() - insets.getLeft() - insets.getRight();
        int columns = columns(room);
        double width = tileSize(room, columns);
        double height = rowHeight(width);
        int index = 0;
        for (Node tile : getManagedChildren()) {
            double x = insets.getLeft() + index % columns * (width + gap);
            int row = index / columns;
            double y = insets.getTop() + row * (height + gap);
            tile.resizeRelocate(
                    snapPositionX(x),
                    snapPositionY(y),
                    snapPositionX(x + width) - snapPositionX(x),
                    snapPositionY(y + height) - snapPositionY(y));
            index++;
        }
    }
}
