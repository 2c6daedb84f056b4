package dev.gradeline.ui.discovery;

import dev.gradeline.ui.discovery.DiscoveryViewModel.Earlier;
import dev.gradeline.ui.kit.FilterChip;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** The chip that opens the list of scans to compare with. JavaFX thread. */
final class CompareChip {
    private final MenuButton button;
    private final Words words;
    private final Consumer<Comparison> choose;

    CompareChip(MenuButton button, Words words, Consumer<Comparison> choose) {
        this.button = button;
        this.words = words;
        this.choose = choose;
        button.getStyleClass().add("chip");
    }

    /** Shows the chip's text and the scans; without any, there is nothing to choose. */
    void show(String text, List<Earlier> earlier) {
        boolean comparing = earlier.stream().anyMatch(Earlier::chosen);
        ToggleGroup group = new ToggleGroup();
        List<MenuItem> items = new ArrayList<>();
        items.add(item(group, words.of("discovery.compare.nothing"), !comparing, new Comparison.Nothing()));
        earlier.forEach(scan -> items.add(item(group, scan.name(), scan.chosen(), scan.choice())));
        button.setText(text);
        button.getItems().setAll(items);
        button.setDisable(earlier.isEmpty());
        FilterChip.active(button, comparing);
    }

    private RadioMenuItem item(ToggleGroup group, String name, boolean chosen, Comparison choice) {
        RadioMenuItem item = new RadioMenuItem(name);
        item.setToggleGroup(group);
        item.setSelected(chosen);
        item.setOnAction(event -> choose.accept(choice));
        return item;
    }
}
