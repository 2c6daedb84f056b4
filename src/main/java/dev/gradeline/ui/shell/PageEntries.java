package dev.gradeline.ui.shell;

import dev.gradeline.ui.kit.PageId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;

/**
 * The entries that lead to pages, in their order. The one of the page shown is lit, and no other: the arrow keys move the focus
 * alone, Enter and the space bar open. A toggle group would light what the arrows pass. JavaFX thread.
 */
final class PageEntries {
    private final Map<PageId, ToggleButton> buttons = new EnumMap<>(PageId.class);
    private PageId shown = PageId.OVERVIEW;

    /** @param open shows the page */
    void add(PageId id, ToggleButton button, Runnable open) {
        buttons.put(id, button);
        button.setOnAction(event -> {
            open.run();
            // a second click would put it out
            light();
        });
    }

    /** The page that is shown now. */
    void show(PageId id) {
        shown = id;
        light();
    }

    private void light() {
        buttons.forEach((id, button) -> button.setSelected(id == shown));
    }

    /** Hears the keys on what holds entries. */
    void listenOn(Node holder) {
        holder.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        List<ToggleButton> there =
                buttons.values().stream().filter(ToggleButton::isVisible).toList();
        int at = 0;
        while (at < there.size() && !there.get(at).isFocused()) {
            at++;
        }
        if (at == there.size() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> there.get(at).fire();
            case UP -> there.get(Math.max(0, at - 1)).requestFocus();
            case DOWN -> there.get(Math.min(at + 1, there.size() - 1)).requestFocus();
            case HOME -> there.getFirst().requestFocus();
            case END -> there.getLast().requestFocus();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
