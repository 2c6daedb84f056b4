package dev.gradeline.ui.kit;

import dev.gradeline.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;

/**
 * A chip that opens a list of choices to tick. The list stays open while several are ticked, by mouse or by arrow keys and
 * Space or Enter. JavaFX thread.
 */
public final class FilterChip {
    private final MenuButton button;
    private final Words words;
    private final Consumer<String> toggle;
    private List<Choice> choices = List.of();
    private boolean stale;

    /** @param toggle told the id of a choice to take or to drop */
    public FilterChip(MenuButton button, Words words, Consumer<String> toggle) {
        this.button = button;
        this.words = words;
        this.toggle = toggle;
        button.getStyleClass().add("chip");
        button.addEventHandler(MenuButton.ON_SHOWING, event -> fillIfStale());
    }

    /** Shows what is chosen in the chip, and its choices with their counts in the list. */
    public void show(String name, List<Choice> all) {
        choices = all;
        stale = true;
        button.setText(Choice.summary(name, choices, words));
        active(button, choices.stream().anyMatch(Choice::chosen));
        button.setDisable(choices.isEmpty());
        // nobody sees the list while it is closed, and with every key typed its counts change
        if (button.isShowing() || button.getItems().isEmpty()) {
            fillIfStale();
        }
    }

    private void fillIfStale() {
        if (!stale) {
            return;
        }
        stale = false;
        if (sameChoices()) {
            for (int i = 0; i < choices.size(); i++) {
                fill(button.getItems().get(i), choices.get(i));
            }
        } else {
            button.getItems().setAll(choices.stream().map(this::item).toList());
        }
    }

    /** Marks a chip that narrows what is shown. */
    public static void active(MenuButton chip, boolean active) {
        chip.getStyleClass().remove("active");
        if (active) {
            chip.getStyleClass().add("active");
        }
    }

    /** An open menu keeps its items while only counts and ticks change: rebuilt ones would lose the keyboard's place. */
    private boolean sameChoices() {
        return button.getItems().stream()
                .map(MenuItem::getId)
                .toList()
                .equals(choices.stream().map(Choice::id).toList());
    }

    private MenuItem item(Choice choice) {
        CheckBox box = new CheckBox();
        // The item alone acts, so that a click and a key go the same way and none counts twice.
        box.setMouseTransparent(true);
        box.setFocusTraversable(false);
        CustomMenuItem item = new CustomMenuItem(new HBox(box), false);
        item.setId(choice.id());
        item.setOnAction(event -> toggle.accept(choice.id()));
        fill(item, choice);
        return item;
    }

    private void fill(MenuItem item, Choice choice) {
        String label = words.of("chip.choice", choice.name(), choice.count());
        item.setText(label);
        Node content = ((CustomMenuItem) item).getContent();
        CheckBox box = (CheckBox) ((HBox) content).getChildren().getFirst();
        box.setText(label);
        box.setSelected(choice.chosen());
    }
}
