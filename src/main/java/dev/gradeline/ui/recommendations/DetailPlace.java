package dev.gradeline.ui.recommendations;

import dev.gradeline.ui.kit.BesideOrBelow;
import dev.gradeline.ui.kit.BesideOrBelow.Place;
import dev.gradeline.ui.kit.Focus;
import dev.gradeline.ui.kit.Rows;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/**
 * When the details show, and where. Beside or below the table they follow the selection; where there is no room for both, they
 * take the table's place once they are asked for, with a bar that leads back and on. JavaFX thread.
 */
final class DetailPlace {
    private final BesideOrBelow content;
    private final Node list;
    private final Pane detail;
    private final Pane bar;
    private final TableView<TableLine> table;
    private final RecommendationTable rows;
    private final RecommendationsViewModel model;
    private final DetailController controller;
    /** Whether nothing but the want of room keeps them closed. */
    private boolean held;

    /**
     * @param page where Escape closes them
     * @param list what they take the place of
     * @param bar shows while they do
     */
    DetailPlace(
            Node page,
            BesideOrBelow content,
            Node list,
            Pane detail,
            Pane bar,
            TableView<TableLine> table,
            RecommendationTable rows,
            RecommendationsViewModel model,
            DetailController controller) {
        this.content = content;
        this.list = list;
        this.detail = detail;
        this.bar = bar;
        this.table = table;
        this.rows = rows;
        this.model = model;
        this.controller = controller;
        page.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
        page.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            // a button with a menu takes the key, whether its menu shows or not
            if (event.getTarget() instanceof MenuButton button && !button.isShowing()) {
                escape(event);
            }
        });
        detail.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        content.placeProperty().subscribe(place -> placed());
        model.selected().addListener(o -> show());
        model.detailOpen().addListener(o -> show());
        model.filter().addListener((observable, was, now) -> {
            // one that only follows the day shown must not end the writing of a note
            if (!model.choices().isFollowing()) {
                showList();
            }
        });
    }

    private boolean isInstead() {
        return content.placeProperty().get() == Place.INSTEAD;
    }

    private void placed() {
        rows.openBy(isInstead() ? 2 : 1);
        if (isInstead() && model.selected().get() == null && model.detailOpen().get()) {
            // a walk through the table must not end at its first step
            held = true;
            model.detailOpen().set(false);
        } else if (!isInstead() && held) {
            held = false;
            model.detailOpen().set(true);
        }
        show();
    }

    /** Who types a filter wants to see what it leaves: where the details took the list's place, it gets it back. */
    void showList() {
        if (isInstead() && model.detailOpen().get()) {
            held = true;
            model.detailOpen().set(false);
        }
    }

    private void show() {
        boolean open = model.selected().get() != null && model.detailOpen().get();
        boolean instead = open && isInstead();
        boolean inList = Focus.within(list);
        boolean inDetail = Focus.within(detail);
        Rows.show(detail, open);
        Rows.show(bar, instead);
        controller.closable(!instead);
        list.setVisible(!instead);
        if (instead && inList) {
            focusBar();
        } else if (!open && inDetail) {
            table.requestFocus();
        }
    }

    private void focusBar() {
        // the bar can take the focus only once it shows
        Platform.runLater(() -> {
            if (bar.isVisible()) {
                bar.getChildren().getFirst().requestFocus();
            }
        });
    }

    /** Closes them, and leads back to the table whoever was in them or in it. */
    void close() {
        boolean within = Focus.within(content);
        controller.keep();
        // in the table's place, closing only leads back to it
        held = isInstead();
        model.detailOpen().set(false);
        if (within) {
            table.requestFocus();
        }
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && detail.isVisible()) {
            close();
            event.consume();
        }
    }

    private void move(KeyEvent event) {
        boolean down = event.getCode() == KeyCode.DOWN;
        if (event.isAltDown() && (down || event.getCode() == KeyCode.UP)) {
            rows.move(down ? 1 : -1);
            event.consume();
        }
    }
}
