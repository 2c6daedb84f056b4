package dev.gradeline.ui.trends;

import dev.gradeline.report.chart.TrendChart;
import dev.gradeline.ui.kit.FoldLine;
import dev.gradeline.ui.kit.LateTooltip;
import dev.gradeline.ui.kit.MarkerForms;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Shape;

/** The frameworks to choose from: as many chips as fit into a line, and a list of all where there are more. JavaFX thread. */
final class FrameworkChips {
    /** As many as there are colours of lines; more would be a wall to read. */
    private static final int MOST = 8;
    /** Half a chip's marker, in pixels. */
    private static final double SWATCH = 4.5;

    private final FoldLine line;
    private final TrendsViewModel model;

    FrameworkChips(FoldLine line, TrendsViewModel model) {
        this.line = line;
        this.model = model;
    }

    void show(List<TrendsViewModel.Chip> all) {
        line.setMoreText(model.words().of("trends.frameworks", all.size()));
        line.fill(all.stream().limit(MOST).map(this::chip).toList());
        line.setChoices(
                all.size() > MOST
                        ? () -> model.chips().get().stream().map(this::choice).toList()
                        : null);
    }

    private ToggleButton chip(TrendsViewModel.Chip chip) {
        ToggleButton button = new ToggleButton(chip.name(), marker(chip.line()));
        button.getStyleClass().addAll("chip", "framework-chip");
        LateTooltip.on(button, chip::name);
        button.setSelected(chip.shown());
        button.setOnAction(event -> model.toggle(chip.framework()));
        button.hoverProperty().subscribe(on -> model.hover(on ? chip.framework() : null));
        return button;
    }

    /** The list stays open while several are ticked. */
    private MenuItem choice(TrendsViewModel.Chip chip) {
        CheckBox box = new CheckBox(chip.name());
        box.setSelected(chip.shown());
        // the item alone acts, so that a click and a key go the same way and none counts twice
        box.setMouseTransparent(true);
        box.setFocusTraversable(false);
        CustomMenuItem item = new CustomMenuItem(new HBox(8, marker(chip.line()), box), false);
        item.setText(chip.name());
        item.setOnAction(event -> {
            box.setSelected(!box.isSelected());
            model.toggle(chip.framework());
        });
        return item;
    }

    private static Shape marker(TrendChart.Line line) {
        Shape marker = MarkerForms.shape(line.form(), 0, 0, SWATCH);
        marker.getStyleClass()
                .addAll(
                        "chart-shape",
                        "chart-marker",
                        "chart-stroke",
                        "ink-line-" + line.ink().index());
        marker.setStrokeWidth(2);
        return marker;
    }
}
