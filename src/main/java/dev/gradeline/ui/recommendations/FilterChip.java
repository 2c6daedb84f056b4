package dev.gradeline.ui.recommendations;

import dev.gradeline.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;

/** A chip that opens a list of choices to tick; stays open while several are ticked. JavaFX thread. */
final class FilterChip {
    private final MenuButton button;
    private final Words words;
    private final Consumer<String> toggle;

    FilterChip(MenuButton button, Words words, Consumer<String> toggle) {
        this.button = button;
        this.words = words;
        this.toggle = toggle;
        button.getStyleClass().add("chip");
    }

    /** Shows the chip's own text and its choices with their counts. */
    void show(String text, List<Facets.Choice> choices) {
        button.setText(text);
        button.getStyleClass().remove("active");
        if (choices.stream().anyMatch(Facets.Choice::chosen)) {
            button.getStyleClass().add("active");
        }
        button.setDisable(choices.isEmpty());
        if (sameChoices(choices)) {
            refresh(choices);
        } else {
            button.getItems().setAll(choices.stream().map(this::item).toList());
        }
    }

    /** An open menu keeps its items while only counts and ticks change: rebuilt ones would lose the focus. */
    private boolean sameChoices(List<Facets.Choice> choices) {
        return button.getItems().stream()
                .map(item -> item.getUserData())
                .toList()
                .equals(choices.stream().map(Facets.Choice::id).toList());
    }

    private void refresh(List<Facets.Choice> choices) {
        for (int i = 0; i < choices.size(); i++) {
            CheckBox box = (CheckBox) ((CustomMenuItem) button.getItems().get(i)).getContent();
            box.setText(label(choices.get(i)));
            box.setSelected(choices.get(i).chosen());
        }
    }

    private CustomMenuItem item(Facets.Choice choice) {
        CheckBox box = new CheckBox(label(choice));
        box.setSelected(choice.chosen());
        box.setOnAction(event -> toggle.accept(choice.id()));
        CustomMenuItem item = new CustomMenuItem(box, false);
        item.setUserData(choice.id());
        item.setOnAction(event -> {
            if (!box.isFocused()) {
                box.fire();
            }
        });
        return item;
    }

    private String label(Facets.Choice choice) {
        return words.of("recommendations.choice", choice.name(), choice.count());
    }
}
