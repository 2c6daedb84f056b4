package dev.gradeline.ui.shell;

import dev.gradeline.ui.kit.KeyWay;
import dev.gradeline.ui.kit.KeyWords;
import dev.gradeline.ui.kit.Navigator;
import dev.gradeline.ui.kit.Rows;
import dev.gradeline.words.Words;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What is in the way of the key, over every page, with the button that helps: the one place that says it in full. Silent over
 * what is only looked at, see {@link SyncStatus#resting}, and over the past. JavaFX thread.
 */
final class KeyBanner {
    private final HBox box;
    private final KeyWatch key;
    private final Navigator navigator;
    private final KeyWords words;
    private final ShellViewModel model;

    KeyBanner(HBox box, ShellViewModel model, Navigator navigator, Words words) {
        this.box = box;
        this.key = model.key();
        this.navigator = navigator;
        this.words = new KeyWords(words);
        this.model = model;
        // the model’s own properties hold on to this: a binding of its own would be lost with nobody to hold it
        key.trouble().subscribe(text -> show());
        model.sync().resting().subscribe(rests -> show());
        model.asOf().subscribe(moment -> show());
    }

    private void show() {
        boolean told = !model.sync().resting().get() && model.asOf().get() == null;
        show(told ? key.trouble().get() : "");
    }

    private void show(String now) {
        Rows.showLate(box, !now.isEmpty());
        box.getChildren().clear();
        if (now.isEmpty()) {
            return;
        }
        Label label = new Label(now);
        label.setId("keyTrouble");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        box.getChildren().addAll(new FontIcon(Feather.KEY), label);
        words.ways(key.standing().get()).forEach(way -> box.getChildren().add(button(way)));
    }

    private Button button(KeyWay way) {
        Button button = new Button(words.name(way));
        button.setId("key-" + way.name().toLowerCase(Locale.ROOT));
        button.disableProperty().bind(key.busy());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> {
            if (way == KeyWay.CONNECT) {
                navigator.connect();
            } else {
                key.take(way);
            }
        });
        return button;
    }
}
