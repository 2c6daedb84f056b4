package dev.gradeline.ui.shell;

import dev.gradeline.ui.kit.Navigator;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.kit.Rows;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The limits that were crossed, over every page: what and by how much, the way there, and out of sight. JavaFX thread. */
final class LimitBanner {
    /** More would push the page out of sight; the rest is counted. */
    private static final int SHOWN = 3;

    private final VBox box;
    private final LimitNotices notices;
    private final Navigator navigator;
    private final Words words;

    LimitBanner(VBox box, LimitNotices notices, Navigator navigator, Words words) {
        this.box = box;
        this.notices = notices;
        this.navigator = navigator;
        this.words = words;
        notices.notices().subscribe(this::show);
    }

    private void show(List<LimitNotices.Notice> all) {
        List<Node> rows = new ArrayList<>();
        all.stream().limit(SHOWN).forEach(notice -> rows.add(row(notice)));
        if (all.size() > SHOWN) {
            rows.add(line(
                    words.of("shell.limits.more", all.size() - SHOWN),
                    button("shell.limits.settings", () -> navigator.open(PageId.SETTINGS)),
                    button("shell.limits.dismissAll", notices::dismissAll)));
        }
        Rows.fill(box, rows);
        Rows.show(box, !rows.isEmpty());
    }

    private Node row(LimitNotices.Notice notice) {
        Button show = button("shell.limits.show", () -> notices.open(notice, navigator));
        Button dismiss = button("shell.limits.dismiss", () -> notices.dismiss(notice));
        show.setAccessibleText(words.of("shell.limits.show.what", notice.text()));
        dismiss.setAccessibleText(words.of("shell.limits.dismiss.what", notice.text()));
        return line(words.of("shell.limits.crossed", notice.text()), show, dismiss);
    }

    private static Node line(String text, Button... buttons) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox line = new HBox(new FontIcon("fth-bell"), label, between);
        line.getChildren().addAll(buttons);
        line.getStyleClass().add("banner-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(words.of(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
