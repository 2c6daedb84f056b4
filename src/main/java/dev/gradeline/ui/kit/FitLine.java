package dev.gradeline.ui.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * A line that leaves out what matters less where it has no room for all, rather than to cut everything a little. What may
 * be left out has a number: the largest goes first. One child, the spring, takes the room to spare; when there is none and
 * nothing is left to leave out, the widest is shortened. JavaFX thread.
 */
public final class FitLine extends Pane {
    private static final String DROP = "gradeline-fit-drop";
    private static final String SPRING = "gradeline-fit-spring";

    private double gap = 18;

    /** When a child is left out; 0, as it is unless set, for never. */
    public static int getDrop(Node child) {
        return child.getProperties().get(DROP) instanceof Integer drop ? drop : 0;
    }

    public static void setDrop(Node child, int drop) {
        child.getProperties().put(DROP, drop);
    }

    /** Whether a child takes the room to spare. */
    public static boolean isSpring(Node child) {
        return Boolean.TRUE.equals(child.getProperties().get(SPRING));
    }

    public static void setSpring(Node child, boolean spring) {
        child.getProperties().put(SPRING, spring);
    }

    /** The space between children, in pixels. */
    public double getGap() {
        return gap;
    }

    public void setGap(double pixels) {
        gap = pixels;
        requestLayout();
    }

    private double needed(List<Node> children) {
        double width = -gap;
        for (Node child : children) {
            width += wide(child) + gap;
        }
        return width;
    }

    private double wide(Node child) {
        return snapSizeX(child.prefWidth(-1));
    }

    private double tall(Node child) {
        return snapSizeY(Math.max(child.minHeight(-1), child.prefHeight(-1)));
    }

    private List<Node> kept(double width) {
        List<Node> kept = new ArrayList<>(getManagedChildren());
        List<Node> leaving = kept.stream()
                .filter(child -> getDrop(child) > 0)
                .sorted(Comparator.comparingInt(FitLine::getDrop).reversed())
                .toList();
        for (Node child : leaving) {
            if (needed(kept) > width) {
                kept.remove(child);
            }
        }
        return kept;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return getInsets().getLeft() + getInsets().getRight() + Math.max(0, needed(getManagedChildren()));
    }

    @Override
    protected double computePrefHeight(double width) {
        double height = 0;
        for (Node child : getManagedChildren()) {
            height = Math.max(height, tall(child));
        }
        return snapSizeY(height) + getInsets().getTop() + getInsets().getBottom();
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double width = getWidth() - insets.getLeft() - insets.getRight();
        double height = getHeight() - insets.getTop() - insets.getBottom();
        List<Node> kept = kept(width);
        double spare = width - needed(kept);
        Node widest = kept.stream().max(Comparator.comparingDouble(this::wide)).orElse(null);
        double x = insets.getLeft();
        for (Node child : getManagedChildren()) {
            boolean shown = kept.contains(child);
            child.setVisible(shown);
            if (shown) {
                boolean fills = spare >= 0 ? isSpring(child) : child.equals(widest);
                double wide = Math.max(0, wide(child) + (fills ? spare : 0));
                double tall = tall(child);
                double y = insets.getTop() + (height - tall) / 2;
                child.resizeRelocate(snapPositionX(x), snapPositionY(y), wide, tall);
                x += wide + gap;
            }
        }
    }
}
