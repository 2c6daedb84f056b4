package dev.gradeline.ui.trends;

import dev.gradeline.posture.Framework;
import dev.gradeline.ui.kit.Rows;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The table below the chart. It takes longer than all else on the page, so it is made when it is first seen, or the keyboard
 * gets there, and its room is kept until then; of many rows only some show, and the table scrolls. JavaFX thread.
 */
public final class TableCard extends StackPane {
    /** So few rows all show: the page scrolls for them, and one table in it need not. */
    private static final int FEW_ROWS = 8;

    /** How many of more rows show without scrolling in the table, however low the page. */
    private static final int FEWEST_ROWS = 4;

    private static final int MOST_ROWS = 10;
    /** What the table may take of the page's height where it has more rows than the fewest: the chart comes first. */
    private static final double SHARE = 0.38;

    /** As the stylesheet has them, in em. */
    private static final double ROW = 2.8;

    private static final PseudoClass RINGED = PseudoClass.getPseudoClass("ringed");
    private static final double HEADER = 3.4;
    private static final double SCROLL_BAR = 14;

    /** Invisible, but it inherits the text size that the person chose. */
    private final Text probe = new Text();

    private final Runnable afterLayout = this::makeIfSeen;
    private @Nullable TableView<TrendRow> table;
    private @Nullable TrendsViewModel model;
    private @Nullable ScrollPane page;
    private Consumer<TrendRow> opener = row -> {};

    public TableCard() {
        getStyleClass().addAll("card", "card-flat", "table-card");
        probe.setManaged(false);
        probe.setVisible(false);
        getChildren().add(probe);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
    }

    /** Follows a view model; the table counts as seen when any of it is within the page's viewport. */
    void follow(TrendsViewModel trends, ScrollPane within, Consumer<TrendRow> waiting) {
        model = trends;
        page = within;
        opener = waiting;
        setAccessibleText(trends.words().of("trends.table"));
        probe.fontProperty().subscribe(font -> resizeTable());
        widthProperty().subscribe(width -> resizeTable());
        within.heightProperty().subscribe(height -> resizeTable());
        focusedProperty().subscribe(focused -> {
            if (focused) {
                make().requestFocus();
            }
        });
        trends.rows().subscribe(this::showRows);
        trends.inFront().subscribe(this::showFront);
        sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                before.removePostLayoutPulseListener(afterLayout);
            }
            if (now != null && table == null) {
                now.addPostLayoutPulseListener(afterLayout);
                Platform.requestNextPulse();
            }
        });
    }

    private void makeIfSeen() {
        Scene scene = getScene();
        if (scene != null && isSeen()) {
            scene.removePostLayoutPulseListener(afterLayout);
            // the chart is drawn first
            Platform.runLater(this::make);
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

    private TableView<TrendRow> make() {
        TableView<TrendRow> known = table;
        TrendsViewModel trends = model;
        if (known != null || trends == null) {
            return known == null ? new TableView<>() : known;
        }
        TableView<TrendRow> made = new TableView<>();
        table = made;
        made.getStyleClass().add("trend-table");
        made.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        made.setAccessibleText(trends.words().of("trends.table"));
        // what scrolls sideways would cut a ring around the table itself
        made.focusVisibleProperty().subscribe(ringed -> pseudoClassStateChanged(RINGED, ringed));
        made.addEventFilter(KeyEvent.KEY_PRESSED, this::clearOnEscape);
        made.setRowFactory(row -> hovering(new TableRow<>()));
        made.getColumns().setAll(TrendTable.columns(trends.words(), opener));
        fill(made, trends.rows().get());
        made.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                trends.show(row.framework());
            }
        });
        ScrollPane sideways = new ScrollPane(made);
        sideways.getStyleClass().add("table-scroll");
        sideways.setFitToWidth(true);
        sideways.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        sideways.setFocusTraversable(false);
        setFocusTraversable(false);
        setAccessibleRole(AccessibleRole.PARENT);
        getChildren().add(sideways);
        resizeTable();
        return made;
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
        if (table != null) {
            fill(table, rows);
        }
        resizeTable();
    }

    private void fill(TableView<TrendRow> filled, List<TrendRow> rows) {
        // not setItems: it would forget the order that the person chose
        filled.getItems().setAll(rows);
        filled.sort();
        showFront(model == null ? null : model.inFront().get());
    }

    private void showFront(@Nullable Framework front) {
        TableView<TrendRow> shown = table;
        if (shown != null) {
            shown.getItems().stream()
                    .filter(row -> Objects.equals(row.framework(), front))
                    .findFirst()
                    .ifPresentOrElse(
                            row -> shown.getSelectionModel().select(row),
                            () -> shown.getSelectionModel().clearSelection());
        }
    }

    private int shownRows(double em) {
        double room = (page == null ? 0 : page.getHeight()) * SHARE - HEADER * em;
        int most = Math.clamp((long) (room / (ROW * em)), FEWEST_ROWS, MOST_ROWS);
        int rows = model == null ? 0 : model.rows().get().size();
        return rows <= FEW_ROWS ? rows : Math.min(most, rows);
    }

    private void resizeTable() {
        double em = probe.getFont().getSize();
        double height = snapSizeY(shownRows(em) * Math.rint(ROW * em) + HEADER * em + 4);
        TableView<TrendRow> shown = table;
        boolean tooWide = false;
        if (shown != null) {
            TrendTable.size(shown, em);
            shown.setMinHeight(height);
            shown.setPrefHeight(height);
            shown.setMaxHeight(height);
            tooWide = shown.minWidth(-1) > getWidth() - getPadding().getLeft() * 2;
        }
        setMinHeight(height + getPadding().getTop() * 2 + (tooWide ? SCROLL_BAR : 0));
    }
}
