package dev.gradeline.ui.shell;

import dev.gradeline.ui.kit.PageId;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys that work on every page. Ctrl stands for Cmd on macOS. */
final class ShellKeys {
    /** What lists the keys: a character and not a key, because layouts have it in different places. */
    static final String QUESTION_MARK = "?";

    /** The key alone that begins the presentation. */
    static final KeyCombination PRESENT = new KeyCodeCombination(KeyCode.F11);

    static final KeyCombination REFRESH = new KeyCodeCombination(KeyCode.F5);
    static final KeyCombination EXPORT = shortcut(KeyCode.E);

    /** The keys count as the navigation does, from the top: who sees a page fourth presses 4. Settings stand apart. */
    private static final List<PageId> NUMBERED =
            Arrays.stream(PageId.values()).filter(id -> id != PageId.SETTINGS).toList();

    private final List<Shortcut> pages = new ArrayList<>();
    private final List<Shortcut> everywhere = new ArrayList<>();
    private final Runnable list;

    /**
     * What some keys do.
     *
     * @param keys each of them does it alone
     * @param name what it does, in a few words
     */
    record Shortcut(List<KeyCombination> keys, String name, Runnable action) {
        Shortcut {
            keys = List.copyOf(keys);
        }
    }

    /**
     * @param palette opens the palette
     * @param list lists the keys
     */
    ShellKeys(ShellViewModel model, ShellActions actions, Runnable palette, Runnable list) {
        this.list = list;
        Words words = model.services().words();
        for (PageId id : NUMBERED) {
            pages.add(new Shortcut(
                    List.of(of(id)),
                    words.of("page." + id.id()),
                    () -> model.page().set(id)));
        }
        pages.add(new Shortcut(
                List.of(of(PageId.SETTINGS)),
                words.of("page." + PageId.SETTINGS.id()),
                () -> model.page().set(PageId.SETTINGS)));
        everywhere.add(new Shortcut(List.of(shortcut(KeyCode.K)), words.of("shell.keys.palette"), palette));
        everywhere.add(new Shortcut(List.of(shortcut(KeyCode.F)), words.of("shell.keys.filter"), actions::focusFilter));
        everywhere.add(new Shortcut(
                List.of(REFRESH, shortcut(KeyCode.R)), words.of("shell.keys.refresh"), model::refreshOrCancel));
        everywhere.add(new Shortcut(
                List.of(
                        PRESENT,
                        new KeyCodeCombination(KeyCode.P, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
                words.of("shell.keys.present"),
                actions::present));
        everywhere.add(new Shortcut(List.of(EXPORT), words.of("shell.keys.export"), actions::exportPdf));
    }

    /** The keys that lead to pages, in their order. */
    List<Shortcut> pages() {
        return List.copyOf(pages);
    }

    /** The keys that do something wherever one is. */
    List<Shortcut> everywhere() {
        return List.copyOf(everywhere);
    }

    /** A key went down. */
    void pressed(KeyEvent event) {
        for (List<Shortcut> group : List.of(pages, everywhere)) {
            for (Shortcut shortcut : group) {
                if (shortcut.keys().stream().anyMatch(key -> key.match(event))) {
                    shortcut.action().run();
                    event.consume();
                    return;
                }
            }
        }
    }

    /** A character came in: a question mark lists the keys, unless it is part of a text. */
    void typed(KeyEvent event) {
        if (event.getCharacter().equals(QUESTION_MARK) && !isText(event.getTarget())) {
            list.run();
            event.consume();
        }
    }

    /** A date field is the focus owner in place of the text field in it. */
    private static boolean isText(Object target) {
        return target instanceof TextInputControl
                || target instanceof ComboBoxBase<?> box && box.isEditable()
                || target instanceof Node node && node.getParent() instanceof ComboBoxBase<?>;
    }

    /** The key that leads to a page. */
    static KeyCombination of(PageId id) {
        return id == PageId.SETTINGS
                ? shortcut(KeyCode.COMMA)
                : shortcut(KeyCode.valueOf("DIGIT" + (NUMBERED.indexOf(id) + 1)));
    }

    /** The key with the system's shortcut key: Ctrl, or Cmd on macOS. */
    static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }
}
