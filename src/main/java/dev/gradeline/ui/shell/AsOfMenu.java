package dev.gradeline.ui.shell;

import dev.gradeline.ui.kit.Theme;
import dev.gradeline.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import javafx.scene.control.Button;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/** What opens under the header's “As of” button: now, some usual distances, any date. JavaFX thread. */
final class AsOfMenu {
    private final ShellViewModel model;
    private final Words words;
    private final PopOver popOver = new PopOver();

    AsOfMenu(Button button, ShellViewModel model) {
        this.model = model;
        this.words = model.services().words();
        VBox box = new VBox(
                item("shell.asOf.now", null),
                item("shell.asOf.week", Duration.ofDays(7)),
                item("shell.asOf.month", Duration.ofDays(30)),
                item("shell.asOf.quarter", Duration.ofDays(90)),
                item("shell.asOf.year", Duration.ofDays(365)),
                dateLine());
        box.getStyleClass().add("as-of-menu");
        popOver.getRoot().getStylesheets().add(Theme.stylesheet());
        popOver.setContentNode(box);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        button.setOnAction(event -> {
            if (popOver.isShowing()) {
                popOver.hide();
            } else {
                popOver.show(button);
            }
        });
    }

    private Button item(String key, @Nullable Duration back) {
        Button item = new Button(words.of(key));
        item.getStyleClass().add("nav-item");
        item.setMaxWidth(Double.MAX_VALUE);
        item.setOnAction(event -> choose(back == null ? null : now().minus(back)));
        return item;
    }

    private HBox dateLine() {
        Label label = new Label(words.of("shell.asOf.pick"));
        DatePicker picker = new DatePicker();
        picker.setId("as-of-date");
        picker.setAccessibleText(words.of("shell.asOf.pick"));
        label.setLabelFor(picker);
        picker.setDayCellFactory(view -> new DateCell() {
            @Override
            public void updateItem(LocalDate day, boolean empty) {
                super.updateItem(day, empty);
                setDisable(empty || day.isAfter(LocalDate.ofInstant(now(), words.zone())));
            }
        });
        picker.setOnAction(event -> {
            LocalDate day = picker.getValue();
            if (day != null) {
                choose(endOf(day));
            }
        });
        HBox line = new HBox(label, picker);
        line.getStyleClass().add("as-of-date");
        return line;
    }

    private void choose(@Nullable Instant moment) {
        popOver.hide();
        model.asOf().set(moment);
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
