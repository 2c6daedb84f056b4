package dev.gradeline.ui.recommendations;

import dev.gradeline.ui.kit.ColumnWidths;
import dev.gradeline.ui.kit.RowCell;
import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.Region;

/** The recommendation table's columns. Each cell shows a text that was made with the row. JavaFX thread. */
final class RecommendationColumns {
    private final Words words;
    private final TimeWords times;
    private final Supplier<Instant> now;
    private final ObservableValue<List<String>> sought;

    /**
     * @param now from when a day is told with or without its year
     * @param sought what is to be marked
     */
    RecommendationColumns(Words words, Supplier<Instant> now, ObservableValue<List<String>> sought) {
        this.words = words;
        this.sought = sought;
        this.times = new TimeWords(words);
        this.now = now;
    }

    List<TableColumn<TableLine, ?>> make() {
        var priority = column(Order.Column.PRIORITY, "recommendations.column.priority", "pills", this::priority);
        var title = column(Order.Column.TITLE, "recommendations.column.title", "title", (cell, row) -> {
            cell.showText(row.title());
            cell.showAbsent(row.untitled());
        });
        var status = column(Order.Column.STATUS, "recommendations.column.status", "plain", this::status);
        var framework = column(
                Order.Column.FRAMEWORK,
                "recommendations.column.framework",
                "plain",
                (cell, row) -> given(cell, row.framework(), RecommendationRow.lacksFramework(row.recommendation())));
        var category = column(
                Order.Column.CATEGORY,
                "recommendations.column.category",
                "plain",
                (cell, row) -> given(cell, row.category(), RecommendationRow.lacksCategory(row.recommendation())));
        var tags = column(
                Order.Column.TAGS, "recommendations.column.tags", "plain", (cell, row) -> cell.showText(row.tags()));
        var age = column(Order.Column.AGE, "recommendations.column.age", "number", this::age);
        var changed = column(Order.Column.CHANGED, "recommendations.column.changed", "figures", this::changed);
        var rank = column(
                Order.Column.RANK,
                "recommendations.column.rank",
                "number",
                (cell, row) -> cell.showText(
                        words.of("recommendations.number", row.recommendation().rank())));
        var id = column(
                Order.Column.ID, "recommendations.column.id", "figures", (cell, row) -> cell.showText(row.shownId()));
        ColumnWidths.fixed(priority, 6.1);
        ColumnWidths.flexible(title, 22, 18);
        ColumnWidths.fixed(status, 8.2);
        ColumnWidths.flexible(framework, 9.4, 8.9);
        ColumnWidths.flexible(category, 13, 6.6);
        ColumnWidths.flexible(tags, 10, 6);
        ColumnWidths.fixed(age, 5);
        ColumnWidths.fixed(changed, 8.2);
        ColumnWidths.fixed(rank, 5.2);
        ColumnWidths.flexible(id, 22, 8);
        ColumnWidths.yields(List.of(id, rank, changed, tags, age, category, framework, status));
        List.of(tags, changed, rank, id).forEach(hidden -> hidden.setVisible(false));
        return List.of(priority, title, status, framework, category, tags, age, changed, rank, id);
    }

    private TableColumn<TableLine, TableLine> column(
            Order.Column by, String key, String style, BiConsumer<RowCell<TableLine>, RecommendationRow> show) {
        return RowCell.column(
                by.name(),
                words.of(key),
                style,
                (cell, line) -> {
                    // the head of a group stands over all columns, see LineRow
                    if (line instanceof RecommendationRow row) {
                        show.accept(cell, row);
                    } else {
                        cell.showNothing();
                    }
                },
                sought,
                true);
    }

    private void priority(RowCell<TableLine> cell, RecommendationRow row) {
        Label pill = cell.getGraphic() instanceof Label label ? label : new Label();
        pill.setText(row.priority());
        if (!pill.getStyleClass().contains("pill")) {
            pill.getStyleClass().add("pill");
        }
        cell.setGraphic(pill);
        cell.setAccessibleText(row.priority());
    }

    private void status(RowCell<TableLine> cell, RecommendationRow row) {
        Region dot = cell.getGraphic() instanceof Region region ? region : new Region();
        List<String> style = List.of("status-dot", row.statusStyle());
        if (!dot.getStyleClass().equals(style)) {
            dot.getStyleClass().setAll(style);
        }
        cell.setGraphic(dot);
        given(cell, row.status(), RecommendationRow.lacksStatus(row.recommendation()));
    }

    private void given(RowCell<TableLine> cell, String text, boolean absent) {
        cell.showText(text);
        cell.showAbsent(absent);
        if (absent) {
            cell.showHint(words.of("recommendations.notGiven"));
            cell.setAccessibleText(words.of("recommendations.notGiven"));
        }
    }

    private void age(RowCell<TableLine> cell, RecommendationRow row) {
        cell.showText(words.of("recommendations.age", row.ageDays()));
        cell.showHint(() -> words.of(
                "recommendations.firstSeen",
                times.dateTime(row.recommendation().firstSeen()),
                times.utc(row.recommendation().firstSeen())));
    }

    private void changed(RowCell<TableLine> cell, RecommendationRow row) {
        Instant at = row.recommendation().lastChanged();
        cell.showText(times.day(at, now.get()));
        cell.showHint(() -> words.of("recommendations.life.moment", times.dateTime(at), times.utc(at)));
    }
}
