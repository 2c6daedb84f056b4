package dev.gradeline.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Rows of which as many show as there is room for, and never half a row: asks for room for its first few, uses what it
 * gets, and lets what is left over make each row a little taller. Rows that never had room are not in the scene; those that
 * have none any longer are invisible and out of the keyboard's way. JavaFX thread.
 */
public final class FitRows extends Pane {
    /** A row may grow by this share of its height. */
    private static final double MOST_STRETCH = 0.2;

    private int wanted = 5;
    private double gap;
    /** Those that follow the children, and had no room yet. */
    private final List<Node> waiting = new ArrayList<>();
    /** How many had room at the last layout. */
    private int fit;

    /** Replaces all rows, which are of one height; the one at the focused one's place has the focus afterwards. */
    public void fill(List<? extends Node> rows) {
        int first = Math.min(rows.size(), Math.max(wanted, fit));
        waiting.clear();
        waiting.addAll(rows.subList(first, rows.size()));
        Rows.fill(this, rows.subList(0, first));
    }

    /** How many rows to ask room for. */
    public int getWanted() {
        return wanted;
    }

    public void setWanted(int rows) {
        wanted = rows;
        requestLayout();
    }

    /** The space between rows, in pixels. */
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

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        double room = width < 0 ? -1 : width - insets.getLeft() - insets.getRight();
        double height = insets.getTop() + insets.getBottom();
        int shown = Math.min(wanted, getManagedChildren().size());
        for (int i = 0; i < shown; i++) {
            height += snapSizeY(getManagedChildren().get(i).prefHeight(room)) + (i == 0 ? 0 : gap);
        }
        return height;
    }

    /** Room for every row at its tallest; more would stay empty. */
    double mostHeight(double width) {
        Insets insets = getInsets();
        double height = insets.getTop() + insets.getBottom() - gap;
        double last = 0;
        for (Node row : getManagedChildren()) {
            last = snapSizeY(row.prefHeight(width) * (1 + MOST_STRETCH)) + gap;
            height += last;
        }
        return Math.max(0, height + waiting.size() * last);
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double width = getWidth() - insets.getLeft() - insets.getRight();
        double room = getHeight() - insets.getTop() - insets.getBottom();
        List<Node> rows = getManagedChildren();
        int shown = 0;
        double needed = 0;
        double more = 0;
        for (Node row : rows) {
            more = snapSizeY(row.prefHeight(width)) + (shown == 0 ? 0 : gap);
            // the rows asked for always show, should rounding make the room a hair too small
            if (shown >= wanted && needed + more > room + 0.5) {
                break;
            }
            needed += more;
            shown++;
        }
        while (shown == rows.size() && !waiting.isEmpty() && needed + more <= room + 0.5) {
            Node row = waiting.removeFirst();
            getChildren().add(row);
            // this frame's styles are done
            row.applyCss();
            rows = getManagedChildren();
            needed += more;
            shown++;
        }
        fit = shown;
        double stretch = shown == 0 ? 0 : Math.clamp((room - needed) / shown, 0, MOST_STRETCH * needed / shown);
        double y = insets.getTop();
        for (int i = 0; i < rows.size(); i++) {
            Node row = rows.get(i);
            row.setVisible(i < shown);
            if (i < shown) {
                double height = snapSizeY(row.prefHeight(width)) + stretch;
                double top = snapPositionY(y);
                row.resizeRelocate(insets.getLeft(), top, width, snapPositionY(y + height) - top);
                y += height + gap;
            }
        }
    }
}
