package dev.gradeline.ui.portfolio;

import dev.gradeline.ui.kit.ColumnWidths;
import dev.gradeline.ui.kit.CountedLines;
import dev.gradeline.ui.kit.GradeBadge;
import dev.gradeline.ui.kit.MovementLabel;
import dev.gradeline.ui.kit.RowCell;
import dev.gradeline.ui.portfolio.PortfolioRow.Mark;
import dev.gradeline.ui.portfolio.PortfolioRow.Move;
import dev.gradeline.words.PostureWords;
import dev.gradeline.words.Words;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The columns of the portfolio: two lines each. JavaFX thread. */
final class PortfolioColumns {
    private final Words words;
    private final PostureWords posture;

    PortfolioColumns(Words words) {
        this.words = words;
        this.posture = new PostureWords(words);
    }

    List<TableColumn<PortfolioRow, ?>> make() {
        var name = column(PortfolioOrder.Column.NAME, words.of("portfolio.column.name"), "plain", this::name);
        var grades = column(PortfolioOrder.Column.GRADES, words.of("portfolio.column.grades"), "plain", this::grades);
        var moved = column(PortfolioOrder.Column.MOVED, words.of("portfolio.column.moved"), "plain", this::moved);
        var urgent = column(PortfolioOrder.Column.URGENT, words.of("portfolio.column.urgent"), "number", this::urgent);
        var synced = column(PortfolioOrder.Column.SYNCED, words.of("portfolio.column.synced"), "plain", this::synced);
        ColumnWidths.flexible(name, 15, 9.6);
        ColumnWidths.flexible(grades, 19, 8);
        ColumnWidths.flexible(moved, 19, 7.5);
        ColumnWidths.fixed(urgent, 6.2);
        ColumnWidths.flexible(synced, 12, 7.8);
        ColumnWidths.yields(urgent, 0);
        ColumnWidths.yields(synced, 1);
        return List.of(name, grades, moved, urgent, synced);
    }

    private static TableColumn<PortfolioRow, PortfolioRow> column(
            PortfolioOrder.Column by,
            String title,
            String style,
            BiConsumer<RowCell<PortfolioRow>, PortfolioRow> show) {
        return RowCell.column(by.name(), title, style, show);
    }

    private void name(RowCell<PortfolioRow> cell, PortfolioRow row) {
        Label title = new Label(row.title());
        title.getStyleClass().add("platform-name");
        Label below = small(row.below());
        if (!row.trouble().isEmpty()) {
            below.getStyleClass().setAll("label", "smaller", "trouble");
            below.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        }
        HBox second = new HBox(6);
        second.setAlignment(Pos.CENTER_LEFT);
        if (row.open()) {
            Label mark = new Label(words.of("portfolio.open"));
            mark.setMinWidth(Label.USE_PREF_SIZE);
            mark.getStyleClass().add("mark");
            second.getChildren().add(mark);
        }
        if (!row.below().isEmpty()) {
            second.getChildren().add(below);
        }
        two(cell, title, second, !second.getChildren().isEmpty());
        cell.setAccessibleText(join(row.title(), row.open() ? words.of("portfolio.open") : "", row.below()));
        cell.showHint(lines(row.title(), row.hint()));
    }

    private void grades(RowCell<PortfolioRow> cell, PortfolioRow row) {
        CountedLines all = new CountedLines(2, n -> words.of("portfolio.more", n));
        row.grades().forEach(mark -> all.getItems().add(badge(mark)));
        cell.setGraphic(all);
        List<String> spoken = row.grades().stream().map(Mark::spoken).toList();
        cell.setAccessibleText(join(spoken.toArray(String[]::new)));
        cell.showHint(String.join("\n", spoken));
    }

    static Node badge(Mark mark) {
        GradeBadge badge = new GradeBadge();
        badge.setGrade(mark.grade());
        badge.setMinWidth(Label.USE_PREF_SIZE);
        Label name = new Label(mark.name());
        name.getStyleClass().add("small");
        HBox both = new HBox(5, badge, name);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private void moved(RowCell<PortfolioRow> cell, PortfolioRow row) {
        if (row.since().isEmpty()) {
            return;
        }
        CountedLines all = new CountedLines(2, n -> words.of("portfolio.more", n));
        row.moves().forEach(move -> all.getItems().add(moved(move)));
        if (row.moves().isEmpty()) {
            all.getItems().add(new Label(words.of("portfolio.unmoved")));
        }
        two(cell, all, small(row.since()));
        List<String> spoken = row.moves().stream().map(Move::spoken).toList();
        cell.setAccessibleText(join(Stream.concat(
                        spoken.isEmpty() ? Stream.of(words.of("portfolio.unmoved")) : spoken.stream(),
                        Stream.of(row.since()))
                .toArray(String[]::new)));
        cell.showHint(lines(String.join("\n", spoken), row.since()));
    }

    static Node moved(Move move) {
        if (!move.text().isEmpty()) {
            return new Label(move.text());
        }
        MovementLabel label = new MovementLabel();
        label.setMovement(move.movement());
        label.setText(move.movement().text().replaceFirst("^[+−-]", ""));
        return label;
    }

    private void urgent(RowCell<PortfolioRow> cell, PortfolioRow row) {
        Long urgent = row.urgent();
        cell.showText(urgent == null ? posture.number(null) : words.of("portfolio.number", urgent));
    }

    private void synced(RowCell<PortfolioRow> cell, PortfolioRow row) {
        two(cell, new Label(row.syncedText()), small(row.assessed()));
        cell.setAccessibleText(join(row.syncedText(), row.assessed()));
        cell.showHint(lines(row.syncedHint().isEmpty() ? row.syncedText() : row.syncedHint(), row.assessed()));
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("smaller", "muted");
        return label;
    }

    private static void two(RowCell<PortfolioRow> cell, Node first, Label below) {
        two(cell, first, below, !below.getText().isEmpty());
    }

    private static void two(RowCell<PortfolioRow> cell, Node first, Node below, boolean both) {
        VBox lines = new VBox(2, first);
        lines.setAlignment(Pos.CENTER_LEFT);
        if (both) {
            lines.getChildren().add(below);
        }
        cell.setGraphic(lines);
    }

    private static String join(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String lines(String first, String then) {
        return Stream.of(first, then).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }
}
