package dev.gradeline.ui.kit;

import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * A chip that opens a list of choices to tick. The list stays open while several are ticked, by mouse or by arrow keys and
 * Space or Enter. JavaFX thread.
 */
public final class FilterChip {
    /** A folded menu ends with a line and with what clears the filter. */
    private static final int FOLDED_END = 2;

    private final MenuButton button;
    private final Words words;
    private final Consumer<String> toggle;
    private List<Choice> choices = List.of();
    private boolean stale;
    private String name = "";
    private @Nullable ClearableChip chip;
    private Runnable clear = () -> {};
    /** The same choices where the chip found no room in its line; null until it was asked for. */
    private @Nullable Menu folded;

    /**
     * A chip that is cleared by a cross of its own, and can be folded into a menu.
     *
     * @param toggle told the id of a choice to take or to drop
     * @param clear drops all that are chosen
     */
    public FilterChip(ClearableChip chip, Words words, Consumer<String> toggle, Runnable clear) {
        this(Objects.requireNonNull(chip.getMenu()), words, toggle);
        this.chip = chip;
        this.clear = clear;
        chip.onClear(clear);
        chip.hint(() -> words.of("chip.clear", name));
        FoldLine.setItem(chip, this::fold);
    }

    /** @param toggle told the id of a choice to take or to drop */
    public FilterChip(MenuButton button, Words words, Consumer<String> toggle) {
        this.button = button;
        this.words = words;
        this.toggle = toggle;
        button.getStyleClass().add("chip");
        button.addEventHandler(MenuButton.ON_SHOWING, event -> fillIfStale());
    }

    /** Shows what is chosen in the chip, and its choices with their counts in the list. */
    public void show(String title, List<Choice> all) {
        name = title;
        choices = all;
        stale = true;
        button.setText(Choice.summary(name, choices, words));
        active(button, isActive());
        button.setDisable(choices.isEmpty());
        ClearableChip around = chip;
        if (around != null) {
            around.show(isActive(), words.of("chip.clear", name));
        }
        Menu menu = folded;
        if (menu != null && menu.isShowing()) {
            fill(menu);
        }
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
        fillChoices(button.getItems());
    }

    private boolean isActive() {
        return choices.stream().anyMatch(Choice::chosen);
    }

    private void fillChoices(List<MenuItem> items) {
        if (sameChoices(items)) {
            for (int i = 0; i < choices.size(); i++) {
                fill(items.get(i), choices.get(i));
            }
        } else {
            items.clear();
            items.addAll(choices.stream().map(this::item).toList());
        }
    }

    private MenuItem fold() {
        Menu menu = new Menu();
        menu.setMnemonicParsing(false);
        menu.setDisable(choices.isEmpty());
        fill(menu);
        folded = menu;
        return menu;
    }

    /** Its cross is out of sight: the menu ends with what it does. */
    private void fill(Menu menu) {
        menu.setText(button.getText());
        ObservableList<MenuItem> items = menu.getItems();
        List<MenuItem> own = items.subList(0, Math.max(0, items.size() - FOLDED_END));
        if (items.isEmpty() || !sameChoices(own)) {
            MenuItem drop = new MenuItem(words.of("chip.clear", name));
            drop.setOnAction(event -> clear.run());
            List<MenuItem> all =
                    new ArrayList<>(choices.stream().map(this::item).toList());
            all.add(new SeparatorMenuItem());
            all.add(drop);
            // in one step: an open menu closes as soon as it is empty
            items.setAll(all);
        } else {
            for (int i = 0; i < choices.size(); i++) {
                fill(items.get(i), choices.get(i));
            }
        }
        items.getLast().setDisable(!isActive());
    }

    /** Marks a chip that narrows what is shown. */
    public static void active(MenuButton chip, boolean active) {
        mark(chip, active);
    }

    /** Not where it is so already: with every key typed the filters are shown again, and a change is another styling. */
    static void mark(Node chip, boolean active) {
        if (!active) {
            chip.getStyleClass().remove("active");
        } else if (!chip.getStyleClass().contains("active")) {
            chip.getStyleClass().add("active");
        }
    }

    /** An open menu keeps its items while only counts and ticks change: rebuilt ones would lose the keyboard's place. */
    private boolean sameChoices(List<MenuItem> items) {
        return items.stream()
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
