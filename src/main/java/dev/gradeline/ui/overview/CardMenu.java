package dev.gradeline.ui.overview;

import dev.gradeline.posture.Framework;
import dev.gradeline.ui.kit.LinkPane;
import dev.gradeline.words.Words;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Where a framework's card leads beside its trends: by a button that shows on the card under the mouse or with the keyboard,
 * by a right click, and by the key for menus. Made when it is first asked for. JavaFX thread.
 */
final class CardMenu {
    private final LinkPane card;
    private final Framework framework;
    private final OverviewViewModel model;

    private CardMenu(LinkPane card, Framework framework, OverviewViewModel model) {
        this.card = card;
        this.framework = framework;
        this.model = model;
    }

    static void on(LinkPane card, FrameworkCard shown, OverviewViewModel model) {
        CardMenu menu = new CardMenu(card, shown.framework(), model);
        card.setAccessibleHelp(model.words().of("overview.card.help"));
        card.setOnContextMenuRequested(menu::open);
        BooleanBinding looked = card.hoverProperty().or(card.focusVisibleProperty());
        looked.addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable changed) {
                if (looked.get()) {
                    looked.removeListener(this);
                    card.getChildren().add(menu.button(shown, looked));
                }
            }
        });
        // held by the card: a binding is lost with nobody to hold it
        card.getProperties().put(CardMenu.class, looked);
    }

    private Button button(FrameworkCard shown, BooleanBinding looked) {
        Button button = new Button();
        button.getStyleClass().addAll("icon-button", "card-more");
        button.setGraphic(new FontIcon(Feather.MORE_VERTICAL));
        button.setAccessibleText(model.words().of("overview.card.more", shown.name()));
        // twenty cards would need forty presses of Tab; with the keyboard the menu opens from the card
        button.setFocusTraversable(false);
        button.visibleProperty().bind(looked);
        button.setOnAction(event -> open());
        button.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
        StackPane.setAlignment(button, Pos.TOP_RIGHT);
        StackPane.setMargin(button, new Insets(-6, -8, 0, 0));
        return button;
    }

    private void open(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            open();
        } else {
            menu().show(card, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    private void open() {
        menu().show(card, Side.BOTTOM, 0, 0);
    }

    private ContextMenu menu() {
        Words words = model.words();
        MenuItem trends = new MenuItem(words.of("overview.card.trends"));
        trends.setOnAction(event -> model.openTrends(framework));
        int waiting = model.waiting(framework);
        MenuItem recommendations = new MenuItem(words.of("overview.card.waiting", waiting));
        recommendations.setDisable(waiting == 0);
        recommendations.setOnAction(event -> model.openWaiting(framework));
        ContextMenu menu = new ContextMenu(trends, recommendations);
        menu.setAutoHide(true);
        return menu;
    }
}
