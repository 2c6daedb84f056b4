package dev.gradeline.ui.trends;

import dev.gradeline.ui.kit.GradeBadge;
import dev.gradeline.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;

/** Builds the columns of the table below the chart. JavaFX thread. */
final class TrendTable {
    private TrendTable() {}

    /** @param waiting leads to the recommendations of a framework that wait */
    static List<TableColumn<TrendRow, ?>> columns(Words words, Consumer<TrendRow> waiting) {
        return List.of(
                column(words.of("trends.column.framework"), 138, TrendRow::name, TrendTable::name),
                column(words.of("trends.column.grade"), 62, TrendRow::grade, TrendTable::grade),
                numbers(words.of("trends.column.score"), 58, TrendRow::score, ""),
                numbers(words.of("trends.column.previous"), 94, TrendRow::sincePrevious, ""),
                numbers(
                        words.of("trends.column.start"),
                        128,
                        TrendRow::sinceStart,
                        words.of("trends.column.startMeaning")),
                numbers(words.of("trends.column.best"), 54, TrendRow::best, words.of("trends.column.bestMeaning")),
                numbers(words.of("trends.column.worst"), 60, TrendRow::worst, words.of("trends.column.worstMeaning")),
                numbers(
                        words.of("trends.column.assessments"),
                        106,
                        TrendRow::assessments,
                        words.of("trends.column.assessmentsMeaning")),
                next(words, waiting),
                days(words.of("trends.column.assessed")));
    }

    private static TableColumn<TrendRow, TrendRow.Next> next(Words words, Consumer<TrendRow> waiting) {
        TableColumn<TrendRow, TrendRow.Next> column =
                column(words.of("trends.column.next"), 116, TrendRow::next, (cell, next) -> {
                    if (next.waiting() == 0) {
                        cell.setText(next.text());
                        return;
                    }
                    boolean known = next.points() != null;
                    String open = words.of("trends.next.waiting", next.waiting());
                    Button button = new Button(known ? next.text() : words.of("trends.next.only", next.waiting()));
                    button.getStyleClass().addAll("link-button", "next-grade");
                    String titles = open + "\n" + String.join("\n", next.open());
                    button.setTooltip(new Tooltip(titles));
                    button.setAccessibleText(next.text() + ", " + open);
                    button.setOnAction(
                            event -> waiting.accept(cell.getTableRow().getItem()));
                    cell.setGraphic(button);
                });
        explain(column, words.of("trends.column.nextMeaning"));
        return column;
    }

    private static void name(TableCell<TrendRow, String> cell, String name) {
        cell.setText(name);
        cell.setTooltip(new Tooltip(name));
    }

    private static void grade(TableCell<TrendRow, TrendRow.Letter> cell, TrendRow.Letter letter) {
        GradeBadge badge = new GradeBadge();
        badge.setGrade(letter.grade());
        cell.setGraphic(badge);
    }

    private static TableColumn<TrendRow, TrendRow.Value> numbers(
            String title, double width, Function<TrendRow, TrendRow.Value> value, String meaning) {
        TableColumn<TrendRow, TrendRow.Value> column = column(title, width, value, (cell, number) -> {
            cell.setText(number.text());
            cell.getStyleClass().add("tone-" + number.tone().name().toLowerCase(Locale.ROOT));
        });
        column.getStyleClass().addAll("number", "figures");
        if (!meaning.isEmpty()) {
            explain(column, meaning);
        }
        return column;
    }

    private static TableColumn<TrendRow, TrendRow.Day> days(String title) {
        TableColumn<TrendRow, TrendRow.Day> column = column(title, 118, TrendRow::assessed, (cell, day) -> {
            cell.setText(day.text());
            cell.setTooltip(new Tooltip(day.inFull()));
        });
        column.getStyleClass().addAll("number", "figures", "day");
        return column;
    }

    /** The heading as a label of its own, so that it can say what it means. */
    private static void explain(TableColumn<TrendRow, ?> column, String meaning) {
        Label heading = new Label(column.getText());
        heading.setTooltip(new Tooltip(meaning));
        heading.setAccessibleText(column.getText() + ", " + meaning);
        column.setGraphic(heading);
        column.setText("");
    }

    private static <T> TableColumn<TrendRow, T> column(
            String title, double width, Function<TrendRow, T> value, BiConsumer<TableCell<TrendRow, T>, T> fill) {
        TableColumn<TrendRow, T> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(48);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setText(null);
                setGraphic(null);
                setTooltip(null);
                getStyleClass().removeIf(style -> style.startsWith("tone-"));
                if (!empty && item != null) {
                    fill.accept(this, item);
                }
            }
        });
        return column;
    }
}
