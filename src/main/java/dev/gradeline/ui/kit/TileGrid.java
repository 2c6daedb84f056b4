package dev.gradeline.ui.kit;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Lays equal tiles in balanced rows that fill the width: as many columns as the tiles' minimum width allows, and no last
 * row with a lonely tile where an even split exists. What tiles show only where there is room, all of them show or none.
 * JavaFX thread.
 */
public final class TileGrid extends Pane {
    private static final String ROOMY = "gradeline-tile-roomy";

    /** A tile that can show more where it has the room. */
    public interface Roomy {
        /** The least width with everything that it can show. */
        double roomyWidth();

        /** Whether to show it. */
        void setRoomy(boolean roomy);
    }

    /** Lets the grid decide what a tile shows. */
    public static void setRoomy(Node tile, Roomy roomy) {
        tile.getProperties().put(ROOMY, roomy);
    }

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
        int count = Math.max(1, getManagedChildren().size());
        double least = tileWidth;
        double roomy = tileWidth;
        for (Node tile : getManagedChildren()) {
            least = Math.max(least, tile.minWidth(-1));
            if (tile.getProperties().get(ROOMY) instanceof Roomy one) {
                roomy = Math.max(roomy, one.roomyWidth());
            }
        }
        int tight = even(count, width, least);
        int wide = even(count, width, Math.max(least, roomy));
        int rows = Math.ceilDiv(count, tight);
        // many rows may become a quarter more, few stay as they are: the page has other things to tell
        boolean roomyFits =
                Math.ceilDiv(count, wide) <= rows + rows / 4 && tileSize(width, wide) >= Math.max(least, roomy);
        for (Node tile : getManagedChildren()) {
            if (tile.getProperties().get(ROOMY) instanceof Roomy one) {
                one.setRoomy(roomyFits);
            }
        }
        return roomyFits ? wide : tight;
    }

    /** How many columns of a least width fit, where the rows are as even as they can be. */
    private int even(int count, double width, double least) {
        int fit = Math.clamp((long) ((width + gap) / (least + gap)), 1, count);
        return Math.ceilDiv(count, Math.ceilDiv(count, fit));
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
