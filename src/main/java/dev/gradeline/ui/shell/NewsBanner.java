package dev.gradeline.ui.shell;

import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.Navigator;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.kit.Rows;
import dev.gradeline.words.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What synchronisations brought, over every page: what it is, the ways to it, and out of sight. JavaFX thread. */
final class NewsBanner {
    private final HBox box;
    private final NewsNotice notice;
    private final Navigator navigator;
    private final Consumer<Settings.Connection> switching;
    private final Words words;

    /** @param switching shows another organisation */
    NewsBanner(HBox box, NewsNotice notice, Navigator navigator, Consumer<Settings.Connection> switching, Words words) {
        this.switching = switching;
        this.box = box;
        this.notice = notice;
        this.navigator = navigator;
        this.words = words;
        notice.items().subscribe(this::show);
    }

    private void show(List<NewsNotice.Item> items) {
        Rows.showLate(box, !items.isEmpty());
        if (items.isEmpty()) {
            box.getChildren().clear();
            return;
        }
        Label text = new Label(items.stream().map(NewsNotice.Item::text).collect(Collectors.joining(" ")));
        text.setId("newsText");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        FlowPane ways = new FlowPane(12, 2);
        items.forEach(item -> ways.getChildren().add(way(item)));
        VBox both = new VBox(2, text, ways);
        HBox.setHgrow(both, Priority.ALWAYS);
        Button dismiss = new Button();
        dismiss.setId("newsDismiss");
        dismiss.setGraphic(new FontIcon(Feather.X));
        dismiss.getStyleClass().add("icon-button");
        dismiss.setAccessibleText(words.of("shell.news.dismiss"));
        dismiss.setTooltip(new Tooltip(words.of("shell.news.dismiss")));
        dismiss.setOnAction(event -> notice.dismiss());
        box.getChildren().setAll(new FontIcon(Feather.BELL), both, dismiss);
    }

    private Button way(NewsNotice.Item item) {
        Settings.Connection other = item.other();
        Button way = new Button(
                switch (item.way()) {
                    case CHANGES -> words.of("shell.news.changes");
                    case DISCOVERY -> words.of("shell.news.discovery");
                    case CONNECT -> words.of("shell.news.connect");
                    case SWITCH -> words.of("shell.palette.command.switch", other == null ? "" : other.title());
                });
        way.getStyleClass().add("link-button");
        way.setMinWidth(Region.USE_PREF_SIZE);
        way.setOnAction(event -> {
            notice.dismiss(item);
            switch (item.way()) {
                case CHANGES -> navigator.open(PageId.CHANGES);
                case DISCOVERY -> navigator.open(PageId.DISCOVERY);
                case CONNECT -> navigator.connect();
                case SWITCH -> {
                    if (other != null) {
                        switching.accept(other);
                    }
                }
            }
        });
        return way;
    }
}
