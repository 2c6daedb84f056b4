package dev.gradeline.ui.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The list beside a long page of cards: each card by its title, the one in sight marked. For the Tab key it is one stop, at that
 * one; the arrow keys move in it. Shows where there is room for it, for the page scrolls to all of it anyway. JavaFX thread.
 */
final class Sections {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    /** How much the page needs beside the list, in em. */
    private static final double LEAST = 62;

    /** How far below the upper edge a card still counts as the one in sight, in pixels. */
    private static final double EDGE = 40;

    private final ScrollPane scroll;
    private final Pane cards;
    private final List<Section> all = new ArrayList<>();
    /** The one that was asked for last, until the page is scrolled away from it; null for none. */
    private @Nullable Node asked;

    private boolean going;

    private record Section(Node card, Button button) {}

    private Sections(ScrollPane scroll, Pane cards) {
        this.scroll = scroll;
        this.cards = cards;
    }

    /**
     * Fills a list.
     *
     * @param page all of it, whose width decides
     * @param list filled with a button for each card that has a title
     * @param cards what the scroll pane scrolls
     */
    static void fill(Region page, Pane list, ScrollPane scroll, Pane cards) {
        Sections sections = new Sections(scroll, cards);
        for (Node card : cards.getChildren()) {
            if (card.lookup(".card-title") instanceof Label title) {
                Button button = new Button(title.getText());
                button.getStyleClass().add("section-link");
                button.setMaxWidth(Double.MAX_VALUE);
                button.setMinWidth(Region.USE_PREF_SIZE);
                button.setOnAction(event -> sections.go(card));
                list.getChildren().add(button);
                sections.all.add(new Section(card, button));
            }
        }
        list.addEventFilter(KeyEvent.KEY_PRESSED, sections::move);
        sections.mark();
        page.widthProperty().subscribe(width -> present(list, width.doubleValue()));
        scroll.vvalueProperty().addListener(o -> sections.scrolled());
        scroll.viewportBoundsProperty().addListener(o -> sections.mark());
        cards.heightProperty().addListener(o -> sections.mark());
    }

    private static void present(Pane list, double width) {
        double em = list.getChildren().isEmpty()
                ? 1
                : ((Button) list.getChildren().getFirst()).getFont().getSize();
        boolean room = width >= LEAST * em;
        list.setVisible(room);
        list.setManaged(room);
    }

    /** Brings a card to the top, and the keyboard to what can be chosen first in it. */
    private void go(Node card) {
        going = true;
        scroll.setVvalue(valueOf(card));
        going = false;
        asked = card;
        mark();
        Node first = firstIn(card);
        if (first != null) {
            // the focus is shown once the card is in sight
            Platform.runLater(first::requestFocus);
        }
    }

    private void move(KeyEvent event) {
        int at = 0;
        while (at < all.size() && !all.get(at).button().isFocused()) {
            at++;
        }
        if (at == all.size()) {
            return;
        }
        int by = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (by != 0) {
            all.get(Math.clamp(at + by, 0, all.size() - 1)).button().requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            // a button hears the space bar alone
            all.get(at).button().fire();
            event.consume();
        }
    }

    private double hidden() {
        return cards.getHeight() - scroll.getViewportBounds().getHeight();
    }

    private double valueOf(Node card) {
        Bounds place = card.getBoundsInParent();
        return hidden() <= 0
                ? 0
                : Math.clamp((place.getMinY() - cards.getInsets().getTop()) / hidden(), 0, 1);
    }

    private static @Nullable Node firstIn(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return null;
        }
        if (node.isFocusTraversable()) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = firstIn(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private void scrolled() {
        if (!going) {
            asked = null;
            mark();
        }
    }

    /**
     * How far down the page a card is looked for: at the upper edge, and, where the last ones cannot come up to there, the lower
     * the nearer the end is.
     */
    private double line() {
        double view = scroll.getViewportBounds().getHeight();
        double hidden = Math.max(0, hidden());
        double offset = scroll.getVvalue() * hidden;
        double last = Math.min(view, hidden);
        double near = last <= 0 ? 0 : Math.clamp(1 - (hidden - offset) / last, 0, 1);
        return offset + EDGE + near * Math.max(0, view - EDGE);
    }

    private void mark() {
        double line = line();
        Section here = all.isEmpty() ? null : all.getFirst();
        for (Section each : all) {
            if (each.card().equals(asked)) {
                here = each;
                break;
            }
            if (each.card().getBoundsInParent().getMinY() <= line) {
                here = each;
            }
        }
        for (Section each : all) {
            each.button().pseudoClassStateChanged(HERE, each.equals(here));
            each.button().setFocusTraversable(each.equals(here));
        }
    }
}
