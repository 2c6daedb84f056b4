package dev.gradeline.ui.portfolio;

import dev.gradeline.ui.kit.LinkPane;
import dev.gradeline.ui.kit.Rows;
import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The portfolio where a table has no room: a card for each organisation, which leads to it, with every text whole. JavaFX
 * thread.
 */
final class PortfolioCards {
    private final Words words;
    private final Consumer<PortfolioRow> open;

    private PortfolioCards(Words words, Consumer<PortfolioRow> open) {
        this.words = words;
        this.open = open;
    }

    /** Keeps a pane filled with a card for each row, in their order. */
    static void fill(Pane pane, ObservableList<PortfolioRow> rows, Words words, Consumer<PortfolioRow> open) {
        PortfolioCards cards = new PortfolioCards(words, open);
        Runnable fill = () -> Rows.fill(pane, rows.stream().map(cards::card).toList());
        rows.addListener((ListChangeListener<PortfolioRow>) change -> fill.run());
        fill.run();
    }

    private Node card(PortfolioRow row) {
        List<Node> lines = new ArrayList<>();
        lines.add(head(row));
        if (!row.below().isEmpty()) {
            lines.add(below(row));
        }
        if (!row.grades().isEmpty()) {
            FlowPane grades = flow();
            row.grades().forEach(mark -> grades.getChildren().add(PortfolioColumns.badge(mark)));
            lines.add(grades);
        }
        if (!row.since().isEmpty()) {
            lines.add(moves(row));
        }
        String facts = facts(row);
        lines.add(small(facts));
        VBox content = new VBox(6);
        content.getChildren().setAll(lines);
        LinkPane card = new LinkPane(content);
        card.getStyleClass().addAll("card", "portfolio-entry");
        card.setId("card-" + row.connection().name());
        card.setAction(() -> open.accept(row));
        card.setAccessibleText(spoken(row, facts));
        return card;
    }

    private HBox head(PortfolioRow row) {
        Label title = new Label(row.title());
        title.getStyleClass().add("platform-name");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        HBox head = new HBox(8, title);
        head.setAlignment(Pos.CENTER_LEFT);
        if (row.open()) {
            Label mark = new Label(words.of("portfolio.open"));
            mark.setMinWidth(Region.USE_PREF_SIZE);
            mark.getStyleClass().add("mark");
            head.getChildren().add(mark);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label synced = small(row.syncedText());
        synced.setWrapText(false);
        synced.setMinWidth(Region.USE_PREF_SIZE);
        head.getChildren().addAll(gap, synced);
        return head;
    }

    private static Label below(PortfolioRow row) {
        Label below = small(row.below());
        if (!row.trouble().isEmpty()) {
            below.getStyleClass().setAll("label", "smaller", "trouble");
            below.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        }
        return below;
    }

    private Node moves(PortfolioRow row) {
        FlowPane moves = flow();
        moves.getChildren().add(small(row.since()));
        row.moves().forEach(move -> moves.getChildren().add(PortfolioColumns.moved(move)));
        if (row.moves().isEmpty()) {
            moves.getChildren().add(new Label(words.of("portfolio.unmoved")));
        }
        return moves;
    }

    /** What has a column of its own where there is room. */
    private String facts(PortfolioRow row) {
        Long urgent = row.urgent();
        return Stream.of(urgent == null ? "" : words.of("portfolio.urgent", urgent), row.assessed())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(words.of("portfolio.dot")));
    }

    private String spoken(PortfolioRow row, String facts) {
        return Stream.of(
                        Stream.of(row.title(), row.open() ? words.of("portfolio.open") : "", row.below()),
                        row.grades().stream().map(PortfolioRow.Mark::spoken),
                        row.moves().stream().map(PortfolioRow.Move::spoken),
                        Stream.of(row.since(), row.syncedText(), facts))
                .flatMap(texts -> texts)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static FlowPane flow() {
        return new FlowPane(14, 4);
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("smaller", "muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
