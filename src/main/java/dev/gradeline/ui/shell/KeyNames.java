package dev.gradeline.ui.shell;

import dev.gradeline.words.Words;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Keys as they are printed on the keyboards of the words' language: “Ctrl+K”, “Strg+K”; on macOS “⌘K” in each. */
final class KeyNames {
    private final Words words;

    KeyNames(Words words) {
        this.words = words;
    }

    /** A key alone or with others. */
    String of(KeyCombination keys) {
        String shown = keys.getDisplayText()
                .replace("Ctrl+", words.of("shell.keys.ctrl") + "+")
                .replace("Shift+", words.of("shell.keys.shift") + "+");
        if (!(keys instanceof KeyCodeCombination combination)) {
            return shown;
        }
        String alone = new KeyCodeCombination(combination.getCode()).getDisplayText();
        return shown.endsWith(alone)
                ? shown.substring(0, shown.length() - alone.length()) + name(combination.getCode(), alone)
                : shown;
    }

    /** A key alone. */
    String of(KeyCode code) {
        return of(new KeyCodeCombination(code));
    }

    private String name(KeyCode code, String otherwise) {
        return switch (code) {
            case LEFT -> words.of("shell.keys.left");
            case RIGHT -> words.of("shell.keys.right");
            case UP -> words.of("shell.keys.up");
            case DOWN -> words.of("shell.keys.down");
            case ENTER -> words.of("shell.keys.enter");
            case ESCAPE -> words.of("shell.keys.escape");
            case DELETE -> words.of("shell.keys.delete");
            case HOME -> words.of("shell.keys.home");
            case END -> words.of("shell.keys.end");
            default -> otherwise;
        };
    }
}
