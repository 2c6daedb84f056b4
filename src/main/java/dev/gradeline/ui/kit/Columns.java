package dev.gradeline.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Columns side by side that wrap into rows where the room is too narrow for their minimum widths. The columns of a row are
 * as tall as the tallest, unless their maximum height forbids it, and share its width by weight; height to spare goes to the last row. JavaFX thread.
 */
public final class Columns extends Pane {
    private static final String WEIGHT = "gradeline-column-weight";

    private double gap = 14;
    private double rowGap = -1;

    /** A column's share of the width, beside the others of its row; 1 unless set. */
    public static double getWeight(Node column) {
        return column.getProperties().get(WEIGHT) instanceof Double weight ? weight : 1;
    }

    public static void setWeight(Node column, double weight) {
        column.getProperties().put(WEIGHT, weight);
    }

    /** The space between rows, in pixels; that between columns unless set. */
    public double getRowGap() {
        return rowGap < 0 ? gap : rowGap;
    }

    public void setRowGap(double pixels) {
        rowGap = pixels;
        requestLayout();
    }

    /** The space between columns, in pixels. */
    public double getGap() {
        return gap;
    }

    public void setGap(double pixels) {
        gap = pixels;
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private List<List<Node>> rows(double width) {
        List<List<Node>> rows = new ArrayList<>();
        double taken = 0;
        for (Node column : getManagedChildren()) {
            double least = snapSizeX(column.minWidth(-1));
            if (rows.isEmpty() || taken + gap + least > width) {
                rows.add(new ArrayList<>());
                taken = least;
            } else {
                taken += gap + least;
            }
            rows.getLast().add(column);
        }
        return rows;
    }

    /** By weight, but none narrower than its minimum as long as the row has the room. */
    private double[] widths(List<Node> row, double width) {
        double room = width - gap * (row.size() - 1);
        double[] widths = new double[row.size()];
        boolean[] fixed = new boolean[row.size()];
        boolean settled = false;
        while (!settled) {
            settled = true;
            double free = room;
            double weights = 0;
            for (int i = 0; i < widths.length; i++) {
                free -= fixed[i] ? widths[i] : 0;
                weights += fixed[i] ? 0 : getWeight(row.get(i));
            }
            for (int i = 0; i < widths.length; i++) {
                if (!fixed[i]) {
                    widths[i] = free * getWeight(row.get(i)) / weights;
                    double least = snapSizeX(row.get(i).minWidth(-1));
                    if (row.size() > 1 && widths[i] < least) {
                        widths[i] = least;
                        fixed[i] = true;
                        settled = false;
                        break;
                    }
                }
            }
        }
        return widths;
    }

    private double height(List<Node> row, double[] widths) {
        double height = 0;
        for (int i = 0; i < widths.length; i++) {
            height = Math.max(height, row.get(i).prefHeight(widths[i]));
        }
        return snapSizeY(height);
    }

    @Override
    protected double computeMinWidth(double height) {
        double least = 0;
        for (Node column : getManagedChildren()) {
            least = Math.max(least, column.minWidth(-1));
        }
        return least + getInsets().getLeft() + getInsets().getRight();
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = -gap;
        for (Node column : getManagedChildren()) {
            width += column.prefWidth(-1) + gap;
        }
        return Math.max(0, width) + getInsets().getLeft() + getInsets().getRight();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        double room = (width < 0 ? computePrefWidth(-1) : width) - insets.getLeft() - insets.getRight();
        List<List<Node>> rows = rows(room);
        double height = insets.getTop() + insets.getBottom() + getRowGap() * Math.max(0, rows.size() - 1);
        for (List<Node> row : rows) {
            height += height(row, widths(row, room));
        }
        return height;
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double room = getWidth() - insets.getLeft() - insets.getRight();
        double y = insets.getTop();
        double bottom = getHeight() - insets.getBottom();
        List<List<Node>> rows = rows(room);
        for (int r = 0; r < rows.size(); r++) {
            List<Node> row = rows.get(r);
            double[] widths = widths(row, room);
            double needed = height(row, widths);
            double height = r == rows.size() - 1 ? Math.max(needed, bottom - y) : needed;
            double x = insets.getLeft();
            for (int i = 0; i < widths.length; i++) {
                double left = snapPositionX(x);
                double wide = snapPositionX(x + widths[i]) - left;
                row.get(i)
                        .resizeRelocate(
                                left, y, wide, Math.min(height, row.get(i).maxHeight(wide)));
                x += widths[i] + gap;
            }
            y += height + getRowGap();
        }
    }
}
