package dev.gradeline.ui.shell;

import dev.gradeline.ui.kit.DayField;
import dev.gradeline.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What opens under the header's “As of” button: now, some usual distances, any date. It lies in the window itself, so that
 * the keyboard goes into it: arrows and Tab move, Enter chooses, Escape and Tab past its end lead back to the button. JavaFX
 * thread.
 */
final class AsOfMenu {
    private static final String STYLE = "as-of-menu";
    private static final double BESIDE = 22;

    private final Button button;
    private final StackPane window;
    private final ShellViewModel model;
    private final Words words;

    AsOfMenu(Button button, StackPane window, ShellViewModel model) {
        this.button = button;
        this.window = window;
        this.model = model;
        this.words = model.services().words();
        button.setOnAction(event -> {
            if (Overlay.isOpen(window, STYLE)) {
                Overlay.closeAny(window);
            } else {
                open();
            }
        });
    }

    private void open() {
        Button now = item("shell.asOf.toNow", null);
        VBox box = new VBox(
                now,
                item("shell.asOf.week", Duration.ofDays(7)),
                item("shell.asOf.month", Duration.ofDays(30)),
                item("shell.asOf.quarter", Duration.ofDays(90)),
                item("shell.asOf.year", Duration.ofDays(365)),
                dateLine());
        box.getStyleClass().addAll("card", STYLE);
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        double below =
                window.sceneToLocal(button.localToScene(0, button.getHeight())).getY();
        Overlay overlay = Overlay.open(window, box, new Insets(below + 4, BESIDE, BESIDE, BESIDE));
        StackPane.setAlignment(box, Pos.TOP_RIGHT);
        now.requestFocus();
        box.focusWithinProperty().subscribe((was, within) -> {
            if (was && !within) {
                overlay.close();
            }
        });
    }

    private Button item(String key, @Nullable Duration back) {
        Button item = new Button(words.of(key));
        item.getStyleClass().add("nav-item");
        item.setMaxWidth(Double.MAX_VALUE);
        // Enter chooses, as in a menu, and not Space alone
        item.defaultButtonProperty().bind(item.focusedProperty());
        item.setOnAction(event -> choose(back == null ? null : now().minus(back)));
        return item;
    }

    private HBox dateLine() {
        Label label = new Label(words.of("shell.asOf.pick"));
        label.setMinWidth(Region.USE_PREF_SIZE);
        DayField picker = new DayField();
        picker.setId("as-of-date");
        picker.setAccessibleText(words.of("shell.asOf.pick"));
        label.setLabelFor(picker);
        picker.use(words, () -> LocalDate.ofInstant(now(), words.zone()), false, day -> {
            if (day != null) {
                choose(endOf(day));
            }
        });
        HBox line = new HBox(label, picker);
        line.getStyleClass().add("as-of-date");
        return line;
    }

    private void choose(@Nullable Instant moment) {
        Overlay.closeAny(window);
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
