package dev.gradeline.ui.shell;

import dev.gradeline.ui.kit.Navigator;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.kit.Rows;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
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
    /** In a window lower than this, in pixels, all but the gravest wait behind a button. */
    private static final double ROOMY = 800;

    private final VBox box;
    private final LimitNotices notices;
    private final Navigator navigator;
    private final Words words;
    private boolean low;
    private boolean opened;

    LimitBanner(VBox box, LimitNotices notices, Navigator navigator, Words words) {
        this.box = box;
        this.notices = notices;
        this.navigator = navigator;
        this.words = words;
        notices.notices().subscribe(this::show);
        box.sceneProperty()
                .flatMap(Scene::heightProperty)
                .map(height -> height.doubleValue() < ROOMY)
                .subscribe(now -> {
                    low = Boolean.TRUE.equals(now);
                    show(notices.notices().get());
                });
    }

    private void show(List<LimitNotices.Notice> all) {
        if (low && !opened && all.size() > 1) {
            Button more = labelled(words.of("shell.limits.others", all.size() - 1), () -> {
                opened = true;
                show(notices.notices().get());
            });
            Rows.fill(box, List.of(row(all.getFirst(), more)));
            Rows.showLate(box, true);
            return;
        }
        List<Node> rows = new ArrayList<>();
        all.stream().limit(SHOWN).forEach(notice -> rows.add(row(notice)));
        if (all.size() > SHOWN) {
            rows.add(line(
                    words.of("shell.limits.more", all.size() - SHOWN),
                    button("shell.limits.settings", () -> navigator.open(PageId.SETTINGS)),
                    button("shell.limits.dismissAll", notices::dismissAll)));
        }
        Rows.fill(box, rows);
        Rows.showLate(box, !rows.isEmpty());
    }

    private Node row(LimitNotices.Notice notice, Button... more) {
        Button show = button("shell.limits.show", () -> notices.open(notice, navigator));
        Button dismiss = button("shell.limits.dismiss", () -> notices.dismiss(notice));
        show.setAccessibleText(words.of("shell.limits.show.what", notice.text()));
        dismiss.setAccessibleText(words.of("shell.limits.dismiss.what", notice.text()));
        List<Button> buttons = new ArrayList<>(List.of(more));
        buttons.addAll(List.of(show, dismiss));
        return line(words.of("shell.limits.crossed", notice.text()), buttons.toArray(Button[]::new));
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
        return labelled(words.of(key), action);
    }

    private static Button labelled(String text, Runnable action) {
        Button button = new Button(text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
