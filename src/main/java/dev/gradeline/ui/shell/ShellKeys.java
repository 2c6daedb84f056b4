package dev.gradeline.ui.shell;

import dev.gradeline.ui.kit.PageId;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys that work on every page. Ctrl stands for Cmd on macOS. */
final class ShellKeys {
    private final Map<KeyCombination, Runnable> keys = new java.util.LinkedHashMap<>();

    ShellKeys(ShellViewModel model, ShellActions actions, Runnable palette) {
        List<PageId> numbered =
                List.of(PageId.OVERVIEW, PageId.TRENDS, PageId.RECOMMENDATIONS, PageId.DISCOVERY, PageId.CHANGES);
        for (int i = 0; i < numbered.size(); i++) {
            PageId id = numbered.get(i);
            keys.put(
                    shortcut(KeyCode.valueOf("DIGIT" + (i + 1))),
                    () -> model.page().set(id));
        }
        keys.put(shortcut(KeyCode.COMMA), () -> model.page().set(PageId.SETTINGS));
        keys.put(shortcut(KeyCode.K), palette);
        keys.put(shortcut(KeyCode.R), () -> model.sync().refreshOrCancel());
        keys.put(new KeyCodeCombination(KeyCode.F5), () -> model.sync().refreshOrCancel());
        keys.put(shortcut(KeyCode.E), actions::exportPdf);
        keys.put(shortcut(KeyCode.F), actions::focusFilter);
    }

    void handle(KeyEvent event) {
        for (Map.Entry<KeyCombination, Runnable> key : keys.entrySet()) {
            if (key.getKey().match(event)) {
                key.getValue().run();
                event.consume();
                return;
            }
        }
    }

    private static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }
}
