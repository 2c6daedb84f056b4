package dev.gradeline.ui.shell;

import dev.gradeline.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Fills the header's “As of” menu: now, some usual distances, any date. */
final class AsOfMenu {
    private final MenuButton menu;
    private final ShellViewModel model;
    private final Words words;

    AsOfMenu(MenuButton menu, ShellViewModel model) {
        this.menu = menu;
        this.model = model;
        this.words = model.services().words();
        menu.getItems()
                .setAll(
                        item("shell.asOf.now", null),
                        item("shell.asOf.week", Duration.ofDays(7)),
                        item("shell.asOf.month", Duration.ofDays(30)),
                        item("shell.asOf.quarter", Duration.ofDays(90)),
                        item("shell.asOf.year", Duration.ofDays(365)),
                        new SeparatorMenuItem(),
                        dateItem());
    }

    private MenuItem item(String key, @Nullable Duration back) {
        MenuItem item = new MenuItem(words.of(key));
        item.setOnAction(event -> model.asOf().set(back == null ? null : now().minus(back)));
        return item;
    }

    private CustomMenuItem dateItem() {
        DatePicker picker = new DatePicker();
        picker.setAccessibleText(words.of("shell.asOf.pick"));
        picker.setOnAction(event -> {
            LocalDate day = picker.getValue();
            if (day != null) {
                model.asOf().set(endOf(day));
                menu.hide();
            }
        });
        HBox line = new HBox(8, new Label(words.of("shell.asOf.pick")), picker);
        line.getStyleClass().add("menu-line");
        CustomMenuItem item = new CustomMenuItem(line);
        item.setHideOnClick(false);
        return item;
    }

    /** A day means all of it; today and later mean now. */
    private @Nullable Instant endOf(LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(words.zone()).toInstant().minusMillis(1);
        return end.isBefore(now()) ? end : null;
    }

    private Instant now() {
        return model.services().clock().instant();
    }
}
