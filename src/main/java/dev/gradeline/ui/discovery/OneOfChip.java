package dev.gradeline.ui.discovery;

import dev.gradeline.ui.kit.FilterChip;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** A chip that opens a list of which one is chosen. JavaFX thread. */
final class OneOfChip {
    private final MenuButton button;
    private List<String> names = List.of();

    /** What can be chosen. */
    record Option(String name, boolean chosen, Runnable choose) {}

    OneOfChip(MenuButton button) {
        this.button = button;
        button.getStyleClass().add("chip");
    }

    /**
     * Shows the chip's text and its options.
     *
     * @param active whether the choice changes what is shown
     */
    void show(String text, boolean active, List<Option> options) {
        button.setText(text);
        FilterChip.active(button, active);
        // one option alone is no choice
        button.setDisable(options.size() < 2);
        List<String> now = options.stream()
                .map(option -> option.name() + (option.chosen() ? " *" : ""))
                .toList();
        if (now.equals(names)) {
            return;
        }
        names = now;
        ToggleGroup group = new ToggleGroup();
        List<MenuItem> items = new ArrayList<>();
        for (Option option : options) {
            RadioMenuItem item = new RadioMenuItem(option.name());
            item.setToggleGroup(group);
            item.setSelected(option.chosen());
            item.setOnAction(event -> option.choose().run());
            items.add(item);
        }
        button.getItems().setAll(items);
    }
}
