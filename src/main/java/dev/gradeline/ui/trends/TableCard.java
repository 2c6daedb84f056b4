package dev.gradeline.ui.trends;

import dev.gradeline.posture.Framework;
import dev.gradeline.ui.kit.Rows;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The table below the chart. Its rows take longer than all else on the page, so they are made when it is first seen, or the
 * keyboard gets there; of many rows only some are made, and the table scrolls. JavaFX thread.
 */
public final class TableCard extends ScrollPane {
    /** How many rows show without scrolling in the table. */
    private static final int MOST_ROWS = 8;

    private static final double SCROLL_BAR = 14;

    private final TableView<TrendRow> table = new TableView<>();
    private final Runnable afterLayout = this::fillIfSeen;
    private @Nullable TrendsViewModel model;
    private @Nullable ScrollPane page;
    private Consumer<TrendRow> opener = row -> {};
    private boolean looked;

    public TableCard() {
        getStyleClass().addAll("card", "card-flat", "table-card");
        setFitToWidth(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        table.getStyleClass().add("trend-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        setContent(table);
    }

    /** Follows a view model; the table counts as seen when any of it is within the page's viewport. */
    void follow(TrendsViewModel trends, ScrollPane within, Consumer<TrendRow> waiting) {
        model = trends;
        page = within;
        opener = waiting;
        table.setAccessibleText(trends.words().of("trends.table"));
        table.fixedCellSizeProperty().subscribe(size -> resizeTable());
        widthProperty().subscribe(width -> resizeTable());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::clearOnEscape);
        table.setRowFactory(made -> hovering(new TableRow<>()));
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                trends.show(row.framework());
            }
        });
        table.focusedProperty().subscribe(focused -> {
            if (focused) {
                look();
            }
        });
        trends.rows().subscribe(this::showRows);
        trends.inFront().subscribe(this::showFront);
        sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                before.removePostLayoutPulseListener(afterLayout);
            }
            if (now != null && !looked) {
                now.addPostLayoutPulseListener(afterLayout);
                Platform.requestNextPulse();
            }
        });
    }

    private void fillIfSeen() {
        Scene scene = getScene();
        if (scene != null && isSeen()) {
            scene.removePostLayoutPulseListener(afterLayout);
            // the chart is drawn first
            Platform.runLater(this::look);
        }
    }

    private boolean isSeen() {
        ScrollPane within = page;
        if (within == null || !isVisible() || getHeight() <= 0) {
            return false;
        }
        Bounds mine = localToScene(getBoundsInLocal());
        Bounds seen = within.localToScene(within.getLayoutBounds());
        return mine.getMinY() < seen.getMaxY() && mine.getMaxY() > seen.getMinY();
    }

    private void look() {
        TrendsViewModel trends = model;
        if (trends != null && !looked) {
            looked = true;
            table.getColumns().setAll(TrendTable.columns(trends.words(), opener));
            fill(trends.rows().get());
        }
    }

    private void clearOnEscape(KeyEvent event) {
        TrendsViewModel trends = model;
        if (trends != null
                && event.getCode() == KeyCode.ESCAPE
                && trends.inFront().get() != null) {
            trends.show(null);
            event.consume();
        }
    }

    private TableRow<TrendRow> hovering(TableRow<TrendRow> row) {
        row.hoverProperty().subscribe(on -> {
            TrendRow item = row.getItem();
            if (model != null) {
                model.hover(on && item != null ? item.framework() : null);
            }
        });
        return row;
    }

    private void showRows(List<TrendRow> rows) {
        Rows.show(this, !rows.isEmpty());
        if (looked) {
            fill(rows);
        } else {
            resizeTable();
        }
    }

    private void fill(List<TrendRow> rows) {
        // not setItems: it would forget the order that the person chose
        table.getItems().setAll(rows);
        table.sort();
        showFront(model == null ? null : model.inFront().get());
        resizeTable();
    }

    private void showFront(@Nullable Framework front) {
        table.getItems().stream()
                .filter(row -> Objects.equals(row.framework(), front))
                .findFirst()
                .ifPresentOrElse(
                        row -> table.getSelectionModel().select(row),
                        () -> table.getSelectionModel().clearSelection());
    }

    private void resizeTable() {
        int rows = model == null ? 0 : Math.min(MOST_ROWS, model.rows().get().size());
        double height = table.getFixedCellSize() * (rows + 1) + 4;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
        boolean tooWide = table.minWidth(-1) > getWidth() - getPadding().getLeft() * 2;
        setMinHeight(height + getPadding().getTop() * 2 + (tooWide ? SCROLL_BAR : 0));
    }
}
