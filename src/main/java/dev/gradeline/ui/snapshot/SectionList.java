package dev.gradeline.ui.snapshot;

import dev.gradeline.report.ReportSection;
import dev.gradeline.words.Words;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A snapshot's sections in their order, each to be left out or moved. JavaFX thread. */
final class SectionList {
    private final VBox list;
    private final SnapshotViewModel model;
    private final Words words;

    /** @param list is filled with them */
    SectionList(VBox list, SnapshotViewModel model) {
        this.list = list;
        this.model = model;
        this.words = model.words();
        fill();
    }

    private void fill() {
        Recipe now = model.recipe().get();
        list.getChildren()
                .setAll(now.sections().stream()
                        .map(section -> line(section, now))
                        .toList());
    }

    private HBox line(ReportSection section, Recipe now) {
        CheckBox box = new CheckBox(section.name(words));
        box.setId("section-" + section.id());
        box.setSelected(now.has(section));
        box.selectedProperty().subscribe((was, in) -> model.change(recipe -> recipe.with(section, in)));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setWrapText(true);
        HBox.setHgrow(box, Priority.ALWAYS);
        HBox line = new HBox(
                box,
                mover(section, -1, Feather.CHEVRON_UP, "snapshot.up"),
                mover(section, 1, Feather.CHEVRON_DOWN, "snapshot.down"));
        line.getStyleClass().add("snapshot-section");
        return line;
    }

    private Button mover(ReportSection section, int places, Feather icon, String key) {
        Button button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("icon-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        String name = words.of(key, section.name(words));
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setId((places < 0 ? "up-" : "down-") + section.id());
        button.setOnAction(event -> move(section, places, button.getId()));
        return button;
    }

    /** The keyboard stays on the button that goes along with its section. */
    private void move(ReportSection section, int places, String button) {
        model.change(recipe -> recipe.moved(section, places));
        fill();
        Node same = list.lookup("#" + button);
        if (same != null) {
            same.requestFocus();
        }
    }
}
