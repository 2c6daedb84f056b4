package dev.gradeline.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/**
 * Small things in a few lines, the most important first; those that find no room are counted at the end: “+3”. The first one
 * always shows, be it shortened. JavaFX thread.
 */
public final class CountedLines extends Pane {
    private static final double GAP = 10;
    private static final double LINE_GAP = 3;

    private final ObservableList<Node> items = FXCollections.observableArrayList();
    private final Label count = new Label();
    private final int lines;
    private final IntFunction<String> more;

    /**
     * @param lines how many there may be
     * @param more what says that so many found no room
     */
    public CountedLines(int lines, IntFunction<String> more) {
        this.lines = lines;
        this.more = more;
        count.getStyleClass().addAll("smaller", "muted", "figures");
        count.setManaged(false);
        getStyleClass().add("counted-lines");
        getChildren().add(count);
        items.addListener((ListChangeListener<Node>) change -> {
            List<Node> all = new ArrayList<>(items);
            all.add(count);
            getChildren().setAll(all);
        });
    }

    /** What there is to show. */
    public ObservableList<Node> getItems() {
        return items;
    }

    /** A line's items, each with its width. */
    private record Line(List<Node> nodes, List<Double> widths) {
        Line() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        double width() {
            return widths.stream().mapToDouble(each -> each + GAP).sum();
        }

        void add(Node node, double width) {
            nodes.add(node);
            widths.add(width);
        }
    }

    private List<Line> lay(double width) {
        List<Line> all = new ArrayList<>(List.of(new Line()));
        int shown = 0;
        for (Node node : items) {
            double wide = snapSizeX(node.prefWidth(-1));
            if (all.getLast().width() + wide > width && !all.getLast().nodes().isEmpty()) {
                if (all.size() == lines) {
                    break;
                }
                all.add(new Line());
            }
            all.getLast().add(node, Math.min(wide, width));
            shown++;
        }
        if (shown < items.size()) {
            count(all, shown, width);
        }
        return all;
    }

    /** The count takes the place of what stands last, as far as it needs room. */
    private void count(List<Line> all, int shown, double width) {
        int fits = shown;
        Line last = all.getLast();
        count.setText(more.apply(items.size()));
        double wide = snapSizeX(count.prefWidth(-1));
        while (last.width() + wide > width && last.nodes().size() > 1) {
            last.nodes().removeLast();
            last.widths().removeLast();
            fits--;
        }
        if (last.width() + wide > width) {
            last.widths().set(0, Math.max(0, width - GAP - wide));
        }
        count.setText(more.apply(items.size() - fits));
        last.add(count, wide);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return items.stream()
                .mapToDouble(node -> snapSizeX(node.prefWidth(-1)) + GAP)
                .sum();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double line = 0;
        for (Node node : items) {
            line = Math.max(line, snapSizeY(node.prefHeight(-1)));
        }
        int count = width < 0 ? 1 : lay(width).size();
        return count * line + (count - 1) * LINE_GAP;
    }

    @Override
    protected void layoutChildren() {
        List<Line> all = lay(getWidth());
        List<Node> shown = all.stream().flatMap(line -> line.nodes().stream()).toList();
        getChildren().forEach(node -> node.setVisible(shown.contains(node)));
        double high = 0;
        for (Node node : items) {
            high = Math.max(high, snapSizeY(node.prefHeight(-1)));
        }
        double y = Math.max(0, (getHeight() - all.size() * high - (all.size() - 1) * LINE_GAP) / 2);
        for (Line line : all) {
            double x = 0;
            for (int i = 0; i < line.nodes().size(); i++) {
                Node node = line.nodes().get(i);
                double tall = snapSizeY(node.prefHeight(-1));
                node.resizeRelocate(
                        snapPositionX(x),
                        snapPositionY(y + (high - tall) / 2),
                        line.widths().get(i),
                        tall);
                x += line.widths().get(i) + GAP;
            }
            y += high + LINE_GAP;
        }
    }
}
