package dev.gradeline.ui.kit;

import java.util.function.IntFunction;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/**
 * Says how many columns left a table for lack of room: in a hint at the button of the column menu, which also looks so, and to
 * assistive technology. JavaFX thread.
 */
final class CrowdedHint {
    private static final PseudoClass CROWDED = PseudoClass.getPseudoClass("crowded");

    private final TableView<?> table;
    /** Made when it is first needed: it is a window of its own. */
    private @Nullable Tooltip tooltip;

    private IntFunction<String> text = count -> "";
    private String told = "";

    CrowdedHint(TableView<?> table) {
        this.table = table;
    }

    /** @param words for a number of columns from 1 */
    void explain(IntFunction<String> words) {
        text = words;
    }

    /**
     * The table's own help is ours: no table with yielding columns has another one.
     *
     * @param away how many have left
     */
    void show(int away) {
        String now = away == 0 ? "" : text.apply(away);
        if (now.equals(told)) {
            return;
        }
        told = now;
        table.pseudoClassStateChanged(CROWDED, !now.isEmpty());
        table.setAccessibleHelp(now.isEmpty() ? null : now);
        Node menu = table.lookup(".show-hide-columns-button");
        if (menu != null && now.isEmpty()) {
            Tooltip.uninstall(menu, tooltip);
        } else if (menu != null) {
            Tooltip made = tooltip == null ? new Tooltip() : tooltip;
            tooltip = made;
            made.setText(now);
            Tooltip.install(menu, made);
        }
    }
}
