package dev.gradeline.ui.shell;

import dev.gradeline.ui.kit.Navigator;
import dev.gradeline.ui.kit.PageId;
import dev.gradeline.ui.kit.Rows;
import dev.gradeline.words.Words;
import java.util.List;
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
    private final Words words;

    NewsBanner(HBox box, NewsNotice notice, Navigator navigator, Words words) {
        this.box = box;
        this.notice = notice;
        this.navigator = navigator;
        this.words = words;
        notice.items().subscribe(this::show);
    }

    private void show(List<NewsNotice.Item> items) {
        Rows.show(box, !items.isEmpty());
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
        Button way = new Button(words.of(
                switch (item.way()) {
                    case CHANGES -> "shell.news.changes";
                    case DISCOVERY -> "shell.news.discovery";
                    case CONNECT -> "shell.news.connect";
                }));
        way.getStyleClass().add("link-button");
        way.setMinWidth(Region.USE_PREF_SIZE);
        way.setOnAction(event -> {
            notice.dismiss(item);
            switch (item.way()) {
                case CHANGES -> navigator.open(PageId.CHANGES);
                case DISCOVERY -> navigator.open(PageId.DISCOVERY);
                case CONNECT -> navigator.connect();
            }
        });
        return way;
    }
}
