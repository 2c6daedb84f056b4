package dev.gradeline.ui.recommendations;

import dev.gradeline.words.TimeWords;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The table's columns. Each cell shows a text that was made with the row. JavaFX thread. */
final class Columns {
    /** Short columns keep their width when room is scarce; long ones give way. */
    private static final double LEAST = 116;

    private final Words words;
    private final TimeWords times;
    private final Supplier<Instant> now;

    Columns(Words words, Supplier<Instant> now) {
        this.words = words;
        this.times = new TimeWords(words);
        this.now = now;
    }

    List<TableColumn<RecommendationRow, ?>> make() {
        TableColumn<RecommendationRow, RecommendationRow> changed = column(
                Order.Column.CHANGED, 100, row -> times.day(row.recommendation().lastChanged(), now.get()), "figures");
        TableColumn<RecommendationRow, RecommendationRow> rank = column(
                Order.Column.RANK,
                70,
                row -> words.of("recommendations.number", row.recommendation().rank()),
                "number");
        TableColumn<RecommendationRow, RecommendationRow> id =
                column(Order.Column.ID, 290, row -> row.recommendation().id(), "id");
        List.of(changed, rank, id).forEach(hidden -> hidden.setVisible(false));
        return List.of(
                pills(),
                column(Order.Column.TITLE, 300, RecommendationRow::title, "title"),
                statuses(),
                column(Order.Column.FRAMEWORK, 126, RecommendationRow::framework, "plain"),
                column(Order.Column.CATEGORY, 170, RecommendationRow::category, "plain"),
                column(Order.Column.AGE, 70, row -> words.of("recommendations.age", row.ageDays()), "number"),
                changed,
                rank,
                id);
    }

    private TableColumn<RecommendationRow, RecommendationRow> column(
            Order.Column by, double width, Function<RecommendationRow, String> text, String style) {
        return column(by, width, style, (cell, row) -> {
            cell.setText(text.apply(row));
            if (by == Order.Column.TITLE) {
                Tooltip tooltip = new Tooltip(row.title());
                tooltip.setWrapText(true);
                tooltip.setMaxWidth(480);
                cell.setTooltip(tooltip);
            }
        });
    }

    private TableColumn<RecommendationRow, RecommendationRow> pills() {
        return column(Order.Column.PRIORITY, 72, "plain", (cell, row) -> {
            Label pill = cell.getGraphic() instanceof Label label ? label : new Label();
            pill.setText(row.priority());
            pill.getStyleClass().setAll("label", "pill");
            cell.setGraphic(pill);
        });
    }

    private TableColumn<RecommendationRow, RecommendationRow> statuses() {
        return column(Order.Column.STATUS, 116, "plain", (cell, row) -> {
            Region dot = cell.getGraphic() instanceof Region region ? region : new Region();
            dot.getStyleClass().setAll("status-dot", row.statusStyle());
            cell.setGraphic(dot);
            cell.setText(row.status());
        });
    }

    private TableColumn<RecommendationRow, RecommendationRow> column(
            Order.Column by,
            double width,
            String style,
            BiConsumer<TableCell<RecommendationRow, RecommendationRow>, RecommendationRow> show) {
        TableColumn<RecommendationRow, RecommendationRow> column =
                new TableColumn<>(words.of("recommendations.column." + by.name().toLowerCase(Locale.ROOT)));
        column.setId(by.name());
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, LEAST));
        column.getStyleClass().add(style);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(ignored -> new TableCell<>() {
            {
                getStyleClass().add(style);
            }

            @Override
            protected void updateItem(@Nullable RecommendationRow row, boolean empty) {
                super.updateItem(row, empty);
                if (empty || row == null) {
                    setText(null);
                    setGraphic(null);
                    setTooltip(null);
                } else {
                    show.accept(this, row);
                }
            }
        });
        return column;
    }
}
