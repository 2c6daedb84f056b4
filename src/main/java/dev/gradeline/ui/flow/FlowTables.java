package dev.gradeline.ui.flow;

import dev.gradeline.ui.flow.FlowView.MedianRow;
import dev.gradeline.ui.flow.FlowView.MonthRow;
import dev.gradeline.ui.kit.ColumnWidths;
import dev.gradeline.ui.kit.RowCell;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The page's three tables: months, medians, and the recommendations behind a figure. JavaFX thread. */
final class FlowTables {
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
        ColumnWidths.flexible(month, 11, 9);
        for (var each : List.of(opened, completed, dismissed, left, back)) {
            ColumnWidths.flexible(each, 7.6, 6);
        }
        ColumnWidths.flexible(open, 9, 7.5);
        ColumnWidths.flexible(note, 18, 8);
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

    private static String shown(MonthRow row, Figure.Count count) {
        String text = row.counts().get(count);
        return text == null ? "" : text;
    }

    /** Each median is a cell to be chosen. */
    void medians(TableView<MedianRow> table) {
        var name = FlowTables.<MedianRow>text("NAME", "", MedianRow::name);
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
        var what = FlowTables.<FlowRow>text("WHAT", words.of("flow.column.what"), FlowRow::what);
        var day = RowCell.<FlowRow>column("DAY", words.of("flow.column.day"), "plain", this::day);
        var priority = FlowTables.<FlowRow>text("PRIORITY", words.of("flow.column.priority"), FlowRow::priority);
        var title = RowCell.<FlowRow>column(
                "TITLE", words.of("flow.column.title"), "title", (cell, row) -> cell.showText(row.title()));
        var framework = FlowTables.<FlowRow>text("FRAMEWORK", words.of("flow.column.framework"), FlowRow::framework);
        var days = RowCell.<FlowRow>column(
                "DAYS", words.of("flow.column.days"), "number", (cell, row) -> cell.showText(row.days()));
        ColumnWidths.fixed(priority, 5.4);
        ColumnWidths.flexible(title, 20, 9);
        ColumnWidths.flexible(framework, 10, 7);
        ColumnWidths.flexible(what, 7.6, 7);
        ColumnWidths.flexible(day, 11.6, 11.4);
        ColumnWidths.flexible(days, 9.8, 9.6);
        table.getColumns().setAll(List.of(priority, title, framework, what, day, days));
        table.getColumns().forEach(column -> column.setSortable(false));
        ColumnWidths.install(table);
        // where the heading says it of all of them, no row need say it again
        model.view().subscribe(view -> what.setVisible(differs(view.figure())));
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

    private static boolean differs(Figure figure) {
        return switch (figure) {
            case Figure.Oldest oldest -> false;
            case Figure.DaysOpen days -> days.closed();
            case Figure.InMonth in -> in.count() == Figure.Count.OPENED || in.count() == Figure.Count.OPEN;
        };
    }

    private void open(TableView<FlowRow> table) {
        FlowRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.open(row);
        }
    }

    private void day(RowCell<FlowRow> cell, FlowRow row) {
        cell.showText(row.day());
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
