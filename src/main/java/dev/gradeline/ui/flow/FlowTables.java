package dev.gradeline.ui.flow;

import dev.gradeline.ui.flow.FlowView.MedianRow;
import dev.gradeline.ui.flow.FlowView.MonthRow;
import dev.gradeline.ui.kit.ColumnWidths;
import dev.gradeline.ui.kit.LateTooltip;
import dev.gradeline.ui.kit.RowCell;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The page's three tables: months, medians, and the recommendations behind a figure. JavaFX thread. */
final class FlowTables {
    /** The width of a letter in em, on an average of words and digits and with a little to spare. */
    private static final double LETTER = 0.54;
    /** Left and right of a cell's text, in em. */
    private static final double CELL_PADDING = 1.4;
    /** No column but the title is wider, in em: a framework can have any name. */
    private static final double WIDEST = 14;

    private final FlowViewModel model;
    private final Words words;
    private final TimeWords times;

    FlowTables(FlowViewModel model) {
        this.model = model;
        this.words = model.words();
        this.times = new TimeWords(words);
    }

    /** Each count is a cell to be chosen. */
    void months(TableView<MonthRow> table) {
        var month = FlowTables.<MonthRow>text("MONTH", words.of("flow.column.month"), MonthRow::name);
        var opened = count(Figure.Count.OPENED, words.of("flow.opened"));
        var completed = count(Figure.Count.COMPLETED, words.of("flow.completed"));
        var dismissed = count(Figure.Count.DISMISSED, words.of("flow.dismissed"));
        var left = count(Figure.Count.LEFT, words.of("flow.column.left"));
        var back = count(Figure.Count.BACK, words.of("flow.column.back"));
        var open = count(Figure.Count.OPEN, words.of("flow.column.open"));
        var note = FlowTables.<MonthRow>text("NOTE", words.of("flow.column.note"), MonthRow::note);
        ColumnWidths.fixed(month, 9.4);
        for (var each : List.of(opened, completed, dismissed)) {
            ColumnWidths.fixed(each, 6.8);
        }
        ColumnWidths.fixed(left, 5);
        ColumnWidths.fixed(back, 6.2);
        ColumnWidths.fixed(open, 8.4);
        // a note is to be read whole: where there is no room for it, the table scrolls
        ColumnWidths.flexible(note, 19.5, 19);
        explain(left, words.of("flow.left.meaning"));
        explain(back, words.of("flow.back.meaning"));
        table.getColumns().setAll(List.of(month, opened, completed, dismissed, left, back, open, note));
        ColumnWidths.install(table);
        figures(
                table,
                (row, column) -> column.equals("MONTH") || column.equals("NOTE")
                        ? null
                        : new Figure.InMonth(row.month().month(), Figure.Count.valueOf(column)));
    }

    private static TableColumn<MonthRow, MonthRow> count(Figure.Count count, String title) {
        return RowCell.column(count.name(), title, "number", (cell, row) -> cell.showText(shown(row, count)));
    }

    /** The heading as a label of its own, so that it can say what it means. */
    private static void explain(TableColumn<MonthRow, ?> column, String meaning) {
        Label heading = new Label(column.getText());
        LateTooltip.on(heading, () -> meaning);
        heading.setAccessibleText(column.getText() + ", " + meaning);
        column.setGraphic(heading);
        // the text stays, unseen: it is what assistive technology calls the column
        column.getStyleClass().add("explained");
    }

    private static String shown(MonthRow row, Figure.Count count) {
        String text = row.counts().get(count);
        return text == null ? "" : text;
    }

    /** Each median is a cell to be chosen. */
    void medians(TableView<MedianRow> table) {
        var name = FlowTables.<MedianRow>text("NAME", words.of("flow.column.group"), MedianRow::name);
        var closed = RowCell.<MedianRow>column(
                "CLOSED",
                words.of("flow.column.closed"),
                "number",
                (cell, row) -> median(cell, row.closed(), row.closedCount()));
        var open = RowCell.<MedianRow>column(
                "STILL_OPEN",
                words.of("flow.column.stillOpen"),
                "number",
                (cell, row) -> median(cell, row.open(), row.openCount()));
        ColumnWidths.flexible(name, 8, 5);
        ColumnWidths.flexible(closed, 11, 9);
        ColumnWidths.flexible(open, 12, 9);
        table.getColumns().setAll(List.of(name, closed, open));
        ColumnWidths.install(table);
        figures(table, (row, column) -> switch (column) {
            case "CLOSED" -> row.closedFigure();
            case "STILL_OPEN" -> row.openFigure();
            default -> null;
        });
    }

    private void median(RowCell<MedianRow> cell, String median, String count) {
        cell.showText(median);
        cell.showHint(words.of("flow.median.hint", median, count));
    }

    /** The row under the keyboard, and the person's double click, lead to the recommendation itself. */
    void behind(TableView<FlowRow> table) {
        var day = RowCell.<FlowRow>column("DAY", words.of("flow.column.day"), "plain", this::day);
        var priority = FlowTables.<FlowRow>text("PRIORITY", words.of("flow.column.priority"), FlowRow::priority);
        var title = RowCell.<FlowRow>column(
                "TITLE", words.of("flow.column.title"), "title", (cell, row) -> cell.showText(row.title()));
        var framework = FlowTables.<FlowRow>text("FRAMEWORK", words.of("flow.column.framework"), FlowRow::framework);
        var days = RowCell.<FlowRow>column(
                "DAYS", words.of("flow.column.days"), "number", (cell, row) -> cell.showText(row.days()));
        ColumnWidths.fixed(priority, 5.2);
        // a title needs a width in which it can be read, and takes what the others leave
        ColumnWidths.flexible(title, 22, 18);
        table.getColumns().setAll(List.of(priority, title, framework, day, days));
        table.getColumns().forEach(column -> column.setSortable(false));
        ColumnWidths.yields(List.of(priority, day, framework));
        ColumnWidths.install(table);
        model.view().subscribe(view -> {
            fit(framework, model.rows(), row -> row.framework().length(), 7.4);
            fit(day, model.rows(), row -> row.what().length() + 2 + row.day().length(), 5);
            fit(days, model.rows(), row -> row.days().length(), 6.9);
            table.getColumnResizePolicy().call(new TableView.ResizeFeatures<>(table, null, 0.0));
        });
        table.setItems(model.rows());
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(table);
                event.consume();
            }
        });
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                open(table);
            }
        });
    }

    /** As wide as the longest of its texts, and no wider: “at least 730 days” takes twice the room of “12 days”. */
    private static void fit(
            TableColumn<FlowRow, ?> column, List<FlowRow> rows, ToIntFunction<FlowRow> length, double leastEms) {
        int longest = rows.stream().mapToInt(length).max().orElse(0);
        ColumnWidths.fixed(column, Math.clamp(longest * LETTER + CELL_PADDING, leastEms, WIDEST));
    }

    private void open(TableView<FlowRow> table) {
        FlowRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.open(row);
        }
    }

    /** The day, and what happened on it where the heading does not say that of all of them. */
    private String turn(FlowRow row) {
        return row.what().isEmpty()
                ? row.day()
                : row.at() == null ? row.what() : words.of("flow.turn", row.what(), row.day());
    }

    private void day(RowCell<FlowRow> cell, FlowRow row) {
        cell.showText(turn(row));
        Instant at = row.at();
        if (at != null) {
            cell.showHint(words.of("flow.moment", times.dateTime(at), times.utc(at)));
        }
    }

    private static <R> TableColumn<R, R> text(String id, String title, Function<R, String> text) {
        return RowCell.column(id, title, "plain", (cell, row) -> cell.showText(text.apply(row)));
    }

    /** Choosing a cell chooses the figure in it. */
    private <R> void figures(TableView<R> table, BiFunction<R, String, @Nullable Figure> figure) {
        table.getStyleClass().add("figure-table");
        table.getColumns().forEach(column -> column.setSortable(false));
        table.getColumns().forEach(column -> column.setReorderable(false));
        table.getSelectionModel().setCellSelectionEnabled(true);
        // the first arrow that is pressed chooses where to begin
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean begins = table.getSelectionModel().getSelectedCells().isEmpty()
                    && !table.getItems().isEmpty()
                    && event.getCode().isArrowKey();
            if (begins) {
                table.getSelectionModel().select(0, table.getColumns().get(1));
                event.consume();
            }
        });
        table.getSelectionModel().getSelectedCells().subscribe(() -> {
            if (table.getSelectionModel().getSelectedCells().isEmpty()) {
                return;
            }
            TablePosition<?, ?> cell =
                    table.getSelectionModel().getSelectedCells().getFirst();
            R row = cell.getRow() < table.getItems().size() ? table.getItems().get(cell.getRow()) : null;
            Figure chosen = row == null || cell.getTableColumn() == null
                    ? null
                    : figure.apply(row, cell.getTableColumn().getId());
            if (chosen != null) {
                model.figure().set(chosen);
            }
        });
    }
}
