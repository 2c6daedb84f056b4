package dev.gradeline.ui.recommendations;

import dev.gradeline.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleGroup;

/**
 * How the table is grouped and sorted, without a mouse: one grouping, and any columns one after the other, each upwards,
 * downwards or not at all. JavaFX thread.
 */
final class ArrangeMenu {
    private final TableView<TableLine> table;
    private final RecommendationTable rows;
    private final RecommendationsViewModel model;
    private final Words words;
    private final List<CustomMenuItem> sorts = new ArrayList<>();

    ArrangeMenu(
            MenuButton button,
            TableView<TableLine> table,
            RecommendationTable rows,
            RecommendationsViewModel model,
            Words words) {
        this.table = table;
        this.rows = rows;
        this.model = model;
        this.words = words;
        ToggleGroup one = new ToggleGroup();
        for (Grouping grouping : Grouping.values()) {
            button.getItems().add(grouping(grouping, one));
        }
        MenuItem close = new MenuItem(words.of("recommendations.group.closeAll"));
        close.setOnAction(event -> model.closeAll(true));
        MenuItem open = new MenuItem(words.of("recommendations.group.openAll"));
        open.setOnAction(event -> model.closeAll(false));
        model.grouping().subscribe(now -> {
            close.setDisable(now == Grouping.NONE);
            open.setDisable(now == Grouping.NONE);
        });
        button.getItems().addAll(close, open, new SeparatorMenuItem());
        for (TableColumn<TableLine, ?> column : List.copyOf(table.getColumns())) {
            sorts.add(sort(column));
        }
        button.getItems().addAll(sorts);
        MenuItem ayliea = new MenuItem(words.of("recommendations.ayliea"));
        ayliea.setOnAction(event -> rows.unsort());
        button.getItems().addAll(new SeparatorMenuItem(), ayliea);
        model.order().subscribe(order -> {
            showSorts();
            ayliea.setDisable(order.equals(Order.AYLIEA));
        });
    }

    private MenuItem grouping(Grouping grouping, ToggleGroup one) {
        RadioMenuItem item = new RadioMenuItem(name(grouping));
        item.setToggleGroup(one);
        item.setOnAction(event -> model.grouping().set(grouping));
        model.grouping().subscribe(now -> item.setSelected(now == grouping));
        return item;
    }

    private String name(Grouping grouping) {
        return switch (grouping) {
            case NONE -> words.of("recommendations.group.none");
            case FRAMEWORK -> words.of("recommendations.group.framework");
            case CATEGORY -> words.of("recommendations.group.category");
            case STATUS -> words.of("recommendations.group.status");
            case PRIORITY -> words.of("recommendations.group.priority");
        };
    }

    private CustomMenuItem sort(TableColumn<TableLine, ?> column) {
        CustomMenuItem item = new CustomMenuItem(new Label(), false);
        item.setId(column.getId());
        item.setOnAction(event -> rows.sortBy(column.getId()));
        return item;
    }

    private void showSorts() {
        for (CustomMenuItem item : sorts) {
            TableColumn<TableLine, ?> column = table.getColumns().stream()
                    .filter(each -> each.getId().equals(item.getId()))
                    .findFirst()
                    .orElseThrow();
            int place = table.getSortOrder().indexOf(column);
            boolean up = column.getSortType() == TableColumn.SortType.ASCENDING;
            String text = place < 0
                    ? words.of("recommendations.sort.by", column.getText())
                    : words.of(
                            up ? "recommendations.sort.up" : "recommendations.sort.down", column.getText(), place + 1);
            item.setText(text);
            ((Label) item.getContent()).setText(text);
        }
    }
}
