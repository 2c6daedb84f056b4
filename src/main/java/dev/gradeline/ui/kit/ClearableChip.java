package dev.gradeline.ui.kit;

import java.util.function.Supplier;
import javafx.beans.DefaultProperty;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A filter's menu that has, while the filter narrows anything, a cross beside it: one click, or Delete on either of them, clears
 * this filter alone. JavaFX thread.
 */
@DefaultProperty("menu")
public final class ClearableChip extends HBox {
    private final Button clear = new Button();
    private @Nullable MenuButton menu;
    private Runnable onClear = () -> {};

    public ClearableChip() {
        getStyleClass().add("clearable");
        clear.getStyleClass().add("chip-clear");
        clear.setGraphic(new FontIcon(Feather.X));
        clear.setOnAction(event -> clear());
        // a button hears Space alone, but who is on a cross and presses Enter means it
        clear.focusedProperty().subscribe(clear::setDefaultButton);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean delete = event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE;
            if (delete && clear.isVisible()) {
                clear();
                event.consume();
            }
        });
        Rows.show(clear, false);
    }

    public @Nullable MenuButton getMenu() {
        return menu;
    }

    public void setMenu(MenuButton chip) {
        menu = chip;
        if (chip.getId() != null) {
            clear.setId(chip.getId() + "Clear");
        }
        getChildren().setAll(chip, clear);
    }

    /** @param told when this filter is to be cleared */
    void onClear(Runnable told) {
        onClear = told;
    }

    private void clear() {
        MenuButton chip = menu;
        if (chip != null && clear.isFocused()) {
            // the cross goes away, and the keyboard's place must not go with it
            chip.requestFocus();
        }
        onClear.run();
    }

    /**
     * Shows or hides the cross.
     *
     * @param name what assistive technology calls it
     */
    void show(boolean active, String name) {
        clear.setAccessibleText(name);
        Rows.show(clear, active);
        FilterChip.mark(this, active);
        FoldLine.setKept(this, active);
    }

    /** What the cross is for, on hover. */
    void hint(Supplier<String> text) {
        LateTooltip.on(clear, text);
    }
}
