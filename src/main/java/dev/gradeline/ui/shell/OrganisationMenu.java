package dev.gradeline.ui.shell;

import dev.gradeline.ui.settings.OrganisationsViewModel;
import dev.gradeline.ui.settings.OrganisationsViewModel.Row;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What opens over the organisation's name: the others, one more, and what can be done with this one. JavaFX thread. */
final class OrganisationMenu {
    private static final double GAP = 4;

    private final Button button;
    private final Housekeeping housekeeping;
    private final Exits exits;
    private final Words words;
    private final boolean demo;
    private final boolean backup;
    private final ContextMenu menu = new ContextMenu();

    OrganisationMenu(Button button, ShellViewModel model, Housekeeping housekeeping, Exits exits) {
        this.button = button;
        this.housekeeping = housekeeping;
        this.exits = exits;
        this.words = model.services().words();
        this.demo = model.services().demo();
        this.backup = model.services().backup() != null;
        menu.setId("organisations-menu");
        button.setOnAction(event -> toggle());
        InvalidationListener changed = rows -> fill();
        housekeeping.organisations().rows().addListener(changed);
        fill();
    }

    private void toggle() {
        if (menu.isShowing()) {
            menu.hide();
            return;
        }
        // what is known shows at once; where the keys are now comes in as it is found out
        housekeeping.organisations().look();
        menu.show(button, Side.TOP, 0, -GAP);
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>();
        if (backup) {
            items.add(item("shell.backup.keep", exits::keepBackup));
            items.add(item("shell.backup.close", exits::closeBackup));
        } else if (demo) {
            items.add(item("shell.demo.leave", exits::leaveDemo));
        } else {
            OrganisationsViewModel organisations = housekeeping.organisations();
            organisations.rows().forEach(row -> items.add(entry(row)));
            items.add(new SeparatorMenuItem());
            items.add(item("settings.organisations.add", organisations::add));
            items.add(item("settings.organisations.openBackup", organisations::openBackup));
            items.add(item("connect.sample", exits::exploreSample));
            items.add(new SeparatorMenuItem());
            items.add(item("settings.organisations.rename", () -> housekeeping.withOpen(organisations::askToRename)));
            items.add(item("settings.organisations.remove", () -> housekeeping.withOpen(organisations::askToRemove)));
        }
        menu.getItems().setAll(items);
    }

    private MenuItem entry(Row row) {
        RadioMenuItem entry = new RadioMenuItem(words.of("shell.organisations.entry", row.title(), row.key()));
        entry.setMnemonicParsing(false);
        entry.setSelected(row.open());
        entry.setOnAction(event -> {
            entry.setSelected(row.open());
            housekeeping.organisations().switchTo(row);
        });
        return entry;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(words.of(key));
        item.setOnAction(event -> action.run());
        return item;
    }
}
